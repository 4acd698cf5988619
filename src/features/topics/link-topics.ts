import { audit } from '#features/settings/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { normaliseLine } from '#pure/text/normalise.ts'
import { lockGroups, oneWith } from './queries/groups.ts'
import { clearLinks, neighbourOf, putNeighbour } from './queries/links.ts'
import { findTopic } from './queries/topics.ts'
import { regroup } from './same/regroup.ts'
import type { Neighbour } from './topic.ts'

/**
 * A curator (moderator) says what another topic is to this one, in place of what the graph said before; topics that are found apart are no longer one
 * page. `other`: id or label. Throws `not-found`, `topic-unknown`, and `topics-one-already` for what answers for itself.
 */
export async function linkTopics(ground: Ground, staff: Member, idOrLabel: string, { other, as }: { other: string; as: Neighbour }): Promise<void> {
  const topic = await findTopic(ground.db.q, idOrLabel, staff.id)
  if (!topic) throw notFound()
  const second = await findTopic(ground.db.q, normaliseLine(other), staff.id)
  if (!second) throw new Refusal('topic-unknown', { field: 'other' })
  if (topic.id === second.id) throw new Refusal('topics-one-already', { field: 'other' })
  await ground.db.transaction(async (tx) => {
    await lockGroups(tx)
    const [own, others] = [await oneWith(tx, [topic.id]), await oneWith(tx, [second.id])]
    const before = await neighbourOf(tx, own, others)
    if (before === as) return
    await clearLinks(tx, own, others)
    await putNeighbour(tx, topic.id, second.id, as)
    await regroup(tx, ground, [topic.id, second.id])
    const facts = { topic: topic.id, other: second.id, before, after: as }
    await audit(tx, ground, { by: staff.id, act: 'topic.linked', subject: subject('topic', topic.id), facts })
  })
}
