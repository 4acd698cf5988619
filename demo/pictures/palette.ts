/**
 * Limited palettes, as a print shop would mix them. The seven roles are ordered by lightness in every palette
 * (paper ≥ pale > warm > hot ≈ cool > deep > ink), so a scene written in roles reads in all of them.
 */
export interface Palette {
  name: string
  paper: string
  pale: string
  warm: string
  hot: string
  cool: string
  deep: string
  ink: string
}

const TABLE = `
seal       fbf3e4 f3ddbb e3a857 c8402f 6e9c8a 2f4b57 1e1a1a
tangerine  fff4e0 fbd9a5 f4a340 e4572e 5fa8a0 28536b 1b2233
plum       f8ede3 f1cfc3 e8a598 c2335b 7a8fb8 4a2c5a 231730
moss       f4f1e1 dde0b8 d5a93b cf5b3a 7c9a5e 35563f 1b2a22
harbour    f2f0e6 cfe0dc f0b84b e2553f 4c8fa8 1f4766 13233a
rosewater  fcf0ea f8d3cc f2a48c d8435e 6fa89a 3d4e6b 221f33
mustard    faf3dc f2de9e e0a526 c7502b 8aa39b 4b4a3a 24211a
neon       f5e9f0 f4c6d7 f7a65b ef3e7b 4fb3bf 3a2f6b 17132e
celadon    f4f5ea cfe3d2 d9b36a b8382a 6fa592 2c5a50 16221f
indigo     f3efe4 cbd5e0 d8b98a c9553f 5e86b5 27427a 131c38
brick      f7ebdd ebc7a6 d98e4f b23a26 84968a 54382f 261815
lavender   f7f1f5 dcd0ea edb458 db5a6b 8b8fcb 4b4382 1f1b3a
seaglass   f5f4ec c4e4dd f3c15f f0624d 49a59b 1e5a62 0f2a33
saffron    fff3da fbd58a f29f1f d9381e 5c8f7b 5a2740 2a1220
peachblue  fff6ec ffd9c7 ffb07c ff5b4a 5a8bd6 2b3a8c 17194a
pinkteal   fbf7ee fad4dd f7a9a0 ee4b83 2fa39b 185a68 0d2a35
sunviolet  fdf6e3 f9e29c f6b92b e8534a 8276c2 46318a 1c1440
clay       f6eee2 e6cdb5 d49b6a b9532f 8fa6a0 5b4b45 2a2220
pinesnow   f3f6f4 d3e2e4 e7b765 d4483b 6c9fa6 25505a 11262e
persimmon  fbf0df f5cfa0 ee8434 c93a1e 7fa07a 38493a 1d1c16
vermilion  f5f0e6 ddd5c6 bfa98a c5372c 8a938f 4a4a48 171614
jade       eff3e3 c2ddbd ebc35b e86a4a 4fa083 17514b 0a2422
grape      faeff0 ebcadf f1a85c d63a73 9a82c4 54246b 240f35
sky        f6f5ee cbe3f0 f8c85a ee5a3a 5ba3d0 2d5a94 14274d
oxblood    f3eedc d9d5a7 c9a13b a62b33 8c9a6a 4f3b2c 20160f
sorbet     fff7f0 ffddd6 ffc27a f2688c 7cc4b8 4d6fa3 232a4d`

export const palettes: readonly Palette[] = TABLE.trim()
  .split('\n')
  .map((row) => {
    const [name = '', ...c] = row.trim().split(/\s+/)
    const [paper, pale, warm, hot, cool, deep, ink] = c.map((x) => `#${x}`)
    return { name, paper, pale, warm, hot, cool, deep, ink } as Palette
  })

/** Mixes two #rrggbb colours; t = 0 gives a, t = 1 gives b. */
export function mix(a: string, b: string, t: number): string {
  const x = Number.parseInt(a.slice(1), 16)
  const y = Number.parseInt(b.slice(1), 16)
  const part = (s: number): number => {
    const u = (x >> s) & 255
    return Math.round(u + (((y >> s) & 255) - u) * t)
  }
  return `#${((part(16) << 16) | (part(8) << 8) | part(0)).toString(16).padStart(6, '0')}`
}
