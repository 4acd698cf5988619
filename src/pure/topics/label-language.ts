const LETTERS: readonly [RegExp, readonly string[]][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, ['ja']],
  [/\p{Script=Hangul}/u, ['ko']],
  [/\p{Script=Han}/u, ['zh-Hans', 'zh-Hant', 'zh', 'ja', 'yue', 'wuu']],
  [/\p{Script=Cyrillic}/u, ['ru', 'uk', 'be', 'bg', 'sr', 'mk', 'kk', 'ky', 'mn', 'tg']],
  [/\p{Script=Arabic}/u, ['ar', 'fa', 'ur', 'ug', 'ps', 'ckb']],
]
const NOT_LATIN = new Set(['zh-Hans', 'zh-Hant', 'zh', 'ja', 'ko', 'ru', 'uk', 'be', 'bg', 'ar', 'fa', 'ur', 'he', 'th', 'hi', 'bn', 'el', 'yue'])

/** What language a tag is in: that of the note, unless its letters say otherwise (`#朋克` in an English note, `#punk` in a Chinese one). */
export function labelLanguage(label: string, noteLanguage: string): string {
  const written = LETTERS.find(([letters]) => letters.test(label))?.[1]
  if (written) return written.includes(noteLanguage) ? noteLanguage : (written[0] ?? noteLanguage)
  return NOT_LATIN.has(noteLanguage) && /\p{Script=Latin}/u.test(label) ? 'en' : noteLanguage
}
