/** Seeded chance: one stream of numbers per picture, so a seed always draws the same picture. */
export interface Rng {
  /** [0, 1) */
  next(): number
  /** [a, b) */
  range(a: number, b: number): number
  /** whole number, a ≤ n ≤ b */
  int(a: number, b: number): number
  chance(p: number): boolean
  /** One of a non-empty list. */
  pick<T>(list: readonly T[]): T
  /** A new, shuffled list. */
  shuffle<T>(list: readonly T[]): T[]
}

/** xmur3: text → 32-bit unsigned number (public-domain hash by bryc). */
export function hash(text: string): number {
  let h = 1779033703 ^ text.length
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 3432918353)
    h = (h << 13) | (h >>> 19)
  }
  h = Math.imul(h ^ (h >>> 16), 2246822507)
  h = Math.imul(h ^ (h >>> 13), 3266489909)
  return (h ^ (h >>> 16)) >>> 0
}

/** mulberry32 stream for a text seed. */
export function rng(seed: string): Rng {
  let a = hash(seed)
  const next = (): number => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const range = (lo: number, hi: number): number => lo + (hi - lo) * next()
  const int = (lo: number, hi: number): number => lo + Math.floor(next() * (hi - lo + 1))
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError('pick from an empty list')
    return list[Math.floor(next() * list.length)] as T
  }
  const shuffle = <T>(list: readonly T[]): T[] => {
    const out = [...list]
    for (let i = out.length - 1; i > 0; i--) {
      const j = int(0, i)
      ;[out[i], out[j]] = [out[j] as T, out[i] as T]
    }
    return out
  }
  return { next, range, int, chance: (p) => next() < p, pick, shuffle }
}
