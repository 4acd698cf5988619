import { LANGUAGES } from '../atlas.ts'
import { type Place, wasShown } from '../place.ts'
import type { World } from '../world.ts'
import { type Feed, SLOTS } from './feed.ts'

/** In days: a like counts half when the note is so old. */
const HALF_LIFE = 3
/** In days: how often the list is made again. */
const EVERY = 1 / 24
/** Older notes are in no list of what is popular. */
const OLDEST = 30
/** What a note without likes begins with, so that a new one can come up at all. */
const START = 0.5

/**
 * What most people who read as the reader does have liked lately, the same for all of them: a trending page.
 * With `everyone`, likes in all languages count.
 */
export function popularity(world: World, place: Place, { everyone = false } = {}): Feed {
  const lists = new Map<number, { at: number; notes: Uint32Array }>()
  const listOf = (group: number): Uint32Array => {
    const kept = lists.get(group)
    if (kept && place.now - kept.at < EVERY) return kept.notes
    const notes = ranked(world, place, everyone ? null : group)
    lists.set(group, { at: place.now, notes })
    return notes
  }
  return {
    page(reader) {
      const page: number[] = []
      for (const note of listOf(everyone ? 0 : (world.readers.home[reader] as number))) {
        if (page.length === SLOTS) break
        if (!wasShown(place, world, reader, note)) page.push(note)
      }
      return Uint32Array.from(page)
    },
  }
}

/** Published notes, the most liked first; `group` null: likes of all languages. */
function ranked({ notes }: World, { now, published, liked }: Place, group: number | null): Uint32Array {
  const width = LANGUAGES.length
  const scores = new Float64Array(published)
  const order: number[] = []
  for (let note = 0; note < published; note++) {
    const age = now - (notes.at[note] as number)
    if (age > OLDEST) continue
    let likes = 0
    for (let language = 0; language < width; language++) if (group === null || group === language) likes += liked[note * width + language] as number
    const isOwn = group === null || notes.language[note] === group
    scores[note] = (likes + (isOwn ? START : 0)) * 0.5 ** (age / HALF_LIFE)
    order.push(note)
  }
  return Uint32Array.from(order.sort((a, b) => (scores[b] as number) - (scores[a] as number) || b - a))
}
