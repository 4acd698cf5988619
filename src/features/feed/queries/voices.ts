import { sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import { instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import type { Voice } from '#pure/recommender/promises/voice.ts'
import '../tables.ts'

/** The author of a note in the feeds. */
export const authorOf = async (db: Reader, id: NoteId): Promise<ActorId | undefined> =>
  (await db.selectFrom('feed_notes').select('author_id').where('note_id', '=', id).executeTakeFirst())?.author_id

/** Whether somebody else, who has none of these marks, likes a note of this author. */
export async function isHeard(tx: Tx, author: ActorId, marks: readonly string[]): Promise<boolean> {
  const { rows } = await sql`select 1 from feed_notes f join likes l on l.note_id = f.note_id
    where f.author_id = ${author} and l.actor_id <> ${author}
      and not exists (select 1 from member_origins o where o.actor_id = l.actor_id and o.mark = any(${[...marks]}::text[])) limit 1`.execute(tx)
  return rows.length > 0
}

export async function voicesOf(tx: Tx, marks: readonly string[]): Promise<Map<string, Voice>> {
  const rows = await tx
    .selectFrom('feed_voices')
    .selectAll()
    .where('mark', 'in', [...marks])
    .execute()
  return new Map(rows.map(({ mark, author_id, since }) => [mark, { author: author_id, since: since.getTime() }]))
}

export async function putVoices(tx: Tx, voices: ReadonlyMap<string, Voice>): Promise<void> {
  await tx
    .insertInto('feed_voices')
    .values([...voices].map(([mark, { author, since }]) => ({ mark, author_id: author as ActorId, since: instant(since) })))
    .onConflict((on) => on.column('mark').doUpdateSet((eb) => ({ author_id: eb.ref('excluded.author_id'), since: eb.ref('excluded.since') })))
    .execute()
}

export const forgetVoices = (db: Reader, before: Instant) => db.deleteFrom('feed_voices').where('since', '<', before).execute()
export const dropVoicesOf = (tx: Tx, author: ActorId) => tx.deleteFrom('feed_voices').where('author_id', '=', author).execute()

/** Notes of this author that wait. */
export const waitingOf = async (tx: Tx, author: ActorId): Promise<NoteId[]> =>
  (await tx.selectFrom('feed_notes').select('note_id').where('author_id', '=', author).where('waits', '=', true).execute()).map(({ note_id }) => note_id)

/** Lets these notes wait, or no longer. */
export async function setWaiting(tx: Tx, notes: readonly NoteId[], waits: boolean): Promise<void> {
  await tx.updateTable('feed_notes').set({ waits }).where('note_id', 'in', notes).execute()
  await tx.updateTable('feed_topics').set({ waits }).where('note_id', 'in', notes).execute()
}
