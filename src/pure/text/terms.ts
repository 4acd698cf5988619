import type { Hidden } from './protect.ts'

/** A word that is always translated the same way, or, where both are equal, never. */
export type Term = { term: string; translation: string }

/** Where terms stand in `text`, longest first where they overlap. Latin and the like only as whole words; case does not matter. Offsets in UTF-16. */
export function findTerms(text: string, terms: readonly Term[]): (Hidden & { as: string })[] {
  const found: (Hidden & { as: string })[] = []
  for (const { term, translation } of [...terms].sort((a, b) => b.term.length - a.term.length)) {
    if (term === '') continue
    for (const { index, 0: said } of text.matchAll(patternOf(term))) {
      const end = index + said.length
      if (!found.some((other) => index < other.end && other.start < end)) found.push({ start: index, end, as: translation })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Letters of writings that put spaces between words. */
const SPACED = String.raw`[[\p{L}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]]`

function patternOf(term: string): RegExp {
  const edge = (sign: string, look: string) => (new RegExp(`^${SPACED}$`, 'v').test(sign) ? `${look}${SPACED})` : '')
  const signs = [...term]
  return new RegExp(`${edge(signs[0] ?? '', '(?<!')}${term.replaceAll(/[\^$\\.*+?()[\]{}|/]/g, String.raw`\$&`)}${edge(signs.at(-1) ?? '', '(?!')}`, 'giv')
}
