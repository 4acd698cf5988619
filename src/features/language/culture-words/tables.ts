import type { Instant } from '#ground/clock/index.ts'
import type { ActorId, Id } from '#ground/ids/index.ts'

export type CultureWordId = Id<'culture-word'>

/** A word of slang or of a scene that readers explain to each other; one a headword and language. Reference. */
export interface CultureWordsTable {
  id: CultureWordId
  /** `zh-Hans` or `en`, as the dictionary has them. */
  language: string
  /** Chinese in simplified characters, Latin letters in lower case. */
  headword: string
  /** As it was written; the same as the headword for most. */
  variant: string
  reading: string
  /** What it means, for readers of Chinese and for all others; one of them may be empty. */
  en: string
  zh_hans: string
  /** Counts wordings, from 1. */
  revision: number
  /** Whose wording this is; null when they left. */
  by_actor: ActorId | null
  created_at: Instant
  changed_at: Instant
  /** Taken out by a moderator; who writes it again brings it back. */
  removed_at: Instant | null
}

/** Every wording there ever was, the present one too. */
export interface CultureWordHistoryTable {
  word_id: CultureWordId
  revision: number
  reading: string
  en: string
  zh_hans: string
  by_actor: ActorId | null
  at: Instant
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    culture_words: CultureWordsTable
    culture_word_history: CultureWordHistoryTable
  }
}
