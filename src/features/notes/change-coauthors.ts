import type { Tx } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { ActorId } from '#ground/ids/index.ts'
import './events.ts'
import type { NoteRow } from './queries/notes.ts'
import { askCoauthors, coauthorsOf, leaveAsCoauthor } from './queries/parts.ts'

/**
 * Makes the co-authors of a note exactly these, in the transaction of the edit: new ones are asked, who is left out leaves or is asked no
 * longer, everyone else stays as they are. True when something differs.
 */
export async function changeCoauthors(tx: Tx, { outbox }: Ground, note: NoteRow, wanted: readonly ActorId[]): Promise<boolean> {
  const there = await coauthorsOf(tx, note.id)
  const gone = there.filter(({ id }) => !wanted.includes(id))
  const asked = wanted.filter((id) => !there.some((one) => one.id === id))
  const about = { noteId: note.id, authorId: note.authorId }
  for (const { id } of gone) {
    await leaveAsCoauthor(tx, note.id, id)
    await outbox.announce(tx, 'coauthor.left', { ...about, actorId: id }, note.id)
  }
  await askCoauthors(tx, note.id, asked, there.length)
  // While it is being prepared nobody is told; publishing asks them.
  if (note.state === 'published') for (const id of asked) await outbox.announce(tx, 'coauthor.asked', { ...about, actorId: id }, note.id)
  return gone.length > 0 || asked.length > 0
}
