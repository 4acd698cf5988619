import type { Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import '../tables.ts'

/** Exactly these topics, in this order. */
export async function putTopics(tx: Tx, noteId: NoteId, topics: readonly string[], at: Instant): Promise<void> {
  await tx.deleteFrom('note_topics').where('note_id', '=', noteId).execute()
  if (topics.length > 0)
    await tx
      .insertInto('note_topics')
      .values(topics.map((topic_id, position) => ({ note_id: noteId, topic_id, position, published_at: at })))
      .execute()
}

export const dateTopics = (tx: Tx, noteId: NoteId, at: Instant) =>
  tx.updateTable('note_topics').set({ published_at: at }).where('note_id', '=', noteId).execute()

/** Topic ids of each note, in order; one query. */
export async function topicsOf(db: Reader, ids: readonly NoteId[]): Promise<Map<NoteId, string[]>> {
  const topics = new Map<NoteId, string[]>()
  if (ids.length === 0) return topics
  const rows = await db
    .selectFrom('note_topics')
    .select(['note_id', 'topic_id'])
    .where('note_id', 'in', [...ids])
    .orderBy('position')
    .execute()
  for (const { note_id, topic_id } of rows) topics.set(note_id, [...(topics.get(note_id) ?? []), topic_id])
  return topics
}

/** Exactly these people are mentioned. Answers who was not before. */
export async function putMentions(tx: Tx, noteId: NoteId, actors: readonly ActorId[]): Promise<ActorId[]> {
  const gone = tx.deleteFrom('note_mentions').where('note_id', '=', noteId)
  await (actors.length > 0 ? gone.where('actor_id', 'not in', [...actors]) : gone).execute()
  if (actors.length === 0) return []
  const rows = await tx
    .insertInto('note_mentions')
    .values(actors.map((actor_id) => ({ note_id: noteId, actor_id })))
    .onConflict((on) => on.doNothing())
    .returning('actor_id')
    .execute()
  return rows.map((row) => row.actor_id)
}

export async function mentionedIn(db: Reader, noteId: NoteId): Promise<ActorId[]> {
  return (await db.selectFrom('note_mentions').select('actor_id').where('note_id', '=', noteId).execute()).map((row) => row.actor_id)
}

/** `from`: how many there are already, so that the new ones come after them. */
export async function askCoauthors(tx: Tx, noteId: NoteId, actors: readonly ActorId[], from = 0): Promise<void> {
  if (actors.length > 0)
    await tx
      .insertInto('note_coauthors')
      .values(actors.map((actor_id, position) => ({ note_id: noteId, actor_id, position: from + position, state: 'asked' as const })))
      .onConflict((on) => on.doNothing())
      .execute()
}

export async function coauthorsOf(db: Reader, noteId: NoteId): Promise<{ id: ActorId; state: 'asked' | 'joined' }[]> {
  return db.selectFrom('note_coauthors').select(['actor_id as id', 'state']).where('note_id', '=', noteId).orderBy('position').execute()
}

/** True when the invitation was open. */
export async function joinAsCoauthor(tx: Tx, noteId: NoteId, actor: ActorId): Promise<boolean> {
  return (
    (
      await tx
        .updateTable('note_coauthors')
        .set({ state: 'joined' })
        .where('note_id', '=', noteId)
        .where('actor_id', '=', actor)
        .where('state', '=', 'asked')
        .executeTakeFirst()
    ).numUpdatedRows > 0n
  )
}

/** Says no, or leaves again. True when there was something to leave. */
export async function leaveAsCoauthor(tx: Tx, noteId: NoteId, actor: ActorId): Promise<boolean> {
  return (await tx.deleteFrom('note_coauthors').where('note_id', '=', noteId).where('actor_id', '=', actor).executeTakeFirst()).numDeletedRows > 0n
}

export const insertRevision = (
  tx: Tx,
  row: { note_id: NoteId; revision: number; title: string; body: string; warning: string | null; picture_count: number; at: Instant },
) =>
  tx
    .insertInto('note_history')
    .values(row)
    .onConflict((on) => on.doNothing())
    .execute()

export const dropRevisions = (tx: Tx, ids: readonly NoteId[]) => tx.deleteFrom('note_history').where('note_id', 'in', ids).execute()

/** Earlier wordings, newest first, below `before`. */
export function revisionsOf(db: Reader, noteId: NoteId, before: number | null, limit: number) {
  const query = db
    .selectFrom('note_history')
    .select(['revision', 'title', 'body', 'warning', 'picture_count as pictureCount', 'at'])
    .where('note_id', '=', noteId)
    .orderBy('revision', 'desc')
    .limit(limit)
  return (before === null ? query : query.where('revision', '<', before)).execute()
}

/** Everything that hangs on a note but its comments; counts are set back with it. */
export async function deleteParts(tx: Tx, noteId: NoteId): Promise<void> {
  for (const table of ['note_topics', 'note_mentions', 'note_coauthors', 'note_history', 'waiting_places', 'likes', 'boosts', 'saves'] as const)
    await tx.deleteFrom(table).where('note_id', '=', noteId).execute()
}
