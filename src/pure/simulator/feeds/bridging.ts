import { bridgingOf } from '#pure/recommender/page/bridging.ts'
import type { Bridging } from '#pure/recommender/page/types.ts'
import { LANGUAGES } from '../atlas.ts'
import type { Place } from '../place.ts'

/** A score is worked out anew when somebody more liked the note, or so many times as many have seen it. */
const MORE_SEEN = 1.25

interface Kept {
  likes: number
  seen: number
  bridging: Bridging | null
}

/**
 * The bridging score of a note from the likes and looks of readers by home language, as Across has it. Here language is the only camp there
 * is, so that no sides are learnt.
 */
export function bridgingIn({ liked, shown }: Place): (note: number) => Bridging | null {
  const width = LANGUAGES.length
  const kept = new Map<number, Kept>()
  const sum = (counts: Uint32Array) => counts.reduce((total, count) => total + count, 0)
  return (note) => {
    const [likes, looks] = [liked, shown].map((counts) => counts.subarray(note * width, (note + 1) * width)) as [Uint32Array, Uint32Array]
    const known = kept.get(note)
    if (known?.likes === sum(likes) && sum(looks) < MORE_SEEN * known.seen) return known.bridging
    const bridging = bridgingOf(LANGUAGES.map((language, at) => ({ language, likes: likes[at] as number, readers: looks[at] as number })))
    kept.set(note, { likes: sum(likes), seen: sum(looks), bridging })
    return bridging
  }
}
