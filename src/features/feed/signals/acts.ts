import type { Reader } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { WeightedAct } from '../model/index.ts'
import { type Act, actsBefore } from '../queries/acts.ts'
import { worthOf } from './kinds.ts'

/**
 * What the engine knows of a reader: the notes they did something with, the latest first, at most `limit`. It is all that is known, and
 * is read anew each time, so that an act which is forgotten leaves exactly what would be there without it.
 */
export async function actsOf(db: Reader, reader: ActorId, limit: number): Promise<WeightedAct[]> {
  // A note has several acts mostly: opened, read to the end, liked.
  return weigh(await actsBefore(db, reader, null, limit * ACTS_OF_A_NOTE)).slice(0, limit)
}
const ACTS_OF_A_NOTE = 3

/** One for each note, in the order of its latest act. Each kind counts once; a "no" outweighs whatever else was done with the note. */
export function weigh(acts: readonly Act[]): WeightedAct[] {
  const notes = Map.groupBy(acts, ({ noteId }) => noteId)
  return [...notes].flatMap(([id, ofNote]) => {
    const values = [...new Map(ofNote.map((act) => [act.kind, worthOf(act)])).values()]
    const least = Math.min(...values)
    const weight = least < 0 ? least : values.reduce((sum, value) => sum + value, 0)
    return weight === 0 ? [] : [{ id, weight, at: (ofNote[0] as Act).at }]
  })
}
