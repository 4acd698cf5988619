import { clip, dots, fill, floor, frame, outline, type Sheet, stroke, strokes, wash } from '../brush.ts'
import { branch, leaf, orb, stars, steam } from '../objects.ts'
import { mix } from '../palette.ts'
import { type Draw, family } from '../scene.ts'
import { arc, blob, disc, type Pt, poly, rect, ribbon, rrect, spline } from '../shape.ts'
import { shade, tex } from '../texture.ts'
import { dish, table } from './food.ts'

function teapot(g: Sheet, x: number, y: number, k: number, c: string): void {
  const { p, r } = g
  fill(
    g,
    ribbon(
      g,
      spline(
        [
          [x + k * 0.7, y - k * 0.5],
          [x + k * 1.1, y - k * 0.7],
          [x + k * 1.3, y - k * 1.18],
        ],
        10,
      ),
      k * 0.34,
      k * 0.16,
    ),
    c,
    { lift: 8 },
  )
  const loop = r.chance(0.5)
  if (loop) stroke(g, arc(x, y - k * 1.12, k * 0.7, k * 0.72, 0.5, 1, 12), p.ink, k * 0.1)
  else stroke(g, arc(x - k * 0.9, y - k * 0.68, k * 0.42, k * 0.42, 0.2, 0.84, 10), c, k * 0.16)
  const body = blob(
    g,
    [
      [x - k * 0.42, y],
      [x - k * 0.96, y - k * 0.52],
      [x - k * 0.62, y - k * 1.12],
      [x, y - k * 1.26],
      [x + k * 0.62, y - k * 1.12],
      [x + k * 0.96, y - k * 0.52],
      [x + k * 0.42, y],
    ],
    2,
  )
  fill(g, body, c, { lift: 14 })
  clip(g, body, () => {
    for (let i = -2; i < 3; i++)
      branch(
        g,
        [
          [x + i * k * 0.4, y + 10],
          [x + i * k * 0.42 + 8, y - k * 0.3],
          [x + i * k * 0.38, y - k * 0.62],
        ],
        c === p.paper ? p.deep : p.pale,
        c === p.paper ? p.cool : p.pale,
        k * 0.2,
        3,
      )
  })
  shade(g, body, -k * 0.2, -k * 0.1)
  fill(g, disc(g, x, y - k * 1.2, k * 0.42, k * 0.13), mix(c, p.ink, 0.18))
  fill(g, disc(g, x, y - k * 1.38, k * 0.12), p.hot === c ? p.warm : p.hot)
}

function cup(g: Sheet, x: number, y: number, k: number, c: string, tea: string): void {
  const { p } = g
  fill(g, disc(g, x, y + 4, k * 0.92, k * 0.2), mix(p.deep, p.ink, 0.3), { op: 0.35, line: false })
  const body = blob(
    g,
    [
      [x - k * 0.3, y],
      [x - k * 0.62, y - k * 0.4],
      [x - k * 0.7, y - k * 0.86],
      [x + k * 0.7, y - k * 0.86],
      [x + k * 0.62, y - k * 0.4],
      [x + k * 0.3, y],
    ],
    1.2,
  )
  fill(g, body, c, { lift: 8 })
  shade(g, body, -k * 0.16, 0)
  fill(g, disc(g, x, y - k * 0.86, k * 0.71, k * 0.18), mix(c, p.paper, 0.35))
  fill(g, disc(g, x, y - k * 0.84, k * 0.6, k * 0.125), tea, { line: false })
}

const teaSet: Draw = (g) => {
  const { p, w, h, r } = g
  const wall = g.dark ? p.deep : r.pick([p.pale, p.cool, p.warm])
  wash(g, wall, mix(wall, p.paper, 0.4), h * 0.7, h * 0.1)
  if (r.chance(0.5)) moonDoor(g, w * 0.5, h * 0.38, Math.min(w, h) * 0.33)
  else scroll(g, w * 0.76, h * 0.06, w * 0.2, h * 0.46)
  floor(g, h * 0.7, mix(p.deep, p.warm, 0.22))
  strokes(
    g,
    Array.from({ length: 12 }, (_, i): Pt[] =>
      spline(
        [
          [-20, h * (0.73 + i * 0.025)],
          [w * 0.4, h * (0.735 + i * 0.025)],
          [w + 20, h * (0.73 + i * 0.026)],
        ],
        6,
      ),
    ),
    p.ink,
    3,
    0.3,
  )
  const k = Math.min(w, h) * 0.17
  const tray = rrect(g, w * 0.1, h * 0.83, w * 0.8, h * 0.07, 24)
  fill(g, tray, mix(p.warm, p.deep, 0.5), { lift: 14 })
  const [a, b, c] = r.shuffle([p.hot, p.paper, p.cool]) as [string, string, string]
  teapot(g, w * 0.36, h * 0.84, k, a)
  cup(g, w * 0.65, h * 0.85, k * 0.52, b, p.warm)
  cup(g, w * 0.81, h * 0.87, k * 0.52, c, p.warm)
  steam(g, w * 0.65, h * 0.77, h * 0.15, p.paper, 2, 34)
  branch(
    g,
    [
      [-30, h * 0.2],
      [w * 0.16, h * 0.16],
      [w * 0.34, h * 0.24],
    ],
    p.ink,
    mix(p.cool, p.deep, 0.3),
    90,
    5,
    p.pale,
  )
}

function moonDoor(g: Sheet, x: number, y: number, k: number): void {
  const { p, r } = g
  fill(g, disc(g, x, y, k * 1.08), p.ink, { lift: 8 })
  const hole = disc(g, x, y, k)
  fill(g, hole, mix(p.pale, p.paper, 0.4))
  clip(g, hole, () => {
    orb(g, x + k * 0.4, y - k * 0.45, k * 0.2, p.hot)
    for (let i = 0; i < 3; i++)
      fill(
        g,
        blob(
          g,
          [
            [x - k * 1.2, y + k * (0.2 + i * 0.26)],
            [x - k * 0.5, y + k * (-0.25 + i * 0.33)],
            [x + k * 0.1, y + k * (0.25 + i * 0.24)],
            [x + k * 0.6, y + k * (-0.05 + i * 0.33)],
            [x + k * 1.2, y + k * (0.3 + i * 0.24)],
            [x + k * 1.2, y + k * 1.3],
            [x - k * 1.2, y + k * 1.3],
          ],
          4,
        ),
        [mix(p.cool, p.pale, 0.5), p.cool, p.deep][i] as string,
        { line: false },
      )
    for (let i = 0; i < 6; i++)
      branch(
        g,
        [
          [x - k + i * 26, y + k],
          [x - k * 0.86 + i * 22, y],
          [x - k * 0.74 + i * 26, y - k * r.range(0.5, 1)],
        ],
        p.deep,
        p.deep,
        k * 0.2,
        6,
      )
  })
}

function scroll(g: Sheet, x: number, y: number, sw: number, sh: number): void {
  const { p } = g
  fill(g, rect(g, x, y, sw, sh), p.paper, { lift: 10 })
  for (const yy of [y - 8, y + sh - 8]) fill(g, rrect(g, x - 16, yy, sw + 32, 20, 10), p.ink)
  fill(g, disc(g, x + sw * 0.6, y + sh * 0.28, sw * 0.2), p.hot, { line: false })
  branch(
    g,
    [
      [x + sw * 0.1, y + sh * 0.9],
      [x + sw * 0.4, y + sh * 0.6],
      [x + sw * 0.7, y + sh * 0.4],
    ],
    p.ink,
    p.ink,
    sw * 0.26,
    4,
  )
}

const coffee: Draw = (g) => {
  const { p, w, h, r } = g
  table(g, [p.ink])
  const k = Math.min(w, h) * 0.21
  const spots: Pt[] =
    h > w * 1.1
      ? [
          [w * 0.36, h * 0.28],
          [w * 0.68, h * 0.66],
        ]
      : [
          [w * 0.3, h * 0.48],
          [w * 0.74, h * 0.54],
        ]
  const sheetSpot: Pt = h > w * 1.1 ? [w * 0.3, h * 0.72] : [w * 0.52, h * 0.2]
  notebook(g, sheetSpot[0], sheetSpot[1], k * 1.25)
  spots.forEach(([x, y], i) => {
    const c = r.pick([p.paper, p.hot, p.cool, p.deep, p.warm])
    dish(g, x, y, k * 1.32, i ? p.pale : p.paper, mix(p.paper, p.pale, 0.5))
    frame(g, x, y, r.range(-60, 60), 1, () => {
      stroke(
        g,
        [
          [k * 0.8, -k * 0.12],
          [k * 1.36, -k * 0.16],
          [k * 1.36, k * 0.2],
          [k * 0.8, k * 0.14],
        ],
        c,
        k * 0.17,
      )
      fill(g, disc(g, 0, 0, k), c, { lift: 12 })
      fill(g, disc(g, 0, 0, k * 0.86), mix(p.deep, p.warm, 0.3))
      latte(g, k * 0.78, i)
    })
  })
  for (let i = 0; i < 9; i++) bean(g, r.range(w * 0.05, w * 0.95), h * r.range(0.9, 0.97), k * 0.13)
  for (let i = 0; i < 4; i++) bean(g, w * r.range(0.75, 0.96), h * r.range(0.05, 0.16), k * 0.13)
}

function latte(g: Sheet, k: number, kind: number): void {
  const { p } = g
  fill(g, disc(g, 0, 0, k), mix(p.warm, p.deep, 0.35), { line: false })
  if (kind === 0) {
    for (let i = 0; i < 5; i++) {
      const t = 1 - i * 0.18
      for (const s of [-1, 1])
        fill(
          g,
          blob(
            g,
            [
              [0, k * (0.5 - i * 0.25)],
              [s * k * 0.4 * t, k * (0.16 - i * 0.25)],
              [s * k * 0.62 * t, k * (-0.06 - i * 0.2)],
              [s * k * 0.3 * t, k * (0.3 - i * 0.25)],
            ],
            1,
          ),
          p.paper,
          { line: false },
        )
    }
    stroke(
      g,
      [
        [0, k * 0.8],
        [0, -k * 0.8],
      ],
      p.paper,
      5,
    )
  } else {
    for (const t of [0.72, 0.48, 0.24]) {
      const s = blob(
        g,
        [
          [0, k * 0.95 * t],
          [-k * 0.8 * t, -k * 0.1 * t],
          [-k * 0.42 * t, -k * 0.75 * t],
          [0, -k * 0.4 * t],
          [k * 0.42 * t, -k * 0.75 * t],
          [k * 0.8 * t, -k * 0.1 * t],
        ],
        1,
      )
      fill(g, s, t === 0.48 ? mix(p.warm, p.deep, 0.35) : p.paper, { line: false })
    }
  }
}

function bean(g: Sheet, x: number, y: number, k: number): void {
  const a = g.r.range(0, 6)
  fill(g, disc(g, x, y, k, k * 0.68, a), mix(g.p.deep, g.p.warm, 0.18), { lift: 4 })
  stroke(
    g,
    [
      [x - Math.cos(a) * k * 0.8, y - Math.sin(a) * k * 0.8],
      [x + 2, y - 2],
      [x + Math.cos(a) * k * 0.8, y + Math.sin(a) * k * 0.8],
    ],
    g.p.ink,
    k * 0.16,
  )
}

function notebook(g: Sheet, x: number, y: number, k: number): void {
  const { p, r } = g
  frame(g, x, y, r.range(-20, 20), 1, () => {
    fill(g, rect(g, -k * 0.7, -k * 0.9, k * 1.4, k * 1.8), p.hot, { lift: 12 })
    fill(g, rect(g, -k * 0.62, -k * 0.86, k * 1.3, k * 1.72), p.paper)
    strokes(
      g,
      Array.from({ length: 8 }, (_, i): Pt[] =>
        spline(
          Array.from({ length: 9 }, (_, j): Pt => [-k * 0.45 + (j * k * r.range(0.8, 1.02)) / 8, -k * 0.6 + i * k * 0.17 + (j % 2 ? 5 : -5)]),
          18,
        ),
      ),
      p.ink,
      3.4,
      0.75,
    )
    fill(
      g,
      poly(
        g,
        [
          [k * 0.3, -k],
          [k * 0.4, -k * 1.02],
          [k * 0.66, k * 0.6],
          [k * 0.6, k * 0.78],
          [k * 0.55, k * 0.62],
        ],
        1,
      ),
      p.warm,
      { lift: 8 },
    )
  })
}

const market: Draw = (g) => {
  const { p, w, h, r } = g
  const sky = r.chance(0.7) ? p.ink : p.deep
  wash(g, sky, mix(sky, p.hot, 0.4), 0, h * 0.5)
  stars(g, 0, h * 0.3, 26, p.pale)
  for (let i = 0; i < 6; i++) fill(g, rect(g, w * (i / 6) - 20, h * r.range(0.2, 0.36), w * 0.2, h), mix(sky, p.cool, 0.18), { line: false })
  for (let j = 0; j < 2; j++) {
    const line = spline(
      [
        [-20, h * (0.1 + j * 0.08)],
        [w * 0.5, h * (0.2 + j * 0.07)],
        [w + 20, h * (0.08 + j * 0.1)],
      ],
      18,
    )
    stroke(g, line, p.pale, 3)
    for (let i = 1; i < 18; i += 3) {
      const [x, y] = line[i] as Pt
      const s = disc(g, x, y + 44, 36, 42)
      fill(g, s, (i + j) % 2 ? p.hot : p.warm, { lift: 5 })
      strokes(
        g,
        [-16, 0, 16].map((d): Pt[] => [
          [x + d, y + 8],
          [x + d * 1.5, y + 44],
          [x + d, y + 80],
        ]),
        p.ink,
        2.4,
        0.5,
      )
      stroke(
        g,
        [
          [x, y + 86],
          [x, y + 112],
        ],
        p.warm,
        4,
      )
    }
  }
  const top = h * 0.42
  fill(g, rect(g, w * 0.06, top, w * 0.88, h * 0.4), mix(p.warm, p.paper, 0.45), { line: false })
  for (let i = 0; i < 3; i++) seller(g, w * (0.25 + i * 0.25), h * 0.69, h * 0.17, i)
  for (const x of [0.07, 0.91]) fill(g, rect(g, w * x, top, 20, h * 0.5), p.ink, { line: false })
  const n = 9
  for (let i = 0; i < n; i++) {
    const [x0, x1] = [w * (0.06 + (0.88 * i) / n), w * (0.06 + (0.88 * (i + 1)) / n)]
    const [b0, b1] = [w * (0.02 + (0.96 * i) / n), w * (0.02 + (0.96 * (i + 1)) / n)]
    fill(
      g,
      {
        pts: [
          [x0, top - h * 0.045],
          [x1, top - h * 0.045],
          [b1, top + h * 0.05],
          ...arc((b0 + b1) / 2, top + h * 0.05, (b1 - b0) / 2, h * 0.022, 0, 0.5, 6),
          [b0, top + h * 0.05],
        ],
        smooth: false,
      },
      i % 2 ? p.paper : p.hot,
      { lift: 5 },
    )
  }
  fill(g, rect(g, w * 0.03, h * 0.7, w * 0.94, h * 0.035), p.warm, { lift: 8 })
  const front = rect(g, w * 0.05, h * 0.735, w * 0.9, h * 0.2)
  fill(g, front, p.cool)
  tex(g, front, r.pick(['waves', 'dots', 'cross']), p.paper, 34, 0.5)
  for (let i = 0; i < 6; i++) bowlSide(g, w * (0.14 + i * 0.145), h * 0.7, w * 0.05, i)
  fill(g, rect(g, -20, h * 0.93, w + 40, h), mix(p.ink, p.deep, 0.4), { line: false })
}

function bowlSide(g: Sheet, x: number, y: number, k: number, i: number): void {
  const { p } = g
  fill(g, disc(g, x, y - k * 0.62, k * 0.78, k * 0.5), [p.hot, mix(p.cool, p.deep, 0.3), p.warm][i % 3] as string)
  const s = { pts: [[x - k, y - k * 0.6] as Pt, [x + k, y - k * 0.6] as Pt, ...arc(x, y - k * 0.6, k * 0.95, k * 0.6, 0, 0.5, 9)], smooth: false }
  fill(g, s, i % 2 ? p.paper : p.deep, { lift: 4 })
  if (i % 3 === 0) steam(g, x, y - k * 1.2, k * 2.2, p.paper, 2, 30)
}

function seller(g: Sheet, x: number, y: number, k: number, i: number): void {
  const { p, r } = g
  const skin = mix(p.paper, p.warm, 0.3 + i * 0.16)
  fill(
    g,
    blob(
      g,
      [
        [x - k * 0.5, y + k * 0.2],
        [x - k * 0.4, y - k * 0.42],
        [x, y - k * 0.52],
        [x + k * 0.4, y - k * 0.42],
        [x + k * 0.5, y + k * 0.2],
      ],
      2,
    ),
    [p.deep, p.hot, p.cool][i] as string,
  )
  fill(g, rrect(g, x - k * 0.26, y - k * 0.3, k * 0.52, k * 0.6, 12), p.paper)
  fill(g, rect(g, x - k * 0.08, y - k * 0.62, k * 0.16, k * 0.18), skin, { line: false })
  fill(g, disc(g, x, y - k * 0.78, k * 0.21, k * 0.25), skin)
  fill(g, { pts: arc(x, y - k * 0.82, k * 0.23, k * 0.24, 0.48, 1.02, 9), smooth: false }, p.ink)
  if (r.chance(0.5)) fill(g, rect(g, x - k * 0.24, y - k * 0.9, k * 0.48, k * 0.1), p.hot)
  dots(
    g,
    [
      [x - k * 0.07, y - k * 0.76, k * 0.022],
      [x + k * 0.07, y - k * 0.76, k * 0.022],
    ],
    p.ink,
  )
  stroke(g, arc(x, y - k * 0.7, k * 0.06, k * 0.05, 0.05, 0.45, 5), p.ink, 3)
}

/** Sweets and iced drinks in a row of glasses. */
const glasses: Draw = (g) => {
  const { p, w, h, r } = g
  const bg = g.dark ? p.deep : r.pick([p.pale, p.warm, p.cool, p.hot])
  wash(g, bg, mix(bg, p.paper, 0.35), h * 0.05, h * 0.75)
  fill(g, disc(g, w * r.range(0.3, 0.7), h * 0.42, Math.min(w, h) * 0.4), mix(bg, p.paper, 0.55), { line: false })
  floor(g, h * 0.8, mix(p.paper, p.pale, 0.5), { lift: -6 })
  const n = h > w ? 3 : 4
  const cols = r.shuffle([p.hot, p.warm, p.cool, mix(p.hot, p.paper, 0.4), mix(p.deep, p.warm, 0.3)])
  for (let i = 0; i < n; i++) {
    const x = w * ((i + 0.6) / (n + 0.2))
    const [k, tall] = [w * (0.6 / n) * 0.62, h * r.range(0.4, 0.52)]
    glass(g, x, h * (0.86 + (i % 2) * 0.04), k, tall, cols[i] as string)
  }
}

function glass(g: Sheet, x: number, y: number, k: number, tall: number, c: string): void {
  const { p, r } = g
  fill(g, disc(g, x + k * 0.2, y, k * 0.9, k * 0.16), p.ink, { op: 0.18, line: false })
  fill(
    g,
    poly(
      g,
      [
        [x + k * 0.2, y - tall * 0.5],
        [x + k * 0.4, y - tall * 1.28],
        [x + k * 0.54, y - tall * 1.27],
        [x + k * 0.32, y - tall * 0.5],
      ],
      1,
    ),
    p.hot === c ? p.deep : p.hot,
  )
  const body = poly(
    g,
    [
      [x - k * 0.85, y - tall],
      [x + k * 0.85, y - tall],
      [x + k * 0.62, y],
      [x - k * 0.62, y],
    ],
    1.5,
  )
  fill(g, body, mix(p.paper, c, 0.18), { lift: 8 })
  clip(g, body, () => {
    fill(g, rect(g, x - k, y - tall * 0.84, k * 2, tall), mix(c, p.paper, 0.45), { line: false })
    fill(
      g,
      blob(
        g,
        [
          [x - k, y - tall * 0.5],
          [x - k * 0.3, y - tall * 0.58],
          [x + k * 0.3, y - tall * 0.46],
          [x + k, y - tall * 0.54],
          [x + k, y + 20],
          [x - k, y + 20],
        ],
        2,
      ),
      c,
      { line: false },
    )
    const pearls = r.chance(0.5)
    for (let i = 0; i < 16; i++)
      fill(g, disc(g, x + (((i * 0.41) % 1.1) - 0.55) * k, y - tall * 0.03 - Math.floor(i / 5) * k * 0.22, k * 0.13), pearls ? p.ink : mix(c, p.ink, 0.35), {
        line: false,
      })
    if (!pearls)
      for (let i = 0; i < 4; i++)
        fill(g, rect(g, x + (i % 2 ? 0.08 : -0.62) * k, y - tall * (0.86 - i * 0.07), k * 0.46, k * 0.46, r.range(-0.5, 0.5)), p.paper, {
          op: 0.6,
          line: false,
        })
  })
  stroke(
    g,
    [
      [x - k * 0.66, y - tall * 0.9],
      [x - k * 0.5, y - tall * 0.14],
    ],
    p.paper,
    k * 0.08,
    0.7,
  )
  outline(g, body, p.ink, 3.4, 0.5)
  if (r.chance(0.5)) for (const a of [-2.4, -1.6, -0.8]) leaf(g, x - k * 0.4, y - tall * 0.98, k * 0.7, k * 0.3, a, mix(p.cool, p.deep, 0.35), p.pale)
  else {
    fill(g, disc(g, x - k * 0.72, y - tall, k * 0.42), p.warm, { lift: 4 })
    fill(g, disc(g, x - k * 0.72, y - tall, k * 0.33), p.paper, { line: false })
    for (let i = 0; i < 6; i++)
      stroke(
        g,
        [
          [x - k * 0.72, y - tall],
          [x - k * 0.72 + Math.cos(i * 1.047) * k * 0.3, y - tall + Math.sin(i * 1.047) * k * 0.3],
        ],
        p.warm,
        5,
      )
  }
}

export const drinks = [
  family('tea set', teaSet, 'tea tea-ceremony matcha guqin calligraphy slow-living porcelain meditation grandparents mid-autumn-festival', ''),
  family('coffee', coffee, 'coffee pour-over-coffee latte-art cafe brunch translation freelancing journaling morning-routine office-worker writing', 'cooking'),
  family(
    'market stall',
    market,
    'night-market street-food late-night-snack skewers barbecue wet-market restaurant spring-festival hometown chinese-cuisine okonomiyaki tempura burger rural-life',
    'cooking',
  ),
  family('glasses', glasses, 'bubble-tea cocktail beer craft-beer wine sake ice-cream dessert cake chocolate fruit egg', ''),
]
