import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { foldLetters, stripAccents } from './fold.ts'
import { simplifyCharacters } from './han.ts'

const MAX_TERMS = 4000
const MAX_TERM_LENGTH = 64
// Scripts written without spaces (and Hangul, whose particles hang on the word).
const RUNS =
  /(?<run>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々〆\u3099\u309A]+)|(?<word>[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々〆]]+)(?<joint>[\-'’‐‑](?=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]))?/gv

type Token = { kind: 'run' | 'word'; text: string; joined: boolean }

/** What a query asks for: every term of `all` must be there; `prefix` is a last word that may still be growing. */
export type QueryTerms = { all: string[]; prefix?: string }

/** Cuts Chinese text into words; joined they give the text again. */
export type Cut = (text: string) => string[]

let loaded: Jieba | undefined
function jieba(): Jieba {
  loaded ??= Jieba.withDict(dict)
  return loaded
}
const cutByDictionary: Cut = (text) => jieba().cut(text, false)
/** Words of a Chinese run and the shorter words in them: 摇滚乐 → 摇滚, 摇滚乐. */
export const wordsIn: Cut = (run) => jieba().cutForSearch(run, false)

/** Width, case, accents, Arabic vowel signs and traditional characters folded; what no reader sees is gone. */
export function foldText(text: string): string {
  const lower = foldLetters(text.toWellFormed().normalize('NFKC').toLowerCase())
  return simplifyCharacters(stripAccents(lower)).replace(/\p{Default_Ignorable_Code_Point}/gu, '')
}

function* tokensOf(folded: string): Generator<Token> {
  for (const { groups } of folded.matchAll(RUNS)) {
    if (groups?.run) yield { kind: 'run', text: groups.run, joined: false }
    else if (groups?.word) yield { kind: 'word', text: groups.word, joined: groups.joint !== undefined }
  }
}

function* bigramsOf(run: string): Generator<string> {
  let last = ''
  for (const ch of run) {
    if (last) yield last + ch
    last = ch
  }
}

/** Terms of a token stream, hyphenated words also as one word, so that `postpunk` finds `post-punk`. */
function* indexed(folded: string): Generator<string> {
  let chain: string[] = []
  for (const { kind, text, joined } of tokensOf(folded)) {
    if (kind === 'run') {
      yield* text
      yield* bigramsOf(text)
      continue
    }
    yield text
    chain.push(text)
    if (joined) continue
    if (chain.length > 1) yield chain.join('')
    chain = []
  }
  if (chain.length > 1) yield chain.join('')
}

function collect(terms: Iterable<string>): string[] {
  const seen = new Set<string>()
  for (const term of terms) {
    seen.add(term.slice(0, MAX_TERM_LENGTH).toWellFormed())
    if (seen.size === MAX_TERMS) break
  }
  return [...seen]
}

/**
 * Terms under which a text is found: folded words for scripts with spaces; single characters and overlapping pairs for
 * Chinese, Japanese, Korean, Thai …, traditional written as simplified. At most 4,000, each at most 64 long, no doubles.
 */
export function indexTerms(text: string): string[] {
  return collect(indexed(foldText(text)))
}

/** One word of a question: every one of `terms` must be there; an `open` word may still be growing. */
export type QueryWord = { text: string; terms: string[]; open: boolean }

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
let japanese: Intl.Segmenter | undefined

/** Words of a run without spaces. What is only hiragana and short ties Japanese words together and is not looked for. */
function wordsOfRun(run: string, cut: Cut): string[] {
  if (/^\p{Script=Han}+$/u.test(run)) return [...run].length > 2 ? cut(run) : [run]
  if (!KANA.test(run)) return [run]
  japanese ??= new Intl.Segmenter('ja', { granularity: 'word' })
  const words = [...japanese.segment(run)].map(({ segment }) => segment)
  const telling = words.filter((word) => !/^\p{Script=Hiragana}{1,2}$/u.test(word))
  return telling.length > 0 ? telling : [run]
}

/**
 * The words of a question. `朋克乐队` is 朋克 and 乐队: words of a run may stand apart, the pairs inside each must be there. The last word
 * of a script with spaces is open unless something follows it. `cut` replaces the built-in segmentation (give it user words).
 */
export function queryWords(query: string, cut: Cut = cutByDictionary): QueryWord[] {
  const folded = foldText(query.slice(0, 1000))
  const tokens = [...tokensOf(folded)]
  const last = tokens.at(-1)
  return tokens.flatMap((token) => {
    if (token.kind === 'word') return [{ text: token.text, terms: collect([token.text]), open: token === last && folded.endsWith(token.text) }]
    return wordsOfRun(token.text, cut).map((word) => {
      const pairs = [...bigramsOf(word)]
      return { text: word, terms: collect(pairs.length > 0 ? pairs : [word]), open: false }
    })
  })
}

/** Terms that a text must hold to answer `query`, its open word apart. */
export function queryTerms(query: string, cut: Cut = cutByDictionary): QueryTerms {
  const words = queryWords(query, cut)
  const open = words.at(-1)?.open ? words.pop() : undefined
  const all = collect(words.flatMap((word) => word.terms))
  return open ? { all, prefix: open.terms[0] ?? '' } : { all }
}
