import type { Act, Note } from './types.ts'

/** What a reader's recent acts were about: shares of all of them, 0–1. */
export interface Profile {
  readonly topics: ReadonlyMap<string, number>
  readonly authors: ReadonlyMap<string, number>
  readonly languages: ReadonlyMap<string, number>
  /** Likewise of what they hid. */
  readonly hiddenTopics: ReadonlyMap<string, number>
  readonly hiddenAuthors: ReadonlyMap<string, number>
}

/** Beside the acts of a reader who did little so far, so many that say nothing: one like is a hint, ten are a taste. */
const DOUBT = 3

/** Acts on notes that are gone count for nothing. */
export function profileOf(acts: readonly Act[], notes: ReadonlyMap<string, Note>): Profile {
  const sides = [new Tally(), new Tally()] as const
  for (const { id, weight } of acts) {
    const note = notes.get(id)
    if (note) sides[weight > 0 ? 0 : 1].add(note, Math.abs(weight))
  }
  const [liked, hidden] = sides
  return {
    topics: liked.shares(liked.topics),
    authors: liked.shares(liked.authors),
    languages: liked.shares(liked.languages),
    hiddenTopics: hidden.shares(hidden.topics),
    hiddenAuthors: hidden.shares(hidden.authors),
  }
}

class Tally {
  readonly topics = new Map<string, number>()
  readonly authors = new Map<string, number>()
  readonly languages = new Map<string, number>()
  private sum = 0

  add(note: Note, weight: number): void {
    this.sum += weight
    for (const topic of note.topics) raise(this.topics, topic, weight)
    raise(this.authors, note.author, weight)
    raise(this.languages, note.language, weight)
  }

  shares(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
    return new Map([...counts].map(([key, weight]) => [key, weight / (this.sum + DOUBT)]))
  }
}

const raise = (counts: Map<string, number>, key: string, weight: number) => counts.set(key, (counts.get(key) ?? 0) + weight)
