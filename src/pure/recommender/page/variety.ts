import { gumbel, mix } from './draw.ts'
import type { Ranked } from './rank.ts'
import type { Candidate } from './types.ts'
import { variety } from './weights.ts'

/** A note that waits for a slot. */
export interface Waiting extends Ranked {
  taken: boolean
  /** Likeness to the first notes of the page, added up, and to how many: kept up as it is asked for. */
  likeness: number
  upTo: number
}

export const waiting = ({ note, score, utility, hash }: Ranked): Waiting => ({ note, score, utility, hash, taken: false, likeness: 0, upTo: 0 })

/** How alike two notes are, 0–1.1, by topics and language. */
export function likenessOf(a: Candidate, b: Candidate): number {
  const language = a.language === b.language ? variety.sameLanguage : 0
  const [first] = a.topics
  if (first === undefined || b.topics.length === 0) return language
  let shared = 0
  for (const topic of a.topics) if (b.topics.includes(topic)) shared += 1
  if (shared === 0) return language
  const jaccard = shared / (a.topics.length + b.topics.length - shared)
  return language + (first === b.topics[0] ? variety.sameTopic : 0) + variety.sharedTopics * jaccard
}

type Utility = (note: Waiting, page: readonly { note: Candidate }[]) => number

/** Marginal relevance in logarithms: the score less what repetition costs on a page that has these already. */
export const marginal: Utility = (note, page) => {
  for (; note.upTo < page.length; note.upTo += 1) note.likeness += likenessOf(note.note, (page[note.upTo] as { note: Candidate }).note)
  return note.utility - variety.repetition * Math.log1p(note.likeness)
}

/** What an unknown note may turn out to be worth: the fewer reacted to it, the more of a chance it gets (optimism under uncertainty). */
export const hopeful: Utility = (note, page) => marginal(note, page) + 2 ** (-(note.note.quality - 1) / 2)

/** Terms whose chance is less than e^−15 of the best are none. */
const HORIZON = 15

/**
 * Draws one: the chance of each is exp(utility / temperature), made to sum to 1. The noise depends on seed, slot and note alone, so that
 * a change far away in the list leaves the draw as it was. Null of none.
 */
export function drawOne(
  notes: readonly Waiting[],
  heightOf: (note: Waiting) => number,
  { seed, slot }: { seed: number; slot: number },
): { chosen: Waiting; propensity: number } | null {
  const heights = notes.map(heightOf)
  const top = heights.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const key = mix(seed | 0, slot)
  let best: Waiting | null = null
  let [bestHeight, bestNoisy, sum] = [0, Number.NEGATIVE_INFINITY, 0]
  for (let i = 0; i < notes.length; i += 1) {
    const height = heights[i] as number
    if (height < top - HORIZON) continue
    sum += Math.exp(height - top)
    const note = notes[i] as Waiting
    const noisy = height + gumbel(mix(key, note.hash))
    if (noisy > bestNoisy) [best, bestHeight, bestNoisy] = [note, height, noisy]
  }
  return best && { chosen: best, propensity: Math.exp(bestHeight - top) / sum }
}
