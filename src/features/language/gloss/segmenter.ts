import { MINUTE } from '#ground/clock/index.ts'
import type { Config } from '#ground/config/index.ts'
import type { Tx } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import { type Analyser, openJapanese } from '#pure/gloss/japanese.ts'
import { createSegmenter, type Segmenter } from '#pure/gloss/segment.ts'
import { baseLanguage } from '#pure/lexicon/languages.ts'
import { type ConceptWord, putConceptWords, putUserWords, wordsToKeep, wordsVersion } from '../queries/dictionary.ts'

interface Kept {
  version: string
  checkedAt: number
  segmenter: Promise<Segmenter>
}

/** One a process and configuration (some 60 MB), made at the first tap; new words are noticed within five minutes. */
const kept = new WeakMap<Config, Kept>()

/** One a process (130 MB), opened with the first Japanese text. */
let japanese: Promise<Analyser> | undefined

/** The same for texts in `languages`: with the analyser of Japanese when that is among them. */
export async function segmenterFor(ground: Pick<Ground, 'db' | 'config' | 'clock'>, languages: readonly string[]): Promise<Segmenter> {
  const segmenter = await segmenterOf(ground)
  if (!languages.some((language) => baseLanguage(language) === 'ja')) return segmenter
  japanese ??= openJapanese()
  const analyser = await japanese
  return { segment: (text, options = {}) => segmenter.segment(text, { ...options, japanese: analyser }) }
}

/** Cuts text into words; knows the dictionary's headwords, and the words that features above brought. */
export async function segmenterOf({ db, config, clock }: Pick<Ground, 'db' | 'config' | 'clock'>): Promise<Segmenter> {
  const now = clock.now().getTime()
  const found = kept.get(config)
  if (found && now - found.checkedAt < 5 * MINUTE) return found.segmenter
  const version = await wordsVersion(db.q)
  if (found?.version === version) {
    found.checkedAt = now
    return found.segmenter
  }
  const segmenter = wordsToKeep(db.q).then((userWords) => createSegmenter({ userWords }))
  kept.set(config, { version, checkedAt: now, segmenter })
  segmenter.catch(() => kept.delete(config))
  return segmenter
}

/** After this process itself brought new words. */
export const forgetSegmenter = ({ config }: Pick<Ground, 'config'>): boolean => kept.delete(config)

/** Replaces the names of topics in all languages: where a dictionary is silent, a tap on one says what it is called in the reader's language. */
export const keepConceptWords = (tx: Tx, words: readonly ConceptWord[]): Promise<void> => putConceptWords(tx, words)

/** Replaces the words that `source` wants kept whole in Chinese text (topic labels, names of places). */
export const keepUserWords = (tx: Tx, source: string, words: readonly string[]): Promise<void> => putUserWords(tx, source, words)
