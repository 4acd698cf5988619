import { canonicalLanguage } from '#pure/lexicon/languages.ts'

/** How engines call the languages that they do not call by our tags. */
type Codes = Record<string, string>

const LIBRE_NEW: Codes = { no: 'nb', fil: 'tl' }
const LIBRE_OLD: Codes = { ...LIBRE_NEW, 'zh-Hans': 'zh', 'zh-Hant': 'zt' }
const DEEPL_SOURCE: Codes = { 'zh-Hans': 'ZH', 'zh-Hant': 'ZH', no: 'NB' }
const DEEPL_TARGET: Codes = { 'zh-Hans': 'ZH-HANS', 'zh-Hant': 'ZH-HANT', en: 'EN-US', pt: 'PT-PT', no: 'NB' }

const code = (codes: Codes, language: string): string => {
  const ours = canonicalLanguage(language)
  return codes[ours] ?? ours
}

/** LibreTranslate names Chinese zh-Hans/zh-Hant since 1.6; older ones say zh and zt. */
export const libreCodes = { modern: (language: string) => code(LIBRE_NEW, language), older: (language: string) => code(LIBRE_OLD, language) }
export const deeplSource = (language: string): string => code(DEEPL_SOURCE, language).toUpperCase()
export const deeplTarget = (language: string): string => code(DEEPL_TARGET, language).toUpperCase()

const names = new Intl.DisplayNames(['en'], { type: 'language' })
/** `zh-Hans` → `Simplified Chinese`. */
export const englishName = (language: string): string => names.of(canonicalLanguage(language)) ?? language
