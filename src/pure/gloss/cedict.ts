/** One line of CC-CEDICT; `pinyin` as written there: `yue4 dui4`, ü as `u:`, neutral tone as 5. */
export type CedictEntry = { simplified: string; traditional: string; pinyin: string; senses: string[] }

const VARIANT = /\b(?:variant of|used in|see|see also|also written) [^\s]*[\p{Script=Han}]/u

/** 0 ordinary words, 1 names, 2 variants and mere pointers, 3 surnames. */
function rankOf({ pinyin, senses }: CedictEntry): number {
  const first = senses[0] ?? ''
  if (first.startsWith('surname ')) return 3
  if (VARIANT.test(first)) return 2
  return /^[A-Z]/.test(pinyin) ? 1 : 0
}

function parseLine(line: string): CedictEntry | undefined {
  const open = line.indexOf(' [')
  const close = line.indexOf('] /', open)
  const [traditional, simplified, ...more] = line.slice(0, Math.max(open, 0)).split(' ')
  if (open < 0 || close < 0 || !traditional || !simplified || more.length > 0) return undefined
  const senses = line
    .slice(close + 3)
    .replace(/\/\s*$/, '')
    .split('/')
    .filter((s) => s !== '')
  return { simplified, traditional, pinyin: line.slice(open + 2, close), senses }
}

/**
 * Entries of a CC-CEDICT file in its order, but with names, variants and surnames behind ordinary words, so that the first
 * entry of a word is the one a reader most likely wants. Comments and broken lines are left out.
 */
export function parseCedict(text: string): CedictEntry[] {
  const ranks: CedictEntry[][] = [[], [], [], []]
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) continue
    const entry = parseLine(line)
    if (entry) ranks[rankOf(entry)]?.push(entry)
  }
  return ranks.flat()
}

const MARKS: Record<string, string> = { a: 'āáǎà', e: 'ēéěè', i: 'īíǐì', o: 'ōóǒò', u: 'ūúǔù', ü: 'ǖǘǚǜ' }

/** `lv4` or `lu:4` → `lǜ`; what is no syllable with a tone comes back unchanged. */
function markSyllable(syllable: string): string {
  const [, letters = '', tone = ''] = /^([a-zü:]+)([1-5])$/i.exec(syllable) ?? []
  if (!letters) return syllable
  const plain = letters.replace(/u:|v/g, 'ü').replace(/U:|V/g, 'Ü')
  if (tone === '5') return plain
  const lower = plain.toLowerCase()
  // The mark stands on a or e, on the o of ou, else on the last vowel.
  const at = [lower.search(/[ae]/), lower.indexOf('ou'), lower.search(/[iouü](?![iouü])/)].find((i) => i >= 0)
  if (at === undefined) return plain
  const marked = MARKS[lower.charAt(at)]?.charAt(Number(tone) - 1) ?? lower.charAt(at)
  const cased = plain.charAt(at) === lower.charAt(at) ? marked : marked.toUpperCase()
  return plain.slice(0, at) + cased + plain.slice(at + 1)
}

/** Numbered pinyin with tone marks, syllables divided by spaces; `r5` joins the syllable before: `dian3 r5` → `diǎnr`. */
export function toneMarks(numbered: string): string {
  return numbered
    .replace(/ r5(?= |$)/g, 'r5')
    .split(' ')
    .map((s) => {
      const erhua = /^([a-z:]+[1-5])r5$/i.exec(s)?.[1]
      return erhua ? `${markSyllable(erhua)}r` : markSyllable(s)
    })
    .join(' ')
    .replace(/\br5\b/g, 'r')
}

/** As one word, with an apostrophe where a syllable begins with a vowel: `yue4 dui4` → `yuèduì`, `xi1 an1` → `xī'ān`. */
export function wordPinyin(numbered: string): string {
  return toneMarks(numbered)
    .split(' ')
    .reduce((word, s) => {
      const vowel = /^[aeoāáǎàēéěèōóǒò]/i.test(s)
      if (word === '') return s
      return vowel ? `${word}'${s}` : /[\p{L}]$/u.test(word) && /^\p{L}/u.test(s) ? word + s : `${word} ${s}`
    }, '')
}
