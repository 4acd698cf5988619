import { sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { codeOf, KINDS, type Kind, SURFACES, type Surface } from '../signals/kinds.ts'
import '../tables.ts'

export interface Signal {
  noteId: NoteId
  kind: Kind
  slot: number
  propensity: number | null
  seconds: number | null
}

export interface Batch {
  reader: ActorId
  surface: Surface
  /** When the page was served; its day (UTC) is the day that counts. */
  servedAt: Instant
  now: Instant
  /** Each note and kind once. */
  signals: readonly Signal[]
}

/**
 * Writes what is not there yet and answers it; the longer of two stays remains. Left out: one's own notes, notes that are in no feed
 * (or just left it: their rows are held until the commit), and what the reader had forgotten after the page was served.
 */
export async function insertSignals(tx: Tx, { reader, surface, servedAt, now, signals }: Batch): Promise<{ noteId: NoteId; kind: Kind; slot: number }[]> {
  const column = <T>(of: (one: Signal) => T): T[] => signals.map(of)
  const { rows } = await sql<{ noteId: NoteId; kind: number; slot: number }>`
    insert into feed_signals (reader_id, note_id, at, day, propensity, kind, surface, slot, seconds)
    select ${reader}::uuid, f.note_id, ${now}::timestamptz, (${servedAt}::timestamptz at time zone 'UTC')::date, s.propensity, s.kind, ${SURFACES.indexOf(surface)}::smallint, s.slot, s.seconds
    from unnest(${column((one) => one.noteId)}::uuid[], ${column((one) => codeOf(one.kind))}::smallint[], ${column((one) => one.slot)}::smallint[],
      ${column((one) => one.propensity)}::real[], ${column((one) => one.seconds)}::smallint[]) s (note_id, kind, slot, propensity, seconds)
    join feed_notes f on f.note_id = s.note_id and f.author_id <> ${reader}::uuid
    where not exists (select 1 from feed_forgotten g where g.reader_id = ${reader}::uuid and g.note_id = s.note_id and g.kind = s.kind and g.at >= ${servedAt})
    for key share of f
    on conflict (reader_id, note_id, kind, day) do update set seconds = excluded.seconds where feed_signals.seconds < excluded.seconds
    returning note_id as "noteId", kind, slot`.execute(tx)
  return rows.map(({ noteId, kind, slot }) => ({ noteId, kind: KINDS[kind] as Kind, slot }))
}

/** More than anybody looks at in two days. */
const MOST_SEEN = 5_000

/**
 * When this reader last saw each note since `since`, by the index of what they saw: a plan that is kept would look for each of some hundred
 * candidates in every month.
 */
export async function seenBy(db: Reader, reader: ActorId, since: Instant): Promise<Map<NoteId, Instant>> {
  const rows = await db
    .selectFrom('feed_signals')
    .select(['note_id as id', 'at'])
    .where('reader_id', '=', reader)
    .where('kind', '=', sql.lit(codeOf('impression')))
    .where('at', '>=', since)
    // A page is handed in at most a day after it was served: the months before need not be looked into.
    .where('day', '>=', sql<string>`((${since}::timestamptz - interval '1 day') at time zone 'UTC')::date`)
    .orderBy('at', 'desc')
    .limit(MOST_SEEN)
    .execute()
  // The latest of a note is written last.
  return new Map(rows.reverse().map(({ id, at }) => [id, at]))
}

/** How many notes a day were in view of this reader, in all that is still kept. */
export async function countImpressions(db: Reader, reader: ActorId): Promise<number> {
  const row = await db
    .selectFrom('feed_signals')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('reader_id', '=', reader)
    .where('kind', '=', codeOf('impression'))
    .executeTakeFirst()
  return row?.count ?? 0
}

/** A note that is in no feed any more leaves nothing; called after its row of feed_notes went, which batches hold on to. */
export async function dropSignalsOf(tx: Tx, noteId: NoteId): Promise<void> {
  for (const table of ['feed_signals', 'feed_choices', 'feed_forgotten'] as const) await tx.deleteFrom(table).where('note_id', '=', noteId).execute()
}

/** Everything that was recorded of a reader but their controls. */
export async function dropActsOf(tx: Tx, reader: ActorId): Promise<void> {
  for (const table of ['feed_signals', 'feed_choices', 'feed_forgotten'] as const) await tx.deleteFrom(table).where('reader_id', '=', reader).execute()
}

export const dropControls = (tx: Tx, reader: ActorId) => tx.deleteFrom('feed_controls').where('reader_id', '=', reader).execute()
