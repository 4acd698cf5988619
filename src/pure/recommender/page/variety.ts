import { gumbel } from './draw.ts'
import type { Ranked } from './rank.ts'
import type { Candidate } from './types.ts'
import { variety } from './weights.ts'

/** A note that waits for a slot. */
export interface Waiting extends Ranked {
  /** ln of its score; a score of nothing or less is next to nothing. */
  readonly utility: number
  /** Likeness to each note on the page so far, added up. */
  likeness: number
}

export const waiting = (ranked: Ranked): Waiting => ({ ...ranked, utility: Math.log(Math.max(ranked.score, 1e-9)), likeness: 0 })

/** How alike two notes are, 0–1.1, by topics and language. */
export function likenessOf(a: Candidate, b: Candidate): number {
  const language = a.language === b.language ? variety.sameLanguage : 0
  const [first] = a.topics
  if (first === undefined || b.topics.length === 0) return language
  const shared = a.topics.reduce((count, topic) => count + (b.topics.includes(topic) ? 1 : 0), 0)
  const jaccard = shared / (a.topics.length + b.topics.length - shared)
  return language + (first === b.topics[0] ? variety.sameTopic : 0) + variety.sharedTopics * jaccard
}

/** Marginal relevance in logarithms: the score less what repetition costs. */
export const marginal = ({ utility, likeness }: Waiting): number => utility - variety.repetition * Math.log1p(likeness)

/** What an unknown note may turn out to be worth: the fewer reacted to it, the more of a chance it gets (optimism under uncertainty). */
export const hopeful = (note: Waiting): number => marginal(note) + 2 ** (-(note.note.quality - 1) / 2)

/** Terms whose chance is less than e^−30 of the best are none. */
const HORIZON = 30

/**
 * Draws one: the chance of each is exp(utility / temperature), made to sum to 1. The noise depends on seed, slot and note alone, so that
 * a change far away in the list leaves the draw as it was.
 */
export function drawOne(
  notes: readonly Waiting[],
  utility: (note: Waiting) => number,
  { temperature, seed, slot }: { temperature: number; seed: number; slot: number },
): { chosen: Waiting; propensity: number } | null {
  const heights = notes.map((note) => utility(note) / temperature)
  const top = heights.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  let best: { chosen: Waiting; height: number; noisy: number } | null = null
  let sum = 0
  for (const [i, height] of heights.entries()) {
    if (height < top - HORIZON) continue
    sum += Math.exp(height - top)
    const chosen = notes[i] as Waiting
    const noisy = height + gumbel(seed, `${slot} ${chosen.note.id}`)
    if (best === null || noisy > best.noisy) best = { chosen, height, noisy }
  }
  return best && { chosen: best.chosen, propensity: Math.exp(best.height - top) / sum }
}
