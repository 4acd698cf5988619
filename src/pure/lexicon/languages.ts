/** A language one can read or write here. `name` is what its speakers call it; `direction` of its script. */
export type Language = { code: string; name: string; direction: 'ltr' | 'rtl' }

/** Codes of the nine languages of the interface, BCP 47. */
export const interfaceLanguages = ['en', 'zh-Hans', 'zh-Hant', 'ja', 'ko', 'es', 'fr', 'ru', 'ar'] as const

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'ckb', 'ug', 'yi', 'ps'])

const NAMES = `en English|zh-Hans 简体中文|zh-Hant 繁體中文|ja 日本語|ko 한국어|es Español|fr Français|ru Русский|ar العربية|yue 粵語
af Afrikaans|am አማርኛ|az Azərbaycanca|be Беларуская|bg Български|bn বাংলা|bo བོད་སྐད་|ca Català|ckb کوردی|cs Čeština|cy Cymraeg|da Dansk|de Deutsch
el Ελληνικά|eo Esperanto|et Eesti|eu Euskara|fa فارسی|fi Suomi|fil Filipino|ga Gaeilge|gl Galego|gu ગુજરાતી|he עברית|hi हिन्दी|hr Hrvatski|hu Magyar
hy Հայերեն|id Bahasa Indonesia|is Íslenska|it Italiano|ka ქართული|kk Қазақша|km ខ្មែរ|kn ಕನ್ನಡ|ku Kurdî|lo ລາວ|lt Lietuvių|lv Latviešu|mk Македонски
ml മലയാളം|mn Монгол|mr मराठी|ms Bahasa Melayu|my မြန်မာ|ne नेपाली|nl Nederlands|no Norsk|or ଓଡ଼ିଆ|pa ਪੰਜਾਬੀ|pl Polski|ps پښتو|pt Português|ro Română
si සිංහල|sk Slovenčina|sl Slovenščina|sq Shqip|sr Српски|sv Svenska|sw Kiswahili|ta தமிழ்|te తెలుగు|th ไทย|tr Türkçe|ug ئۇيغۇرچە|uk Українська|ur اردو
uz Oʻzbekcha|vi Tiếng Việt|yi ייִדיש|yo Yorùbá|zu isiZulu`

/** All languages one can say one reads or writes, interface languages first. */
export const languages: readonly Language[] = NAMES.split(/[|\n]/).map((entry) => {
  const code = entry.slice(0, entry.indexOf(' '))
  return { code, name: entry.slice(code.length + 1), direction: RIGHT_TO_LEFT.has(code) ? 'rtl' : 'ltr' }
})

const ALIASES: Record<string, string> = { tl: 'fil', nb: 'no', nn: 'no', iw: 'he', in: 'id', ji: 'yi', cmn: 'zh' }
const TRADITIONAL_REGIONS = new Set(['TW', 'HK', 'MO'])

/**
 * A tag in the form we store: Chinese as zh-Hans or zh-Hant (by script, else by region, else simplified), others as
 * their bare language. `und` when it is not a tag at all. Accepts `_` for `-`.
 */
export function canonicalLanguage(tag: string): string {
  const known = canonical.get(tag)
  if (known !== undefined) return known
  const form = canonicalForm(tag)
  if (canonical.size < MOST_KEPT) canonical.set(tag, form)
  return form
}

/** Reading a tag takes some µs, and a page asks some hundred times about the same few. */
const canonical = new Map<string, string>()
const MOST_KEPT = 1_000

function canonicalForm(tag: string): string {
  let locale: Intl.Locale
  try {
    locale = new Intl.Locale(tag.replaceAll('_', '-'))
  } catch {
    return 'und'
  }
  // Some engines leave `language` of `und` undefined.
  const base = ALIASES[locale.language] ?? locale.language ?? 'und'
  if (base !== 'zh') return base
  const traditional = locale.script ? locale.script === 'Hant' : TRADITIONAL_REGIONS.has(locale.region ?? '')
  return traditional ? 'zh-Hant' : 'zh-Hans'
}

/** The language without script or region: `zh-Hant` → `zh`. */
export function baseLanguage(tag: string): string {
  return canonicalLanguage(tag).split('-')[0] ?? 'und'
}

/** True when someone who reads `a` reads `b` as written: regions do not matter, zh-Hans and zh-Hant are two. */
export function languageMatches(a: string, b: string): boolean {
  const [one, two] = [canonicalLanguage(a), canonicalLanguage(b)]
  return one === two && one !== 'und'
}

/**
 * The best of `available` for an `Accept-Language` header (RFC 9110 weights, RFC 4647 lookup: longest range first, then
 * shorter). zh-CN finds zh-Hans, zh-TW and zh-HK find zh-Hant; Chinese in the other script beats no Chinese.
 * Undefined when nothing fits; ranges with q=0 and `*` choose nothing.
 */
export function negotiate(acceptLanguage: string, available: readonly string[]): string | undefined {
  const ranges = acceptLanguage
    .slice(0, 1000)
    .split(',')
    .flatMap((part, order) => {
      const [range = '', ...parameters] = part.trim().split(';')
      const q = parameters.map((p) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(p)?.[1]).find((v) => v !== undefined)
      const weight = q === undefined ? 1 : Number(q)
      return range && range !== '*' && weight > 0 ? [{ range, weight, order }] : []
    })
  ranges.sort((a, b) => b.weight - a.weight || a.order - b.order)
  for (const { range } of ranges) {
    const found = lookUp(range, available)
    if (found) return found
  }
  const sameBase = ranges.map(({ range }) => available.find((a) => baseLanguage(a) === baseLanguage(range) && baseLanguage(a) !== 'und'))
  return sameBase.find((a) => a !== undefined)
}

function lookUp(range: string, available: readonly string[]): string | undefined {
  const subtags = range.toLowerCase().split('-')
  for (let n = subtags.length; n > 0; n -= 1) {
    const shorter = subtags.slice(0, n).join('-')
    const exact = available.find((a) => a.toLowerCase() === shorter)
    if (exact) return exact
  }
  return available.find((a) => languageMatches(a, range))
}
