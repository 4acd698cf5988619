import { draw } from './draw.ts'
import type { Note } from './types.ts'

/** How many notes each source may bring: together enough for the thirty pages of a scroll. */
export const sizes = {
  hottest: 400,
  fresh: 120,
  topics: 25,
  eachTopic: 8,
  likedTopics: 8,
  neighbours: 200,
  people: 60,
  eachPerson: 4,
  bridged: 400,
  across: 60,
  explore: 40,
} as const

/** Topics of most of these notes, at most `sizes.likedTopics`. */
export function commonTopics(notes: readonly Note[]): string[] {
  const counts = new Map<string, number>()
  for (const topic of notes.flatMap(({ topics }) => topics)) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, sizes.likedTopics)
    .map(([topic]) => topic)
}

/** `limit` of these notes to which few reacted, by lot. */
export const quiet = (notes: readonly Note[], seed: number, limit: number): Note[] =>
  notes
    .filter(({ quality }) => quality < 3)
    .map((note) => ({ note, lot: draw(seed, note.id) }))
    .sort((a, b) => a.lot - b.lot)
    .slice(0, limit)
    .map(({ note }) => note)
