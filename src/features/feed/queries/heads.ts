import { sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { type LearntHeads, untaught } from '#pure/recommender/page/lesson.ts'
import { codeOf, SURFACES } from '../signals/kinds.ts'
import '../tables.ts'

export interface Learnt extends LearntHeads {
  /** Names of the features that the weights belong to, in their order. */
  features: readonly string[]
  /** Slots that were seen up to then were learnt from. */
  until: Instant
}

export async function learntHeads(db: Reader): Promise<Learnt | undefined> {
  const row = await db.selectFrom('feed_heads').selectAll().executeTakeFirst()
  // What was learnt before there was a calibration has none.
  return row && { calibration: untaught.calibration, ...row.learnt, until: row.until }
}

export async function putHeads(tx: Tx, { until, ...learnt }: Learnt): Promise<void> {
  const row = { learnt: JSON.stringify(learnt), until }
  await tx
    .insertInto('feed_heads')
    .values({ id: true, ...row })
    .onConflict((on) => on.column('id').doUpdateSet(row))
    .execute()
}

export interface SeenSlot {
  readerId: ActorId
  noteId: NoteId
  at: Instant
  /** With which the page put the note there. */
  propensity: number
}

/** Slots of Discover that were in view between two moments, in the order in which they were, at most `limit`. */
export async function slotsSeen(db: Reader, from: Instant, to: Instant, limit: number): Promise<SeenSlot[]> {
  const rows = await db
    .selectFrom('feed_signals')
    .select(['reader_id as readerId', 'note_id as noteId', 'at', 'propensity'])
    .where('kind', '=', codeOf('impression'))
    .where('surface', '=', SURFACES.indexOf('discover'))
    .where('at', '>', from)
    .where('at', '<=', to)
    .where('day', '>=', sql<string>`((${from}::timestamptz - interval '1 day') at time zone 'UTC')::date`)
    .where('propensity', 'is not', null)
    .orderBy('at')
    .orderBy('reader_id')
    .orderBy('note_id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, propensity: row.propensity ?? 1 }))
}
