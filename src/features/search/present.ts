import type { z } from 'zod'
import { actorBriefs, tilesFor } from '#features/notes/index.ts'
import { headsSeen, topicBriefs, topicsByLabels, topicsByPrefix } from '#features/topics/index.ts'
import { type Ground, kindOf } from '#ground/feature.ts'
import { type Viewer, viewerId } from '#ground/http/viewer.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import type { Found } from './ranking.ts'
import type { zFound } from './routes.ts'

export type Item = z.input<typeof zFound>

const idsOf = (found: Found[], kind: string): string[] => found.filter((one) => one.kind === kind).map((one) => one.id)

/** Found ids as the API shows them, in their order; each kind is loaded once. */
export async function presentFound(ground: Ground, viewer: Viewer, found: Found[]): Promise<Item[]> {
  const db = ground.db.read()
  const [tiles, people, others] = await Promise.all([
    tilesFor(ground, viewer, idsOf(found, 'note') as NoteId[]),
    actorBriefs(ground, db, idsOf(found, 'person') as ActorId[]),
    Promise.all(found.filter((one) => one.kind === 'comment' || one.kind === 'board').map((one) => describe(one))),
  ])
  const byId = new Map(tiles.map((tile) => [tile.id, tile]))
  const described = new Map(others.flatMap((other) => (other ? [[other.id, other] as const] : [])))
  return found.flatMap((one): Item[] => {
    if (one.kind === 'note') {
      const tile = byId.get(one.id)
      return tile ? [{ kind: 'note', why: one.why, by: one.by, tile }] : []
    }
    if (one.kind === 'person') {
      const actor = people.get(one.id as ActorId)
      return actor ? [{ kind: 'person', actor }] : []
    }
    const other = described.get(one.id)
    return other ? [other] : []
  })

  /** At most a page of these: their features say where they are and how they begin. */
  async function describe({ kind, id, why, by }: Found): Promise<(Item & { kind: 'comment' | 'board' }) | null> {
    const contribution = kindOf(ground.house, kind)
    const [url, excerpt, owner] = await Promise.all([contribution.address(db, id), contribution.excerpt(db, id), contribution.owner(db, id)])
    if (url === null) return null
    return { kind: kind as 'comment' | 'board', id, why, by, url, excerpt, actor: owner ? ((await actorBriefs(ground, db, [owner])).get(owner) ?? null) : null }
  }
}

const MOST_TOPICS = 8

/** Topics of exactly this name in any language, then those whose name begins so. */
export async function topicsFor({ db }: Ground, viewer: Viewer, q: string): Promise<Item[]> {
  const name = q.trim()
  if (name === '') return []
  const reader = db.read()
  const me = viewerId(viewer)
  const exact = await topicsByLabels(reader, [name])
  const seen = await headsSeen(reader, [...exact.values()], me)
  const ids = [...new Set([...seen.values(), ...(await topicsByPrefix(reader, name, MOST_TOPICS, me))])].slice(0, MOST_TOPICS)
  const briefs = await topicBriefs(reader, ids, viewer.locale)
  return ids.flatMap((id) => {
    const topic = briefs.get(id)
    return topic ? [{ kind: 'topic' as const, topic }] : []
  })
}
