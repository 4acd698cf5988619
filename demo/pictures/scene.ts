import type { Sheet } from './brush.ts'
import type { Letters } from './letter.ts'

export interface Subject {
  letters: Letters
  topics: readonly string[]
  /** City slug of the note, '' when it has none. */
  place: string
}
export type Draw = (g: Sheet, s: Subject) => void
/** A family of pictures: what draws it and which topics and topic kinds ask for it. */
export interface Family {
  name: string
  draw: Draw
  topics: readonly string[]
  kinds: readonly string[]
  /** It may carry writing, so it is never mirrored. */
  lettered: boolean
}

const list = (text: string): string[] => text.split(/\s+/).filter(Boolean)
/** Topics and kinds are given as words parted by spaces. */
export function family(name: string, draw: Draw, topics: string, kinds = '', lettered = false): Family {
  return { name, draw, topics: list(topics), kinds: list(kinds), lettered }
}
