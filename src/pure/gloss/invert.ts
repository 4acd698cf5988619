import type { CedictEntry } from './cedict.ts'

/** A Chinese word for an English one, found by reading the dictionary backwards; `sense` is the whole sense it came from. */
export type Reverse = { zh: string; traditional: string; pinyin: string; sense: string }

const SKIPPED = /variant of|see also|^see |used in|^CL:|^surname |abbr\. (?:for|of)|^also pr\.|Taiwan pr\./
const MARKED = /\((?:old|literary|archaic|dialect|bound form|loanword|coll\.|slang|Tw|Buddhism|chemistry)[^)]*\)/
const MAX_WORDS = 4
const MAX_PER_HEADWORD = 12

/** `to play (a wind instrument)` → `play`; empty when it is an explanation, not a word. */
function headwordOf(part: string): string {
  const bare = part
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/^(?:to be|to|a|an|the) (?=\S)/, '')
    .replace(/[!?.]+$/, '')
  const words = bare.split(' ')
  return words.length <= MAX_WORDS && /^[a-z0-9][a-z0-9 '&.-]*$/.test(bare) ? bare : ''
}

/** English words a sense names, e.g. `to embroider; embroidery` → `embroider`, `embroidery`; none of explanations and pointers. */
export const englishOf = (sense: string): string[] => (SKIPPED.test(sense) ? [] : sense.split(/[;,]/).map(headwordOf).filter(Boolean))

type Ranked = Reverse & { score: number }

function rankedOf(entry: CedictEntry, frequency: (word: string) => number): [string, Ranked][] {
  const { simplified: zh, traditional, pinyin } = entry
  const length = [...zh].length
  const common = Math.log10(frequency(zh) + 1)
  return entry.senses.flatMap((sense, nth) => {
    if (SKIPPED.test(sense)) return []
    const marked = MARKED.test(sense) ? 1.5 : 0
    return sense.split(/[;,]/).flatMap((part, mth): [string, Ranked][] => {
      const headword = headwordOf(part)
      const score = nth + mth * 0.5 + marked + (length === 1 ? 1.2 : (length - 2) * 0.5) - common * 0.6
      return headword ? [[headword, { zh, traditional, pinyin, sense, score }]] : []
    })
  })
}

/**
 * English headword (lower case, without to/a/the and brackets) → Chinese words, best first, at most 12. First senses, words of
 * two characters and frequent words lead; `frequency` gives a word's count in some corpus (0 when unknown). Variants and pointers
 * are left out. To be shown as reverse lookup: it is not a dictionary from English.
 */
export function invertCedict(entries: readonly CedictEntry[], frequency: (word: string) => number = () => 0): Map<string, Reverse[]> {
  const found = new Map<string, Ranked[]>()
  for (const entry of entries) {
    for (const [headword, ranked] of rankedOf(entry, frequency)) {
      const list = found.get(headword)
      if (!list) found.set(headword, [ranked])
      else list.push(ranked)
    }
  }
  return withSingulars(new Map([...found].map(([headword, list]) => [headword, bestOf(list)])))
}

/** Much is listed only in the plural (`noodles`); a tap on the singular shall find it too. */
function withSingulars(found: Map<string, Reverse[]>): Map<string, Reverse[]> {
  for (const [headword, list] of [...found]) {
    const singular = headword.replace(/(?<![su])s$/, '')
    if (singular.length > 2 && !found.has(singular)) found.set(singular, list)
  }
  return found
}

function bestOf(list: Ranked[]): Reverse[] {
  const seen = new Set<string>()
  const sorted = list.toSorted((a, b) => a.score - b.score).filter(({ zh }) => !seen.has(zh) && seen.add(zh))
  return sorted.slice(0, MAX_PER_HEADWORD).map(({ zh, traditional, pinyin, sense }) => ({ zh, traditional, pinyin, sense }))
}
