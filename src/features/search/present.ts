import type { z } from 'zod'
import { actorBriefs, tilesFor } from '#features/notes/index.ts'
import { headsSeen, topicBriefs, topicsByLabels, topicsByPrefix } from '#features/topics/index.ts'
import { askKinds, type Ground, keyOf } from '#ground/feature.ts'
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
    describe(
      ground,
      found.filter((one) => one.kind === 'comment' || one.kind === 'board'),
    ),
  ])
  const byId = new Map(tiles.map((tile) => [tile.id, tile]))
  return found.flatMap((one): Item[] => {
    if (one.kind === 'note') {
      const tile = byId.get(one.id)
      return tile ? [{ kind: 'note', why: one.why, by: one.by, tile }] : []
    }
    if (one.kind === 'person') {
      const actor = people.get(one.id as ActorId)
      return actor ? [{ kind: 'person', actor }] : []
    }
    const other = others.get(keyOf(one))
    return other ? [other] : []
  })
}

/** Their features say where they are, how they begin and whose they are. */
async function describe(ground: Ground, found: Found[]): Promise<Map<string, Item>> {
  const db = ground.db.read()
  const [urls, excerpts, owners] = await Promise.all([
    askKinds(ground.house, found, (kind, ids) => kind.addresses(db, ids)),
    askKinds(ground.house, found, (kind, ids) => kind.excerpts(db, ids)),
    askKinds(ground.house, found, (kind, ids) => kind.owners(db, ids)),
  ])
  const people = await actorBriefs(ground, db, [...new Set(owners.values())])
  return new Map(
    found.flatMap(({ kind, id, why, by }) => {
      const key = keyOf({ kind, id })
      const [url, owner] = [urls.get(key), owners.get(key)]
      if (!url) return []
      const actor = (owner && people.get(owner)) ?? null
      return [[key, { kind: kind as 'comment' | 'board', id, why, by, url, excerpt: excerpts.get(key) ?? '', actor }] as const]
    }),
  )
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
  const briefs = await topicBriefs(reader, ids, viewer.locale, me)
  return ids.flatMap((id) => {
    const topic = briefs.get(id)
    return topic ? [{ kind: 'topic' as const, topic }] : []
  })
}
