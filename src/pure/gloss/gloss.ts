import { simplifyCharacters } from '../lexicon/han.ts'
import { baseLanguage } from '../lexicon/languages.ts'
import { wordPinyin } from './cedict.ts'
import type { WordForm } from './japanese.ts'
import { romanizeKorean } from './korean.ts'
import { lemmas } from './lemmas.ts'
import { nameReading, readingFor } from './read.ts'
import type { Segmenter, Token } from './segment.ts'
import { createSegmenter } from './segment.ts'

/** Where a meaning comes from; to be shown beside it. */
export type Source = { name: string; licence: string | null; url: string | null }

/**
 * What a dictionary says under one headword and one reading. `reading` of Chinese is numbered pinyin or already marked, of Japanese it is kana.
 * `language` of a dictionary's own words: they explain no others; what readers explained and names of topics stand for themselves.
 */
export type Entry = { headword: string; variant?: string; reading?: string; senses: string[]; source: Source; language?: string }

/** Entries of each word that has any, keyed as asked; Chinese is asked for in simplified and as written. */
export type Lookup = (words: string[]) => Promise<Map<string, Entry[]>>

export type GlossSenses = { reading: string | null; senses: string[]; source: Source }
export type Candidate = { text: string; start: number; end: number }
export type GlossPart = Candidate & { reading: string | null; senses: GlossSenses[] }

/**
 * The answer to a tap. `reading` is the one in this sentence (pinyin with marks) and `readings` all, that one first; `senses` in
 * the same order. `variant` is the other writing. `longer` and `shorter` are words of the dictionary around the place tapped.
 * `parts` is filled when the token is no headword: then together they cover it.
 */
export type Gloss = Candidate & {
  headword: string
  language: string
  reading: string | null
  readings: string[]
  senses: GlossSenses[]
  variant: string | null
  longer: Candidate[]
  shorter: Candidate[]
  parts: GlossPart[]
  sources: Source[]
}

export type GlossRequest = { text: string; offset: number; language: string; lookup: Lookup; segmenter?: Segmenter }

const REACH = 16
const LONGEST = 8
const MAX_PHRASE = 4

let plain: Segmenter | undefined
function plainSegmenter(): Segmenter {
  plain ??= createSegmenter({ userWords: [] })
  return plain
}

/** A word as it stands, with what an analyser knows of it. */
type Piece = Candidate & Pick<Token, 'form'>

type Found = ReadonlyMap<string, Entry[]>

function entriesOf(found: Found, text: string): Entry[] {
  const own = found.get(text) ?? []
  const simplified = simplifyCharacters(text)
  return simplified === text ? own : [...own, ...(found.get(simplified) ?? []).filter((e) => !own.includes(e))]
}

function shown(reading: string | undefined): string | null {
  if (!reading) return null
  return /[a-z:][1-5](?: |$)/i.test(reading) ? wordPinyin(reading) : reading
}

/** Of a Japanese word with its Latin letters, where the analyser heard the same. */
const shownFor = (reading: string | undefined, form: WordForm | undefined): string | null => (reading && reading === form?.kana ? form.reading : shown(reading))

/** Groups entries by reading, the reading of this sentence first. */
function sensesOf(entries: Entry[], best: string | null, form?: WordForm): GlossSenses[] {
  const groups = entries.map((e) => ({ reading: shownFor(e.reading, form), senses: e.senses, source: e.source }))
  return [...groups.filter((g) => g.reading === best), ...groups.filter((g) => g.reading !== best)]
}

function chineseReading(piece: Candidate, text: string, entries: Entry[]): string | null {
  const readings = entries.flatMap((e) => (e.reading ? [e.reading] : []))
  const numbered = readings.filter((r) => /[1-5](?: |$)/.test(r))
  if (readings.length > 0 && numbered.length === 0) return readings[0] ?? null
  return /\p{Script=Han}/u.test(piece.text) ? shown(readingFor(piece.text, text, piece.start, numbered)) : null
}

function readingOf(piece: Piece, text: string, language: string, entries: Entry[]): string | null {
  if (isChinese(language)) return piece.form?.isName ? nameReading(piece.text) : chineseReading(piece, text, entries)
  const readings = entries.flatMap((e) => e.reading ?? [])
  const heard = piece.form?.kana
  if (heard && (readings.length === 0 || readings.includes(heard))) return piece.form?.reading ?? null
  return shown(readings.find((reading) => reading !== '')) ?? (baseLanguage(language) === 'ko' ? romanizeKorean(piece.text) : null)
}

/** How a word that stands in `text` is said there, by what `lookup` found; null when nobody knows. */
export function wordReading(word: Piece, text: string, language: string, found: ReadonlyMap<string, Entry[]>): string | null {
  return readingOf(word, text, language, entriesIn(found, word.text, language))
}

function isChinese(language: string): boolean {
  return language.startsWith('zh') || language === 'yue'
}

/** Scripts without spaces offer every stretch of characters as a word. */
function isDense(language: string): boolean {
  return isChinese(language) || baseLanguage(language) === 'ja'
}

function* stretches(text: string, from: number, to: number): Generator<Candidate> {
  for (let start = from; start < to; start += 1) {
    for (let end = start + 1; end <= Math.min(to, start + LONGEST); end += 1) {
      const piece = text.slice(start, end)
      if (piece.isWellFormed() && /^[\p{L}\p{N}\p{M}ー]+$/u.test(piece)) yield { text: piece, start, end }
    }
  }
}

/** Phrases of up to four words that hold the place tapped. */
function* phrases(text: string, tokens: Token[], offset: number): Generator<Candidate> {
  const words = tokens.filter((t) => t.kind === 'word' || t.kind === 'number')
  const at = words.findIndex((t) => t.start <= offset && offset < t.end)
  for (let i = Math.max(0, at - MAX_PHRASE + 1); at >= 0 && i <= at; i += 1) {
    for (let j = at; j < Math.min(words.length, i + MAX_PHRASE); j += 1) {
      const [start, end] = [words[i]?.start ?? 0, words[j]?.end ?? 0]
      yield { text: text.slice(start, end), start, end }
    }
  }
}

/** Forms under which a candidate is asked for. */
function formsOf(candidate: string, language: string): string[] {
  if (isDense(language)) return [...new Set([candidate, simplifyCharacters(candidate), candidate.toLowerCase()])]
  const lower = candidate.toLowerCase()
  const forms = language === 'en' && !lower.includes(' ') ? lemmas(candidate) : [lower]
  return [...new Set([candidate, ...forms])]
}

function holds(c: Candidate, offset: number): boolean {
  return c.start <= offset && offset < c.end
}

function asPart(piece: Candidate, request: GlossRequest, found: Found): GlossPart {
  const entries = entriesIn(found, piece.text, request.language)
  const reading = readingOf(piece, request.text, request.language, entries)
  return { ...piece, reading, senses: sensesOf(entries, reading) }
}

function entriesIn(found: Found, text: string, language: string): Entry[] {
  const isJapanese = baseLanguage(language) === 'ja'
  return formEntries(found, text, language).filter((entry) => !entry.language || (baseLanguage(entry.language) === 'ja') === isJapanese)
}

/** Of a word with a form: under its dictionary form, else as it is written. Whom a name names no dictionary knows. */
function entriesFor(found: Found, { text, form }: Piece, language: string): Entry[] {
  const based = form ? entriesIn(found, form.base, language) : []
  const entries = based.length > 0 ? based : entriesIn(found, text, language)
  return form?.isName ? entries.filter((entry) => entry.language === undefined) : entries
}

function formEntries(found: Found, text: string, language: string): Entry[] {
  if (isDense(language)) {
    const own = entriesOf(found, text)
    return own.length > 0 ? own : (found.get(text.toLowerCase()) ?? [])
  }
  const form = formsOf(text, language).find((f) => found.has(f))
  return form === undefined ? [] : (found.get(form) ?? [])
}

/** Longest known words from the left, so that every character of the token has its gloss. */
function partsOf(token: Candidate, request: GlossRequest, found: Found): GlossPart[] {
  const parts: GlossPart[] = []
  for (let start = token.start; start < token.end; ) {
    const width = (request.text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1
    let end = token.end
    while (end > start + width && entriesIn(found, request.text.slice(start, end), request.language).length === 0) end -= 1
    parts.push(asPart({ text: request.text.slice(start, end), start, end }, request, found))
    start = end
  }
  return parts
}

/** Text around the place tapped, not beyond its line: reach on either side, as offsets. */
function windowOf(text: string, offset: number): [number, number] {
  let from = Math.max(0, text.lastIndexOf('\n', offset - 1) + 1, offset - REACH)
  let to = Math.min(text.length, offset + REACH + 1)
  if (/[\uDC00-\uDFFF]/.test(text.charAt(from))) from += 1
  if (/[\uD800-\uDBFF]/.test(text.charAt(to - 1)) && to < text.length) to += 1
  return [Math.min(from, offset), to]
}

function tokenAt(tokens: readonly Token[], offset: number, text: string): Token {
  const token = tokens.find((t) => holds(t, offset))
  return token ? { ...token, text: text.slice(token.start, token.end) } : { text: '', start: offset, end: offset, kind: 'other' }
}

/**
 * Of a language without spaces, or of phrases, the longest that is known. In Japanese one of whole words; across their borders only what people named:
 * 東京|都 is not 京都, but a topic may be cut in two.
 */
function chosen(token: Token, tokens: readonly Token[], around: readonly Candidate[], language: string, found: Found): Piece {
  const longestFirst = around.toSorted((a, b) => b.end - b.start - (a.end - a.start))
  if (!token.form) return longestFirst[0] ?? token
  const [starts, ends] = [new Set(tokens.map(({ start }) => start)), new Set(tokens.map(({ end }) => end))]
  const whole = longestFirst.find(({ start, end }) => starts.has(start) && ends.has(end) && end - start > token.end - token.start)
  if (whole || entriesFor(found, token, language).length > 0) return whole ?? token
  return longestFirst.find(({ text }) => entriesIn(found, text, language).some((entry) => entry.language === undefined)) ?? token
}

/**
 * Explains the word at `offset` (UTF-16, inside `text`) of a text in `language` (BCP 47). Asks `lookup` once. A place without a word
 * gives a gloss without senses. Give `segmenter` one that knows the dictionary's headwords.
 */
export async function glossToken(request: GlossRequest): Promise<Gloss> {
  const { text, offset, language, lookup } = request
  const segmenter = request.segmenter ?? plainSegmenter()
  const [from, to] = isDense(language) ? windowOf(text, offset) : [Math.max(0, offset - 200), Math.min(text.length, offset + 200)]
  const cut = (known?: (word: string) => boolean): Token[] =>
    segmenter.segment(text.slice(from, to), { language, ...(known ? { known } : {}) }).map((t) => ({ ...t, start: t.start + from, end: t.end + from }))
  const candidates = isDense(language) ? [...stretches(text, from, to)] : [...phrases(text, cut(), offset)]
  const found = await lookup([...new Set([...candidates.flatMap((c) => formsOf(c.text, language)), ...edgeToken(cut(), offset, language)])])
  const tokens = cut((word) => found.has(word) || found.has(simplifyCharacters(word)))
  const around = candidates.filter((c) => holds(c, offset) && entriesIn(found, c.text, language).length > 0)
  const token = tokenAt(tokens, offset, text)
  if (token.kind === 'name') return answer({ ...token, text: '' }, request, found, [])
  return answer(isChinese(language) ? token : chosen(token, tokens, around, language, found), request, found, around)
}

/**
 * Explains every word of a text, as a tap on each would; `tokens` are its words and `found` holds what the dictionaries have under them, under what
 * they fall into and under phrases of up to four of them. `languageOf` says in which language a place is read. Words of which nothing is known are left out.
 */
export function glossTokens(text: string, tokens: readonly Token[], found: Found, languageOf: (offset: number) => string): Gloss[] {
  const words = tokens.filter(({ kind }) => kind === 'word')
  const lookup: Lookup = async () => new Map()
  const all: Gloss[] = []
  for (let i = 0; i < words.length; ) {
    const { start = 0, end: own = 0 } = words[i] ?? {}
    const language = languageOf(start)
    let length = isChinese(language) ? 1 : Math.min(MAX_PHRASE, words.length - i)
    const upTo = (n: number): string => text.slice(start, words[i + n - 1]?.end ?? own)
    while (length > 1 && entriesIn(found, upTo(length), language).length === 0) length -= 1
    const piece = upTo(length)
    const { form } = words[i] ?? {}
    all.push(
      answer(
        { text: piece, start, end: start + piece.length, ...(length === 1 && form ? { form } : {}) },
        { text, offset: start, language, lookup },
        found,
        [],
      ),
    )
    i += length
  }
  return all.filter(({ senses, parts, reading }) => senses.length > 0 || parts.length > 0 || reading !== null)
}

/** Words in Latin letters inside Chinese (`yyds`, `citywalk`) may be longer than a stretch. */
function edgeToken(tokens: Token[], offset: number, language: string): string[] {
  const token = tokens.find((t) => holds(t, offset))
  if (!token || token.kind === 'space') return []
  return [...formsOf(token.text, language), ...(token.form ? [token.form.base] : [])]
}

function answer(piece: Piece, request: GlossRequest, found: Found, around: Candidate[]): Gloss {
  const { text, language } = request
  const { form, ...token } = { text: piece.text, start: piece.start, end: piece.end, form: piece.form }
  const entries = entriesFor(found, piece, language)
  const reading = token.text === '' ? null : readingOf(piece, text, language, entries)
  const parts = entries.length === 0 && !form?.isName && isDense(language) && [...token.text].length > 1 ? partsOf(token, request, found) : []
  const senses = sensesOf(entries, reading, form)
  const first = entries.find((e) => shownFor(e.reading, form) === reading) ?? entries[0]
  const length = token.end - token.start
  const all = [...senses, ...parts.flatMap((p) => p.senses)]
  return {
    ...token,
    headword: first?.headword ?? form?.base ?? token.text,
    language,
    reading,
    readings: [...new Set([reading, ...senses.map((s) => s.reading)])].filter((r) => r !== null),
    senses,
    variant: first?.variant && first.variant !== first.headword ? first.variant : null,
    longer: around.filter((c) => c.end - c.start > length),
    shorter: around.filter((c) => c.end - c.start < length),
    // Japanese without a dictionary would fall into signs of which nothing is known.
    parts: isChinese(language) || parts.some((p) => p.senses.length > 0) ? parts : [],
    sources: [...new Map(all.map(({ source }) => [source.name, source])).values()],
  }
}
