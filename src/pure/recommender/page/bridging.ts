import type { Bridging } from './types.ts'

/** Readers of one language: how many met the note, and how many of them like it. */
export interface Side {
  readonly language: string
  readonly likes: number
  /** Readers who met it, ≥ likes. */
  readonly readers: number
}

/** Fewer are never counted nor named (security V6). */
export const FEWEST = 3
/** Likes on each of two learnt sides, where they are known of so many who like it. */
const FEWEST_A_SIDE = 2
const FEWEST_TO_ASK = 2 * FEWEST
/** How sure one wants to be: the share that likes a note is at least this with 80 %. */
const QUANTILE = 0.2

/**
 * How far people of different languages like the same note: the least over the sides of the 20 % quantile of Beta(likes + 1, others + 1),
 * the lower bound of the share that likes it (features E6, rule 1, as a ranking). Null without two sides of three likes each.
 */
export function bridgingOf(sides: readonly Side[]): Bridging | null {
  const told = sides.filter(({ likes }) => likes >= FEWEST).sort((a, b) => b.likes - a.likes || (a.language < b.language ? -1 : 1))
  if (told.length < 2) return null
  return {
    score: Math.min(...told.map(({ likes, readers }) => betaQuantile(QUANTILE, likes + 1, Math.max(0, readers - likes) + 1))),
    sides: told.map(({ language, likes }) => ({ language, likes })),
  }
}

/** Whether those who like a note, as far as their side is known (`leanings.ts`), are nearly all on one: then it bridges nothing, whatever they read. */
export function isOneSided(sides: readonly number[]): boolean {
  const [left, right] = [-1, 1].map((side) => sides.filter((one) => one === side).length) as [number, number]
  return left + right >= FEWEST_TO_ASK && Math.min(left, right) < FEWEST_A_SIDE
}

/** x with P(Beta(a, b) ≤ x) = p, to 1e-9, by halving. a, b > 0. */
export function betaQuantile(p: number, a: number, b: number): number {
  let [low, high] = [0, 1]
  while (high - low > 1e-9) {
    const middle = (low + high) / 2
    if (betaShare(middle, a, b) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Regularised incomplete beta function I_x(a, b) by its continued fraction (Press et al., Numerical Recipes, 6.4). */
export function betaShare(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b
}

const TINY = 1e-300

/** Lentz's method. */
function fraction(x: number, a: number, b: number): number {
  const safe = (value: number) => (Math.abs(value) < TINY ? TINY : value)
  let c = 1
  let d = 1 / safe(1 - ((a + b) * x) / (a + 1))
  let result = d
  for (let m = 1; m <= 1_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / safe(1 + even * d)
    c = safe(1 + even / c)
    result *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / safe(1 + odd * d)
    c = safe(1 + odd / c)
    result *= d * c
    if (Math.abs(d * c - 1) < 1e-12) break
  }
  return result
}

const LANCZOS = [76.18009172947146, -86.50532032941678, 24.01409824083091, -1.231739572450155, 0.1208650973866179e-2, -0.5395239384953e-5]

/** ln Γ(x) for x > 0, to 2e-10 (Lanczos). */
function logGamma(x: number): number {
  const shifted = x + 5.5
  const sum = LANCZOS.reduce((total, factor, i) => total + factor / (x + i + 1), 1.000000000190015)
  return (x + 0.5) * Math.log(shifted) - shifted + Math.log((2.5066282746310007 * sum) / x)
}

/**
 * Orders notes for a row of `size` so that of any such row at most `most` are of one language, as long as there are others: what is held
 * back comes as soon as it may.
 */
export function mixed<T>(ranking: readonly T[], languageOf: (one: T) => string, own: string | null, { size, most }: { size: number; most: number }): T[] {
  const left = [...ranking]
  const order: T[] = []
  while (left.length > 0) {
    const mine = order.slice(Math.floor(order.length / size) * size).filter((one) => languageOf(one) === own).length
    const at = mine < most ? 0 : left.findIndex((one) => languageOf(one) !== own)
    order.push(...left.splice(Math.max(0, at), 1))
  }
  return order
}
