import { FEATURE_COUNT, featuresOf, type Sight } from './features.ts'
import { scoreOf } from './heads.ts'
import { hashOf } from './trail.ts'
import type { Candidate, Heads } from './types.ts'

export interface Ranked {
  readonly note: Candidate
  readonly score: number
  /** ln of its score; a score of nothing or less is next to nothing. */
  readonly utility: number
  readonly hash: number
}

/** Highest score first; ties by id, so that the order is total. */
export function rank(notes: readonly Candidate[], heads: Heads, sight: Sight): Ranked[] {
  const features = new Float64Array(FEATURE_COUNT)
  const told = new Uint8Array(FEATURE_COUNT)
  return notes
    .map((note) => {
      const score = scoreOf(heads, featuresOf(note, sight, features), told)
      return { note, score, utility: Math.log(Math.max(score, 1e-9)), hash: hashOf(note.id) }
    })
    .sort((a, b) => b.score - a.score || (a.note.id < b.note.id ? 1 : -1))
}
