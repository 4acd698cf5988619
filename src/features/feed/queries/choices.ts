import { sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { type Choice, codeOf, KINDS } from '../signals/kinds.ts'
import '../tables.ts'

/** False when the note is in no feed, or the reader's own. Chosen twice is chosen once, when it was first. */
export async function insertChoice(tx: Tx, reader: ActorId, noteId: NoteId, choice: Choice, at: Instant): Promise<boolean> {
  const { rows } = await sql`
    with found as (select note_id from feed_notes where note_id = ${noteId} and author_id <> ${reader} for key share),
    kept as (insert into feed_choices (reader_id, note_id, kind, at) select ${reader}, note_id, ${codeOf(choice)}::smallint, ${at} from found on conflict do nothing)
    select note_id from found`.execute(tx)
  return rows.length > 0
}

export const deleteChoice = (tx: Tx, reader: ActorId, noteId: NoteId, choice: Choice) =>
  tx.deleteFrom('feed_choices').where('reader_id', '=', reader).where('note_id', '=', noteId).where('kind', '=', codeOf(choice)).execute()

/** What the reader chose for this note. */
export async function choicesFor(db: Reader, reader: ActorId, noteId: NoteId): Promise<Choice[]> {
  const rows = await db.selectFrom('feed_choices').select('kind').where('reader_id', '=', reader).where('note_id', '=', noteId).execute()
  return rows.map((row) => KINDS[row.kind] as Choice)
}

const AWAY = [codeOf('hide'), codeOf('less')]
/** So many of the latest are looked at; older notes are not in Discover any more. */
const MOST_HIDDEN = 2_000

/** Notes that the reader does not want to meet again. */
export async function hiddenFrom(db: Reader, reader: ActorId): Promise<Set<string>> {
  const rows = await db
    .selectFrom('feed_choices')
    .select('note_id')
    .where('reader_id', '=', reader)
    .where('kind', 'in', AWAY)
    .orderBy('at', 'desc')
    .limit(MOST_HIDDEN)
    .execute()
  return new Set(rows.map((row) => row.note_id))
}
