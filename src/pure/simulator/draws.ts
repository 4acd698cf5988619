import type { Random } from '#pure/recommender/random.ts'

/** A number of `from` … `to`, all alike. */
export const between = (random: Random, from: number, to: number): number => from + (to - from) * random()

/** A place in `shares`, each as often as it weighs. */
export function pick(random: Random, shares: readonly number[]): number {
  let left = random() * shares.reduce((sum, share) => sum + share, 0)
  for (const [at, share] of shares.entries()) {
    left -= share
    if (left < 0) return at
  }
  return shares.length - 1
}

/** Positive, of mean 1; the larger `shape` (a whole number), the closer to it. */
export function gamma(random: Random, shape: number): number {
  let sum = 0
  for (let turn = 0; turn < shape; turn++) sum -= Math.log(1 - random())
  return sum / shape
}

/** A whole number of mean `mean` (Poisson, by Knuth's product). */
export function poisson(random: Random, mean: number): number {
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = random(); product > limit; product *= random()) count++
  return count
}
