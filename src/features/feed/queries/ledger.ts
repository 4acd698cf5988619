import { sql } from 'kysely'
import { visibleTo } from '#features/notes/index.ts'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader } from '#ground/database/index.ts'
import type { Viewer } from '#ground/http/viewer.ts'
import type { NoteId } from '#ground/ids/index.ts'
import type { FloorKind, FloorState } from '#pure/recommender/promises/floor.ts'
import type { PromiseId } from '../promises/tables.ts'
import '../tables.ts'

const columns = [
  'promises.kind',
  'promises.state',
  'promises.owed',
  'promises.owed_across as owedAcross',
  'promises.given',
  'promises.given_across as givenAcross',
  'promises.made_at as madeAt',
  'promises.starts_at as startsAt',
  'promises.due_at as dueAt',
  'promises.closed_at as closedAt',
] as const

/** Everything one note was promised. */
export const promisesOf = (db: Reader, noteId: NoteId) =>
  db.selectFrom('promises').select(columns).where('note_id', '=', noteId).orderBy('made_at').orderBy('id').execute()
export type NotePromise = Awaited<ReturnType<typeof promisesOf>>[number]

export interface LedgerDay {
  /** `2026-11-23`, UTC. */
  day: string
  given: number
  givenAcross: number
}

/** Promises with what each was given a day, newest first; the note only while it is public and this viewer may see it. */
export function ledgerPage(db: Reader, viewer: Viewer, before: { key: string; id: string } | null, limit: number) {
  const query = db
    .selectFrom('promises')
    .select(['promises.id', ...columns])
    .select(
      sql<NoteId | null>`(select notes.id from notes where notes.id = promises.note_id and notes.visibility = 'public' and ${visibleTo(viewer)})`.as('noteId'),
    )
    .select(
      sql<LedgerDay[]>`coalesce((select json_agg(d order by d.day) from (
        select to_char(l.hour at time zone 'UTC', 'YYYY-MM-DD') as day, sum(l.given)::int as given, sum(l.given_across)::int as "givenAcross"
        from promise_payments l where l.promise_id = promises.id group by 1) d), '[]')`.as('days'),
    )
    .orderBy('made_at', 'desc')
    .orderBy('promises.id', 'desc')
    .limit(limit)
  return (before ? query.where(sql<boolean>`(promises.made_at, promises.id) < (${before.key}::timestamptz, ${before.id}::uuid)`) : query).execute()
}
export type LedgerRow = Awaited<ReturnType<typeof ledgerPage>>[number] & { id: PromiseId }

export interface Sum {
  kind: FloorKind
  state: FloorState
  promises: number
  owed: number
  given: number
}

/** Of the promises made since. */
export const sumsSince = (db: Reader, since: Instant): Promise<Sum[]> =>
  db
    .selectFrom('promises')
    .select(['kind', 'state'])
    .select([sql<number>`count(*)::int`.as('promises'), sql<number>`sum(owed)::int`.as('owed'), sql<number>`sum(given)::int`.as('given')])
    .where('made_at', '>=', since)
    .groupBy(['kind', 'state'])
    .orderBy('kind')
    .orderBy('state')
    .execute()
