import { FEATURE_COUNT, featuresOf, type Sight } from './features.ts'
import { scoreOf } from './heads.ts'
import type { Candidate, Heads } from './types.ts'

export interface Ranked {
  readonly note: Candidate
  readonly score: number
}

/** Highest score first; ties by id, so that the order is total. */
export function rank(notes: readonly Candidate[], heads: Heads, sight: Sight): Ranked[] {
  const features = new Float64Array(FEATURE_COUNT)
  const told = new Uint8Array(FEATURE_COUNT)
  return notes
    .map((note) => ({ note, score: scoreOf(heads, featuresOf(note, sight, features), told) }))
    .sort((a, b) => b.score - a.score || (a.note.id < b.note.id ? 1 : -1))
}
