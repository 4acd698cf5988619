import type { Ground } from '#ground/feature.ts'
import type { Entry } from '#pure/gloss/gloss.ts'
import { lemmas } from '#pure/gloss/lemmas.ts'
import type { Token } from '#pure/gloss/segment.ts'
import { simplifyCharacters } from '#pure/lexicon/han.ts'
import { lookupIn } from './lookup.ts'
import { segmenterFor } from './segmenter.ts'

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
const MOST_IN_PHRASE = 4
const HAN = /^\p{Script=Han}+$/u

/** Cuts texts the way a tap does, all with one question to the dictionaries. `reads`: the languages of whoever will read what is found. */
export async function cutTexts(ground: Ground, reads: readonly string[], texts: readonly ToCut[]): Promise<CutTexts> {
  const segmenter = await segmenterFor(
    ground,
    texts.map(({ language }) => language),
  )
  const roughly = texts.map(({ text, language }) => segmenter.segment(text, { language }))
  const forms = new Set(roughly.flatMap((tokens, i) => [...piecesOf(texts[i]?.text ?? '', tokens)]).flatMap((piece) => [piece, simplifyCharacters(piece)]))
  const found =
    forms.size === 0
      ? new Map<string, Entry[]>()
      : await lookupIn(
          ground.db.read(),
          reads,
          texts.flatMap(({ text, language }) => [language, ...guestsOf(text)]),
        )([...forms])
  const known = (word: string): boolean => found.has(word) || found.has(simplifyCharacters(word))
  return { tokens: texts.map(({ text, language }) => segmenter.segment(text, { language, known })), found }
}

/** Chinese and English words stand in texts of any language. */
const guestsOf = (text: string): string[] => [
  ...(/\p{Script=Han}/u.test(text) ? ['zh'] : []),
  ...(/[a-z]/i.test(text) && /\p{Script=Han}/u.test(text) ? ['en'] : []),
]

/** Every word with its dictionary forms, what it may fall into, and what it may be one word or phrase with. */
function* piecesOf(text: string, tokens: readonly Token[]): Generator<string> {
  const words = tokens.filter(({ kind }) => kind === 'word')
  for (const [i, { text: word, start, form }] of words.entries()) {
    yield word
    if (form) yield form.base
    if (!HAN.test(word)) {
      yield* lemmas(word)
      for (let n = 1; n <= MOST_IN_PHRASE; n += 1) yield text.slice(start, words[i + n - 1]?.end ?? start).toLowerCase()
      continue
    }
    for (let from = 0; from < word.length; from += 1) for (let to = from + 1; to <= word.length; to += 1) yield word.slice(from, to)
    for (let n = 1; n < MOST_IN_PHRASE; n += 1) {
      const { text: next = '', end = 0 } = words[i + n] ?? {}
      if (!HAN.test(next) || end - start > LONGEST) break
      yield text.slice(start, end)
    }
  }
}
