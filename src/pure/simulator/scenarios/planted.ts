import { bridgingOf } from '#pure/recommender/page/bridging.ts'
import { type Random, seeded } from '#pure/recommender/random.ts'
import { between } from '../draws.ts'

const GROUPS = ['en', 'zh-Hans', 'es', 'ja'] as const
/** Readers of each. */
const SIZES = [400, 300, 200, 120] as const
const NOTES = 2_000
const PLANTED = 20
/** Of readers who like a planted note, in every group alike. */
const SHARED = 0.1
const FIRST = 20

const likesOf = (random: Random, readers: number, rate: number): number => {
  let likes = 0
  for (let reader = 0; reader < readers; reader++) if (random() < rate) likes++
  return likes
}

/**
 * Four groups like 2,000 notes: each is liked at home, more or less, and by few elsewhere, but for twenty that all like a little. How many of
 * these stand among the first twenty by the bridging score, and by number of likes.
 */
export function planted(seed: number): { plantedInFirst20: number; plantedByLikes: number } {
  const random = seeded(seed)
  const notes = Array.from({ length: NOTES }, (_, note) => {
    const isPlanted = note < PLANTED
    const [home, appeal] = [note % GROUPS.length, between(random, 0.02, 0.3)]
    const sides = GROUPS.map((language, group) => {
      const readers = SIZES[group] as number
      return { language, readers, likes: likesOf(random, readers, isPlanted ? SHARED : group === home ? appeal : between(random, 0, 0.03)) }
    })
    return { isPlanted, likes: sides.reduce((sum, { likes }) => sum + likes, 0), score: bridgingOf(sides)?.score ?? 0 }
  })
  const first = (by: 'likes' | 'score') =>
    notes
      .toSorted((a, b) => b[by] - a[by])
      .slice(0, FIRST)
      .filter(({ isPlanted }) => isPlanted).length
  return { plantedInFirst20: first('score'), plantedByLikes: first('likes') }
}
