const SCRIPTS = [
  ['Latin', /\p{Script=Latin}/u],
  ['Han', /\p{Script=Han}/u],
  ['Hiragana', /\p{Script=Hiragana}/u],
  ['Katakana', /[\p{Script=Katakana}ー]/u],
  ['Hangul', /\p{Script=Hangul}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['Bengali', /\p{Script=Bengali}/u],
  ['Tamil', /\p{Script=Tamil}/u],
  ['Telugu', /\p{Script=Telugu}/u],
  ['Kannada', /\p{Script=Kannada}/u],
  ['Malayalam', /\p{Script=Malayalam}/u],
  ['Gujarati', /\p{Script=Gujarati}/u],
  ['Gurmukhi', /\p{Script=Gurmukhi}/u],
  ['Oriya', /\p{Script=Oriya}/u],
  ['Sinhala', /\p{Script=Sinhala}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Georgian', /\p{Script=Georgian}/u],
  ['Ethiopic', /\p{Script=Ethiopic}/u],
  ['Khmer', /\p{Script=Khmer}/u],
  ['Lao', /\p{Script=Lao}/u],
  ['Myanmar', /\p{Script=Myanmar}/u],
  ['Tibetan', /\p{Script=Tibetan}/u],
  ['Mongolian', /\p{Script=Mongolian}/u],
] as const

/** Unicode script of a letter; `Common` for punctuation, digits, marks and scripts we have no name for. */
export type Script = (typeof SCRIPTS)[number][0] | 'Common'

const LETTER = /\p{L}/u

/** Script of the first character of `ch`. */
export function scriptOf(ch: string): Script {
  const code = ch.codePointAt(0) ?? 0
  if (code < 0x80) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) ? 'Latin' : 'Common'
  if (code >= 0x4e00 && code <= 0x9fff) return 'Han'
  const first = String.fromCodePoint(code)
  return SCRIPTS.find(([, pattern]) => pattern.test(first))?.[0] ?? 'Common'
}

/** True when the first character of `ch` is a Han character. */
export function isHan(ch: string): boolean {
  return scriptOf(ch) === 'Han'
}

/** Letters of each script in `text`, as counts. */
export function scriptCounts(text: string): Map<Script, number> {
  const counts = new Map<Script, number>()
  for (const ch of text) {
    if (ch < 'A' || !(LETTER.test(ch) || ch === 'ー')) continue
    const script = scriptOf(ch)
    if (script !== 'Common') counts.set(script, (counts.get(script) ?? 0) + 1)
  }
  return counts
}

/** Share (0..1, together 1) of each script among the letters of `text`; empty when it has none. */
export function scriptShares(text: string): Partial<Record<Script, number>> {
  const counts = scriptCounts(text)
  const total = [...counts.values()].reduce((a, b) => a + b, 0)
  return Object.fromEntries([...counts].map(([script, n]) => [script, n / total]))
}
