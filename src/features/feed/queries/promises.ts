import { type Insertable, sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import { type Reader, type Tx, takeTurns } from '#ground/database/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { type Floor, PROVEN } from '#pure/recommender/promises/floor.ts'
import type { PromiseId, PromisesTable } from '../promises/tables.ts'
import '../tables.ts'

/** A floor with who it is for; times of floors are milliseconds. */
export interface PromiseRow extends Floor {
  id: PromiseId
  noteId: NoteId
  authorId: ActorId
  language: string
}

export const promiseColumns = [
  'promises.id',
  'promises.note_id as noteId',
  'promises.author_id as authorId',
  'promises.kind',
  'promises.state',
  'promises.language',
  'promises.owed',
  'promises.owed_across as owedAcross',
  'promises.given',
  'promises.given_across as givenAcross',
  'promises.starts_at as startsAt',
  'promises.due_at as dueAt',
] as const

/** Moments as milliseconds. */
export const asFloor = <T extends { startsAt: Instant; dueAt: Instant }>(row: T): Omit<T, 'startsAt' | 'dueAt'> & { startsAt: number; dueAt: number } => ({
  ...row,
  startsAt: row.startsAt.getTime(),
  dueAt: row.dueAt.getTime(),
})

export interface NewNote {
  authorId: ActorId
  publishedAt: Instant
  language: string
  /** Of the first public notes of its author, also counting those that are gone. */
  isFirst: boolean
  isPromised: boolean
}

/** A note in the feeds, i.e. one that everybody may see now. */
export const newNote = (tx: Tx, id: NoteId): Promise<NewNote | undefined> =>
  tx
    .selectFrom('feed_notes as f')
    .select(['f.author_id as authorId', 'f.published_at as publishedAt', 'f.language'])
    .select(
      sql<boolean>`f.note_id in (select n.id from notes n where n.author_id = f.author_id and n.kind <> 'comment' and n.visibility = 'public'
        and n.published_at is not null order by n.published_at, n.id limit ${PROVEN.firstNotes})`.as('isFirst'),
    )
    .select(sql<boolean>`exists (select 1 from promises p where p.note_id = f.note_id and p.kind = 'newcomer')`.as('isPromised'))
    .where('f.note_id', '=', id)
    .executeTakeFirst()

/** What a note says and shows, for comparing it with others. */
export async function contentOf(tx: Tx, id: NoteId): Promise<{ text: string; pictures: string[] }> {
  const original = await tx
    .selectFrom('layers')
    .select(['title', 'body'])
    .where('subject_kind', '=', 'note')
    .where('subject_id', '=', id)
    .where('origin', '=', 'original')
    .executeTakeFirst()
  const pictures = await tx.selectFrom('media').select(['hash', 'thumbhash']).where('subject_kind', '=', 'note').where('subject_id', '=', id).execute()
  return {
    text: `${original?.title ?? ''} ${original?.body ?? ''}`,
    pictures: pictures.flatMap(({ hash, thumbhash }) => [hash, thumbhash].filter((mark) => mark !== null)),
  }
}

/** Newcomers' promises are made one at a time, so that no mark carries more than one floor. */
export const lockNewcomers = (tx: Tx) => takeTurns(tx, 'promises of newcomers')

/** Whether a whole newcomers' floor was promised already to notes that have any one of these marks. */
export async function isSpent(tx: Tx, marks: readonly string[]): Promise<boolean> {
  if (marks.length === 0) return false
  const row = await tx
    .selectFrom('promise_marks')
    .select('mark')
    .where('mark', 'in', [...marks])
    .groupBy('mark')
    .having(sql<boolean>`count(*) >= ${PROVEN.firstNotes}`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertPromise(tx: Tx, row: Insertable<PromisesTable>, marks: readonly string[]): Promise<void> {
  await tx.insertInto('promises').values(row).execute()
  if (marks.length === 0) return
  const rows = [...new Set(marks)].map((mark) => ({ mark, promise_id: row.id, at: row.made_at }))
  await tx.insertInto('promise_marks').values(rows).execute()
}

export const setLanguage = (tx: Tx, noteId: NoteId, language: string) =>
  tx.updateTable('promises').set({ language }).where('note_id', '=', noteId).where('language', '<>', language).execute()

const dropReaders = (tx: Reader, ids: PromiseId[]) => (ids.length === 0 ? undefined : tx.deleteFrom('promise_readers').where('promise_id', 'in', ids).execute())

/** Ends what is still open for a note that is not for everybody any more. */
export async function voidPromises(tx: Tx, noteId: NoteId, now: Instant): Promise<void> {
  const closed = await tx
    .updateTable('promises')
    .set({ state: 'void', closed_at: now })
    .where('note_id', '=', noteId)
    .where('state', '=', 'open')
    .returning('id')
    .execute()
  await dropReaders(
    tx,
    closed.map(({ id }) => id),
  )
}

/** Ends at most `limit` whose time is over; others may be at it. Answers how many. */
export async function expirePromises(tx: Tx, now: Instant, limit: number): Promise<number> {
  const due = await tx
    .selectFrom('promises')
    .select('id')
    .where('state', '=', 'open')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  const ids = due.map(({ id }) => id)
  if (ids.length === 0) return 0
  await tx.updateTable('promises').set({ state: 'expired', closed_at: now }).where('id', 'in', ids).execute()
  await dropReaders(tx, ids)
  return ids.length
}

export const forgetMarks = (db: Reader, before: Instant) => db.deleteFrom('promise_marks').where('at', '<', before).execute()

/** That somebody saw what they saw; what was given for it stays given. */
export async function forgetReader(tx: Tx, reader: ActorId): Promise<void> {
  await tx.deleteFrom('promise_readers').where('reader_id', '=', reader).execute()
}

export async function marksOfPromises(db: Reader, ids: readonly PromiseId[]): Promise<Map<PromiseId, string[]>> {
  const rows = await db
    .selectFrom('promise_marks')
    .select(['promise_id as id', sql<string[]>`array_agg(mark)`.as('marks')])
    .where('promise_id', 'in', [...ids])
    .groupBy('promise_id')
    .execute()
  return new Map(rows.map(({ id, marks }) => [id, marks]))
}

/** Open promises of these notes, locked in one order until the transaction ends. */
export async function lockOpen(tx: Tx, notes: readonly NoteId[]): Promise<PromiseRow[]> {
  if (notes.length === 0) return []
  const rows = await tx
    .selectFrom('promises')
    .select(promiseColumns)
    .where('note_id', 'in', [...new Set(notes)])
    .where('state', '=', 'open')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(asFloor)
}
