import type { Fields } from '../../../forms.ts'
import { baseOf, interfaceNames } from '../../../locale.ts'

/** Languages of words and of meanings: Chinese once, in the form its dictionary has. */
export const wordLanguages: readonly (readonly [code: string, name: string])[] = Object.entries(interfaceNames).flatMap(([tag, name]) =>
  tag === 'zh-Hant' ? [] : [[tag, tag === 'zh-Hans' ? '中文' : name] as const],
)
/** The one of them that a tapped word is in; Chinese when it is in none. */
export const wordLanguage = (tag: string | null): string => wordLanguages.find(([code]) => tag !== null && baseOf(code) === baseOf(tag))?.[0] ?? 'zh-Hans'
/** Those that have no field of their own. */
export const otherLanguages = wordLanguages.filter(([code]) => baseOf(code) !== 'en' && baseOf(code) !== 'zh')

/** What it means in one reader's language: Chinese and English have their own places. */
export const meaningFor = (word: { en: string; zhHans: string; meanings: Record<string, string> }, locale: string): string =>
  word.meanings[baseOf(locale)] || (baseOf(locale) === 'zh' ? word.zhHans || word.en : word.en || word.zhHans) || Object.values(word.meanings)[0] || ''

export const meaningsOf = (fields: Fields): Record<string, string> =>
  Object.fromEntries(otherLanguages.filter(([code]) => fields.data.has(`meaning-${code}`)).map(([code]) => [code, fields.text(`meaning-${code}`)]))
