import type { Reader } from '#ground/database/index.ts'
import { lemmas } from '#pure/gloss/lemmas.ts'
import { isLittleWord } from '#pure/lexicon/little-words.ts'
import { foldText, type QueryWord, queryWords } from '#pure/lexicon/terms.ts'
import { knownWords, wordsByKeys, wordsByPrefix } from './queries/words.ts'
import { deletions, isSpelled, nearest } from './spelling.ts'
import { addWays } from './ways.ts'

/** How a document answers a word: it holds the word, has a topic of that name, a word that sounds so, or one that means it. */
export type Why = 'text' | 'topic' | 'reading' | 'dictionary'

/** One way to answer a word: a document holds all of `terms`. */
export interface Way {
  why: Why
  /** The word that answers instead of the one that was written. */
  by: string | null
  terms: readonly string[]
}

/** A word of the question with the ways it may be answered, the word itself first. */
export interface Wanted {
  text: string
  ways: Way[]
}

export interface Question {
  wanted: Wanted[]
  /** What stood in quotes, folded: the text holds it as it is. */
  phrases: string[]
  /** The question as it was understood, when a word was not known as written. */
  corrected: string | null
}

const QUOTED = /["“”„«»「『]([^"“”„«»「」『』]+)["“”«»」』]/gu
const MOST_WORDS = 8
const MOST_ENDINGS = 6
const MOST_CORRECTED = 4

/** Reads a question: words, phrases in quotes, a last word (or one with `*`) that is still growing, slips of the finger, other languages. */
export async function understand(db: Reader, q: string): Promise<Question> {
  const quoted = [...q.matchAll(QUOTED)].map(([, phrase = '']) => phrase)
  const exact = quoted.flatMap((phrase) => queryWords(phrase)).map((word) => ({ ...word, open: false }))
  const free = queryWords(q.replace(QUOTED, ' ').replaceAll('*', '')).slice(0, MOST_WORDS)
  const telling = free.filter((word) => !isLittleWord(word.text))
  const asked = telling.length + exact.length > 0 ? telling : free
  const wanted = await withForms(db, asked, q.includes('*'))
  await addWays(db, wanted)
  const isCorrected = await correct(db, wanted)
  return {
    wanted: [...wanted, ...exact.slice(0, MOST_WORDS).map(itself)],
    phrases: quoted.map((phrase) => foldText(phrase).trim()).filter(Boolean),
    corrected: isCorrected ? wanted.map(({ text }) => text).join(' ') : null,
  }
}

const itself = ({ text, terms }: Pick<QueryWord, 'text' | 'terms'>): Wanted => ({ text, ways: [{ why: 'text', by: null, terms }] })

/** Other numbers and tenses of a Latin word. */
const formsOf = (word: string): string[] => [...new Set([...lemmas(word), `${word}s`, `${word}es`])].filter((form) => form !== word && form.length > 2)

/** Each word with its other forms that occur; one that is still growing and not known as it is, with what it may become. */
async function withForms(db: Reader, words: QueryWord[], isCut: boolean): Promise<Wanted[]> {
  const latin = words.filter(({ text }) => /^[a-z]{3,}$/.test(text))
  const known = await knownWords(db, [...new Set(latin.flatMap(({ text }) => [text, ...formsOf(text)]))])
  const wanted: Wanted[] = []
  for (const word of words) {
    const { text } = word
    const one = itself(word)
    wanted.push(one)
    if (!latin.includes(word)) continue
    const forms = formsOf(text).filter((form) => known.has(form))
    const endings = word.open && (isCut || (isSpelled(text) && !known.has(text))) ? await wordsByPrefix(db, text, MOST_ENDINGS) : []
    one.ways.push(...[...new Set([...forms, ...endings])].map((form) => ({ why: 'text' as const, by: null, terms: [form] })))
  }
  return wanted
}

/** Replaces Latin words that nothing is known of by the nearest that occur, one edit away. */
async function correct(db: Reader, wanted: Wanted[]): Promise<boolean> {
  const lost = wanted.filter(({ text, ways }) => isSpelled(text) && ways.length === 1)
  const known = await knownWords(
    db,
    lost.map(({ text }) => text),
  )
  const replaced: Wanted[] = []
  for (const one of lost.filter(({ text }) => !known.has(text)).slice(0, MOST_CORRECTED)) {
    const [best] = nearest(one.text, await wordsByKeys(db, deletions(one.text)))
    if (!best) continue
    Object.assign(one, itself({ text: best, terms: [best] }))
    replaced.push(one)
  }
  await addWays(db, replaced)
  return replaced.length > 0
}
