import { dots, fill, frame, type Sheet, stroke, strokes } from './brush.ts'
import { arc, blob, disc, type Pt, place, poly, ribbon, spline } from './shape.ts'
import { shade } from './texture.ts'

/** Joints of a drawn person, 100 units tall, feet at the origin: hip neck head | left elbow, hand | right | left knee, foot | right. */
const POSES: Record<string, string> = {
  stand: '0,-50 0,-82 1,-93 -11,-66 -9,-48 11,-66 10,-48 -6,-26 -7,0 6,-26 8,0',
  sing: '0,-50 2,-82 7,-92 -10,-70 10,-78 12,-68 3,-80 -8,-26 -14,0 7,-26 12,0',
  strum: '0,-50 -2,-82 -4,-93 -14,-66 -2,-56 14,-70 26,-66 -9,-26 -15,0 9,-26 14,0',
  walk: '0,-50 2,-82 4,-93 -9,-66 -14,-50 11,-66 17,-54 -9,-27 -18,0 9,-28 12,0',
  leap: '0,-58 6,-88 11,-98 -12,-90 -30,-104 22,-96 40,-108 -22,-56 -46,-46 20,-44 42,-26',
  spin: '0,-50 1,-83 3,-94 -16,-98 2,-116 20,-84 38,-92 1,-26 2,0 22,-40 4,-28',
  low: '0,-32 14,-60 22,-69 -4,-62 -24,-54 30,-50 44,-64 -22,-24 -44,-2 16,-14 8,0',
  bend: '0,-52 -18,-76 -27,-83 -34,-64 -50,-56 -22,-96 -40,-112 -4,-26 -4,0 26,-60 52,-72',
  arch: '0,-50 -8,-82 -16,-91 -24,-92 -38,-110 10,-90 22,-110 -2,-26 -6,0 14,-28 24,-2',
  run: '0,-52 8,-82 12,-92 -4,-70 10,-62 22,-72 16,-86 -8,-28 -34,-30 20,-38 12,-8',
  kick: '0,-50 -8,-80 -9,-91 -22,-70 -36,-74 8,-72 20,-82 -4,-26 -10,0 22,-46 46,-36',
}
export const DANCES = ['leap', 'spin', 'low', 'bend', 'arch'] as const

export interface Clothes {
  skin: string
  top: string
  bottom: string
  hair: string
  skirt?: boolean
  /** 'short' | 'bun' | 'long' | 'none' */
  cut?: string
}

export function joints(pose: string): Pt[] {
  return (POSES[pose] ?? (POSES.stand as string)).split(' ').map((p): Pt => {
    const [x = 0, y = 0] = p.split(',').map(Number)
    return [x, y]
  })
}

/** Draws a person of the given height (px), feet at (x, y). */
export function figure(g: Sheet, pose: string, x: number, y: number, tall: number, c: Clothes, flip = false): void {
  const [hip, neck, head, le, lh, re, rh, lk, lf, rk, rf] = joints(pose) as [Pt, Pt, Pt, Pt, Pt, Pt, Pt, Pt, Pt, Pt, Pt]
  const flat = { line: false }
  frame(
    g,
    x,
    y,
    0,
    tall / 100,
    () => {
      const limb = (a: Pt, b: Pt, d: Pt, w0: number, w1: number, col: string): void => fill(g, ribbon(g, spline([a, b, d], 8), w0, w1), col, flat)
      const [nx, ny] = neck
      const [hx, hy] = hip
      limb([nx + 5, ny + 3], re, rh, 5.4, 3.2, c.skin)
      limb([hx + 2.5, hy], rk, rf, 9, 5, c.bottom)
      limb([hx - 2.5, hy], lk, lf, 9.4, 5, c.bottom)
      for (const foot of [lf, rf]) fill(g, disc(g, foot[0] + 2, foot[1] - 1, 5, 2.4), c.hair, flat)
      if (c.skirt) {
        const reach = (a: Pt, b: Pt): Pt => [a[0] + (b[0] - a[0]) * 0.55, a[1] + (b[1] - a[1]) * 0.55]
        const [a, b] = [reach(lk, lf), reach(rk, rf)]
        fill(
          g,
          blob(
            g,
            [
              [hx - 5, hy - 4],
              [hx + 5, hy - 4],
              [Math.max(a[0], b[0]) + 9, b[1]],
              [(a[0] + b[0]) / 2, Math.max(a[1], b[1]) + 4],
              [Math.min(a[0], b[0]) - 9, a[1]],
            ],
            0.6,
          ),
          c.bottom,
          flat,
        )
      }
      fill(g, ribbon(g, [[neck[0], neck[1] - 5], neck, head], 4.6, 4), c.skin, flat)
      const sx = (hy - ny) / 34
      fill(
        g,
        blob(
          g,
          [
            [nx - 7 * Math.abs(sx) - 1, ny + 1],
            [nx, ny - 2],
            [nx + 8, ny + 1],
            [(nx + hx) / 2 + 6, (ny + hy) / 2],
            [hx + 6, hy + 3],
            [hx - 6, hy + 3],
            [(nx + hx) / 2 - 6, (ny + hy) / 2],
          ],
          0.3,
        ),
        c.top,
        flat,
      )
      limb([nx - 5, ny + 3], le, lh, 5.6, 3.2, c.skin)
      limb([nx - 5.5, ny + 2], [(nx - 5 + le[0]) / 2, (ny + 3 + le[1]) / 2], le, 6.6, 5.4, c.top)
      limb([nx + 5.5, ny + 2], [(nx + 5 + re[0]) / 2, (ny + 3 + re[1]) / 2], re, 6.4, 5.2, c.top)
      headOf(g, head, c)
    },
    flip,
  )
}

function headOf(g: Sheet, [x, y]: Pt, c: Clothes): void {
  const flat = { line: false }
  if (c.cut === 'long')
    fill(
      g,
      blob(
        g,
        [
          [x - 6.6, y - 4],
          [x - 1, y - 8],
          [x + 3, y - 4],
          [x + 1, y + 6],
          [x - 1, y + 13],
          [x - 8, y + 14],
          [x - 8.4, y + 4],
        ],
        0.3,
      ),
      c.hair,
      flat,
    )
  fill(g, disc(g, x + 0.4, y, 5, 6.2), c.skin, flat)
  if (c.cut === 'none') return
  fill(
    g,
    blob(
      g,
      [
        [x - 5.4, y + 3],
        [x - 6.2, y - 3],
        [x - 2.6, y - 7.6],
        [x + 3.4, y - 7.2],
        [x + 5.4, y - 3.4],
        [x + 1, y - 3],
        [x - 2.4, y - 0.6],
      ],
      0.2,
    ),
    c.hair,
    flat,
  )
  if (c.cut === 'bun') fill(g, disc(g, x - 4.4, y - 8.6, 3.2), c.hair, flat)
}

/** A leaf from (x, y), `len` px long, turned by `rot` radians (0 = right), with a vein. */
export function leaf(g: Sheet, x: number, y: number, len: number, wide: number, rot: number, color: string, vein?: string): void {
  const bend = g.r.range(-0.12, 0.12) * len
  const raw: Pt[] = [
    [0, 0],
    [len * 0.28, -wide * 0.46],
    [len * 0.64, -wide * 0.4 + bend * 0.5],
    [len, bend],
    [len * 0.62, wide * 0.42 + bend * 0.4],
    [len * 0.26, wide * 0.44],
  ]
  fill(g, blob(g, place(raw, x, y, rot), 0.8), color)
  if (vein)
    stroke(
      g,
      place(
        [
          [len * 0.06, 0],
          [len * 0.5, bend * 0.2],
          [len * 0.9, bend * 0.85],
        ],
        x,
        y,
        rot,
      ),
      vein,
      Math.max(1.6, wide * 0.045),
      0.75,
    )
}

/** A stem with leaves in pairs; pts from root to tip. */
export function branch(g: Sheet, pts: readonly Pt[], stem: string, color: string, size: number, pairs: number, vein?: string): void {
  const line = spline(pts, 24)
  fill(g, ribbon(g, line, size * 0.11, size * 0.04), stem, { line: false })
  for (let i = 1; i <= pairs; i++) {
    const k = Math.round((i / pairs) * 23)
    const [a, b] = [line[Math.max(0, k - 1)] as Pt, line[k] as Pt]
    const dir = Math.atan2(b[1] - a[1], b[0] - a[0])
    const len = size * (1.05 - (i / pairs) * 0.4) * g.r.range(0.85, 1.1)
    for (const side of [-1, 1]) leaf(g, b[0], b[1], len, len * 0.42, dir + side * g.r.range(0.6, 1), color, vein)
  }
}

export function stars(g: Sheet, y0: number, y1: number, n: number, color: string): void {
  dots(
    g,
    Array.from({ length: n }, () => [g.r.range(0, g.w), g.r.range(y0, y1), g.r.range(1.2, 3.6)] as const),
    color,
    0.9,
  )
  for (let i = 0; i < n / 14; i++) {
    const [x, y, k] = [g.r.range(30, g.w - 30), g.r.range(y0, y1), g.r.range(7, 15)]
    strokes(
      g,
      [
        [
          [x - k, y],
          [x + k, y],
        ],
        [
          [x, y - k],
          [x, y + k],
        ],
      ],
      color,
      2.6,
    )
  }
}

/** Sun or moon with its own shade. */
export function orb(g: Sheet, x: number, y: number, k: number, color: string, ring?: string): void {
  if (ring) for (const m of [1.75, 1.38]) fill(g, disc(g, x, y, k * m), ring, { op: 0.22, line: false })
  const s = disc(g, x, y, k)
  fill(g, s, color, { line: false })
  shade(g, s, -k * 0.16, -k * 0.14, g.p.hot, 0.7)
}

/** A flat-bottomed cloud, `len` px wide. */
export function cloud(g: Sheet, x: number, y: number, len: number, color: string, op = 1): void {
  const n = g.r.int(3, 5)
  const top: Pt[] = []
  for (let i = 0; i < n; i++) {
    const cx = x + (len * (i + 0.5)) / n
    const q = (len / n) * g.r.range(0.55, 0.8) * (1 - (Math.abs(i - (n - 1) / 2) / n) * 0.6)
    top.push(...arc(cx, y - q * 0.2, q * 0.95, q, 0.54, 0.96, 5))
  }
  const s = { pts: [[x - len * 0.08, y] as Pt, ...top, [x + len * 1.08, y] as Pt, [x + len * 0.5, y + 6] as Pt], smooth: true }
  fill(g, s, color, op < 1 ? { op, line: false } : { lift: 4 })
}

/** Steam or smoke: a few rising curls from (x, y). */
export function steam(g: Sheet, x: number, y: number, tall: number, color: string, n = 3, wide = 60): void {
  for (let i = 0; i < n; i++) {
    const x0 = x + (i - (n - 1) / 2) * wide
    const s = g.r.chance(0.5) ? 1 : -1
    const k = g.r.range(0.7, 1.1) * tall
    const line = spline(
      [
        [x0, y],
        [x0 + s * k * 0.13, y - k * 0.3],
        [x0 - s * k * 0.1, y - k * 0.62],
        [x0 + s * k * 0.08, y - k],
      ],
      14,
    )
    fill(g, ribbon(g, line, 4, 2, tall * 0.035), color, { op: 0.75, line: false })
  }
}

/** Wavy-edged cloth pattern or hill of grass: short strokes upwards along a line. */
export function grass(g: Sheet, y: number, n: number, tall: number, color: string): void {
  const list: Pt[][] = Array.from({ length: n }, () => {
    const x = g.r.range(-10, g.w + 10)
    const k = g.r.range(0.5, 1) * tall
    const y0 = y + g.r.range(0, tall * 0.7)
    return [
      [x, y0],
      [x + g.r.range(-6, 6), y0 - k * 0.5],
      [x + g.r.range(-16, 16), y0 - k],
    ]
  })
  strokes(g, list, color, 3.4)
}

/** A pot of the given width, its rim's top edge centred at (x, y). Returns the height. */
export function pot(g: Sheet, x: number, y: number, wide: number, color: string, band?: string): number {
  const tall = wide * g.r.range(0.75, 1)
  const body = poly(
    g,
    [
      [x - wide * 0.44, y],
      [x + wide * 0.44, y],
      [x + wide * 0.32, y + tall],
      [x - wide * 0.32, y + tall],
    ],
    1.5,
  )
  fill(g, body, color, { lift: 6 })
  shade(g, body, -wide * 0.2, -2)
  const rim = poly(
    g,
    [
      [x - wide / 2, y - 2],
      [x + wide / 2, y - 2],
      [x + wide * 0.48, y + tall * 0.2],
      [x - wide * 0.48, y + tall * 0.2],
    ],
    1.2,
  )
  fill(g, rim, band ?? color)
  return tall
}
