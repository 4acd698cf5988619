import type { Millis } from '../page/types.ts'
import { provenFrom } from './floor.ts'

/** What is known of a member that tells whether they are a person of their own. */
export interface Person {
  id: string
  joinedAt: Millis
  invitedBy: string | null
  inviterJoinedAt: Millis | null
  /** Where they came from, as marks that say nothing but whether they are the same. */
  marks: readonly string[]
}

/** Whether two accounts may be one person's: they came from the same place, or one invited the other. */
export const isKin = (a: Person, b: Person): boolean =>
  a.id === b.id || a.invitedBy === b.id || b.invitedBy === a.id || a.marks.some((mark) => b.marks.includes(mark))

/** Whether a member counts as a person at this moment (security M1). */
export const isProven = (person: Person, at: Millis): boolean => provenFrom(person) <= at

/** Whether what this reader saw at this moment may count for this author (security M1). */
export const mayPay = (author: Person, reader: Person, at: Millis): boolean => isProven(reader, at) && !isKin(author, reader)
