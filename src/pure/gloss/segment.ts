import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { simplifyCharacters } from '../lexicon/han.ts'
import { findSpans } from '../text/spans.ts'
import { corpusWords } from './frequency.ts'
import type { Analyser, WordForm } from './japanese.ts'
import { mendCut } from './mend-cut.ts'
import { type Cut, joinNames } from './names.ts'

/** `name`: a handle (@lin), which is no word of any language. */
export type TokenKind = 'word' | 'number' | 'punct' | 'space' | 'name' | 'other'

/** A piece of a text; `text.slice(start, end)` is its `text`, and the pieces cover the whole text. `form` where the language has an analyser, and of names. */
export type Token = { text: string; start: number; end: number; kind: TokenKind; form?: WordForm }

export type SegmentOptions = {
  /** BCP 47; Korean, Thai … are cut by `Intl.Segmenter`. Chinese when left out. */
  language?: string
  /** Says whether the dictionary has this word (simplified); unknown words are then cut into the longest known ones. */
  known?: (word: string) => boolean
  /** Cuts Japanese, when it is open (`openJapanese`). */
  japanese?: Analyser
}

export type Segmenter = { segment: (text: string, options?: SegmentOptions) => Token[] }

const HAN = /^\p{Script=Han}/u
const PARTS = /\p{Script=Han}+|\P{Script=Han}+/gu
const LONGEST = 8
// Enough to win against its parts where jieba's own frequencies are silent, not enough to break common words.
const USER_FREQUENCY = 60

/** Of a piece of text that some segmenter cut out; `wordLike` is its opinion. */
export function kindOf(text: string, wordLike: boolean): TokenKind {
  if (/^\s+$/u.test(text)) return 'space'
  if (/^\p{Nd}/u.test(text) && /^[\p{Nd}.,:%٫٬]+$/u.test(text)) return 'number'
  if (wordLike) return 'word'
  return /^[\p{P}\p{S}]+$/u.test(text) && !/\p{Extended_Pictographic}/u.test(text) ? 'punct' : 'other'
}

function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' })
  } catch {
    return new Intl.Segmenter('und', { granularity: 'word' })
  }
}

function byIntl(text: string, start: number, words: Intl.Segmenter): Token[] {
  return [...words.segment(text)].map(({ segment, index, isWordLike }) => ({
    text: segment,
    start: start + index,
    end: start + index + segment.length,
    kind: kindOf(segment, isWordLike === true),
  }))
}

/** Longest known words from the left; a character nobody knows stands alone. */
function longestMatch(word: string, known: (word: string) => boolean): string[] {
  const chars = [...word]
  const pieces: string[] = []
  for (let i = 0; i < chars.length; ) {
    let length = Math.min(LONGEST, chars.length - i)
    while (length > 1 && !known(chars.slice(i, i + length).join(''))) length -= 1
    pieces.push(chars.slice(i, i + length).join(''))
    i += length
  }
  return pieces
}

/** Cuts words nobody has; neighbours among them as one, since jieba misplaced the border (来看 + 看吧). */
function splitUnknown(words: string[], known: (word: string) => boolean): string[] {
  const split: string[] = []
  let unknown = ''
  for (const word of words) {
    if (!known(word)) {
      unknown += word
      continue
    }
    split.push(...longestMatch(unknown, known), word)
    unknown = ''
  }
  return [...split, ...longestMatch(unknown, known)]
}

/** Joins neighbours that the dictionary has as one word but jieba has never heard of (打 + 工人). */
function joinKnown(words: string[], known: (word: string) => boolean, jieba: Jieba): string[] {
  const joined: string[] = []
  for (let i = 0; i < words.length; ) {
    let take = 1
    for (let n = Math.min(4, words.length - i); n > 1; n -= 1) {
      const candidate = words.slice(i, i + n).join('')
      if ([...candidate].length <= LONGEST && known(candidate) && jieba.cut(candidate, false).length > 1) {
        take = n
        break
      }
    }
    joined.push(words.slice(i, i + take).join(''))
    i += take
  }
  return joined
}

type Words = { jieba: Jieba; nouns: ReadonlySet<string>; given: ReadonlySet<string>; mixed: RegExp }

/** Cuts a run of Han characters; traditional is cut as simplified and given back as it was. */
function cutHan(run: string, { jieba, nouns, given }: Words, inDictionary?: (word: string) => boolean): Cut[] {
  const simplified = simplifyCharacters(run)
  const text = simplified.length === run.length ? simplified : run
  const words = jieba.cut(text, false)
  let cuts: Cut[] = words.map((word) => ({ text: word, isName: false }))
  if (inDictionary) {
    const known = (word: string): boolean => inDictionary(word) || nouns.has(word)
    cuts = joinNames(mendCut(joinKnown(splitUnknown(words, known), inDictionary, jieba)), {
      words: jieba.cut(text, true),
      isGiven: (sign) => given.has(sign),
    })
  }
  let from = 0
  return cuts.map(({ text: { length }, isName }) => {
    from += length
    return { text: run.slice(from - length, from), isName }
  })
}

function hanTokens(run: string, from: number, own: Words, known?: (word: string) => boolean): Token[] {
  let start = from
  return cutHan(run, own, known).map(({ text, isName }) => {
    start += text.length
    const form = isName ? { form: { base: text, kana: null, reading: null, heard: null, isName } } : {}
    return { text, start: start - text.length, end: start, kind: 'word', ...form }
  })
}

/** Finds user words that mix Chinese and Latin letters (i人, 早C晚A, T恤), where no letter or figure goes on. */
function mixedWords(userWords: readonly string[]): RegExp {
  const mixed = userWords.filter((w) => /^(?=.*\p{Script=Han})(?=.*[A-Za-z])[\p{Script=Han}A-Za-z0-9]{2,12}$/u.test(w))
  const longestFirst = [...new Set(mixed)].sort((a, b) => b.length - a.length)
  return new RegExp(`(?<![A-Za-z0-9](?=[A-Za-z0-9]))(?:${longestFirst.join('|') || '(?!)'})(?!(?<=[A-Za-z0-9])[A-Za-z0-9])`, 'giu')
}

function byJieba(text: string, options: SegmentOptions, own: Words, words: Intl.Segmenter): Token[] {
  const tokens: Token[] = []
  let from = 0
  const cutUpTo = (end: number): void => {
    for (const { 0: part, index } of text.slice(from, end).matchAll(PARTS)) {
      tokens.push(...(HAN.test(part) ? hanTokens(part, from + index, own, options.known) : byIntl(part, from + index, words)))
    }
  }
  for (const { 0: word, index } of text.matchAll(own.mixed)) {
    cutUpTo(index)
    from = index + word.length
    tokens.push({ text: word, start: index, end: from, kind: 'word' })
  }
  cutUpTo(text.length)
  return tokens
}

/** Handles stay whole, and what stands between them is cut by `cut`. */
function aroundHandles(text: string, cut: (part: string, start: number) => Token[]): Token[] {
  if (!/[@＠]/.test(text)) return cut(text, 0)
  const tokens: Token[] = []
  let from = 0
  for (const { start, end } of findSpans(text).filter(({ kind }) => kind === 'mention')) {
    tokens.push(...cut(text.slice(from, start), from), { text: text.slice(start, end), start, end, kind: 'name' })
    from = end
  }
  return [...tokens, ...cut(text.slice(from), from)]
}

const movedBy = (tokens: readonly Token[], by: number): Token[] => tokens.map((token) => ({ ...token, start: token.start + by, end: token.end + by }))

/**
 * A segmenter with its own dictionary (some 40 MB: make one and keep it). `userWords` are words jieba should know besides:
 * headwords of the dictionary, topic labels, slang, places; white space and words of one character are ignored.
 */
export function createSegmenter({ userWords }: { userWords: readonly string[] }): Segmenter {
  const jieba = Jieba.withDict(dict)
  const plain = userWords.map((w) => simplifyCharacters(w)).filter((w) => /^\p{Script=Han}{2,12}$/u.test(w))
  const fresh = [...new Set(plain)].filter((w) => jieba.cut(w, false).length > 1)
  if (fresh.length > 0) jieba.loadDict(Buffer.from(fresh.map((w) => `${w} ${USER_FREQUENCY} n`).join('\n')))
  const headwords = new Set(plain)
  const { nouns, given } = corpusWords()
  const own = { jieba, nouns: new Set(nouns.filter((w) => !headwords.has(w))), given, mixed: mixedWords(userWords) }
  return {
    segment(text, options = {}) {
      const { language = 'zh', japanese } = options
      const byAnalyser = /^ja(?:-|$)/.test(language) ? japanese : undefined
      const chinese = language.startsWith('zh') || language === 'yue'
      const words = segmenterFor(options.language ?? 'und')
      const cut = (part: string, start: number): Token[] => {
        if (part === '') return []
        if (byAnalyser) return byAnalyser(part, start)
        return chinese || language === 'en' ? movedBy(byJieba(part, options, own, words), start) : byIntl(part, start, words)
      }
      return aroundHandles(text.toWellFormed(), cut)
    },
  }
}
