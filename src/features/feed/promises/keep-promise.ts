import { standingsOf } from '#features/people/index.ts'
import { placeKey } from '#features/settings/index.ts'
import { instant } from '#ground/clock/index.ts'
import type { Tx } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import { keyed, type NoteId } from '#ground/ids/index.ts'
import { provenFrom, termsOf } from '#pure/recommender/promises/floor.ts'
import { likenessMarks } from '#pure/recommender/promises/likeness.ts'
import { contentOf, insertPromise, isSpent, lockNewcomers, type NewNote, newNote, setLanguage, voidPromises } from '../queries/promises.ts'
import type { PromiseId } from './tables.ts'

/** The place's key for marks of texts and pictures; asked for before a transaction begins. */
export const markKey = (ground: Ground): Promise<string> => placeKey(ground, 'feed.marks-key')

/**
 * Makes the promises of a note what they should be now: the newcomers' floor for one of its author's first public notes, nothing for a note that
 * is not for everybody any more. Idempotent; `projectNote` comes before.
 */
export async function keepPromise(tx: Tx, ground: Ground, key: string, noteId: NoteId): Promise<void> {
  const note = await newNote(tx, noteId)
  if (!note) return voidPromises(tx, noteId, ground.clock.now())
  await setLanguage(tx, noteId, note.language)
  if (note.isFirst && !note.isPromised) await promiseNewcomer(tx, ground, key, noteId, note)
}

async function promiseNewcomer(tx: Tx, { clock, ids }: Ground, key: string, noteId: NoteId, note: NewNote): Promise<void> {
  const author = (await standingsOf(tx, [note.authorId])).get(note.authorId)
  if (!author) return
  const now = clock.now()
  const provenAt = provenFrom({ joinedAt: author.joinedAt.getTime(), inviterJoinedAt: author.inviterJoinedAt?.getTime() ?? null })
  const terms = termsOf('newcomer', { publishedAt: note.publishedAt.getTime(), provenAt, now: now.getTime() })
  if (!terms) return
  const { text, pictures } = await contentOf(tx, noteId)
  const content = [...likenessMarks(text).map((mark) => `text ${mark}`), ...pictures.map((mark) => `picture ${mark}`)]
  const marks = [...author.marks, ...content.map((mark) => keyed(key, mark).slice(0, 16))]
  await lockNewcomers(tx)
  if (await isSpent(tx, marks)) return
  await insertPromise(
    tx,
    {
      id: ids.next<PromiseId>(),
      note_id: noteId,
      author_id: note.authorId,
      kind: terms.kind,
      language: note.language,
      owed: terms.owed,
      owed_across: terms.owedAcross,
      lot: ids.random(),
      made_at: now,
      starts_at: instant(terms.startsAt),
      due_at: instant(terms.dueAt),
      closed_at: null,
    },
    marks,
  )
}
