import { clip, dots, fill, floor, frame, outline, type Sheet, stroke, strokes, wash } from '../brush.ts'
import { branch, cloud, leaf, orb, pot, stars } from '../objects.ts'
import { mix } from '../palette.ts'
import { type Draw, family } from '../scene.ts'
import { arc, blob, disc, type Pt, poly, rect, ridge, rrect, spline } from '../shape.ts'
import { shade, tex } from '../texture.ts'
import { table } from './food.ts'

/** A small landscape filling a box; used behind windows, on stamps and postcards. */
export function vista(g: Sheet, x: number, y: number, vw: number, vh: number, kind = g.r.int(0, 3)): void {
  const { p, r } = g
  const sky = r.pick([p.pale, p.warm, mix(p.cool, p.paper, 0.4)])
  fill(g, rect(g, x - 9, y - 9, vw + 18, vh + 18), sky, { line: false })
  orb(g, x + vw * r.range(0.25, 0.75), y + vh * r.range(0.22, 0.36), Math.min(vw, vh) * 0.13, sky === p.warm ? p.paper : p.hot)
  const hills = (y0: number, amp: number, c: string): void =>
    fill(g, { pts: [...ridge(g, x - 20, x + vw + 20, y + vh * y0, vh * amp, 0.5, 4), [x + vw + 20, y + vh + 20], [x - 20, y + vh + 20]], smooth: true }, c, {
      line: false,
    })
  hills(0.5, 0.16, mix(p.cool, sky, 0.5))
  if (kind === 0) {
    hills(0.66, 0.1, p.cool)
    hills(0.84, 0.06, p.deep)
    for (let i = 0; i < 7; i++) pine(g, x + vw * r.range(0, 1), y + vh * r.range(0.84, 1), vh * r.range(0.14, 0.28), p.deep)
  } else if (kind === 1) {
    fill(g, rect(g, x - 20, y + vh * 0.62, vw + 40, vh), p.cool, { line: false })
    strokes(
      g,
      Array.from({ length: 16 }, (): Pt[] => {
        const [sx, sy] = [x + r.range(0, vw), y + vh * r.range(0.66, 0.98)]
        return [
          [sx, sy],
          [sx + vw * 0.1, sy],
        ]
      }),
      p.paper,
      4,
      0.7,
    )
    sail(g, x + vw * 0.6, y + vh * 0.74, vh * 0.2)
  } else if (kind === 2) {
    for (let j = 0; j < 4; j++)
      fill(
        g,
        blob(
          g,
          [
            [x - 20, y + vh * (0.62 + j * 0.1)],
            [x + vw * 0.4, y + vh * (0.58 + j * 0.11)],
            [x + vw + 20, y + vh * (0.64 + j * 0.1)],
            [x + vw + 20, y + vh * 1.1],
            [x - 20, y + vh * 1.1],
          ],
          3,
        ),
        [mix(p.cool, p.warm, 0.5), p.cool, p.warm, mix(p.cool, p.deep, 0.5)][j] as string,
        { line: false },
      )
    strokes(
      g,
      Array.from({ length: 12 }, (_, i): Pt[] => [
        [x + vw * (0.5 + (i - 6) * 0.03), y + vh * 0.7],
        [x + vw * (0.5 + (i - 6) * 0.16), y + vh * 1.05],
      ]),
      p.deep,
      4,
      0.4,
    )
  } else {
    hills(0.72, 0.05, p.warm)
    for (let i = 0; i < 6; i++)
      house(g, x + vw * (0.08 + i * 0.16), y + vh * (0.86 + (i % 2) * 0.06), vh * r.range(0.16, 0.24), r.pick([p.paper, p.pale, p.hot]))
    hills(0.95, 0.03, p.deep)
  }
}

export function pine(g: Sheet, x: number, y: number, tall: number, c: string): void {
  const pts: Pt[] = [[x, y - tall]]
  for (let i = 1; i <= 4; i++) pts.push([x + tall * 0.075 * i, y - tall * (1 - i * 0.22)], [x + tall * 0.04 * i, y - tall * (1 - i * 0.22)])
  const back = pts
    .slice(1)
    .reverse()
    .map(([px, py]): Pt => [2 * x - px, py])
  fill(g, { pts: [...pts, [x + tall * 0.03, y], [x - tall * 0.03, y], ...back], smooth: false }, c, { line: false })
}

export function sail(g: Sheet, x: number, y: number, k: number): void {
  const { p } = g
  stroke(
    g,
    [
      [x, y],
      [x, y - k * 1.3],
    ],
    p.ink,
    Math.max(3, k * 0.05),
  )
  fill(
    g,
    poly(
      g,
      [
        [x + k * 0.06, y - k * 1.25],
        [x + k * 0.7, y - k * 0.2],
        [x + k * 0.06, y - k * 0.14],
      ],
      1,
    ),
    p.paper,
  )
  fill(
    g,
    poly(
      g,
      [
        [x - k * 0.06, y - k * 1.05],
        [x - k * 0.5, y - k * 0.2],
        [x - k * 0.06, y - k * 0.14],
      ],
      1,
    ),
    p.hot,
  )
  fill(
    g,
    blob(
      g,
      [
        [x - k * 0.7, y - k * 0.1],
        [x + k * 0.8, y - k * 0.12],
        [x + k * 0.5, y + k * 0.16],
        [x - k * 0.46, y + k * 0.16],
      ],
      1,
    ),
    p.ink,
  )
}

function house(g: Sheet, x: number, y: number, k: number, c: string): void {
  const { p } = g
  fill(g, rect(g, x - k * 0.4, y - k * 0.7, k * 0.8, k * 0.8), c)
  fill(
    g,
    poly(
      g,
      [
        [x - k * 0.52, y - k * 0.66],
        [x, y - k * 1.1],
        [x + k * 0.52, y - k * 0.66],
      ],
      1,
    ),
    c === p.hot ? p.deep : p.hot,
  )
  fill(g, rect(g, x - k * 0.1, y - k * 0.4, k * 0.2, k * 0.26), p.deep, { line: false })
}

const trainWindow: Draw = (g) => {
  const { p, w, h, r } = g
  const wall = g.dark ? p.deep : r.pick([p.hot, p.warm, p.cool, p.deep])
  wash(g, wall, mix(wall, p.ink, 0.2), h * 0.5, h)
  const [x, y, vw, vh] = [w * 0.1, h * 0.09, w * 0.8, h * 0.55]
  fill(g, rrect(g, x - 26, y - 26, vw + 52, vh + 52, 80), mix(wall, p.ink, 0.35), { lift: 10 })
  const hole = rrect(g, x, y, vw, vh, 60)
  clip(g, hole, () => {
    vista(g, x, y, vw, vh)
    const line = spline(
      [
        [x - 20, y + vh * 0.12],
        [x + vw * 0.5, y + vh * 0.2],
        [x + vw + 20, y + vh * 0.1],
      ],
      12,
    )
    for (const d of [0, 22])
      stroke(
        g,
        line.map(([a, b]): Pt => [a, b + d]),
        p.ink,
        4,
      )
    fill(g, rect(g, x + vw * 0.78, y - 20, 18, vh * 1.1), p.ink, { line: false })
    fill(g, rect(g, x + vw * 0.72, y + vh * 0.1, vw * 0.14, 12), p.ink, { line: false })
    for (const t of [0.08, 0.16])
      fill(
        g,
        poly(
          g,
          [
            [x + vw * t, y - 9],
            [x + vw * (t + 0.05), y - 9],
            [x + vw * (t - 0.2), y + vh + 9],
            [x + vw * (t - 0.25), y + vh + 9],
          ],
          1,
        ),
        p.paper,
        { op: 0.25, line: false },
      )
  })
  outline(g, hole, p.paper, 10)
  const c = r.pick([p.paper, p.pale])
  for (const s of [-1, 1])
    fill(
      g,
      blob(
        g,
        [
          [w / 2 + s * w * 0.52, y - 60],
          [w / 2 + s * w * 0.38, y - 60],
          [w / 2 + s * w * 0.42, y + vh * 0.5],
          [w / 2 + s * w * 0.37, y + vh + 60],
          [w / 2 + s * w * 0.54, y + vh + 60],
        ],
        3,
      ),
      c,
      { lift: 8 },
    )
  const top = rrect(g, w * 0.14, h * 0.76, w * 0.72, h * 0.5, 30)
  fill(g, top, mix(p.warm, p.paper, 0.3), { lift: -8 })
  mug(g, w * 0.32, h * 0.8, w * 0.13)
  frame(g, w * 0.64, h * 0.87, r.range(-12, 12), 1, () => {
    fill(g, rect(g, -w * 0.12, -h * 0.07, w * 0.24, h * 0.13), p.paper, { lift: 6 })
    fill(g, rect(g, -w * 0.12, -h * 0.07, w * 0.24, h * 0.035), p.hot, { line: false })
    strokes(
      g,
      [0, 1, 2].map((i): Pt[] => [
        [-w * 0.1, -h * 0.015 + i * h * 0.022],
        [w * (0.02 + i * 0.02), -h * 0.015 + i * h * 0.022],
      ]),
      p.ink,
      5,
    )
    dots(g, [[w * 0.08, h * 0.025, 17]], p.cool)
  })
}

function mug(g: Sheet, x: number, y: number, k: number): void {
  const { p } = g
  stroke(g, arc(x + k * 0.52, y - k * 0.1, k * 0.28, k * 0.28, -0.25, 0.25, 8), p.hot, k * 0.12)
  const b = rrect(g, x - k / 2, y - k * 0.55, k, k * 1.05, 16)
  fill(g, b, p.hot, { lift: 8 })
  shade(g, b, -k * 0.2, 0)
  fill(g, disc(g, x, y - k * 0.54, k * 0.5, k * 0.14), p.paper)
  fill(g, disc(g, x, y - k * 0.52, k * 0.4, k * 0.09), mix(p.deep, p.warm, 0.25), { line: false })
}

const DOMED = /cairo|casablanca|marrakech|fes|tunis|istanbul|jerusalem|amman|beirut|kazan|samarkand|delhi|agra/
const ONION = /moscow|saint-petersburg|kazan|kyiv/
const GABLED = /halifax|amsterdam|lyon|montreal|london|sevilla|oaxaca|lisbon|buenos-aires|mexico-city|tucson|detroit|paris|porto|prague/

function roof(g: Sheet, x: number, y: number, wide: number, tiers: number, c: string, wall: string): void {
  const { p } = g
  const step = wide * 0.34
  for (let i = 0; i < tiers; i++) {
    const ww = wide * (1 - i * 0.2)
    const yy = y - i * step
    fill(g, rect(g, x - ww * 0.32, yy - step * 0.66, ww * 0.64, step * 0.72), wall)
    for (let j = -2; j <= 2; j++) fill(g, rect(g, x + j * ww * 0.12 - 4, yy - step * 0.56, 8, step * 0.56), p.hot, { line: false })
    const top = yy - step * 0.62
    const s = {
      pts: [
        [x - ww * 0.6, top - step * 0.04] as Pt,
        [x - ww * 0.44, top - step * 0.08] as Pt,
        [x - ww * 0.3, top - step * 0.26] as Pt,
        [x - ww * 0.22, top - step * 0.46] as Pt,
        [x + ww * 0.22, top - step * 0.46] as Pt,
        [x + ww * 0.3, top - step * 0.26] as Pt,
        [x + ww * 0.44, top - step * 0.08] as Pt,
        [x + ww * 0.6, top - step * 0.04] as Pt,
        [x + ww * 0.46, top + step * 0.12] as Pt,
        [x - ww * 0.46, top + step * 0.12] as Pt,
      ],
      smooth: false,
    }
    fill(g, s, c, { lift: 8 })
    clip(g, s, () =>
      strokes(
        g,
        Array.from({ length: 17 }, (_, k): Pt[] => [
          [x + (k - 8) * ww * 0.035, top - step * 0.5],
          [x + (k - 8) * ww * 0.066, top + step * 0.16],
        ]),
        mix(c, p.paper, 0.3),
        3,
      ),
    )
  }
  const tip = y - (tiers - 1) * step - step * 1.06
  fill(
    g,
    blob(
      g,
      [
        [x - 7, tip],
        [x - 12, tip - 22],
        [x, tip - 64],
        [x + 12, tip - 22],
        [x + 7, tip],
      ],
      1,
    ),
    p.warm,
  )
}

function dome(g: Sheet, x: number, y: number, wide: number, tall: number, c: string, onion: boolean): void {
  const { p } = g
  fill(g, rect(g, x - wide * 0.44, y - tall * 0.55, wide * 0.88, tall * 0.6), p.paper)
  const n = 3
  for (let i = 0; i < n; i++) {
    const ax = x + (i - 1) * wide * 0.26
    fill(
      g,
      { pts: [[ax - wide * 0.08, y] as Pt, ...arc(ax, y - tall * 0.26, wide * 0.08, wide * 0.12, 0.5, 1, 6), [ax + wide * 0.08, y] as Pt], smooth: false },
      p.deep,
      { line: false },
    )
  }
  const b = y - tall * 0.54
  const k = wide * (onion ? 0.34 : 0.46)
  const s = blob(
    g,
    [
      [x - k * 0.7, b],
      [x - k * 1.06, b - k * 0.5],
      [x - k * 0.6, b - k * (onion ? 1.2 : 1)],
      [x, b - k * (onion ? 1.9 : 1.35)],
      [x + k * 0.6, b - k * (onion ? 1.2 : 1)],
      [x + k * 1.06, b - k * 0.5],
      [x + k * 0.7, b],
    ],
    1,
  )
  fill(g, s, c, { lift: 8 })
  clip(g, s, () =>
    strokes(
      g,
      [-0.6, -0.2, 0.2, 0.6].map((t): Pt[] => [
        [x + t * k * 1.6, b + 9],
        [x + t * k * 1.5, b - k * 0.6],
        [x, b - k * 1.9],
      ]),
      p.pale,
      4,
      0.7,
    ),
  )
  shade(g, s, -k * 0.2, -4)
  stroke(
    g,
    [
      [x, b - k * (onion ? 1.8 : 1.3)],
      [x, b - k * (onion ? 2.4 : 1.8)],
    ],
    p.warm,
    6,
  )
  dots(g, [[x, b - k * (onion ? 2.4 : 1.8), 9]], p.warm)
}

const oldTown: Draw = (g, s) => {
  const { p, w, h, r } = g
  const sky = g.dark ? p.deep : r.pick([p.warm, p.pale, p.cool, mix(p.hot, p.pale, 0.4)])
  wash(g, sky, mix(sky, p.paper, g.dark ? 0.25 : 0.55), h * 0.1, h * 0.7)
  if (g.dark) stars(g, 0, h * 0.4, 40, p.paper)
  orb(g, w * r.range(0.2, 0.8), h * 0.22, w * 0.12, g.dark ? p.paper : p.hot)
  for (let i = 0; i < 3; i++) cloud(g, w * r.range(-0.1, 0.8), h * r.range(0.12, 0.45), w * r.range(0.2, 0.34), p.paper, 0.75)
  for (let j = 0; j < 2; j++)
    fill(
      g,
      { pts: [...ridge(g, -30, w + 30, h * (0.54 + j * 0.08), h * 0.07, 0.5, 4), [w + 30, h + 20], [-30, h + 20]], smooth: true },
      mix(sky, p.cool, 0.5 + j * 0.4),
      { line: false },
    )
  const style = ONION.test(s.place) ? 'onion' : DOMED.test(s.place) ? 'dome' : GABLED.test(s.place) ? 'gable' : 'eaves'
  const k = Math.min(w, h * 0.8)
  if (style === 'eaves') {
    roof(g, w * 0.72, h * 0.78, k * 0.36, r.int(3, 4), p.deep, p.paper)
    roof(g, w * 0.26, h * 0.86, k * 0.5, 2, mix(p.deep, p.ink, 0.4), p.pale)
    roof(g, w * 0.86, h * 0.98, k * 0.52, 1, p.ink, p.warm)
    roof(g, w * 0.4, h * 1.02, k * 0.56, 1, mix(p.deep, p.cool, 0.3), p.paper)
  } else if (style === 'gable') gables(g)
  else {
    for (const x of [0.12, 0.9]) minaret(g, w * x, h * 0.9, k * 0.1, h * r.range(0.46, 0.56))
    dome(g, w * 0.3, h * 0.88, k * 0.36, h * 0.3, p.cool, style === 'onion')
    dome(g, w * 0.7, h * 0.9, k * 0.34, h * 0.34, p.hot, style === 'onion')
    dome(g, w * 0.5, h * 0.97, k * 0.46, h * 0.4, p.deep, style === 'onion')
  }
  fill(
    g,
    blob(
      g,
      [
        [-30, h * 0.95],
        [w * 0.3, h * 0.92],
        [w * 0.7, h * 0.955],
        [w + 30, h * 0.92],
        [w + 30, h + 30],
        [-30, h + 30],
      ],
      3,
    ),
    mix(p.deep, p.ink, 0.5),
    { line: false },
  )
  branch(
    g,
    [
      [w + 30, h * 0.04],
      [w * 0.84, h * 0.09],
      [w * 0.62, h * 0.05],
    ],
    p.ink,
    mix(p.cool, p.deep, 0.4),
    84,
    6,
    p.pale,
  )
}

function minaret(g: Sheet, x: number, y: number, k: number, tall: number): void {
  const { p } = g
  fill(g, rect(g, x - k * 0.4, y - tall, k * 0.8, tall), p.pale, { lift: 5 })
  for (const t of [0.35, 0.7, 0.92]) fill(g, rect(g, x - k * 0.56, y - tall * t, k * 1.12, k * 0.26), p.hot)
  fill(
    g,
    blob(
      g,
      [
        [x - k * 0.36, y - tall],
        [x - k * 0.44, y - tall - k * 0.5],
        [x, y - tall - k * 1.5],
        [x + k * 0.44, y - tall - k * 0.5],
        [x + k * 0.36, y - tall],
      ],
      1,
    ),
    p.deep,
  )
}

function gables(g: Sheet): void {
  const { p, w, h, r } = g
  for (let j = 0; j < 3; j++) {
    const n = 5 + (j % 2)
    for (let i = 0; i < n; i++) {
      const bw = (w / n) * 1.04
      const x = (w / n) * (i + 0.5) + (j % 2 ? -20 : 0)
      const y = h * (0.76 + j * 0.13)
      const tall = h * r.range(0.2, 0.32)
      const c = r.pick([p.paper, p.pale, p.warm, p.hot, p.cool, mix(p.deep, p.cool, 0.4)])
      fill(g, rect(g, x - bw / 2, y - tall, bw, tall + h * 0.2), c, { lift: 4 })
      fill(
        g,
        poly(
          g,
          [
            [x - bw * 0.56, y - tall + 6],
            [x, y - tall - bw * r.range(0.3, 0.5)],
            [x + bw * 0.56, y - tall + 6],
          ],
          1.5,
        ),
        c === p.hot ? p.deep : r.pick([p.deep, mix(p.hot, p.ink, 0.3)]),
        { lift: 4 },
      )
      for (let q = 0; q < 4; q++) {
        const [wx, wy] = [x + (q % 2 ? 0.08 : -0.32) * bw, y - tall * (0.82 - Math.floor(q / 2) * 0.4)]
        fill(g, rect(g, wx, wy, bw * 0.22, tall * 0.2), r.chance(0.4) ? p.warm : p.deep)
        stroke(
          g,
          [
            [wx + bw * 0.11, wy],
            [wx + bw * 0.11, wy + tall * 0.2],
          ],
          p.paper,
          4,
        )
      }
    }
  }
}

const stamps: Draw = (g) => {
  const { p, w, h, r } = g
  table(g)
  const [cols, rows] = h > w * 1.1 ? [2, 3] : [3, 2]
  const [cw, ch] = [w / (cols + 0.15), h / (rows + 0.12)]
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < cols; i++) {
      const [sw, sh] = [cw * 0.84, ch * 0.86]
      frame(g, w / 2 + (i - (cols - 1) / 2) * cw, h / 2 + (j - (rows - 1) / 2) * ch, r.range(-6, 6), 1, () => {
        fill(g, rect(g, -sw / 2, -sh / 2, sw, sh), p.paper, { lift: 12 })
        const holes: [number, number, number][] = []
        for (let x = -sw / 2; x <= sw / 2 + 1; x += sw / 14) holes.push([x, -sh / 2, 8], [x, sh / 2, 8])
        for (let y = -sh / 2; y <= sh / 2 + 1; y += sh / 16) holes.push([-sw / 2, y, 8], [sw / 2, y, 8])
        dots(g, holes, mix(p.paper, p.ink, 0.22))
        const box = rect(g, -sw * 0.42, -sh * 0.43, sw * 0.84, sh * 0.74)
        clip(g, box, () => {
          const kind = (i + j * cols + r.int(0, 1)) % 6
          if (kind < 4) vista(g, -sw * 0.42, -sh * 0.43, sw * 0.84, sh * 0.74, kind)
          else {
            fill(g, box, kind === 4 ? p.hot : p.deep, { line: false })
            for (let q = 0; q < 6; q++)
              branch(
                g,
                [
                  [0, sh * 0.3],
                  [(q - 2.5) * sw * 0.1, 0],
                  [(q - 2.5) * sw * 0.16, -sh * 0.3],
                ],
                p.paper,
                kind === 4 ? p.warm : p.cool,
                sw * 0.15,
                4,
              )
          }
        })
        strokes(
          g,
          [
            [
              [-sw * 0.4, sh * 0.37],
              [-sw * 0.1, sh * 0.37],
            ],
            [
              [-sw * 0.4, sh * 0.42],
              [-sw * 0.2, sh * 0.42],
            ],
          ],
          p.ink,
          6,
        )
        dots(g, [[sw * 0.33, sh * 0.38, sw * 0.06]], p.hot)
      })
    }
  const [cx, cy] = [w * r.range(0.3, 0.7), h * r.range(0.35, 0.65)]
  for (const q of [0.15, 0.115]) outline(g, disc(g, cx, cy, w * q, undefined, 0, 0.004), p.ink, 6, 0.7)
  strokes(
    g,
    Array.from({ length: 5 }, (_, i): Pt[] =>
      spline(
        Array.from({ length: 9 }, (_, k): Pt => [cx + w * (0.13 + k * 0.03), cy - 60 + i * 30 + (k % 2 ? 9 : -9)]),
        24,
      ),
    ),
    p.ink,
    6,
    0.7,
  )
}

const windowView: Draw = (g) => {
  const { p, w, h, r } = g
  const wall = g.dark ? p.deep : r.pick([p.hot, p.warm, p.cool, p.pale])
  wash(g, wall, mix(wall, p.ink, 0.15), h * 0.4, h * 1.1)
  const [x, y, vw, vh] = [w * 0.2, h * 0.1, w * 0.6, h * 0.56]
  const tall = r.chance(0.5)
  const hole = tall
    ? { pts: [[x, y + vh] as Pt, ...arc(x + vw / 2, y + vw * 0.4, vw / 2, vw * 0.4, 0.5, 1, 14), [x + vw, y + vh] as Pt], smooth: false }
    : rect(g, x, y, vw, vh)
  clip(g, hole, () => vista(g, x, y, vw, vh))
  outline(g, hole, p.paper, 26)
  for (const t of tall ? [0.5] : [0.33, 0.67])
    stroke(
      g,
      [
        [x + vw * t, y],
        [x + vw * t, y + vh],
      ],
      p.paper,
      14,
    )
  stroke(
    g,
    [
      [x, y + vh * 0.5],
      [x + vw, y + vh * 0.5],
    ],
    p.paper,
    14,
  )
  const c = [p.paper, p.pale, p.warm].find((q) => q !== wall) ?? p.paper
  for (const s of [-1, 1]) {
    const e = w / 2 + s * w * 0.52
    const veil = blob(
      g,
      [
        [e, -20],
        [w / 2 + s * w * 0.2, -20],
        [w / 2 + s * w * 0.25, h * 0.3],
        [w / 2 + s * w * 0.37, h * 0.5],
        [w / 2 + s * w * 0.3, h * 0.78],
        [e, h * 0.78],
      ],
      3,
    )
    fill(g, veil, c, { lift: 8 })
    tex(g, veil, r.pick(['dots', 'waves', 'dash']), p.hot === wall ? p.cool : p.hot, 40, 0.55)
  }
  fill(g, rect(g, w * 0.1, h * 0.69, w * 0.8, h * 0.035), p.paper, { lift: 10 })
  floor(g, h * 0.86, mix(wall, p.ink, 0.4))
  for (let i = 0; i < 3; i++) {
    const px = w * (0.26 + i * 0.24)
    for (let q = 0; q < 7; q++) leaf(g, px, h * 0.62, h * r.range(0.07, 0.13), 34, -2.5 + q * 0.32, q % 2 ? p.cool : mix(p.cool, p.deep, 0.5), p.pale)
    pot(g, px, h * 0.615, h * 0.085, [p.hot, p.paper, p.warm][i] === wall ? p.deep : ([p.hot, p.paper, p.warm][i] as string))
  }
}

export const travel = [
  family('train window', trainWindow, 'train-travel high-speed-rail railfan subway solo-travel commute backpacking travel-guide studying-abroad', 'travel'),
  family(
    'old town',
    oldTown,
    'ancient-town temple world-heritage-site architecture hometown great-wall local-guide history travel-guide museum philosophy arab-cuisine art-history urban-sketching sculpture',
    'travel',
  ),
  family(
    'stamps',
    stamps,
    'travel-guide cultural-exchange language-exchange scrapbooking map visa flight expat-life studying-abroad culture-shock memes printmaking friendship',
    'travel everyday-life',
  ),
  family(
    'window view',
    windowView,
    'home room-tour renting homestay hostel hotel morning-routine work-from-home slow-living houseplants single-life interior-design study-with-me daily-life',
    'everyday-life travel',
  ),
]
