import type { Tx } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import { type ActorId, isUuid } from '#ground/ids/index.ts'
import { foldLabel } from '#pure/lexicon/fold.ts'
import { truncateGraphemes } from '#pure/text/graphemes.ts'
import { labelLanguage } from '#pure/topics/label-language.ts'
import { keepWriter } from './queries/seen.ts'
import { insertTopic, lockLabels, topicById, topicsByLabels } from './queries/topics.ts'
import { MOST_LABEL_GRAPHEMES } from './topic.ts'

/**
 * Hashtags or labels in any language → topic ids, in order and without doubles; what nobody has written before becomes a topic.
 * `names` may also be topic ids. Empty and symbol-only labels are passed over.
 */
export async function resolveHashtags(tx: Tx, { clock, ids }: Ground, names: string[], language: string, by: ActorId): Promise<string[]> {
  const labels = names.map((name) => truncateGraphemes(name.replace(/^[#＃]/, '').trim(), MOST_LABEL_GRAPHEMES)).filter((label) => foldLabel(label) !== '')
  const known = await topicsByLabels(tx, labels, language)
  const unknown = labels.filter((label) => !known.has(label))
  if (unknown.length > 0) {
    await lockLabels(tx, unknown.map(foldLabel))
    // Somebody else may have been first.
    for (const [label, id] of await topicsByLabels(tx, unknown, language)) known.set(label, id)
  }
  const resolved: string[] = []
  for (const label of labels) {
    const id = known.get(label) ?? (await topicById(tx, label.toLowerCase()))?.id ?? (await make(label))
    known.set(label, id)
    if (!resolved.includes(id)) resolved.push(id)
  }
  const written = resolved.map((id) => {
    const label = labels.find((one) => known.get(one) === id && !isUuid(one))
    return { id, label: label === undefined ? null : { label, language: labelLanguage(label, language) } }
  })
  await keepWriter(tx, written, by)
  return resolved

  async function make(label: string): Promise<string> {
    const slug = foldLabel(label)
    const id = /^[a-z0-9]{2,40}$/.test(slug) && !(await topicById(tx, slug)) ? slug : ids.next()
    await insertTopic(tx, { id, label, language: labelLanguage(label, language), by, at: clock.now() })
    return id
  }
}
