import type { Tx } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { ActorId } from '#ground/ids/index.ts'
import './events.ts'
import { markOpen } from './queries/topics.ts'

/** From now on everybody may hear of these, as `by` spells them. Announces `topics.opened` of those that nobody else could hear of before. */
export async function openTopics(tx: Tx, { outbox }: Pick<Ground, 'outbox'>, ids: string[], by: ActorId): Promise<void> {
  const topicIds = await markOpen(tx, ids, by)
  if (topicIds.length > 0) await outbox.announce(tx, 'topics.opened', { topicIds }, topicIds[0] ?? '')
}
