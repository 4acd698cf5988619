import { foldLabelLoose } from '#pure/lexicon/fold.ts'
import { findSpans } from '#pure/text/spans.ts'

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}]+/u
// Written without spaces between words (and Hangul, whose particles hang on the word).
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const HOST = /^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/

/** A text in the two forms that terms are looked for in. */
export interface FoldedText {
  /** Folded words with one space between and around: ` so it is `. */
  spaced: string
  /** The same without any space, so that spaces or signs put into a Chinese word hide nothing. */
  tight: string
}

export function foldForFilter(text: string): FoldedText {
  const words = text.normalize('NFKC').replace(INVISIBLE, '').split(BETWEEN_WORDS).map(foldLabelLoose).filter(Boolean)
  return { spaced: ` ${words.join(' ')} `, tight: words.join('') }
}

/** The form of a term that is stored: whole words for scripts with spaces (` word `), any place for others. Empty when nothing is left of it. */
export function foldTerm(term: string): string {
  const { spaced, tight } = foldForFilter(term)
  return UNSPACED.test(tight) ? tight : tight === '' ? '' : spaced
}

/** Host of a term such as `https://www.example.org/x` or `example.org`; null when it is none. */
export function hostOf(term: string): string | null {
  try {
    const { hostname } = new URL(/^[a-z]+:\/\//i.test(term.trim()) ? term.trim() : `http://${term.trim()}`)
    const host = hostname.replace(/^www\./, '').replace(/\.$/, '')
    return HOST.test(host) && host.length <= 253 ? host : null
  } catch {
    return null
  }
}

/** Every host a text links to, with all its suffixes: `a.example.org` is also `example.org`. At most 500. */
export function hostSuffixes(text: string): string[] {
  const found = new Set<string>()
  for (const span of findSpans(text)) {
    if (span.kind !== 'url' || found.size >= 500) continue
    let rest = hostOf(span.value)
    while (rest?.includes('.')) {
      found.add(rest)
      rest = rest.slice(rest.indexOf('.') + 1)
    }
  }
  return [...found]
}
