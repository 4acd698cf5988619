import sharp from 'sharp'
import type { Manner, Sheet } from './brush.ts'
import { fill } from './brush.ts'
import type { Palette } from './palette.ts'
import { type Rng, rng } from './rng.ts'
import { rect, type Shape, toPath } from './shape.ts'

const MANNERS: readonly Manner[] = ['cut', 'cut', 'riso', 'riso', 'lino', 'gouache']

/** An empty sheet of w × h px. */
export function sheet(r: Rng, w: number, h: number, p: Palette, manner = r.pick(MANNERS), dark = r.chance(0.42)): Sheet {
  return { r, w, h, p, manner, dark, out: [], defs: [], shift: new Map(), scale: 1, framed: false }
}

/** A printed margin: the paper shows round the picture, its inner edge cut by hand. */
export function margin(g: Sheet, size: number, color: string): void {
  const inner: Shape = rect(g, size, size, g.w - size * 2, g.h - size * 2, 0, 2.4)
  g.out.push(`<path d="M-9 -9H${g.w + 9}V${g.h + 9}H-9Z${toPath(inner)}" fill-rule="evenodd" fill="${color}"/>`)
}

/** A small seal in the corner, as a printmaker signs. */
export function seal(g: Sheet, x: number, y: number, k: number): void {
  fill(g, rect(g, x, y, k, k, g.r.range(-0.05, 0.05), 2), g.p.hot, { line: false })
  const u = k / 8
  const marks = g.r.pick(['M2 2h4v4h-4zM4 2v4', 'M2 2v4h4v-4M2 4h4', 'M2 2h4M4 2v4M2 6h4', 'M2 2l4 4M6 2l-4 4M2 4h4'])
  g.out.push(`<g transform="translate(${x} ${y}) scale(${u})"><path d="${marks}" fill="none" stroke="${g.p.paper}" stroke-width=".75"/></g>`)
}

export function toSvg(g: Sheet, width: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${Math.round((g.h * width) / g.w)}" viewBox="0 0 ${g.w} ${g.h}"><defs>${g.defs.join('')}</defs>${g.out.join('')}</svg>`
}

const SIDE = 512
let tile: Int8Array | undefined
/** Paper tooth: fine noise with a few pinholes where the ink did not take. Made once. */
function tooth(): Int8Array {
  if (tile) return tile
  const r = rng('paper')
  const raw = new Float32Array(SIDE * SIDE).map(() => r.next() + r.next() - 1)
  const made = new Int8Array(SIDE * SIDE)
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const at = (dx: number, dy: number): number => raw[((y + dy) & 511) * SIDE + ((x + dx) & 511)] as number
      const soft = (at(0, 0) * 2 + at(1, 0) + at(0, 1) + at(1, 1)) / 2.6
      made[y * SIDE + x] = Math.max(-20, Math.min(20, soft * 9)) + (soft > 0.98 ? 24 : 0)
    }
  }
  tile = made
  return made
}

/** Presses the ink into paper: adds the tooth to raw RGB, darker inks showing more pinholes. Changes `data`. */
function press(data: Buffer, w: number, h: number, shift: number): void {
  const t = tooth()
  const ink = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length)
  let i = 0
  for (let y = 0; y < h; y++) {
    const row = ((y + shift) & 511) * SIDE
    for (let x = 0; x < w; x++, i += 3) {
      const n = t[row + ((x + shift * 3) & 511)] as number
      ink[i] = (ink[i] as number) + n
      ink[i + 1] = (ink[i + 1] as number) + n
      ink[i + 2] = (ink[i + 2] as number) + n
    }
  }
}

/** Sheet → JPEG (quality 82) of this width in pixels, with paper grain; `mirrored` turns it left to right. */
export async function print(g: Sheet, { mirrored = false, width = g.w } = {}): Promise<Buffer> {
  const { data, info } = await sharp(Buffer.from(toSvg(g, width)), { unlimited: true })
    .flatten({ background: g.p.paper })
    .removeAlpha()
    .flop(mirrored)
    .raw()
    .toBuffer({ resolveWithObject: true })
  press(data, info.width, info.height, g.r.int(0, 500))
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
    .jpeg({ quality: 82 })
    .toBuffer()
}
