import type { NoteFacts } from '../queries/training.ts'

/** What a note says of itself, as names of terms. */
export const termsOf = ({ topics, language, author }: Pick<NoteFacts, 'topics' | 'language' | 'author'>): string[] => [
  ...topics.map((topic) => `topic:${topic}`),
  `language:${language}`,
  `author:${author}`,
]

/** Languages that have a bit of their own; the last bit is for all others together. */
const OWN_BITS = 31

/** The bits of languages, of which `known` has those of their own, the commonest first. */
export function languageBits(known: readonly string[], languages: Iterable<string>): number {
  let bits = 0
  for (const language of languages) {
    const at = known.indexOf(language)
    bits |= 1 << (at < 0 ? OWN_BITS : at)
  }
  return bits
}

/** The commonest, as many as have a bit of their own. */
export function commonest(counts: ReadonlyMap<string, number>): string[] {
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, OWN_BITS)
    .map(([language]) => language)
}
