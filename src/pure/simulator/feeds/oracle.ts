import { topOf } from '#pure/recommender/top.ts'
import { NOTE_TOPICS, TOPICS } from '../atlas.ts'
import { type Chances, chancesOf, worthOf } from '../behaviour.ts'
import { type Place, wasShown } from '../place.ts'
import type { World } from '../world.ts'
import { type Feed, SLOTS } from './feed.ts'

/** Of the best notes by themselves, so many are kept for the day and tried in each slot. */
const SHORTLIST = 240
const TRIED = 60
/** In days: older notes are left out, or a run would take hours; freshness makes them rare at the top anyway. */
const OLDEST = 21

/** It knows every taste and every chance, and fills each slot with what is worth most there: what no feed can do. */
export function oracle(world: World, place: Place): Feed {
  const chances: Chances = { open: 0, like: 0, save: 0, hide: 0 }
  const worth = (reader: number, note: number, met: number) => worthOf(chancesOf(world, reader, note, { now: place.now, met }, chances))
  const kept = new Map<number, { at: number; notes: Uint32Array }>()

  const shortlist = (reader: number): Uint32Array => {
    const last = kept.get(reader)
    if (last && place.now - last.at < 0.5) return last.notes
    const scores = new Float32Array(place.published).fill(Number.NEGATIVE_INFINITY)
    for (let note = place.published - 1; note >= 0 && place.now - (world.notes.at[note] as number) < OLDEST; note--)
      if (!wasShown(place, world, reader, note)) scores[note] = worth(reader, note, 0)
    const notes = topOf(scores, SHORTLIST)
    kept.set(reader, { at: place.now, notes })
    return notes
  }

  return {
    page(reader) {
      const left = [...shortlist(reader)].filter((note) => !wasShown(place, world, reader, note)).slice(0, TRIED)
      const met = new Uint8Array(TOPICS)
      const topicOf = (note: number) => world.notes.topics[note * NOTE_TOPICS] as number
      const page: number[] = []
      while (page.length < SLOTS && left.length > 0) {
        const values = left.map((note) => worth(reader, note, met[topicOf(note)] as number))
        const [note] = left.splice(values.indexOf(Math.max(...values)), 1) as [number]
        ;(met[topicOf(note)] as number)++
        page.push(note)
      }
      return Uint32Array.from(page)
    },
  }
}
