import type { ColumnType, Generated } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { ActorId, Id } from '#ground/ids/index.ts'

/** Stored as JSON: written as a string. */
type Meanings = ColumnType<Record<string, string>, string, string>
export type CultureWordId = Id<'culture-word'>

/** A word of slang or of a scene that readers explain to each other; one a headword and language. Reference. */
export interface CultureWordsTable {
  id: CultureWordId
  /** `zh-Hans` or `en`, as the dictionary has them; a base tag (`ja`, `es` …) of others. */
  language: string
  /** Chinese in simplified characters, Latin letters in lower case. */
  headword: string
  /** As it was written; the same as the headword for most. */
  variant: string
  reading: string
  /** What it means, for readers of Chinese and for all others; one of them may be empty. */
  en: string
  zh_hans: string
  /** What it means in other languages, by their base tags (`ja`, `es` …). */
  meanings: Meanings
  /** Readers whom it helped, less those whom it did not; kept by the vote's transaction. */
  score: Generated<number>
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
  meanings: Meanings
  by_actor: ActorId | null
  at: Instant
}

/** Whether an explanation helped. */
export interface CultureWordVotesTable {
  word_id: CultureWordId
  actor_id: ActorId
  value: 1 | -1
  at: Instant
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    culture_words: CultureWordsTable
    culture_word_history: CultureWordHistoryTable
    culture_word_votes: CultureWordVotesTable
  }
}
