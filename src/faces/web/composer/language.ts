import { baseOf } from '../locale.ts'

const SCRIPTS: [RegExp, string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'],
]
const NOT_LATIN = new Set(['zh', 'ja', 'ko', 'ru', 'uk', 'be', 'bg', 'sr', 'ar', 'fa', 'ur', 'he', 'el', 'th', 'hi', 'mr'])
const LEAST = 4
/** Letters of each script as `Intl` names it; others are not judged. */
const LETTERS: Readonly<Record<string, RegExp>> = {
  Latn: /\p{Script=Latin}/gu,
  Hans: /\p{Script=Han}/gu,
  Hant: /\p{Script=Han}/gu,
  Jpan: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Kore: /[\p{Script=Hangul}\p{Script=Han}]/gu,
  Cyrl: /\p{Script=Cyrillic}/gu,
  Arab: /\p{Script=Arabic}/gu,
}
/** Below this share of a text its language is somewhere else; in mixed texts it has more. */
const LITTLE = 0.1

/** A first guess while one types, by script and by what the writer writes; the server looks more closely. null: too little to say. */
export function guessLanguage(text: string, writes: readonly string[]): string | null {
  if ([...text.trim()].length < LEAST) return null
  for (const [script, language] of SCRIPTS) {
    const share = (text.match(script)?.length ?? 0) / (text.match(/\p{L}/gu)?.length ?? 1)
    // A little kana among Han is Japanese; other scripts must carry a third of the text.
    if (share > (language === 'ja' ? 0.08 : 0.34)) return writes.find((one) => baseOf(one) === language) ?? (language === 'zh' ? 'zh-Hans' : language)
  }
  return writes.find((one) => !NOT_LATIN.has(baseOf(one))) ?? (/\p{Script=Latin}/u.test(text) ? 'en' : null)
}

/** Whether hardly a letter of the text is of those that the named language is written with. */
export function hardlyIn(named: string, text: string): boolean {
  const own = LETTERS[new Intl.Locale(named).maximize().script ?? '']
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return own !== undefined && letters >= LEAST && (text.match(own)?.length ?? 0) / letters < LITTLE
}
