import { eld } from 'eld/extrasmall'
import { findSpans } from '../text/spans.ts'
import { frameOf, isEastern } from './foreign-runs.ts'
import { languagesOfWord } from './function-words.ts'
import { hanVariant, isOnlyChinese } from './han.ts'
import { canonicalLanguage } from './languages.ts'
import type { Script } from './scripts.ts'
import { scriptCounts, scriptOf } from './scripts.ts'

/** `language` is BCP 47 or `und`; `confidence` 0..1; `also` are other languages with two words or characters or more. */
export type Detected = { language: string; confidence: number; also: string[] }

type Guess = { language: string; confidence: number; weight: number; size: number }
type Declared = readonly string[]

const ONE_LANGUAGE: Partial<Record<Script, string>> = {
  Greek: 'el',
  Hebrew: 'he',
  Thai: 'th',
  Bengali: 'bn',
  Tamil: 'ta',
  Telugu: 'te',
  Kannada: 'kn',
  Malayalam: 'ml',
  Gujarati: 'gu',
  Gurmukhi: 'pa',
  Oriya: 'or',
  Sinhala: 'si',
  Armenian: 'hy',
  Georgian: 'ka',
  Ethiopic: 'am',
  Khmer: 'km',
  Lao: 'lo',
  Myanmar: 'my',
  Tibetan: 'bo',
  Mongolian: 'mn',
}
// What n-grams call these is in the writing of the group; the first is the guess when nothing else speaks.
const GROUPS: Partial<Record<Script, readonly string[]>> = {
  Cyrillic: ['ru', 'uk', 'be', 'bg', 'sr', 'mk', 'kk', 'mn'],
  Arabic: ['ar', 'fa', 'ur', 'ckb', 'ug', 'ps', 'ku'],
  Devanagari: ['hi', 'mr', 'ne'],
}
const TELLING: readonly (readonly [RegExp, string])[] = [
  [/[іїєґ]/iu, 'uk'],
  [/ў/iu, 'be'],
  [/[ыэё]/iu, 'ru'],
  [/[ђћџљњ]/iu, 'sr'],
  [/[әғқңөұһ]/iu, 'kk'],
  [/[ٹڈڑےں]/u, 'ur'],
  [/[پچژگ]/u, 'fa'],
]
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+/gu
const MAX_LENGTH = 20_000
// Below this a Latin guess is left open.
const SURE = 0.4
// So many words at least before n-grams are asked about a guest.
const FEW = 8
// A Han character says about as much as two thirds of a word.
const HAN_WEIGHT = 2 / 3

function readable(text: string): string {
  const cut = text.slice(0, MAX_LENGTH).toWellFormed()
  let out = ''
  let from = 0
  for (const span of findSpans(cut)) {
    const kept = span.kind === 'hashtag' ? span.value : ''
    out += `${cut.slice(from, span.start)} ${kept} `
    from = span.end
  }
  return (out + cut.slice(from)).normalize('NFC')
}

function wordsOf(text: string, script: Script): string[] {
  // `T恤` and `看vibe` are written without a space: a word ends where Chinese, Japanese or Korean begins.
  const words = text.replace(CJK, ' ').match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? []
  return words.filter((w) => scriptOf(w) === script).map((w) => w.toLowerCase().replace(/['’]/g, ''))
}

/** Chinese or, among characters only Japanese writes so, Japanese. */
function hanGuess(text: string, count: number, declared: Declared): Guess {
  const seen = { simplified: 0, traditional: 0, japanese: 0, shared: 0 }
  for (const ch of text) seen[hanVariant(ch)] += 1
  const told = seen.simplified + seen.traditional
  const size = { size: count, weight: count * HAN_WEIGHT }
  if (seen.japanese > 0 && seen.japanese >= seen.simplified) return { language: 'ja', confidence: 0.8, ...size }
  if (told > 0) {
    const language = seen.simplified >= seen.traditional ? 'zh-Hans' : 'zh-Hant'
    return { language, confidence: 0.6 + (0.39 * Math.max(seen.simplified, seen.traditional)) / told, ...size }
  }
  const prior = declared.find((l) => l.startsWith('zh-') || l === 'ja' || l === 'yue')
  return { language: prior ?? 'zh-Hans', confidence: 0.6, ...size }
}

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/gu
const lettersOf = (text: string): string => (text.match(EAST_ASIAN) ?? []).join('')

/** Japanese and Chinese that stand in stretches of their own, with a space or a quotation mark between them; undefined when they do not. */
function sideBySide(text: string): Guess[] | undefined {
  const stretches = text.split(/[\s\p{P}]+/u)
  const japanese = lettersOf(stretches.filter((s) => KANA.test(s.replaceAll('の', ''))).join(' '))
  const chinese = lettersOf(stretches.filter((s) => !KANA.test(s.replaceAll('の', ''))).join(' '))
  if (japanese === '' || ![...chinese].some(isOnlyChinese) || [...japanese].some(isOnlyChinese)) return undefined
  const size = [...japanese].length
  return [hanGuess(chinese.replaceAll('の', ''), [...chinese].length, []), { language: 'ja', confidence: 0.9, size, weight: size / 2 }]
}

/** Kana make Japanese, unless they are a loan in Chinese text: a lone の, or a name in katakana. */
function eastAsian(text: string, counts: Map<Script, number>, declared: Declared): Guess[] {
  const han = counts.get('Han') ?? 0
  const hiragana = counts.get('Hiragana') ?? 0
  const telling = hiragana - (text.match(/の/g)?.length ?? 0)
  const katakana = counts.get('Katakana') ?? 0
  const kana = hiragana + katakana
  const two = kana > 0 && han > 0 ? sideBySide(text) : undefined
  if (two) return two
  const guesses: Guess[] = []
  const japanese = kana > 0 && (han === 0 || telling >= Math.max(1, han * 0.08) || katakana > han)
  if (japanese) {
    const size = han + kana
    guesses.push({ language: 'ja', confidence: 0.97, size, weight: size / 2 })
    const simplified = [...text].filter((ch) => hanVariant(ch) === 'simplified').length
    if (simplified >= 4 && simplified > kana / 2) guesses.push({ language: 'zh-Hans', confidence: 0.8, size: simplified, weight: simplified * HAN_WEIGHT })
    return guesses
  }
  if (han > 0) guesses.push(hanGuess(text, han, declared))
  if (kana > 0) guesses.push({ language: 'ja', confidence: 0.6, size: kana - (hiragana - telling), weight: kana / 4 })
  return guesses
}

function scoresOf(text: string): Record<string, number> {
  const raw = eld.detect(text).getScores()
  const scores = Object.fromEntries(Object.entries(raw).map(([code, score]) => [canonicalLanguage(code), score]))
  // The n-grams know no Indonesian and call it Malay; everyday words then decide between the two.
  return scores.ms === undefined ? scores : { ...scores, id: scores.ms }
}

/** Languages of a Latin text: n-grams, everyday words, and, the shorter the text, what the member says they write. */
function latinGuess(words: string[], guest: boolean, declared: Declared): Guess {
  const scores = scoresOf(words.join(' '))
  const votes = new Map<string, number>()
  for (const word of words) {
    const languages = languagesOfWord(word)
    for (const language of languages) votes.set(language, (votes.get(language) ?? 0) + 1 / Math.sqrt(languages.length))
  }
  // For short texts n-grams say little and priors much; both fade: at forty words a tenth is left.
  const short = 1 / (1 + words.length / 4)
  const total = (language: string): number =>
    (scores[language] ?? 0) * (1 - 0.6 * short) +
    ((votes.get(language) ?? 0) / words.length) * 0.9 +
    (declared.includes(language) ? 0.6 * short : 0) +
    (language === 'en' ? (guest ? 0.3 : 0.12) * short : 0)
  // A few words in a text of another script are English, or everyday words say what else: n-grams alone call `thrift store` Norwegian.
  const known = [...new Set([...(guest && words.length < FEW ? [] : Object.keys(scores)), ...votes.keys()])]
  const candidates = [...known, ...declared.filter(writesLatin), ...(guest ? ['en'] : [])].sort((a, b) => total(b) - total(a))
  const best = candidates[0]
  // Names and loans (city pop) weigh little beside a text in another script; a sentence has everyday words.
  const told = words.filter((w) => languagesOfWord(w).length > 0).length
  const size = { size: words.length, weight: guest ? words.length / 2 + Math.min(words.length / 2, told) : words.length }
  if (best === undefined) return { language: 'und', confidence: 0, ...size }
  const second = candidates.find((c) => c !== best)
  const lead = second === undefined ? 0.3 : total(best) - total(second)
  const confidence = Math.min(0.99, 0.25 + lead * 1.5 + Math.min(0.35, words.length * 0.04))
  if (confidence < SURE && !guest && !declared.includes(best)) return { language: 'und', confidence: 0, ...size }
  return { language: best, confidence, ...size }
}

/** A guest in the same script: everyday words in a row that the main language does not have (English in others, others in English). */
function latinGuests(words: readonly string[], main: string): string[] {
  const guests = new Set<string>()
  const runs = new Map<string, number>()
  for (const word of words) {
    const languages = languagesOfWord(word)
    for (const language of [...runs.keys()]) if (!languages.includes(language) || languages.includes(main)) runs.delete(language)
    if (languages.includes(main)) continue
    for (const language of languages) {
      const run = (runs.get(language) ?? 0) + 1
      runs.set(language, run)
      if ((language === 'en' && run >= 2) || (main === 'en' && run >= 3)) guests.add(language)
    }
  }
  return [...guests]
}

function writesLatin(language: string): boolean {
  return new Intl.Locale(language).maximize().script === 'Latn'
}

function groupGuess(script: Script, group: readonly string[], words: string[], declared: Declared): Guess {
  const text = words.join(' ')
  // One word of three letters is enough to see a guest in another script.
  const size = { size: text.length > 2 ? Math.max(2, words.length) : words.length, weight: words.length }
  const told = TELLING.find(([letters, language]) => group.includes(language) && letters.test(text))?.[1]
  const scores = scoresOf(text)
  const votes = new Map<string, number>()
  for (const language of words.flatMap((w) => languagesOfWord(w))) votes.set(language, (votes.get(language) ?? 0) + 1 / words.length)
  const short = 1 / (1 + words.length / 4)
  const total = (l: string): number =>
    (scores[l] ?? 0) + (votes.get(l) ?? 0) * 0.6 + (l === told ? 0.3 : 0) + (declared.includes(l) ? 0.4 * short : 0) + (l === group[0] ? 0.25 * short : 0)
  const [best = group[0] ?? 'und', second] = [...group].sort((a, b) => total(b) - total(a))
  const lead = second === undefined ? 0 : total(best) - total(second)
  return { language: best, confidence: Math.min(0.99, 0.5 + lead + (script === 'Arabic' ? 0.1 : 0)), ...size }
}

function guessesOf(text: string, declared: Declared): Guess[] {
  const counts = scriptCounts(text)
  const guesses = eastAsian(text, counts, declared)
  const hangul = counts.get('Hangul') ?? 0
  if (hangul > 0) guesses.push({ language: 'ko', confidence: 0.98, size: hangul, weight: hangul / 2 })
  for (const [script, count] of counts) {
    const single = ONE_LANGUAGE[script]
    const group = GROUPS[script]
    if (single) guesses.push({ language: single, confidence: 0.97, size: count, weight: count / 4 })
    if (group) guesses.push(groupGuess(script, group, wordsOf(text, script), declared))
  }
  const latin = wordsOf(text, 'Latin').filter((w) => w.length > 1 || guesses.length === 0)
  if (latin.length > 0) guesses.push(latinGuess(latin, guesses.length > 0, declared))
  return guesses
}

/** `这个 vibe 太 chill 了 lol` is a Chinese sentence, however many words of it are not: where both are about as much, the grammar decides. */
function framed(text: string, guesses: Guess[]): Guess[] {
  const [main] = guesses
  const eastern = guesses.find(({ language }) => isEastern(language))
  if (!main || !eastern || main === eastern || !writesLatin(main.language) || eastern.size < 3 || eastern.weight < main.weight * 0.6) return guesses
  return frameOf(text, main.language, eastern.language) === eastern.language ? [eastern, ...guesses.filter((one) => one !== eastern)] : guesses
}

/**
 * Language of `text`; links, mentions, emoji, numbers and code do not count. `declared` are languages its writer writes: they
 * decide only where a short text leaves it open. `und` with confidence 0 when there is nothing to go by.
 */
export function detectLanguage(text: string, options: { declared?: readonly string[] } = {}): Detected {
  const declared = (options.declared ?? []).map(canonicalLanguage).filter((l) => l !== 'und')
  const plain = readable(text)
  const guesses = framed(
    plain,
    guessesOf(plain, declared).sort((a, b) => b.weight - a.weight),
  )
  const main = guesses[0]
  if (!main || main.language === 'und') return { language: 'und', confidence: 0, also: [] }
  const also = guesses
    .slice(1)
    .filter((g) => g.size >= 2 && g.language !== 'und' && g.language !== main.language)
    .map((g) => g.language)
  if (writesLatin(main.language)) also.push(...latinGuests(wordsOf(plain, 'Latin'), main.language))
  return { language: main.language, confidence: Math.round(main.confidence * 100) / 100, also: [...new Set(also)] }
}
