import type { Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { Subject } from '#ground/feature.ts'
import type { ActorId } from '#ground/ids/index.ts'
import '../tables.ts'

export const insertState = (tx: Tx, row: { id: string; subject: Subject; state: string; by: ActorId | null; reason: string | null; at: Instant }) =>
  tx
    .insertInto('state_log')
    .values({ id: row.id, subject_kind: row.subject.kind, subject_id: row.subject.id, state: row.state, by_actor: row.by, reason: row.reason, at: row.at })
    .execute()

/** Every state a subject has been in, oldest first, at most 200. */
export const statesOf = (db: Reader, { kind, id }: Subject) =>
  db
    .selectFrom('state_log')
    .select(['state', 'reason', 'at', 'by_actor as by'])
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .orderBy('id')
    .limit(200)
    .execute()
