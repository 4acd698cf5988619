import { codeOf, FEATURE_COUNT, featuresOf, type Sight } from './features.ts'
import { contributionsOf } from './heads.ts'
import type { Candidate, Heads, Reason, ReasonCode } from './types.ts'

/** Most reasons that are told of a note. */
const MOST = 4
/** Parts smaller than this, of either sign, are none. */
const NOTHING = 1e-12

/** Why a note scores as it does: parts that add up to its score, largest first; what does not fit into four is one, `rest`. */
export function reasonsFor(note: Candidate, heads: Heads, sight: Sight): Reason[] {
  const { base, parts } = contributionsOf(heads, featuresOf(note, sight, new Float64Array(FEATURE_COUNT)))
  const sums = new Map<ReasonCode, number>([['note', base]])
  for (const [feature, part] of parts.entries()) sums.set(codeOf(feature), (sums.get(codeOf(feature)) ?? 0) + part)
  const all = [...sums]
    .filter(([, contribution]) => Math.abs(contribution) > NOTHING)
    .map(([code, contribution]): Reason => ({ code, contribution, about: aboutOf(code, note, sight) }))
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
  const told = all.length > MOST ? all.slice(0, MOST - 1) : all
  const rest = all.slice(told.length).reduce((sum, { contribution }) => sum + contribution, 0)
  told.sort((a, b) => b.contribution - a.contribution)
  return all.length > MOST ? [...told, { code: 'rest', contribution: rest }] : told
}

function aboutOf(code: ReasonCode, { topics, author, language }: Candidate, { reader, profile }: Sight): string | undefined {
  if (code === 'topic') return topics.find((topic) => reader.topics.has(topic))
  if (code === 'person') return author
  if (code === 'language') return language
  if (code !== 'liked') return undefined
  const weight = (topic: string) => (profile.topics.get(topic) ?? 0) + (profile.hiddenTopics.get(topic) ?? 0)
  return topics.reduce<string | undefined>((best, topic) => (weight(topic) > (best === undefined ? 0 : weight(best)) ? topic : best), undefined)
}
