import { headsSeen, topicBriefs, topicsByPrefix } from '#features/topics/index.ts'
import type { Ground } from '#ground/feature.ts'
import { type Viewer, viewerId } from '#ground/http/viewer.ts'
import { namesLike } from './names.ts'

export interface Suggestion {
  kind: 'topic' | 'person' | 'board'
  label: string
  labels?: { language: string; label: string }[]
  url: string
}

const MOST = 8
const MOST_NAMES = 3

/** Topics first (each in both scripts), then people and boards whose name begins or sounds so and whom this viewer may see. */
export async function suggest({ db, house }: Ground, viewer: Viewer, q: string): Promise<Suggestion[]> {
  const reader = db.read()
  const me = viewerId(viewer)
  const [labelled, names] = await Promise.all([topicsByPrefix(reader, q, MOST, me), namesLike(reader, q, MOST_NAMES * 8)])
  const sounding = names.filter(({ kind }) => kind === 'topic').map(({ id }) => id)
  const ids = [...new Set([...labelled, ...(await headsSeen(reader, [...new Set(sounding)], me)).values()])]
  const briefs = await topicBriefs(reader, ids, viewer.locale)
  const named: Suggestion[] = []
  for (const { kind, id, name } of names.filter((one) => one.kind !== 'topic').slice(0, MOST_NAMES * 4)) {
    if (named.length === MOST_NAMES) break
    const contribution = house.subjects.get(kind)
    if (!contribution || !(await contribution.readable(reader, viewer, [id])).has(id)) continue
    const url = await contribution.address(reader, id)
    if (url && !named.some((one) => one.url === url)) named.push({ kind: kind as 'person' | 'board', label: name, url })
  }
  const topics = ids.flatMap((id): Suggestion[] => {
    const brief = briefs.get(id)
    return brief ? [{ kind: 'topic', label: brief.label, labels: brief.labels, url: brief.url }] : []
  })
  return [...topics.slice(0, MOST - named.length), ...named]
}
