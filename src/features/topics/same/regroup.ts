import type { Tx } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import { headsOf } from '#pure/topics/groups.ts'
import '../events.ts'
import { lockGroups, reachedFrom, setHeads } from '../queries/groups.ts'

/** Works out anew which topic answers for these and for all that findings lead to. Announces `topics.regrouped` when something moved. */
export async function regroup(tx: Tx, { outbox }: Pick<Ground, 'outbox'>, ids: readonly string[]): Promise<void> {
  await lockGroups(tx)
  const { nodes, same, apart } = await reachedFrom(tx, ids)
  const heads = headsOf(nodes, same, apart)
  if (nodes.every(({ id, head }) => heads.get(id) === head)) return
  await setHeads(tx, heads)
  const topicIds = nodes.map(({ id }) => id).sort()
  await outbox.announce(tx, 'topics.regrouped', { topicIds }, topicIds[0] ?? '')
}
