import { simplifyCharacters } from './han.ts'

const SEPARATORS = /[#\s\-_‐‑‒–—―−·・‧∙•･'’ʼ`]/gu
// Variation selectors, joiners, soft hyphen and other signs that no reader sees.
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu
const ARABIC_MARKS = /[\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06ED]/g
const ARABIC_LETTERS: Record<string, string> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ؤ: 'و', ئ: 'ي', ى: 'ي' }
const UNMARKED: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ħ: 'h', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ð: 'd', þ: 'th' }
const MAX_PASSES = 3

/** Runs `step` until it changes nothing more; a few Unicode characters need a second pass. */
function settle(text: string, step: (t: string) => string): string {
  let current = text
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const next = step(current)
    if (next === current) break
    current = next
  }
  return current
}

/** Arabic without vowel signs and tatweel, hamza carriers as their bare letters; ё as е. Expects lower case. */
export function foldLetters(text: string): string {
  return text
    .replace(ARABIC_MARKS, '')
    .replace(/[أإآٱؤئى]/g, (c) => ARABIC_LETTERS[c] ?? c)
    .replaceAll('ё', 'е')
}

/** Latin and Greek letters without their accents (é → e, ø → o, ß → ss). Other scripts keep their marks: й, が. */
export function stripAccents(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Script=Latin}\p{Script=Greek}]\p{M}*/gu, (c) => (c.length === 1 && c < '\u0080' ? c : c.normalize('NFD').replace(/\p{M}/gu, '')))
    .replace(/[øłđħıßæœðþ]/g, (c) => UNMARKED[c] ?? c)
}

/**
 * Key under which spellings of a topic label meet: width, case, #, spaces, hyphens, middle dots, underscores, apostrophes
 * and Arabic vowel signs do not count; the long mark of katakana does. May be empty.
 */
export function foldLabel(label: string): string {
  return settle(label.toWellFormed(), (t) => foldLetters(t.normalize('NFKC').toLowerCase().replace(INVISIBLE, '').replace(SEPARATORS, '')).normalize('NFC'))
}

/** `foldLabel`, and accents do not count either, nor whether a character is traditional or simplified. For a second try. */
export function foldLabelLoose(label: string): string {
  return settle(label, (t) => simplifyCharacters(stripAccents(foldLabel(t))))
}
