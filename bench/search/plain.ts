/** What any full text search does, to measure ours beside: Okapi BM25 (k1 1.2, b 0.75) over the words themselves, any of them. */
import { indexTerms, queryTerms } from '#pure/lexicon/terms.ts'

const K1 = 1.2
const B = 0.75

export interface Text {
  id: string
  text: string
}

/** Answers ids, best first. */
export function plainSearch(texts: readonly Text[]): (query: string) => string[] {
  const documents = texts.map(({ id, text }) => ({ id, words: countsOf(text) }))
  const lengths = documents.map(({ words }) => [...words.values()].reduce((a, b) => a + b, 0))
  const mean = lengths.reduce((a, b) => a + b, 0) / documents.length
  return (query) => {
    const { all, prefix } = queryTerms(query)
    const terms = prefix ? [...all, prefix] : all
    const scores = new Map<string, number>()
    for (const term of new Set(terms)) {
      const holding = documents.filter(({ words }) => words.has(term)).length
      const rare = Math.log(1 + (documents.length - holding + 0.5) / (holding + 0.5))
      for (const [at, { id, words }] of documents.entries()) {
        const count = words.get(term) ?? 0
        if (count > 0) scores.set(id, (scores.get(id) ?? 0) + (rare * count * (K1 + 1)) / (count + K1 * (1 - B + (B * (lengths[at] ?? 0)) / mean)))
      }
    }
    return [...scores].sort(([a, x], [b, y]) => y - x || a.localeCompare(b)).map(([id]) => id)
  }
}

/** `indexTerms` names each term once; lines are counted apart so that what is said often counts more. */
function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of text.split(/[\n.。！？!?]/)) for (const term of indexTerms(line)) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}
