import { sameLanguage } from './locale.ts'

/** The text a reader reads best of those in several languages, and the others: exact tag, same language, English, any. */
export function bestText(texts: Record<string, string>, wanted: readonly string[]): { language: string; text: string; others: string[] } | null {
  const languages = Object.keys(texts)
  const find = (fits: (one: string, tag: string) => boolean) => wanted.flatMap((tag) => languages.filter((one) => fits(one, tag)))[0]
  const language = find((one, tag) => one === tag) ?? find(sameLanguage) ?? languages.find((one) => one === 'en') ?? languages[0]
  return language === undefined ? null : { language, text: texts[language] ?? '', others: languages.filter((one) => one !== language) }
}
