/** A number in [0, 1) that depends on the seed and the text alone (FNV-1a with a last mix). */
export function draw(seed: number, text: string): number {
  let hash = (2_166_136_261 ^ seed) >>> 0
  for (let i = 0; i < text.length; i += 1) {
    hash ^= text.charCodeAt(i)
    hash = Math.imul(hash, 16_777_619) >>> 0
  }
  hash ^= hash >>> 15
  hash = Math.imul(hash, 2_246_822_519) >>> 0
  hash ^= hash >>> 13
  return (Math.imul(hash, 3_266_489_917) >>> 0) / 0x1_0000_0000
}

/** Mixes two 32-bit numbers into one that looks drawn (the last steps of MurmurHash3). */
export function mix(a: number, b: number): number {
  let hash = (a ^ Math.imul(b, 0x9e37_79b1)) >>> 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Standard Gumbel noise from a 32-bit number: the largest of `utility + gumbel` is a draw with chances exp(utility) / Σ exp(utility) (Gumbel 1954). */
export const gumbel = (hash: number): number => -Math.log(-Math.log((hash + 0.5) / 0x1_0000_0000))
