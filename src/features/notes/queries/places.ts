import { sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import type { PlaceWait } from '../tables.ts'
import '../tables.ts'

export interface PlaceRules {
  wait: PlaceWait
  /** Ids of places that are never shown, as the member put them. */
  never: string[]
}
export interface WaitingPlace {
  placeId: string
  due: Instant
}

export const rulesOf = async (db: Reader, actor: ActorId): Promise<PlaceRules> =>
  (await db.selectFrom('place_rules').select(['wait', 'never']).where('actor_id', '=', actor).executeTakeFirst()) ?? { wait: 'none', never: [] }

/** What is left out stays. */
export const putRules = (tx: Reader, actor: ActorId, { wait, never }: { wait?: PlaceWait | undefined; never?: string[] | undefined }) =>
  tx
    .insertInto('place_rules')
    .values({ actor_id: actor, wait: wait ?? 'none', never: never ?? [] })
    .onConflict((on) => on.column('actor_id').doUpdateSet({ actor_id: actor, ...(wait ? { wait } : {}), ...(never ? { never } : {}) }))
    .execute()
export const dropRules = (tx: Tx, actor: ActorId) => tx.deleteFrom('place_rules').where('actor_id', '=', actor).execute()

/** Places that are not on their notes yet, by note; one query. */
export async function waitingPlaces(db: Reader, notes: readonly NoteId[]): Promise<Map<NoteId, WaitingPlace>> {
  if (notes.length === 0) return new Map()
  const rows = await db
    .selectFrom('waiting_places')
    .select(['note_id', 'place_id as placeId', 'due'])
    .where('note_id', 'in', [...notes])
    .execute()
  return new Map(rows.map(({ note_id, ...waiting }) => [note_id, waiting]))
}

export const putWaiting = (tx: Tx, note: NoteId, { placeId, due }: WaitingPlace) =>
  tx.insertInto('waiting_places').values({ note_id: note, place_id: placeId, due }).execute()
export const dropWaiting = (tx: Tx, note: NoteId) => tx.deleteFrom('waiting_places').where('note_id', '=', note).execute()

/** The note was written at `written` and is published `now`: it waits from now. */
export const postponeWaiting = (tx: Tx, note: NoteId, written: Instant, now: Instant) =>
  tx
    .updateTable('waiting_places')
    .set({ due: sql<Instant>`due + (${now}::timestamptz - ${written}::timestamptz)` })
    .where('note_id', '=', note)
    .execute()

/** Published notes whose place is due, longest first. */
export async function notesWithDuePlace(db: Reader, now: Instant, limit: number): Promise<NoteId[]> {
  const rows = await db
    .selectFrom('waiting_places')
    .innerJoin('notes', 'notes.id', 'note_id')
    .select('note_id as id')
    .where('due', '<=', now)
    .where('state', '<>', 'processing')
    .orderBy('due')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}
