import { isForeign } from '../behaviour.ts'
import { type Place, wasShown } from '../place.ts'
import type { World } from '../world.ts'
import { type Feed, SLOTS } from './feed.ts'

/** Of a page, what a list by time keeps for other languages: as Discover did before there was an engine. */
const OTHERS = 2

/** A list by time, and no more: what a place without any ranking shows. */
export function newest(world: World, place: Place): Feed {
  return {
    page(reader) {
      const own: number[] = []
      const others: number[] = []
      for (let note = place.published - 1; note >= 0 && own.length < SLOTS; note--) {
        if (wasShown(place, world, reader, note)) continue
        if (isForeign(world, reader, note)) others.push(note)
        else own.push(note)
      }
      const foreign = others.slice(0, Math.max(OTHERS, SLOTS - own.length))
      return Uint32Array.from([...own.slice(0, SLOTS - foreign.length), ...foreign])
    },
  }
}
