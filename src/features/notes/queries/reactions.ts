import { sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Tx } from '#ground/database/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import '../tables.ts'

const COUNTS = { likes: 'like_count', boosts: 'boost_count', saves: 'save_count' } as const
type Marks = keyof typeof COUNTS

/** Adds to a note's sum, in the transaction of what is summed. Answers the sum. */
export async function addToCount(tx: Tx, marks: Marks, noteId: NoteId, by: 1 | -1): Promise<number> {
  const column = COUNTS[marks]
  const row = await tx
    .updateTable('notes')
    .set({ [column]: sql<number>`${sql.ref(column)} + ${by}` })
    .where('id', '=', noteId)
    .returning(`${column} as count`)
    .executeTakeFirst()
  return row?.count ?? 0
}

export async function countOf(tx: Tx, marks: Marks, noteId: NoteId): Promise<number> {
  return (await tx.selectFrom('notes').select(`${COUNTS[marks]} as count`).where('id', '=', noteId).executeTakeFirst())?.count ?? 0
}

/** True when it was not there before. */
export async function insertMark(tx: Tx, marks: 'likes' | 'boosts', noteId: NoteId, actor: ActorId, at: Instant): Promise<boolean> {
  return (
    (await tx
      .insertInto(marks)
      .values({ note_id: noteId, actor_id: actor, created_at: at })
      .onConflict((on) => on.doNothing())
      .returning('note_id')
      .executeTakeFirst()) !== undefined
  )
}

export async function deleteMark(tx: Tx, marks: 'likes' | 'boosts', noteId: NoteId, actor: ActorId): Promise<boolean> {
  return (await tx.deleteFrom(marks).where('note_id', '=', noteId).where('actor_id', '=', actor).returning('note_id').executeTakeFirst()) !== undefined
}

/** On how many boards of this member the note is now; the row is gone at 0. */
export async function addToSave(tx: Tx, noteId: NoteId, actor: ActorId, delta: number, at: Instant): Promise<{ before: number; now: number }> {
  if (delta > 0) {
    const row = await tx
      .insertInto('saves')
      .values({ note_id: noteId, actor_id: actor, board_count: delta, created_at: at })
      .onConflict((on) => on.columns(['note_id', 'actor_id']).doUpdateSet({ board_count: sql<number>`saves.board_count + ${delta}` }))
      .returning('board_count as count')
      .executeTakeFirstOrThrow()
    return { before: row.count - delta, now: row.count }
  }
  const row = await tx
    .updateTable('saves')
    .set({ board_count: sql<number>`greatest(0, board_count + ${delta})` })
    .where('note_id', '=', noteId)
    .where('actor_id', '=', actor)
    .returning('board_count as count')
    .executeTakeFirst()
  if (!row) return { before: 0, now: 0 }
  if (row.count === 0) await tx.deleteFrom('saves').where('note_id', '=', noteId).where('actor_id', '=', actor).execute()
  return { before: row.count - delta, now: row.count }
}

/** Of a member who leaves: their marks, taken out of the sums too. */
export async function forgetMarks(tx: Tx, member: ActorId): Promise<void> {
  for (const [table, column] of Object.entries(COUNTS)) {
    await sql`with gone as (delete from ${sql.table(table)} where actor_id = ${member} returning note_id)
      update notes set ${sql.ref(column)} = ${sql.ref(column)} - 1 from gone where notes.id = gone.note_id`.execute(tx)
  }
  await tx.deleteFrom('note_mentions').where('actor_id', '=', member).execute()
  await tx.deleteFrom('note_coauthors').where('actor_id', '=', member).execute()
}
