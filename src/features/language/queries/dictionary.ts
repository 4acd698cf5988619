import { type Insertable, sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { DictionaryEntriesTable, DictionaryReverseTable } from '../tables.ts'

export type EntryRow = Omit<Insertable<DictionaryEntriesTable>, 'id'>
export type EntryOfWord = Required<Omit<DictionaryEntriesTable, 'id'>> & { id: number }
export type ReverseRow = DictionaryReverseTable

export const dictionaryVersion = async (db: Reader, name: string): Promise<string | undefined> =>
  (await db.selectFrom('dictionaries').select('version').where('name', '=', name).executeTakeFirst())?.version

/** What stands in the tables, by name; a handful. */
export const dictionariesKept = (db: Reader) => db.selectFrom('dictionaries').select(['name', 'version', 'entries']).orderBy('name').execute()

/** One line that changes when anything that segmentation knows changes. */
export async function wordsVersion(db: Reader): Promise<string> {
  const { rows } = await sql<{
    version: string
  }>`select coalesce((select string_agg(name || ' ' || version, ',' order by name) from dictionaries), '') || '/' ||
    (select coalesce(sum(hashtextextended(source || ' ' || word, 0)), 0) from user_words) as version`.execute(db)
  return rows[0]?.version ?? ''
}

/** Empties a dictionary before it is filled again, in the same transaction: readers see the old one until it commits. */
export async function clearDictionary(tx: Tx, name: string): Promise<void> {
  await tx.deleteFrom('dictionary_entries').where('dictionary', '=', name).execute()
}
export async function forgetDictionary(tx: Tx, name: string): Promise<void> {
  await tx.deleteFrom('dictionaries').where('name', '=', name).execute()
}
export const clearReverse = (tx: Tx) => tx.deleteFrom('dictionary_reverse').execute()

// Arrays of columns travel as one JSON document a batch: thousands of rows in one statement without a parameter each.
export const insertEntries = (tx: Tx, rows: readonly EntryRow[]) =>
  sql`
  insert into dictionary_entries (dictionary, language, headword, variant, reading, senses, senses_zh)
  select dictionary, language, headword, variant, reading, array(select json_array_elements_text(senses)), array(select json_array_elements_text(senses_zh))
  from json_to_recordset(${JSON.stringify(rows)}::json) as r (dictionary text, language text, headword text, variant text, reading text, senses json, senses_zh json)`.execute(
    tx,
  )
export const insertReverse = (tx: Tx, rows: readonly ReverseRow[]) =>
  sql`
  insert into dictionary_reverse (headword, position, word, variant, reading, sense)
  select headword, position, word, variant, reading, sense from json_to_recordset(${JSON.stringify(rows)}::json) as r (headword text, position smallint, word text, variant text, reading text, sense text)`.execute(
    tx,
  )

export const noteDictionary = (tx: Tx, name: string, version: string, entries: number, at: Instant) =>
  tx
    .insertInto('dictionaries')
    .values({ name, version, entries, loaded_at: at })
    .onConflict((on) => on.column('name').doUpdateSet({ version, entries, loaded_at: at }))
    .execute()

/** What dictionaries of these languages have under these words, by either form; ordinary words before names and variants. */
export const entriesOf = (db: Reader, words: readonly string[], languages: readonly string[]) =>
  words.length === 0 || languages.length === 0
    ? Promise.resolve([])
    : sql<EntryOfWord>`
  select dictionary, language, headword, variant, reading, senses, senses_zh, id from dictionary_entries where headword = any(${words}::text[]) and language = any(${languages}::text[])
  union select dictionary, language, headword, variant, reading, senses, senses_zh, id from dictionary_entries where variant = any(${words}::text[]) and variant <> headword and language = any(${languages}::text[])
  order by id`
        .execute(db)
        .then(({ rows }) => rows)

export const reverseOf = (db: Reader, words: readonly string[]) =>
  words.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('dictionary_reverse')
        .select(['headword', 'word', 'variant', 'reading', 'sense'])
        .where('headword', 'in', words)
        .orderBy('headword')
        .orderBy('position')
        .execute()

/** Longer than what was asked by at most this. */
const MORE_LETTERS = 8

/** Words of headwords that hold all words of a phrase, those hardly longer first, at most `limit` a phrase. */
export async function reverseHolding(db: Reader, phrases: readonly string[], limit: number): Promise<{ phrase: string; word: string }[]> {
  if (phrases.length === 0) return []
  const each = phrases.map(
    (phrase) => sql`(select ${phrase}::text as phrase, word from dictionary_reverse
      where to_tsvector('simple', headword) @@ plainto_tsquery('simple', ${phrase}) and length(headword) <= ${phrase.length + MORE_LETTERS}
      order by length(headword), position limit ${limit})`,
  )
  return (await sql<{ phrase: string; word: string }>`${sql.join(each, sql` union all `)}`.execute(db)).rows
}

/** Headwords of two to eight characters and what others brought: what segmentation keeps whole. */
export async function wordsToKeep(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    select distinct headword as word from dictionary_entries where language = 'zh-Hans' and length(headword) between 2 and 8 union select word from user_words`.execute(
    db,
  )
  return rows.map(({ word }) => word)
}

export type ConceptWord = { address: string; language: string; label: string; names: Record<string, string> }

/** Replaces the names of topics that a tap explains. */
export async function putConceptWords(tx: Tx, rows: readonly ConceptWord[]): Promise<void> {
  await tx.deleteFrom('concept_words').execute()
  const all = rows.map((row) => ({ ...row, headword: row.label.toLowerCase() }))
  await sql`insert into concept_words (address, language, headword, label, names)
    select address, language, headword, label, names from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as r (address text, language text, headword text, label text, names jsonb)`.execute(
    tx,
  )
}

export const conceptWordsUnder = (db: Reader, words: readonly string[]) =>
  words.length === 0
    ? Promise.resolve([])
    : sql<{ address: string; language: string; headword: string; label: string; names: Record<string, string> }>`
  select address, language, headword, label, names from concept_words where headword = any(${words}::text[]) order by headword, address`
        .execute(db)
        .then(({ rows }) => rows)

export async function putUserWords(tx: Tx, source: string, words: readonly string[]): Promise<void> {
  await tx.deleteFrom('user_words').where('source', '=', source).execute()
  await sql`insert into user_words (source, word) select ${source}, word from (select distinct unnest(${[...words]}::text[]) as word) w where word <> ''`.execute(
    tx,
  )
}
