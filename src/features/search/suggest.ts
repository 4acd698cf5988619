import { topicBriefs, topicsByPrefix } from '#features/topics/index.ts'
import { askKinds, type Ground, keyOf } from '#ground/feature.ts'
import { type Viewer, viewerId } from '#ground/http/viewer.ts'
import { type Named, namesLike } from './names.ts'

export interface Suggestion {
  kind: 'topic' | 'person' | 'board'
  label: string
  labels?: { language: string; label: string }[]
  url: string
}

const MOST = 8
const MOST_NAMES = 3

/** Topics first (each in both scripts), then people and boards whose name begins or sounds so and whom this viewer may see. */
export async function suggest(ground: Ground, viewer: Viewer, q: string): Promise<Suggestion[]> {
  const reader = ground.db.read()
  const me = viewerId(viewer)
  const [ids, names] = await Promise.all([topicsByPrefix(reader, q, MOST, me), namesLike(reader, q, MOST_NAMES * 4)])
  const [briefs, named] = await Promise.all([topicBriefs(reader, ids, viewer.locale, me), namedFor(ground, viewer, names)])
  const topics = ids.flatMap((id): Suggestion[] => {
    const brief = briefs.get(id)
    return brief ? [{ kind: 'topic', label: brief.label, labels: brief.labels, url: brief.url }] : []
  })
  return [...topics.slice(0, MOST - named.length), ...named]
}

/** The first few of these that the viewer may see, with where they are; one query a kind. */
async function namedFor({ db, house }: Ground, viewer: Viewer, names: readonly Named[]): Promise<Suggestion[]> {
  const reader = db.read()
  const readable = new Set<string>()
  for (const [kind, of] of Map.groupBy(names, (one) => one.kind)) {
    const ids = of.map(({ id }) => id)
    for (const id of (await house.subjects.get(kind)?.readable(reader, viewer, ids)) ?? []) readable.add(`${kind} ${id}`)
  }
  const shown = [...new Map(names.map((one) => [`${one.kind} ${one.id}`, one]))].flatMap(([key, one]) => (readable.has(key) ? [one] : []))
  const first = shown.slice(0, MOST_NAMES)
  const urls = await askKinds(house, first, (kind, ids) => kind.addresses(reader, ids))
  return first.flatMap((one) => {
    const url = urls.get(keyOf(one))
    return url ? [{ kind: one.kind as 'person' | 'board', label: one.name, url }] : []
  })
}
