import { detectLanguage } from './detect.ts'
import { baseLanguage } from './languages.ts'
import { type Script, scriptCounts } from './scripts.ts'

/** Why an answer cannot be the translation of a text. */
export type Rubbish = 'empty' | 'control' | 'lines' | 'long' | 'short' | 'escapes' | 'markup' | 'repetition' | 'script' | 'language' | 'untranslated'

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
const MARKS = /\[\[x\d+\]\]/g
const ESCAPES = /&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,5}|#x[\da-f]{1,4});/i
const TAGS = /<\/?[a-z][^<>]*>/i
const MOST_TIMES = 4
/** Short texts vary more: a word may need a phrase. */
const SLACK = 24
const LONG = 60
/** Letters from which on a writing can be told, words from which on copies are no accident. */
const TELLING_LETTERS = 8
const TELLING_WORDS = 5

/** Length in about equal weight: a Chinese, Japanese or Korean character says what two or three Latin letters say. */
const weight = (text: string): number => text.length + 1.5 * (text.match(CJK)?.length ?? 0)

/**
 * Whether `said` can be shown as the translation of one line of text, without asking anyone: undefined, or the first reason why not. Both
 * may hold markers of protected spans. It refuses rubbish and no more: a wrong translation in the right language passes.
 */
export function judgeTranslation(source: string, said: string, from: string, to: string): Rubbish | undefined {
  if (said.trim() === '') return 'empty'
  if (/[\u0000-\u0008\u000B-\u001F]/.test(said) || !said.isWellFormed()) return 'control'
  if (said.includes('\n')) return 'lines'
  if (ESCAPES.test(said) && !ESCAPES.test(source)) return 'escapes'
  if (TAGS.test(said) && !TAGS.test(source)) return 'markup'
  const [asked, answer] = [source.replaceAll(MARKS, ' ').trim(), said.replaceAll(MARKS, ' ').trim()]
  if (weight(answer) > weight(asked) * MOST_TIMES + SLACK) return 'long'
  if (weight(asked) > LONG && weight(answer) * MOST_TIMES < weight(asked)) return 'short'
  if (repeats(answer) && !repeats(asked)) return 'repetition'
  if (baseLanguage(from) === baseLanguage(to)) return undefined
  if (asked === answer ? holdsWords(asked) : copied(asked, answer) > 0.7) return 'untranslated'
  if (writtenWrong(asked, answer, to)) return 'script'
  return speaksAnother(answer, from, to) ? 'language' : undefined
}

/** A sign or a phrase over and over, as models do when they lose the thread. */
function repeats(text: string): boolean {
  if (/(.{2,24}?)\1{5}/su.test(text) || /(.)\1{11}/su.test(text)) return true
  const words =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[[\p{L}\p{M}\p{N}'’]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+/gv) ?? []
  if (words.length < 24) return false
  const threes = words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`)
  return new Set(threes).size < threes.length * 0.4
}

const small = (text: string): string[] => text.match(/(?<!\p{L})\p{Ll}[\p{Ll}\p{M}'’]+(?!\p{L})/gu) ?? []

/** More than a name: names may stay as they are. */
const holdsWords = (text: string): boolean => small(text).length > 2 || (text.match(CJK)?.length ?? 0) > 3

/** Share (0..1) of the source's small words that stand in the answer as they were; names begin with a capital and may stay. */
function copied(source: string, said: string): number {
  const asked = small(source)
  if (asked.length < TELLING_WORDS) return 0
  const answered = new Set(small(said))
  return asked.filter((word) => answered.has(word)).length / asked.length
}

const WRITINGS: Partial<Record<string, readonly Script[]>> = {
  Hans: ['Han'],
  Hant: ['Han'],
  Jpan: ['Han', 'Hiragana', 'Katakana'],
  Kore: ['Hangul'],
  Cyrl: ['Cyrillic'],
  Arab: ['Arabic'],
  Grek: ['Greek'],
  Hebr: ['Hebrew'],
  Thai: ['Thai'],
  Deva: ['Devanagari'],
  Latn: ['Latin'],
}

/** Mostly in letters in which this language is not written; words taken over from the source count as names. */
function writtenWrong(source: string, said: string, to: string): boolean {
  const expected = WRITINGS[new Intl.Locale(to).maximize().script ?? '']
  if (!expected) return false
  const taken = new Set(source.match(/[\p{Script=Latin}\p{M}'’-]+/gu) ?? [])
  const own = said.replaceAll(/[\p{Script=Latin}\p{M}'’-]+/gu, (word) => (taken.has(word) ? ' ' : word))
  const counts = scriptCounts(expected.includes('Latin') ? said : own)
  const right = expected.reduce((sum, script) => sum + (counts.get(script) ?? 0), 0)
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (all < TELLING_LETTERS) return false
  const kana = (counts.get('Hiragana') ?? 0) + (counts.get('Katakana') ?? 0)
  return right < all * 0.4 || (expected.includes('Hiragana') && kana === 0 && right > 2 * TELLING_LETTERS)
}

/** Languages so near to each other that a machine confuses them too. */
const NEAR = ['es pt gl ca it', 'no da sv', 'id ms', 'cs sk', 'hr sr sl', 'ru uk be bg', 'fa ps ur ar', 'nl af de'].map((line) => new Set(line.split(' ')))
const SURE = 0.85
const TELLING_SENTENCE = 8

function speaksAnother(said: string, from: string, to: string): boolean {
  if (said.split(/\s+/u).length < TELLING_SENTENCE) return false
  const { language, confidence } = detectLanguage(said, { declared: [to] })
  const [heard, wanted] = [baseLanguage(language), baseLanguage(to)]
  if (heard === 'und' || heard === wanted) return false
  return confidence >= (heard === baseLanguage(from) ? SURE - 0.15 : SURE) && !NEAR.some((group) => group.has(heard) && group.has(wanted))
}
