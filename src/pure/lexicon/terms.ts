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

let jieba: Jieba | undefined
const cutByDictionary: Cut = (text) => {
  jieba ??= Jieba.withDict(dict)
  return jieba.cut(text, false)
}

function foldText(text: string): string {
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

/** Pairs inside each word of a Chinese run; between words anything may stand. A run of two is always one pair. */
function* runTerms(run: string, cut: Cut): Generator<string> {
  const length = [...run].length
  const plainHan = /^\p{Script=Han}+$/u.test(run)
  const words = plainHan && length > 2 ? cut(run) : [run]
  for (const word of words) {
    const pairs = [...bigramsOf(word)]
    yield* pairs.length > 0 ? pairs : [word]
  }
}

/**
 * Terms that a text must hold to answer `query`. `朋克乐队` finds `朋克 乐队` because words of a run may stand apart;
 * two-character words must match exactly. The last word of a script with spaces is a prefix unless white space
 * follows it. `cut` replaces the built-in segmentation (give it user words).
 */
export function queryTerms(query: string, cut: Cut = cutByDictionary): QueryTerms {
  const folded = foldText(query.slice(0, 1000))
  const tokens = [...tokensOf(folded)]
  const last = tokens.at(-1)
  const open = last?.kind === 'word' && folded.endsWith(last.text) ? tokens.pop() : undefined
  const all = collect(tokens.values().flatMap((t) => (t.kind === 'run' ? runTerms(t.text, cut) : [t.text])))
  if (!open) return { all }
  return { all, prefix: open.text.slice(0, MAX_TERM_LENGTH) }
}
