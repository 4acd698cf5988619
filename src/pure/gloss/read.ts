import { pinyin } from 'pinyin-pro'
import { simplifyCharacters } from '../lexicon/han.ts'
import { wordPinyin } from './cedict.ts'
import { readingRules } from './contexts.ts'
import { surnameIn } from './names.ts'

const WINDOW = 24

/** Pinyin of each code point in numbered form; what is not Han stands for itself. */
function pinyinOf(text: string, more: { mode?: 'surname'; surname?: 'head' } = {}): string[] {
  const readings = pinyin(text, { type: 'array', toneType: 'num', toneSandhi: false, ...more })
  return readings.map((s) => s.replace('ü', 'u:').replace(/0$/, '5'))
}

/** Readings of `word` where it stands, as pinyin-pro hears the sentence. */
function heard(word: string, sentence: string, offset: number): string[] {
  const before = sentence.slice(Math.max(0, offset - WINDOW), offset).toWellFormed()
  const after = sentence.slice(offset + word.length, offset + word.length + WINDOW).toWellFormed()
  const all = pinyinOf(before + word + after)
  const skip = [...before].length
  const own = all.slice(skip, skip + [...word].length)
  // When it gave not one reading a character, places cannot be trusted, so the word is read alone.
  return all.length === [...(before + word + after)].length ? own : pinyinOf(word)
}

/** How well a dictionary reading fits: 2 a syllable that is the same, 1 when only one of them is neutral. */
function fit(reading: string, syllables: readonly string[]): number {
  const own = reading.toLowerCase().split(' ')
  if (own.length !== syllables.length) return 0
  return own.reduce((sum, s, i) => {
    const other = syllables[i] ?? ''
    if (s === other) return sum + 2
    const neutral = s.endsWith('5') || other.endsWith('5')
    return sum + (neutral && s.slice(0, -1) === other.slice(0, -1) ? 1 : 0)
  }, 0)
}

function ruled(word: string, sentence: string, offset: number): string | undefined {
  const before = sentence.slice(Math.max(0, offset - 8), offset)
  const after = sentence.slice(offset + word.length, offset + word.length + 8)
  return readingRules.find(
    (rule) =>
      rule.word === word && (!rule.before || rule.before.some((b) => before.endsWith(b))) && (!rule.after || rule.after.some((a) => after.startsWith(a))),
  )?.pinyin
}

/**
 * Reading of `word`, which stands at `offset` (UTF-16) of `sentence`. `entryReadings` are its readings in the dictionary, in
 * the dictionary's order and form. The only one is taken; else a rule for its surroundings, else what pinyin-pro
 * hears in the sentence, matched to one of them. Without any, what pinyin-pro hears.
 */
export function readingFor(word: string, sentence: string, offset: number, entryReadings: readonly string[]): string {
  const simplified = simplifyCharacters(sentence)
  const aligned = simplified.length === sentence.length
  const text = aligned ? simplified : sentence
  const own = aligned ? simplifyCharacters(word) : word
  const readings = [...new Set(entryReadings)]
  const [only, ...others] = readings
  if (only !== undefined && others.length === 0) return only
  const byRule = ruled(own, text, offset)
  const matching = readings.find((r) => r.toLowerCase() === byRule)
  if (matching) return matching
  const syllables = heard(own, text, offset)
  if (only === undefined) return syllables.join(' ')
  return readings.reduce((best, r) => (fit(r, syllables) > fit(best, syllables) ? r : best), only)
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** How somebody of this name is called, with tone marks: surnames have readings of their own (曾小明 Zēng Xiǎomíng). */
export function nameReading(name: string): string {
  const simplified = simplifyCharacters(name)
  const syllables = pinyinOf(simplified, { mode: 'surname', surname: 'head' })
  const surname = surnameIn(simplified)
  const parts = [syllables.slice(0, surname), syllables.slice(surname)]
  return parts.flatMap((part) => (part.length > 0 ? [capital(wordPinyin(part.join(' ')))] : [])).join(' ')
}
