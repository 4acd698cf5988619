import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { type ActKind, CHOICES, codeOf, KINDS, type Kind, SIGNALS } from '../signals/kinds.ts'
import '../tables.ts'

/** One thing that a reader did with a note of somebody else that is in the feeds. */
export interface Act {
  noteId: NoteId
  kind: ActKind
  at: Instant
  /** Of `dwell`. */
  seconds: number | null
}

export interface ActPlace {
  at: Instant
  noteId: NoteId
  kind: ActKind
}

/** Where each kind lies: likes, saves, boosts and comments in the notes' own tables, the rest here. */
interface Source {
  from: RawBuilder<unknown>
  note: string
  at: string
  kind: RawBuilder<unknown>
  seconds?: RawBuilder<unknown>
}
const sourcesOf = (reader: ActorId): Source[] => [
  ...(['like', 'save', 'boost'] as const).map((kind) => ({
    from: sql`${sql.table(`${kind}s`)} x where x.actor_id = ${reader}`,
    note: 'x.note_id',
    at: 'x.created_at',
    kind: sql`${sql.lit(codeOf(kind))}`,
  })),
  {
    from: sql`notes x where x.author_id = ${reader} and x.kind = 'comment' and x.state = 'published'`,
    note: 'x.root_id',
    at: 'x.published_at',
    kind: sql`${sql.lit(codeOf('comment'))}`,
  },
  { from: sql`feed_signals x where x.reader_id = ${reader} and x.kind <> 0`, note: 'x.note_id', at: 'x.at', kind: sql`x.kind`, seconds: sql`x.seconds` },
  { from: sql`feed_choices x where x.reader_id = ${reader}`, note: 'x.note_id', at: 'x.at', kind: sql`x.kind` },
]

/** Where a new start was made: what lies before need not be read at all. */
const sinceOf = (reader: ActorId) =>
  sql`(select coalesce(max(case when upper_inf(one) then 'infinity' else upper(one) end), '-infinity') from feed_controls c, unnest(c.unlearnt) one where c.reader_id = ${reader} and lower_inf(one))`

/** Of an act of `reader`: it was not forgotten, and is not from a time when the engine did not look. */
export const learntFrom = (reader: RawBuilder<unknown>, note: RawBuilder<unknown>, kind: RawBuilder<unknown>, at: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`not exists (select 1 from feed_controls c where c.reader_id = ${reader} and ${at} <@ c.unlearnt)
    and not exists (select 1 from feed_forgotten g where g.reader_id = ${reader} and g.note_id = ${note} and g.kind = ${kind} and g.at >= ${at})`

/**
 * The latest acts of a reader that count, newest first, from `before` on: none that was forgotten, none from a time when the engine did
 * not look. Of each source so many are read as are asked for, along an index in the right order.
 */
export async function actsBefore(db: Reader, reader: ActorId, before: ActPlace | null, limit: number): Promise<Act[]> {
  const parts = sourcesOf(reader).map(({ from, note, at, kind, seconds = sql`null::smallint` }) => {
    const [noteId, when] = [sql.ref(note), sql.ref(at)]
    const older = before ? sql`and (${when}, ${noteId}, ${kind}) < (${before.at}, ${before.noteId}::uuid, ${sql.lit(codeOf(before.kind))})` : sql``
    return sql`(select ${noteId} as note_id, ${kind}::int as kind, ${when} as at, ${seconds} as seconds from ${from} ${older}
      and exists (select 1 from feed_notes f where f.note_id = ${noteId} and f.author_id <> ${reader})
      and ${when} > ${sinceOf(reader)}
      and ${learntFrom(sql`${reader}`, noteId, kind, when)}
      order by ${when} desc, ${noteId} desc, ${kind}::int desc limit ${limit})`
  })
  const { rows } = await sql<{ note_id: NoteId; kind: number; at: Instant; seconds: number | null }>`
    select * from (${sql.join(parts, sql` union all `)}) acts order by at desc, note_id desc, kind desc limit ${limit}`.execute(db)
  return rows.map(({ note_id, kind, at, seconds }) => ({ noteId: note_id, kind: KINDS[kind] as ActKind, at, seconds }))
}

const isOneOf = (kinds: readonly Kind[], kind: Kind): boolean => kinds.includes(kind)

/**
 * Makes the engine forget what a reader did with a note in this way, up to `now`. What is kept here goes; a like stays a like, and is
 * not looked at any more.
 */
export async function forgetAct(tx: Tx, reader: ActorId, noteId: NoteId, kind: ActKind, now: Instant): Promise<void> {
  const one = { reader_id: reader, note_id: noteId, kind: codeOf(kind) }
  for (const table of ['feed_signals', 'feed_choices'] as const)
    await tx.deleteFrom(table).where('reader_id', '=', reader).where('note_id', '=', noteId).where('kind', '=', one.kind).execute()
  if (isOneOf(CHOICES, kind)) return
  await sql`insert into feed_forgotten (reader_id, note_id, kind, at) select ${reader}, note_id, ${one.kind}::smallint, ${now} from feed_notes where note_id = ${noteId} for key share
    on conflict (reader_id, note_id, kind) do update set at = excluded.at`.execute(tx)
}

/** What signals were forgotten before `before`: no page that could send them again is accepted any more. */
export const dropSpentForgets = (db: Reader, before: Instant) =>
  db
    .deleteFrom('feed_forgotten')
    .where('kind', '<=', Math.max(...SIGNALS.map(codeOf)))
    .where('at', '<', before)
    .execute()

/** Everything that the feed itself keeps of what a reader did, for their archive: a page in the order of the key. */
export async function keptOf(db: Reader, reader: ActorId, after: { noteId: NoteId; kind: number; day: string } | null, limit: number) {
  const later = after ? sql`and (note_id, kind, day) > (${after.noteId}::uuid, ${after.kind}::smallint, ${after.day}::date)` : sql``
  const { rows } = await sql<{ noteId: NoteId; code: number; day: string; at: Instant; surface: number; slot: number; seconds: number | null }>`
    select note_id as "noteId", kind as code, day::text, at, surface, slot, seconds from feed_signals where reader_id = ${reader} ${later}
    order by note_id, kind, day limit ${limit}`.execute(db)
  return rows
}

export const choicesOf = (db: Reader, reader: ActorId, after: { noteId: NoteId; code: number } | null, limit: number) => {
  const query = db
    .selectFrom('feed_choices')
    .select(['note_id as noteId', 'kind as code', 'at'])
    .where('reader_id', '=', reader)
    .orderBy('note_id')
    .orderBy('kind')
    .limit(limit)
  return (after ? query.where(sql<boolean>`(note_id, kind) > (${after.noteId}::uuid, ${after.code}::smallint)`) : query).execute()
}
