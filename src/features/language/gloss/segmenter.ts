import { MINUTE } from '#ground/clock/index.ts'
import type { Config } from '#ground/config/index.ts'
import type { Tx } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import { createSegmenter, type Segmenter } from '#pure/gloss/segment.ts'
import { type ConceptWord, putConceptWords, putUserWords, wordsToKeep, wordsVersion } from '../queries/dictionary.ts'

interface Kept {
  version: string
  checkedAt: number
  segmenter: Promise<Segmenter>
}

/** One a process and configuration (some 60 MB), made at the first tap; new words are noticed within five minutes. */
const kept = new WeakMap<Config, Kept>()

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
