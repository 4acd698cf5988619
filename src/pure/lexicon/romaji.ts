/** How kana are written in Latin letters, by modified Hepburn (ALA-LC romanization table, Japanese). */

const ROWS: readonly (readonly [string, readonly string[]])[] = [
  ['アイウエオ', ['a', 'i', 'u', 'e', 'o']],
  ['カキクケコ', ['ka', 'ki', 'ku', 'ke', 'ko']],
  ['サシスセソ', ['sa', 'shi', 'su', 'se', 'so']],
  ['タチツテト', ['ta', 'chi', 'tsu', 'te', 'to']],
  ['ナニヌネノ', ['na', 'ni', 'nu', 'ne', 'no']],
  ['ハヒフヘホ', ['ha', 'hi', 'fu', 'he', 'ho']],
  ['マミムメモ', ['ma', 'mi', 'mu', 'me', 'mo']],
  ['ラリルレロ', ['ra', 'ri', 'ru', 're', 'ro']],
  ['ガギグゲゴ', ['ga', 'gi', 'gu', 'ge', 'go']],
  ['ザジズゼゾ', ['za', 'ji', 'zu', 'ze', 'zo']],
  ['ダヂヅデド', ['da', 'ji', 'zu', 'de', 'do']],
  ['バビブベボ', ['ba', 'bi', 'bu', 'be', 'bo']],
  ['パピプペポ', ['pa', 'pi', 'pu', 'pe', 'po']],
  ['ヤユヨワヰヱヲヴンヶヵ', ['ya', 'yu', 'yo', 'wa', 'i', 'e', 'o', 'vu', 'n', 'ga', 'ka']],
]
const SOUNDS = new Map(ROWS.flatMap(([signs, sounds]) => [...signs].map((sign, i) => [sign, sounds[i] ?? ''] as const)))
const SMALL: Record<string, string> = { ァ: 'a', ィ: 'i', ゥ: 'u', ェ: 'e', ォ: 'o', ャ: 'ya', ュ: 'yu', ョ: 'yo', ヮ: 'wa' }
const LONG: Record<string, string> = { a: 'ā', i: 'ī', u: 'ū', e: 'ē', o: 'ō' }
const TO_KATAKANA = 0x60

/** キ + ャ → kya, シ + ャ → sha, フ + ァ → fa, ウ + ィ → wi, ク + ァ → kwa, テ + ィ → ti. */
function joined(before: string, small: string): string {
  const stem = before.slice(0, -1)
  if (small.length === 2) return /(?:sh|ch|j)$/.test(stem) ? stem + small.slice(1) : stem + small
  if (stem === '' && before === 'u') return `w${small}`
  if (before.endsWith('i')) return /(?:sh|ch|j)$/.test(stem) ? stem + small : `${stem}y${small}`
  return /^[kg]u$/.test(before) ? `${stem}w${small}` : stem + small
}

/** Katakana as hiragana; all other signs stay. */
export const hiraganaOf = (text: string): string =>
  text.replace(/[ァ-ヶ]/g, (sign) => (sign === 'ヵ' || sign === 'ヶ' ? sign : String.fromCharCode(sign.charCodeAt(0) - TO_KATAKANA)))

/**
 * Kana in Latin letters: `ガッコー` → `gakkō`, `シンイチ` → `shin'ichi`. A long vowel is one written with ー, so give it how a word is said, not how it
 * is spelled: トウ alone does not tell tō from the tou of an ending. Empty when it holds anything but kana.
 */
export function romajiOf(kana: string): string {
  const parts: string[] = []
  for (const ch of kana.normalize('NFKC')) {
    const sign = ch >= 'ぁ' && ch <= 'ゖ' ? String.fromCharCode(ch.charCodeAt(0) + TO_KATAKANA) : ch
    const small = SMALL[sign]
    const last = parts.at(-1) ?? ''
    const long = LONG[last.at(-1) ?? '']
    if (sign === 'ー' && long) parts.splice(-1, 1, last.slice(0, -1) + long)
    else if (sign === 'ッ') parts.push('')
    else if (small && last !== '') parts.splice(-1, 1, joined(last, small))
    else if (small || SOUNDS.has(sign)) parts.push(small ?? SOUNDS.get(sign) ?? '')
    else if (sign !== 'ー') return ''
  }
  return parts.reduce((word, part, i) => {
    const doubled = i > 0 && parts[i - 1] === '' ? (part.startsWith('ch') ? 't' : (/^[^aiueoāīūēō]/.exec(part)?.[0] ?? '')) : ''
    return word + (parts[i - 1] === 'n' && /^[aiueoāīūēōy]/.test(part) ? "'" : '') + doubled + part
  }, '')
}
