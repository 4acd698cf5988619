import { type Insertable, sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { Subject } from '#ground/feature.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { SavedWordsTable } from '../tables.ts'

const columns = [
  'id',
  'language',
  'headword',
  'reading',
  'senses',
  'sentence',
  'subject_kind as subjectKind',
  'subject_id as subjectId',
  'address',
  'saved_at as savedAt',
  'due_at as dueAt',
  'meetings',
] as const

export interface SavedWordRow {
  id: string
  language: string
  headword: string
  reading: string | null
  senses: string[]
  sentence: string
  subjectKind: string | null
  subjectId: string | null
  address: string | null
  savedAt: Instant
  dueAt: Instant | null
  meetings: number
}

/** Keeps the word once a member and language; kept again, the newest place counts and it begins anew. */
export const putWord = (db: Reader, row: Insertable<SavedWordsTable>): Promise<SavedWordRow> =>
  db
    .insertInto('saved_words')
    .values(row)
    .onConflict((on) =>
      on.columns(['member_id', 'language', 'headword']).doUpdateSet((eb) => ({
        reading: eb.ref('excluded.reading'),
        senses: eb.ref('excluded.senses'),
        sentence: eb.ref('excluded.sentence'),
        subject_kind: eb.ref('excluded.subject_kind'),
        subject_id: eb.ref('excluded.subject_id'),
        address: eb.ref('excluded.address'),
        saved_at: eb.ref('excluded.saved_at'),
        step: 0,
        due_at: eb.ref('excluded.due_at'),
        removed_at: null,
      })),
    )
    .returning(columns)
    .executeTakeFirstOrThrow()

export async function countWords(db: Reader, member: ActorId): Promise<number> {
  const { count } = await db
    .selectFrom('saved_words')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('member_id', '=', member)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** A member's words, newest first, behind `before`. */
export function wordsBefore(db: Reader, member: ActorId, before: { at: Instant; id: string } | null, limit: number): Promise<SavedWordRow[]> {
  const query = db
    .selectFrom('saved_words')
    .select(columns)
    .where('member_id', '=', member)
    .where('removed_at', 'is', null)
    .orderBy('saved_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
  return (before ? query.where(sql<boolean>`(saved_at, id) < (${before.at}, ${before.id}::uuid)`) : query).execute()
}

export const savedIdOf = async (db: Reader, member: ActorId, language: string, headword: string): Promise<string | null> =>
  (
    await db
      .selectFrom('saved_words')
      .select('id')
      .where('member_id', '=', member)
      .where('language', '=', language)
      .where('headword', '=', headword)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
  )?.id ?? null

/** Which of these a member keeps: ids by language and headword, `zh-Hans 乐队`. */
export async function savedIdsOf(db: Reader, member: ActorId, headwords: readonly string[]): Promise<Map<string, string>> {
  if (headwords.length === 0) return new Map()
  const rows = await sql<{ id: string; language: string; headword: string }>`select id, language, headword from saved_words
    where member_id = ${member} and headword = any(${[...new Set(headwords)]}::text[]) and removed_at is null`.execute(db)
  return new Map(rows.rows.map(({ id, language, headword }) => [`${language} ${headword}`, id]))
}

/** Takes a word out (`at`) or brings it back (null). False when the member keeps no such word. */
export async function markRemoved(db: Reader, member: ActorId, id: string, at: Instant | null): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('saved_words')
    .set({ removed_at: at })
    .where('id', '=', id)
    .where('member_id', '=', member)
    .where('removed_at', at === null ? 'is not' : 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Words of a member that come back, those that wait longest first. */
export const dueBefore = (db: Reader, member: ActorId, now: Instant, limit: number) =>
  db
    .selectFrom('saved_words')
    .select(['id', 'language', 'headword', 'reading', 'senses', 'meetings'])
    .where('member_id', '=', member)
    .where('removed_at', 'is', null)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(limit)
    .execute()

/** Those of these words that the member keeps, held until the transaction ends. */
export const lockWords = (tx: Tx, member: ActorId, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('saved_words')
        .select(['id', 'step', 'due_at as dueAt', 'meetings'])
        .where('id', 'in', ids)
        .where('member_id', '=', member)
        .where('removed_at', 'is', null)
        .orderBy('id')
        .forUpdate()
        .execute()

export async function remember(tx: Tx, rows: readonly { id: string; step: number; due: Instant | null; meetings: number }[]): Promise<void> {
  for (const { id, step, due, meetings } of rows) await tx.updateTable('saved_words').set({ step, due_at: due, meetings }).where('id', '=', id).execute()
}

export const deleteRemoved = (db: Reader, before: Instant) => db.deleteFrom('saved_words').where('removed_at', '<', before).execute()

export const deleteWordsOf = (tx: Tx, member: ActorId) => tx.deleteFrom('saved_words').where('member_id', '=', member).execute()

/** The text is gone: words stay, what was quoted from it does not. */
export const forgetSentencesOf = (tx: Tx, { kind, id }: Subject) =>
  tx
    .updateTable('saved_words')
    .set({ sentence: '', subject_kind: null, subject_id: null, address: null })
    .where('subject_id', '=', id)
    .where('subject_kind', '=', kind)
    .execute()
