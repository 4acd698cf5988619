import { topicBriefs, topicsByPrefix } from '#features/topics/index.ts'
import type { Ground } from '#ground/feature.ts'
import { type Viewer, viewerId } from '#ground/http/viewer.ts'
import { foldLabelLoose } from '#pure/lexicon/fold.ts'
import { namesByPrefix } from './queries/documents.ts'

export interface Suggestion {
  kind: 'topic' | 'person' | 'board'
  label: string
  labels?: { language: string; label: string }[]
  url: string
}

const MOST = 8
const MOST_NAMES = 3

/** Topics first (each in both scripts), then people and boards whose name begins so and whom this viewer may see. */
export async function suggest({ db, house }: Ground, viewer: Viewer, q: string): Promise<Suggestion[]> {
  const folded = foldLabelLoose(q)
  if (folded === '') return []
  const reader = db.read()
  const [ids, names] = await Promise.all([topicsByPrefix(reader, q, MOST, viewerId(viewer)), namesByPrefix(reader, folded, MOST_NAMES * 4)])
  const briefs = await topicBriefs(reader, ids, viewer.locale)
  const named: Suggestion[] = []
  for (const { kind, id, name } of names) {
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
