import { sql } from 'kysely'
import type { Reader } from '#ground/database/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import '../tables.ts'

/** What the engine learns of a public note. */
export interface NoteFacts {
  id: NoteId
  author: ActorId
  language: string
  layers: string[]
  topics: string[]
}

const facts = (db: Reader) => db.selectFrom('feed_notes').select(['note_id as id', 'author_id as author', 'language', 'layer_languages as layers', 'topics'])

/** All public notes by id, some at a time: those after `after`. */
export const factsAfter = (db: Reader, after: NoteId | null, limit: number): Promise<NoteFacts[]> => {
  const rows = facts(db).orderBy('note_id').limit(limit)
  return (after === null ? rows : rows.where('note_id', '>', after)).execute()
}

/** Of these notes those that are public now. */
export const factsOf = (db: Reader, ids: NoteId[]): Promise<NoteFacts[]> => facts(db).where('note_id', 'in', ids).execute()

export interface ActRow {
  note: NoteId
  reader: ActorId
  /** Where to go on after this row. */
  key: string
}

/** Where a reader's acts stand, by note and in an order that an index has; comments answer for the note they stand under. */
export const ACT_KINDS = ['likes', 'saves', 'boosts', 'comments'] as const
export type ActKind = (typeof ACT_KINDS)[number]

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Who did this to which note, ordered by note, some at a time. `after`: the key of the last row, or null. */
export async function actsAfter(db: Reader, kind: ActKind, after: string | null, limit: number): Promise<ActRow[]> {
  const [note = NOBODY, second = NOBODY, third = NOBODY] = (after ?? '').split('|').filter(Boolean)
  if (kind === 'comments') {
    const from = after === null ? sql`'-infinity'::timestamptz` : sql`${second}::timestamptz`
    const { rows } = await sql<ActRow>`
      select root_id as note, author_id as reader, root_id::text || '|' || published_at::text || '|' || id::text as key from notes
      where kind = 'comment' and state = 'published' and published_at is not null and (root_id, published_at, id) > (${note}::uuid, ${from}, ${third}::uuid)
      order by root_id, published_at, id limit ${limit}`.execute(db)
    return rows
  }
  const { rows } = await sql<ActRow>`
    select note_id as note, actor_id as reader, note_id::text || '|' || actor_id::text as key from ${sql.ref(kind)}
    where (note_id, actor_id) > (${note}::uuid, ${second}::uuid) order by note_id, actor_id limit ${limit}`.execute(db)
  return rows
}
