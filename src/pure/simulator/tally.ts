import { gini } from '#pure/recommender/metrics.ts'
import { NOTE_TOPICS, TOPICS } from './atlas.ts'
import { isForeign } from './behaviour.ts'
import { DID } from './place.ts'
import type { Look } from './run.ts'
import type { World } from './world.ts'

/** What one feed came to over the measured days. Shares are 0 … 1. */
export interface Figures {
  /** Likes and saves that the world expects of what was looked at, a reader and day. */
  engagement: number
  /** Likes that happened, of looks. */
  likeRate: number
  /** Looks at notes in a language that the reader does not read. */
  acrossShare: number
  /** Of the first topics of what one reader looked at in a week, in bits; mean over readers, week after week. */
  entropy: number[]
  /** How unevenly looks fall on authors. */
  authorGini: number
  looks: number
}

/** In days: looks within so many of a note's publication count for its promise. */
export const PROMISE_DAYS = 10
const WEEK = 7
/** Readers who looked at fewer notes in a week say nothing of its variety. */
const LEAST_LOOKS = 20

/** Counts looks while a run goes on. */
export interface Tally {
  count(look: Look): void
  figures(): Figures
  /** By note: looks in its first ten days. */
  readonly early: Uint32Array
  /** By author. */
  readonly ofAuthor: Uint32Array
}

export function tallyOf(world: World): Tally {
  const { notes, readers, authors, days } = world
  const weeks = Math.max(1, Math.floor(days / WEEK))
  const topics = new Uint16Array(weeks * readers.count * TOPICS)
  const early = new Uint32Array(notes.count)
  const ofAuthor = new Uint32Array(authors.length)
  const sums = { looks: 0, worth: 0, likes: 0, across: 0 }
  return {
    early,
    ofAuthor,
    count({ reader, note, at, worth, did }) {
      sums.looks++
      sums.worth += worth
      if (did & DID.like) sums.likes++
      if (isForeign(world, reader, note)) sums.across++
      ;(ofAuthor[notes.author[note] as number] as number)++
      if (at - (notes.at[note] as number) < PROMISE_DAYS) (early[note] as number)++
      const week = Math.min(weeks - 1, Math.floor(at / WEEK))
      ;(topics[(week * readers.count + reader) * TOPICS + (notes.topics[note * NOTE_TOPICS] as number)] as number)++
    },
    figures: () => ({
      engagement: sums.worth / (readers.count * days),
      likeRate: sums.likes / Math.max(1, sums.looks),
      acrossShare: sums.across / Math.max(1, sums.looks),
      entropy: Array.from({ length: weeks }, (_, week) => meanEntropy(topics, week * readers.count, readers.count)),
      authorGini: gini(ofAuthor),
      looks: sums.looks,
    }),
  }
}

function meanEntropy(counts: Uint16Array, first: number, readers: number): number {
  let [sum, judged] = [0, 0]
  for (let row = first; row < first + readers; row++) {
    const own = counts.subarray(row * TOPICS, (row + 1) * TOPICS)
    const total = own.reduce((a, b) => a + b, 0)
    if (total < LEAST_LOOKS) continue
    sum += entropyOf(own, total)
    judged++
  }
  return judged === 0 ? 0 : sum / judged
}

/** In bits (Shannon 1948). */
function entropyOf(counts: ArrayLike<number>, total: number): number {
  let bits = 0
  for (let at = 0; at < counts.length; at++) {
    const share = (counts[at] as number) / total
    if (share > 0) bits -= share * Math.log2(share)
  }
  return bits
}
