import type { Millis } from '../page/types.ts'
import { type Floor, stateAt } from './floor.ts'

/** An impression that may count: by somebody proven, no kin of the author, for the first time that day. */
export interface Impression {
  reader: string
  at: Millis
  /** The reader does not read the language of the note. */
  across: boolean
}

/** Whether this impression counts towards the floor: in its time, and a place is left that those from elsewhere need not keep. */
export const counts = (floor: Floor, { at, across }: Pick<Impression, 'at' | 'across'>): boolean =>
  floor.state === 'open' &&
  at >= floor.startsAt &&
  at < floor.dueAt &&
  floor.given < floor.owed &&
  (across || floor.given - floor.givenAcross < floor.owed - floor.owedAcross)

/** The floor after these impressions, and those that counted, in order of time. One batch after the other gives what they would give in one. */
export function settle<T extends Impression>(floor: Floor, impressions: readonly T[]): { floor: Floor; paid: T[] } {
  let after = floor
  const paid: T[] = []
  for (const one of [...impressions].sort((a, b) => a.at - b.at || (a.reader < b.reader ? -1 : 1))) {
    if (!counts(after, one)) continue
    paid.push(one)
    after = { ...after, given: after.given + 1, givenAcross: after.givenAcross + (one.across ? 1 : 0) }
    after = { ...after, state: stateAt(after, one.at) }
  }
  return { floor: after, paid }
}
