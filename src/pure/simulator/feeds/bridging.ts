import { bridgingOf } from '#pure/recommender/page/bridging.ts'
import type { Bridging } from '#pure/recommender/page/types.ts'
import { LANGUAGES } from '../atlas.ts'
import type { Place } from '../place.ts'
import type { World } from '../world.ts'

/** The bridging score of a note from the likes of readers by home language, as Across has it; worked out anew when somebody more liked it. */
export function bridgingIn({ readers }: World, { liked }: Place): (note: number) => Bridging | null {
  const width = LANGUAGES.length
  const sizes = LANGUAGES.map((_, language) => readers.home.reduce((count, home) => count + (home === language ? 1 : 0), 0))
  const kept = new Map<number, { total: number; bridging: Bridging | null }>()
  return (note) => {
    const likes = liked.subarray(note * width, (note + 1) * width)
    const total = likes.reduce((sum, count) => sum + count, 0)
    const known = kept.get(note)
    if (known?.total === total) return known.bridging
    const bridging = bridgingOf(LANGUAGES.map((language, at) => ({ language, likes: likes[at] as number, readers: sizes[at] as number })))
    kept.set(note, { total, bridging })
    return bridging
  }
}
