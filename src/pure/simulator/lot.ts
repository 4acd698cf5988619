const mixed = (state: number): number => {
  let h = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** What is drawn, so that no two draws about the same pair are one. */
export const DRAW = { open: 1, like: 2, save: 3, hide: 4, follow: 5, finish: 6, comment: 7, sessions: 8, moment: 9, pages: 10, look: 11 } as const

/**
 * A number in [0, 1) that depends on these whole numbers alone (finaliser of MurmurHash3 over each). So what a reader does with a note is
 * the same whichever feed shows it, and two feeds differ only by what they show.
 */
export function lot(seed: number, draw: number, a: number, b = 0): number {
  return mixed(mixed(mixed(mixed(seed + 0x9e3779b9) ^ draw) ^ a) ^ Math.imul(b + 1, 0x27d4eb2f)) / 0x1_0000_0000
}
