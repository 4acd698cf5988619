import { standingsOf } from '#features/people/index.ts'
import { type Tx, takeTurns } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { speak } from '#pure/recommender/promises/voice.ts'
import { tellOfNote } from './model/index.ts'
import { authorOf, isHeard, putVoices, setWaiting, voicesOf, waitingOf } from './queries/voices.ts'

const marksOf = async (tx: Tx, author: ActorId): Promise<string[]> => (await standingsOf(tx, [author])).get(author)?.marks ?? []

/** When a note has come into the feeds: whether it waits, because those who share a mark with its author have had their say today. `projectNote` comes before. */
export async function keepVoice(tx: Tx, { clock }: Ground, id: NoteId): Promise<void> {
  const author = await authorOf(tx, id)
  const marks = author ? await marksOf(tx, author) : []
  if (!author || marks.length === 0 || (await isHeard(tx, author, marks))) return
  await takeTurns(tx, ...marks)
  const voices = speak(marks, await voicesOf(tx, marks), { author, at: clock.now().getTime() })
  await (voices ? putVoices(tx, voices) : setWaiting(tx, [id], true))
}

/** When a note was liked: once its author is heard, none of theirs waits any longer. */
export async function hear(tx: Tx, id: NoteId): Promise<void> {
  const author = await authorOf(tx, id)
  const waiting = author ? await waitingOf(tx, author) : []
  if (!author || waiting.length === 0 || !(await isHeard(tx, author, await marksOf(tx, author)))) return
  await takeTurns(tx, ...waiting)
  await setWaiting(tx, waiting, false)
  for (const note of waiting) await tellOfNote(tx, note)
}
