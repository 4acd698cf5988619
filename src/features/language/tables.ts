import type { ColumnType, Generated } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { ActorId, Id, LayerId } from '#ground/ids/index.ts'
import type { Box } from '#pure/boxes/index.ts'
import type { Origin } from './layer.ts'
import type { Pair } from './pairs.ts'

export type MendId = Id<'mend'>
/** `taken`: it stands in the layer. `replaced`: another mend was taken after it. `reverted`: what stood there before stands there again. */
export type MendState = 'proposed' | 'taken' | 'replaced' | 'reverted'
/** `text`: that of the text which is rendered. */
export const LAYER_LICENCES = ['text', 'CC0-1.0'] as const
export type LayerLicence = (typeof LAYER_LICENCES)[number]

/** One rendering of a subject's text in one language; the original is one of them. Distribution key: subject_id (note). */
export interface LayersTable {
  id: LayerId
  subject_kind: string
  subject_id: string
  /** BCP 47, canonical (zh-Hans, zh-Hant, en …) or `und`. */
  language: string
  origin: Origin
  by_actor: ActorId | null
  /** Name of the engine; only of machine layers. */
  engine: string | null
  /** What it was then: its answers change with it. */
  engine_version: Generated<string | null>
  title: string
  body: string
  warning: string | null
  /** Under which others may use the words of its maker. */
  licence: Generated<LayerLicence>
  /** Other languages in the same text; only of originals. */
  also: string[]
  /** True when its author, or three readers, named the language: edits then keep it. */
  language_given: boolean
  /** Counts wordings, from 1. */
  revision: number
  /** Revision of the original that this layer renders. */
  source_revision: number
  /** Whether the original says something that this layer does not, or no longer what it says. */
  stale: boolean
  /** Whether more of it is stale than not. */
  outdated: Generated<boolean>
  /** Which stretch renders which sentences; null: worked out by length from both texts as they are now. */
  pairs: ColumnType<Pair[] | null, string | null | undefined, string | null>
  /** Of the original of a picture's words: where each line of the body stands. Null: a text. */
  boxes: ColumnType<Box[] | null, string | null | undefined, string | null>
  /** Sum of votes, kept by the vote's transaction. */
  rating: Generated<number>
  created_at: Instant
  updated_at: Instant
}

/** Earlier wordings of a layer that somebody improved. Distribution key: note. */
export interface LayerHistoryTable {
  layer_id: LayerId
  revision: number
  title: string
  body: string
  warning: string | null
  at: Instant
  boxes: ColumnType<Box[] | null, string | null, never>
  /** Whose wording it was, where several may word it: words in a picture. */
  by_actor: ActorId | null
}

export interface LayerVotesTable {
  layer_id: LayerId
  actor_id: ActorId
  value: 1 | -1
  at: Instant
}

/** One sentence of a layer, worded by another reader: a proposal, and what became of it. Distribution key: that of the layer. */
export interface MendsTable {
  id: MendId
  layer_id: LayerId
  /** Which sentence of the original, by what it says (`sentenceKey`). */
  sentence: string
  text: string
  /** What stood there when it was taken. */
  before: string | null
  by_actor: ActorId | null
  licence: LayerLicence
  state: MendState
  created_at: Instant
  /** When it was taken, or taken out again. */
  decided_at: Instant | null
}

/** Readers of both languages who thank for a mend. */
export interface MendVotesTable {
  mend_id: MendId
  actor_id: ActorId
  at: Instant
}

/** Which language a text is in, as a reader of it says; `layer_id` is its original's. */
export interface LanguageVoicesTable {
  layer_id: LayerId
  actor_id: ActorId
  language: string
  at: Instant
}

/** What an engine said about a piece of text, by hash; goes with the subject it came from. */
export interface TranslationsCacheTable {
  hash: string
  subject_kind: string
  subject_id: string
  /** With markers for what the engine did not see; empty when refused. */
  text: string
  /** Why the answer cannot be shown: it was paid for, and is not asked for again. */
  refused: string | null
  created_at: Instant
}

/** Who waits for a machine layer, to be told when it is there. */
export interface TranslationAsksTable {
  subject_kind: string
  subject_id: string
  language: string
  member_id: ActorId
  at: Instant
}

/** Characters taken from the budget of a month (`2026-03`); engine is always empty: the sum of all. */
export interface EngineUseTable {
  month: string
  engine: string
  characters: number
}

/** Reference: what an engine was sent on a day (UTC), in how many calls, and how many of its answers were refused. */
export interface EngineDaysTable {
  day: string
  engine: string
  characters: number
  calls: number
  refused: number
}

/** Reference: texts that are being asked of an engine, by their place in the cache, until they are answered. */
export interface EngineRequestsTable {
  hash: string
  /** Texts that are sent together; the engine is told it, so that it can tell a call from its repetition. */
  call: string
  /** Nobody else asks before. Past: the process that asked was killed, or got no answer. */
  until: Instant
}

/** Reference: the host's fixed translations; `language` → `target`, `*` for any target. */
export interface EngineTermsTable {
  id: string
  language: string
  target: string
  term: string
  translation: string
  created_at: Instant
}

/** Reference: which dictionary data stand in the tables below. */
export interface DictionariesTable {
  name: string
  version: string
  entries: number
  loaded_at: Instant
}

/** Reference: headwords with senses. `language` is that of the headword. */
export interface DictionaryEntriesTable {
  id: Generated<number>
  dictionary: string
  language: string
  /** Simplified form, or the word itself. */
  headword: string
  variant: string
  /** Numbered pinyin of CC-CEDICT, or a reading as it is shown. */
  reading: string
  senses: string[]
  /** Senses for readers of Chinese, where the dictionary has them. */
  senses_zh: string[]
}

/** Reference: English word → Chinese words, read backwards from the dictionary, best first. */
export interface DictionaryReverseTable {
  headword: string
  position: number
  word: string
  variant: string
  reading: string
  sense: string
}

/** Reference: words that segmentation should keep whole (topic labels, places), by who brought them. */
export interface UserWordsTable {
  source: string
  word: string
}

/** Reference: a name of a topic as a word of its language, with its names in all of them. */
export interface ConceptWordsTable {
  /** Page of the topic. */
  address: string
  language: string
  /** In lower case. */
  headword: string
  label: string
  /** First label by language. */
  names: ColumnType<Record<string, string>, string, string>
}

/** A word that a member keeps to learn it, as it was met. Private. Distribution key: reader (member_id). */
export interface SavedWordsTable {
  id: string
  member_id: ActorId
  /** Of the headword. */
  language: string
  headword: string
  reading: string | null
  /** The meanings that were shown. */
  senses: string[]
  /** Where it was met; empty when that text is gone. */
  sentence: string
  subject_kind: string | null
  subject_id: string | null
  address: string | null
  saved_at: Instant
  /** How often in a row it was met as it should be, when it comes back (null: it rests) and how often it came back: `pure/gloss/meet-again.ts`. */
  step: Generated<number>
  due_at: Instant | null
  meetings: Generated<number>
  /** Taken out; can be brought back for a day. */
  removed_at: Instant | null
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    layers: LayersTable
    layer_history: LayerHistoryTable
    layer_votes: LayerVotesTable
    mends: MendsTable
    mend_votes: MendVotesTable
    language_voices: LanguageVoicesTable
    translations_cache: TranslationsCacheTable
    translation_asks: TranslationAsksTable
    engine_use: EngineUseTable
    engine_days: EngineDaysTable
    engine_requests: EngineRequestsTable
    engine_terms: EngineTermsTable
    dictionaries: DictionariesTable
    dictionary_entries: DictionaryEntriesTable
    dictionary_reverse: DictionaryReverseTable
    user_words: UserWordsTable
    concept_words: ConceptWordsTable
    saved_words: SavedWordsTable
  }
}
