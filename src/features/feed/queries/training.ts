import { sql } from 'kysely'
import type { Reader } from '#ground/database/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { codeOf } from '../signals/kinds.ts'
import { learntFrom } from './acts.ts'
import '../tables.ts'

/** What the engine learns of a public note. */
export interface NoteFacts {
  id: NoteId
  author: ActorId
  language: string
  layers: string[]
  topics: string[]
}

/** What waits to be heard (`keep-voice.ts`) is not learnt yet. */
const facts = (db: Reader) =>
  db.selectFrom('feed_notes').select(['note_id as id', 'author_id as author', 'language', 'layer_languages as layers', 'topics']).where('waits', '=', false)

/** All public notes by id, some at a time: those after `after`. */
export const factsAfter = (db: Reader, after: NoteId | null, limit: number): Promise<NoteFacts[]> => {
  const rows = facts(db).orderBy('note_id').limit(limit)
  return (after === null ? rows : rows.where('note_id', '>', after)).execute()
}

/** Of these notes those that are public now and do not wait. */
export const factsOf = (db: Reader, ids: NoteId[]): Promise<NoteFacts[]> => facts(db).where('note_id', 'in', ids).execute()

export interface ActRow {
  note: NoteId
  reader: ActorId
  /** Where to go on after this row. */
  key: string
}

/** What readers do that is learnt from; comments answer for the note they stand under. */
export const ACT_KINDS = ['like', 'save', 'boost', 'comment'] as const
export type ActKind = (typeof ACT_KINDS)[number]

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Who did this to which note and lets it be learnt from, ordered by note as an index has it, some at a time. `after`: the key of the last row, or null. */
export async function actsAfter(db: Reader, kind: ActKind, after: string | null, limit: number): Promise<ActRow[]> {
  const [note = NOBODY, second = NOBODY, third = NOBODY] = (after ?? '').split('|').filter(Boolean)
  const learnt = (reader: string, note: string, at: string) => learntFrom(sql.ref(reader), sql.ref(note), sql.lit(codeOf(kind)), sql.ref(at))
  if (kind === 'comment') {
    const from = after === null ? sql`'-infinity'::timestamptz` : sql`${second}::timestamptz`
    const { rows } = await sql<ActRow>`
      select root_id as note, author_id as reader, root_id::text || '|' || published_at::text || '|' || id::text as key from notes
      where kind = 'comment' and state = 'published' and published_at is not null and (root_id, published_at, id) > (${note}::uuid, ${from}, ${third}::uuid)
        and ${learnt('author_id', 'root_id', 'published_at')}
      order by root_id, published_at, id limit ${limit}`.execute(db)
    return rows
  }
  const { rows } = await sql<ActRow>`
    select note_id as note, actor_id as reader, note_id::text || '|' || actor_id::text as key from ${sql.table(`${kind}s`)} x
    where (note_id, actor_id) > (${note}::uuid, ${second}::uuid) and ${learnt('x.actor_id', 'x.note_id', 'x.created_at')} order by note_id, actor_id limit ${limit}`.execute(
    db,
  )
  return rows
}
