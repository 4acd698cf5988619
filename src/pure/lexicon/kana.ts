/** Kana and Latin letters that mean the same sound, under one key: spelling systems and long vowels do not count. */

const ROWS: readonly (readonly [string, string])[] = [
  ['', 'アイウエオ'],
  ['k', 'カキクケコ'],
  ['s', 'サシスセソ'],
  ['t', 'タチツテト'],
  ['n', 'ナニヌネノ'],
  ['h', 'ハヒフヘホ'],
  ['m', 'マミムメモ'],
  ['r', 'ラリルレロ'],
  ['g', 'ガギグゲゴ'],
  ['z', 'ザジズゼゾ'],
  ['z', 'ザヂヅゼゾ'],
  ['d', 'ダ\0\0デド'],
  ['b', 'バビブベボ'],
  ['p', 'パピプペポ'],
  ['y', 'ヤ\0ユ\0ヨ'],
  ['w', 'ワヰ\0ヱヲ'],
  ['b', '\0\0ヴ\0\0'],
]
const VOWELS = 'aiueo'
const sounds = new Map(ROWS.flatMap(([consonant, row]) => [...row].map((sign, at) => [sign, consonant + (VOWELS[at] ?? '')] as const)))
const SMALL: Record<string, string> = { ァ: 'a', ィ: 'i', ゥ: 'u', ェ: 'e', ォ: 'o', ャ: 'ya', ュ: 'yu', ョ: 'yo' }
const FULL_WIDTH_OFFSET = 0x60

/** キャ → kya, ファ → ha, チェ → tye, ティ → ti: what a small sign makes of the syllable before it. */
function joined(before: string, small: string): string {
  const stem = before.slice(0, -1)
  if (small.length === 2) return stem + small
  return stem + (before.endsWith('i') ? 'y' : '') + small
}

/** Sounds of a run of hiragana and katakana as a key (`ラーメン` → `ramen`); empty when it holds anything else. */
export function kanaKey(run: string): string {
  const syllables: string[] = []
  for (const ch of run.normalize('NFKC')) {
    const code = ch.charCodeAt(0)
    const sign = code >= 0x3041 && code <= 0x3096 ? String.fromCharCode(code + FULL_WIDTH_OFFSET) : ch
    const small = SMALL[sign]
    const sound = sounds.get(sign)
    if (small) syllables.push(joined(syllables.pop() ?? '', small))
    else if (sound) syllables.push(sound)
    else if (sign === 'ン') syllables.push('n')
    else if (sign !== 'ー' && sign !== 'ッ') return ''
  }
  return romajiKey(syllables.join(''))
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/[^a-z]/g, ''],
  [/sh/g, 'sy'],
  [/ch/g, 'ty'],
  [/ts/g, 't'],
  [/j/g, 'zy'],
  [/dz|dj/g, 'z'],
  [/y(?=[iy])/g, ''],
  [/f/g, 'h'],
  [/v/g, 'b'],
  [/l/g, 'r'],
  [/c/g, 'k'],
  [/m(?=[bpm])/g, 'n'],
  [/ou/g, 'o'],
  [/(.)\1+/g, '$1'],
]
const SYLLABLES = /^(?:[kstnhmrgzdbpw]?y?[aiueo]n?)+$/

/** The same key of Latin letters (`raamen`, `rāmen` without its mark → `ramen`); empty when nobody would write Japanese so. */
export function romajiKey(word: string): string {
  const key = SPELLINGS.reduce((text, [pattern, by]) => text.replace(pattern, by), word)
  return SYLLABLES.test(key) ? key : ''
}
