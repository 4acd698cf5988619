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

/** Standard Gumbel noise: the largest of `utility + gumbel` is a draw with chances exp(utility) / Σ exp(utility) (Gumbel 1954). */
export const gumbel = (seed: number, text: string): number => -Math.log(-Math.log(Math.max(draw(seed, text), 1e-12)))
