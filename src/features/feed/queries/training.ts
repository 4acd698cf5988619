import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '#ground/database/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { type ActKind, codeOf, KINDS } from '../signals/kinds.ts'
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

/** One thing a reader did with a note, once a kind; of a stay the longest. */
export interface LearntAct {
  note: NoteId
  reader: ActorId
  kind: ActKind
  seconds: number | null
}

/** What anyone here or elsewhere may do with a note, in the order of notes. Comments answer for the note they stand under. */
export const DONE_KINDS = ['like', 'save', 'boost', 'comment'] as const satisfies readonly ActKind[]
export type DoneKind = (typeof DONE_KINDS)[number]

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Who did this to which note and lets it be learnt from, by note and reader as indexes have it, some at a time: those after `after`. */
export async function doneAfter(db: Reader, kind: DoneKind, after: LearntAct | null, limit: number): Promise<LearntAct[]> {
  const isComment = kind === 'comment'
  const [note, reader, at] = [
    sql.ref(isComment ? 'x.root_id' : 'x.note_id'),
    sql.ref(isComment ? 'x.author_id' : 'x.actor_id'),
    sql.ref(isComment ? 'x.published_at' : 'x.created_at'),
  ]
  const from = isComment
    ? sql`notes x where x.kind = 'comment' and x.state = 'published' and x.published_at is not null`
    : sql`${sql.table(`${kind}s`)} x where true`
  const { rows } = await sql<Pick<LearntAct, 'note' | 'reader'>>`
    select ${isComment ? sql`distinct` : sql``} ${note} as note, ${reader} as reader from ${from}
      and (${note}, ${reader}) > (${after?.note ?? NOBODY}::uuid, ${after?.reader ?? NOBODY}::uuid) and ${learntFrom(reader, note, sql.lit(codeOf(kind)), at)}
    order by ${note}, ${reader} limit ${limit}`.execute(db)
  return rows.map((row) => ({ ...row, kind, seconds: null }))
}

/** Of each member so many of the latest signals, and as many of the latest choices, are learnt from. */
const LATEST = 500

/**
 * What pages told and members said to the feed, and let be learnt from: of `limit` members after `after`, by id. `last`: the last of them;
 * null: there are no more.
 */
export async function toldAfter(db: Reader, after: ActorId | null, limit: number): Promise<{ acts: LearntAct[]; last: ActorId | null }> {
  const latest = (table: 'feed_signals' | 'feed_choices', columns: RawBuilder<unknown>, some: RawBuilder<unknown>) => sql`
    (select note_id, kind, ${columns} from ${sql.table(table)} x where x.reader_id = m.actor_id and ${some}
      and ${learntFrom(sql.ref('x.reader_id'), sql.ref('x.note_id'), sql.ref('x.kind'), sql.ref('x.at'))} order by x.at desc limit ${LATEST})`
  const { rows } = await sql<{ reader: ActorId; note: NoteId | null; code: number; seconds: number | null }>`
    with readers as (select actor_id from members where actor_id > ${after ?? NOBODY}::uuid order by actor_id limit ${limit})
    select m.actor_id as reader, told.note_id as note, told.kind as code, max(told.seconds) as seconds
    from readers m left join lateral (
      ${latest('feed_signals', sql`seconds`, sql`x.kind <> ${sql.lit(codeOf('impression'))}`)} union all ${latest('feed_choices', sql`null::smallint`, sql`true`)}
    ) told on true
    group by m.actor_id, told.note_id, told.kind order by m.actor_id, told.note_id, told.kind`.execute(db)
  const acts = rows.flatMap(({ reader, note, code, seconds }) => (note === null ? [] : [{ reader, note, kind: KINDS[code] as ActKind, seconds }]))
  return { acts, last: rows.at(-1)?.reader ?? null }
}
