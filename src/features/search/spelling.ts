/** Symmetric deletes (W. Garbe, SymSpell, 2012) for one edit: an index of words with one letter left out. */

const SHORTEST = 4
const LONGEST = 24
const LATIN = /^[a-z]+$/

/** Whether spelling is offered for this folded word. */
export const isSpelled = (word: string): boolean => word.length >= SHORTEST && word.length <= LONGEST && LATIN.test(word)

/** The word, and the word with each letter left out. */
export function deletions(word: string): string[] {
  const keys = new Set([word])
  for (let at = 0; at < word.length; at += 1) keys.add(word.slice(0, at) + word.slice(at + 1))
  return [...keys]
}

/** Optimal string alignment distance, cut off above `most`: 0, 1 … most + 1. */
export function distance(a: string, b: string, most = 1): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let twoAgo: number[] = []
  let before = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (twoAgo[j - 2] ?? 0) + 1)
      row.push(best)
    }
    twoAgo = before
    before = row
  }
  return Math.min(before[b.length] ?? most + 1, most + 1)
}

/** Of candidates, those one edit away, nearest in length first. */
export const nearest = (word: string, candidates: string[]): string[] =>
  candidates
    .filter((candidate) => distance(word, candidate) === 1)
    .sort((a, b) => Math.abs(a.length - word.length) - Math.abs(b.length - word.length) || a.localeCompare(b))
