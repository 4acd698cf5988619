import type { ColumnType } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { SavedFilters } from './filter-shape.ts'

/** What can be found, public things only. Distribution key: id. */
export interface SearchDocumentsTable {
  kind: string
  id: string
  /** Keys (`keyOf`) of folded words and CJK pairs of all layers, topic labels in every language, and filters such as `#kind:note`. */
  keys: number[]
  /** Those of titles and names, for ranking. */
  title_terms: string[]
  language: string
  author_id: ActorId | null
  created_at: Instant
}

/** Latin words of titles and bodies, for spelling. Reference. */
export interface SearchWordsTable {
  word: string
  /** The word and the word with one letter left out: two words that share a key are at most an edit or two apart. */
  keys: string[]
}

/** Names to complete while typing: people and boards. Reference. */
export interface SearchNamesTable {
  kind: string
  id: string
  name: string
  folded: string
}

/** What a member wants to be told of. Distribution key: member_id. */
export interface SavedSearchesTable {
  id: string
  member_id: ActorId
  q: string
  /** `SavedFilters`, without empty ones. */
  filters: ColumnType<SavedFilters, string, string>
  created_at: Instant
  /** What was published later has not been looked at. */
  seen_until: Instant
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    search_documents: SearchDocumentsTable
    search_words: SearchWordsTable
    search_names: SearchNamesTable
    saved_searches: SavedSearchesTable
  }
}
