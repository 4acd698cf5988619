/** Base language of a tag: `zh-Hans-CN` → `zh`. */
export const baseOf = (tag: string): string => tag.toLowerCase().split('-', 1)[0] ?? tag

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'ckb', 'yi'])
export const directionOf = (tag: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.has(baseOf(tag)) ? 'rtl' : 'ltr')

/** Interface languages by their own names. */
export const interfaceNames: Record<string, string> = {
  en: 'English',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  ja: '日本語',
  ko: '한국어',
  es: 'Español',
  fr: 'Français',
  ru: 'Русский',
  ar: 'العربية',
}

const MARKS: Record<string, string> = { zh: '中', yue: '粤', ja: '日', ko: '한', ar: 'ع', ru: 'РУ', el: 'ΕΛ', he: 'ע', hi: 'हि', th: 'ไท' }
/** One or two letters that readers of a language know it by: `中`, `EN`. */
export const markOf = (tag: string): string => MARKS[baseOf(tag)] ?? baseOf(tag).toUpperCase()
/** Two tags that the same reader reads: `en` and `en-GB`; `zh-Hans` and `zh-Hant` differ in script but not in language. */
export const sameLanguage = (a: string, b: string): boolean => baseOf(a) === baseOf(b)
