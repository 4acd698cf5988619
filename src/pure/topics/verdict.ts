/** What stands between two topics: nobody has decided, they are one, or they are known not to be. */
export type Verdict = 'open' | 'same' | 'apart'

/** An answer to *are these the same?*; whoever does not read both sides can only object. */
export interface Answer {
  value: 1 | -1
  readsBoth: boolean
}

/** So many readers of both sides, the proposer among them. */
export const READERS_NEEDED = 3

export interface Tally {
  same: number
  /** All who object. */
  against: number
  /** Those of them who read both sides. */
  readersAgainst: number
}

export const tallyOf = (answers: readonly Answer[]): Tally => ({
  same: answers.filter(({ value, readsBoth }) => value === 1 && readsBoth).length,
  against: answers.filter(({ value }) => value === -1).length,
  readersAgainst: answers.filter(({ value, readsBoth }) => value === -1 && readsBoth).length,
})

/**
 * What the answers make of a pair. *The same* takes three more who confirm than object; *not the same* takes three readers of both who object, and more
 * of them than confirm. In between it stays what it is, so that one change of mind does not tear apart what three put together.
 */
export function verdictOf(now: Verdict, { same, against, readersAgainst }: Tally): Verdict {
  if (same - against >= READERS_NEEDED) return 'same'
  if (readersAgainst >= READERS_NEEDED && readersAgainst > same) return 'apart'
  return now
}
