import type { Ground } from '#ground/feature.ts'
import type { Entry } from '#pure/gloss/gloss.ts'
import type { Token } from '#pure/gloss/segment.ts'
import { simplifyCharacters } from '#pure/lexicon/han.ts'
import { lookupIn } from './lookup.ts'
import { segmenterOf } from './segmenter.ts'

/** Texts cut into words, and what the dictionaries have under them and under their parts. */
export interface CutTexts {
  tokens: Token[][]
  found: ReadonlyMap<string, Entry[]>
}
export interface ToCut {
  text: string
  /** BCP 47. */
  language: string
}

const LONGEST = 8

/** Cuts texts the way a tap does, all with one question to the dictionaries. `reads`: the languages of whoever will read what is found. */
export async function cutTexts(ground: Ground, reads: readonly string[], texts: readonly ToCut[]): Promise<CutTexts> {
  const segmenter = await segmenterOf(ground)
  const roughly = texts.map(({ text, language }) => segmenter.segment(text, { language }))
  const forms = new Set(roughly.flatMap((tokens) => [...piecesOf(tokens)]).flatMap((piece) => [piece, simplifyCharacters(piece)]))
  const found = forms.size === 0 ? new Map<string, Entry[]>() : await lookupIn(ground.db.read(), reads)([...forms])
  const known = (word: string): boolean => found.has(word) || found.has(simplifyCharacters(word))
  return { tokens: texts.map(({ text, language }) => segmenter.segment(text, { language, known })), found }
}

/** Every word, what it may fall into, and what it may be one word with: words of Han characters with their neighbours. */
function* piecesOf(tokens: readonly Token[]): Generator<string> {
  const isHan = (token: Token | undefined): boolean => token?.kind === 'word' && /^\p{Script=Han}+$/u.test(token.text)
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'word') continue
    yield token.text
    yield token.text.toLowerCase()
    if (!isHan(token)) continue
    for (let from = 0; from < token.text.length; from += 1) for (let to = from + 1; to <= token.text.length; to += 1) yield token.text.slice(from, to)
    let joined = token.text
    for (let next = i + 1; isHan(tokens[next]) && joined.length < LONGEST; next += 1) {
      joined += tokens[next]?.text ?? ''
      yield joined
    }
  }
}
