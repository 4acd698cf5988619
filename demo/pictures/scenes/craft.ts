import { clip, dots, fill, frame, ground, outline, type Sheet, stroke, strokes, wash } from '../brush.ts'
import { seal } from '../compose.ts'
import { column, headline } from '../letter.ts'
import { branch, leaf, orb } from '../objects.ts'
import { mix } from '../palette.ts'
import { type Draw, family } from '../scene.ts'
import { arc, blob, disc, type Pt, place, poly, rect, ribbon, spline } from '../shape.ts'
import { shade, tex } from '../texture.ts'

const POTS: Pt[][] = [
  [
    [0.16, 0],
    [0.3, -0.2],
    [0.42, -0.5],
    [0.34, -0.78],
    [0.14, -0.9],
    [0.2, -1],
  ],
  [
    [0.26, 0],
    [0.46, -0.24],
    [0.48, -0.42],
  ],
  [
    [0.2, 0],
    [0.3, -0.16],
    [0.24, -0.5],
    [0.1, -0.72],
    [0.09, -1],
    [0.15, -1.06],
  ],
  [
    [0.3, 0],
    [0.34, -0.3],
    [0.34, -0.62],
  ],
  [
    [0.14, 0],
    [0.12, -0.14],
    [0.44, -0.4],
    [0.5, -0.52],
  ],
  [
    [0.24, 0],
    [0.44, -0.2],
    [0.46, -0.48],
    [0.26, -0.62],
    [0.24, -0.7],
  ],
]

function vessel(g: Sheet, x: number, y: number, k: number, kind: number, base: string): void {
  const { p, r } = g
  const half = POTS[kind % POTS.length] as Pt[]
  const right = half.map(([a, b]): Pt => [x + a * k, y + b * k])
  const left = half.map(([a, b]): Pt => [x - a * k, y + b * k]).reverse()
  const s = blob(g, [...right, ...left], 1.5)
  const top = (half[half.length - 1] as Pt)[1] * k
  const mouth = (half[half.length - 1] as Pt)[0] * k
  if (kind === 3) stroke(g, arc(x + k * 0.36, y - k * 0.32, k * 0.17, k * 0.19, -0.25, 0.25, 8), base, k * 0.08)
  if ((kind === 0 || kind === 2) && r.chance(0.5))
    branch(
      g,
      [
        [x, y + top],
        [x + k * 0.1, y + top - k * 0.3],
        [x + k * r.range(-0.3, 0.4), y + top - k * 0.6],
      ],
      p.ink,
      mix(p.cool, p.deep, 0.4),
      k * 0.22,
      5,
      p.pale,
    )
  fill(g, s, base, { lift: 10 })
  const m = [p.paper, p.deep, p.hot, p.warm, p.cool].filter((c) => c !== base)
  const mark = r.pick(m)
  clip(g, s, () => {
    const t = r.int(0, 4)
    if (t === 0)
      fill(
        g,
        blob(
          g,
          [
            [x - k, y - k * 1.3],
            [x + k, y - k * 1.3],
            [x + k, y + top * 0.62],
            [x + k * 0.2, y + top * 0.5],
            [x - k * 0.1, y + top * 0.64],
            [x - k * 0.3, y + top * 0.48],
            [x - k, y + top * 0.6],
          ],
          3,
        ),
        mark,
        { line: false },
      )
    else if (t === 1)
      for (let i = 0; i < 5; i++)
        stroke(
          g,
          [
            [x - k, y - k * (0.08 + i * 0.2)],
            [x, y - k * (0.05 + i * 0.2)],
            [x + k, y - k * (0.08 + i * 0.2)],
          ],
          mark,
          k * 0.05,
        )
    else if (t === 2)
      dots(
        g,
        Array.from({ length: 80 }, () => [x + r.range(-0.5, 0.5) * k, y - r.range(0, 1.1) * k, r.range(1.5, 5)] as const),
        mark,
      )
    else if (t === 3) for (let i = -2; i < 3; i++) leaf(g, x + i * k * 0.2, y - k * 0.06, k * 0.34, k * 0.14, -1.35, mark, base)
    else
      stroke(
        g,
        Array.from({ length: 15 }, (_, i): Pt => [x - k * 0.56 + i * k * 0.08, y + top * (i % 2 ? 0.56 : 0.42)]),
        mark,
        k * 0.055,
        1,
        true,
      )
  })
  shade(g, s, -k * 0.14, -k * 0.02)
  fill(g, disc(g, x, y + top + 2, mouth, mouth * 0.2), mix(base, p.ink, 0.4))
}

const ceramics: Draw = (g) => {
  const { p, w, h, r } = g
  const wall = g.dark ? p.deep : r.pick([p.pale, p.cool, p.warm, p.paper])
  wash(g, wall, mix(wall, p.paper, 0.3), h, h * 0.2)
  const rows = h > w * 1.05 ? 3 : 2
  for (let j = 0; j < rows; j++) {
    const y = h * ((j + 0.9) / rows)
    const k = (h / rows) * 0.6
    const n = Math.max(3, Math.round((w * 0.9) / (k * 1.05)))
    const kinds = r.shuffle([0, 1, 2, 3, 4, 5])
    const tones = r.shuffle([p.hot, p.warm, p.cool, p.paper, p.deep, mix(p.warm, p.paper, 0.5)].filter((c) => c !== wall))
    for (let i = 0; i < n; i++)
      vessel(g, w * (0.05 + (0.9 * (i + 0.5)) / n), y, k * r.range(0.85, 1), kinds[i % 6] as number, tones[i % tones.length] as string)
    fill(g, rect(g, -20, y, w + 40, 24), mix(p.warm, p.ink, 0.35), { lift: 14 })
  }
}

/** Folded-paper cut ornament with rotational symmetry. */
const papercut: Draw = (g) => {
  const { p, w, h, r } = g
  const [bg, ink] = r.pick([
    [p.paper, p.hot],
    [p.hot, p.paper],
    [p.deep, p.warm],
    [p.warm, mix(p.hot, p.ink, 0.25)],
    [p.pale, p.deep],
  ] as const)
  ground(g, bg)
  tex(g, rect(g, 0, 0, w, h), 'stipple', mix(bg, p.ink, 0.12), 60, 0.7)
  const [x, y, k] = [w / 2, h / 2, Math.min(w, h) * 0.46]
  const n = r.pick([6, 8, 8, 10])
  const scallop: Pt[] = Array.from({ length: n * 8 }, (_, i): Pt => {
    const a = (i / (n * 8)) * 6.283
    const q = k * (0.93 + 0.06 * Math.cos(a * n * 2))
    return [x + Math.cos(a) * q, y + Math.sin(a) * q]
  })
  fill(g, { pts: scallop, smooth: true }, ink, { lift: 12 })
  const cut = (pts: Pt[]): void => {
    for (let i = 0; i < n; i++)
      for (const m of [1, -1])
        fill(
          g,
          {
            pts: place(
              pts.map(([a, b]): Pt => [a * k, b * k * m]),
              x,
              y,
              (i / n) * 6.283,
            ),
            smooth: true,
          },
          bg,
          { line: false },
        )
  }
  const wide = Math.PI / n
  const polar = (q: number, t: number): Pt => [Math.cos(t * wide) * q, Math.sin(t * wide) * q]
  cut([polar(0.86, 0.1), polar(0.9, 0.5), polar(0.84, 0.86), polar(0.8, 0.5)])
  cut([polar(0.5, 0.06), polar(0.66, 0.3), polar(0.78, 0.08)])
  cut([polar(0.54, 0.5), polar(0.72, 0.42), polar(0.76, 0.8), polar(0.64, 0.86)])
  cut([polar(0.3, 0.7), polar(0.42, 0.2), polar(0.5, 0.6), polar(0.42, 0.9)])
  cut([polar(0.14, 0.1), polar(0.26, 0.2), polar(0.34, 0.05)])
  for (let i = 0; i < n; i++)
    for (let q = 0; q < 4; q++) {
      const a = ((i + 0.5) / n) * 6.283
      dots(g, [[x + Math.cos(a) * k * (0.56 + q * 0.07), y + Math.sin(a) * k * (0.56 + q * 0.07), k * 0.011]], bg)
    }
  fill(g, disc(g, x, y, k * 0.24), bg, { line: false })
  frame(g, x, y, 0, (k * 0.2) / 100, () => centre(g, ink, bg, r.int(0, 2)))
  for (const [cx, cy] of [
    [0, 0],
    [w, 0],
    [w, h],
    [0, h],
  ] as const) {
    const s = [cx ? -1 : 1, cy ? -1 : 1] as const
    for (let i = 0; i < 3; i++) stroke(g, arc(cx, cy, k * (0.16 + i * 0.09), k * (0.16 + i * 0.09), 0, 1, 30), ink, i === 1 ? 14 : 6)
    leaf(g, cx + s[0] * k * 0.05, cy + s[1] * k * 0.05, k * 0.24, k * 0.12, Math.atan2(s[1], s[0]), ink, bg)
  }
}

function centre(g: Sheet, ink: string, bg: string, kind: number): void {
  if (kind === 0) {
    fill(
      g,
      blob(
        g,
        [
          [-90, 10],
          [-40, -34],
          [30, -34],
          [70, 0],
          [30, 34],
          [-40, 30],
        ],
        1,
      ),
      ink,
      { line: false },
    )
    fill(
      g,
      poly(
        g,
        [
          [60, 0],
          [104, -40],
          [92, 0],
          [104, 40],
        ],
        1,
      ),
      ink,
      { line: false },
    )
    dots(g, [[-52, -8, 8]], bg)
    strokes(
      g,
      [-10, 15, 40].map((d): Pt[] => arc(d, 0, 16, 26, -0.25, 0.25, 6)),
      bg,
      6,
    )
  } else if (kind === 1) {
    for (let i = 0; i < 8; i++)
      fill(
        g,
        blob(
          g,
          place(
            [
              [12, 0],
              [50, -20],
              [96, 0],
              [50, 20],
            ],
            0,
            0,
            (i * Math.PI) / 4,
          ),
          1,
        ),
        ink,
        { line: false },
      )
    dots(g, [[0, 0, 24]], ink)
    dots(g, [[0, 0, 10]], bg)
  } else {
    for (const s of [-1, 1])
      fill(
        g,
        blob(
          g,
          [
            [s * 6, 10],
            [s * 20, -70],
            [s * 90, -60],
            [s * 86, 10],
            [s * 40, 30],
            [s * 60, 80],
            [s * 10, 60],
          ],
          1,
        ),
        ink,
        { line: false },
      )
    for (const s of [-1, 1])
      dots(
        g,
        [
          [s * 54, -26, 15],
          [s * 34, 50, 9],
        ],
        bg,
      )
  }
}

const tiles: Draw = (g) => {
  const { p, w, h, r } = g
  const n = r.pick([3, 4, 4, 5])
  const k = w / n
  const rows = Math.ceil(h / k)
  const [bg, a, b, c] = r.pick([
    [p.paper, p.deep, p.cool, p.warm],
    [p.paper, p.hot, p.deep, p.warm],
    [p.pale, p.deep, p.hot, p.cool],
    [p.deep, p.paper, p.warm, p.cool],
    [p.ink, p.warm, p.cool, p.hot],
  ] as const)
  const kind = r.int(0, 3)
  ground(g, mix(bg, p.ink, 0.25))
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < n; i++) {
      const [x, y] = [i * k + k / 2, j * k + k / 2]
      const cell = rect(g, x - k / 2 + 3, y - k / 2 + 3, k - 6, k - 6, 0, 2)
      fill(g, cell, bg, { line: false })
      clip(g, cell, () => one(g, kind, x, y, k, [bg, r.chance(0.06) ? c : a, b, c], (i + j) % 2))
    }
  const worn = r.int(0, n - 1)
  const s = rect(g, worn * k, k * r.int(0, rows - 2), k, k)
  tex(g, s, 'stipple', p.paper, 50, 0.6)
}

function one(g: Sheet, kind: number, x: number, y: number, k: number, [bg, a, b, c]: readonly [string, string, string, string], odd: number): void {
  const flat = { line: false }
  const star = (q: number, inner: number, m: number, col: string, turn = 0): void =>
    fill(
      g,
      {
        pts: Array.from(
          { length: m * 2 },
          (_, i): Pt => [x + Math.cos((i * Math.PI) / m + turn) * (i % 2 ? inner : q), y + Math.sin((i * Math.PI) / m + turn) * (i % 2 ? inner : q)],
        ),
        smooth: false,
      },
      col,
      flat,
    )
  const corners = (draw: (cx: number, cy: number) => void): void => {
    for (const sx of [-1, 1]) for (const sy of [-1, 1]) draw(x + (sx * k) / 2, y + (sy * k) / 2)
  }
  if (kind === 0) {
    star(k * 0.58, k * 0.4, 8, a, Math.PI / 8)
    star(k * 0.46, k * 0.3, 8, bg, Math.PI / 8)
    star(k * 0.38, k * 0.22, 8, b)
    star(k * 0.2, k * 0.12, 8, c, Math.PI / 8)
    corners((cx, cy) => {
      fill(g, { pts: arc(cx, cy, k * 0.17, k * 0.17, 0, 1, 4), smooth: false }, c, flat)
      fill(g, { pts: arc(cx, cy, k * 0.09, k * 0.09, 0, 1, 4), smooth: false }, a, flat)
    })
  } else if (kind === 1) {
    corners((cx, cy) => {
      for (const [q, col] of [
        [0.5, a],
        [0.41, bg],
        [0.33, b],
        [0.16, c],
      ] as const)
        fill(g, disc(g, cx, cy, k * q, undefined, 0, 0.003), col, flat)
    })
    for (let i = 0; i < 4; i++)
      fill(
        g,
        blob(
          g,
          place(
            [
              [0, 0],
              [k * 0.16, -k * 0.1],
              [k * 0.3, 0],
              [k * 0.16, k * 0.1],
            ],
            x,
            y,
            (i * Math.PI) / 2,
          ),
          1,
        ),
        c,
        flat,
      )
    fill(g, disc(g, x, y, k * 0.07), a, flat)
  } else if (kind === 2) {
    const s = odd ? 1 : -1
    for (const t of [-1, 1]) {
      const [cx, cy] = [x + (t * s * k) / 2, y + (t * k) / 2]
      for (const [q, col] of [
        [0.62, a],
        [0.5, bg],
        [0.38, b],
        [0.26, bg],
        [0.14, c],
      ] as const)
        fill(g, disc(g, cx, cy, k * q, undefined, 0, 0.003), col, flat)
    }
  } else {
    for (let i = 0; i < 4; i++) {
      const at = (pts: Pt[]): Pt[] =>
        place(
          pts.map(([u, v]): Pt => [u * k, v * k]),
          x,
          y,
          (i * Math.PI) / 2,
        )
      fill(
        g,
        blob(
          g,
          at([
            [0.06, 0],
            [0.2, -0.16],
            [0.44, -0.12],
            [0.46, 0],
            [0.44, 0.12],
            [0.2, 0.16],
          ]),
          1,
        ),
        a,
        flat,
      )
      fill(
        g,
        blob(
          g,
          at([
            [0.14, 0],
            [0.24, -0.08],
            [0.38, 0],
            [0.24, 0.08],
          ]),
          1,
        ),
        bg,
        flat,
      )
      fill(
        g,
        blob(
          g,
          at([
            [0.2, 0.2],
            [0.44, 0.3],
            [0.46, 0.46],
            [0.3, 0.44],
          ]),
          1,
        ),
        b,
        flat,
      )
      stroke(
        g,
        at([
          [0.08, 0.16],
          [0.2, 0.28],
          [0.16, 0.42],
          [0.06, 0.36],
        ]),
        c,
        k * 0.03,
      )
    }
    fill(g, disc(g, x, y, k * 0.11), c, flat)
    fill(g, disc(g, x, y, k * 0.05), a, flat)
  }
}

/** Brush strokes with a seal; Han or kana titles give the characters, others get a landscape in strokes. */
const brushwork: Draw = (g, s) => {
  const { p, w, h, r } = g
  const bg = r.pick([p.paper, p.paper, p.pale, mix(p.pale, p.paper, 0.5)])
  ground(g, bg)
  strokes(
    g,
    Array.from({ length: 46 }, () => {
      const [x, y] = [r.range(0, w), r.range(0, h)]
      return [
        [x, y],
        [x + r.range(10, 50), y + r.range(-12, 12)],
      ] as Pt[]
    }),
    mix(bg, p.deep, 0.16),
    2.4,
  )
  const head = headline(s.letters)
  const chosen = /^(zh|ja)/.test(s.letters.language) ? wordsOf(head, s.letters.language) : []
  if (chosen.length && r.chance(0.6)) return characters(g, chosen, s.letters.language)
  fill(g, disc(g, w * r.range(0.55, 0.75), h * 0.24, w * 0.11), p.hot, { line: false })
  for (let j = 0; j < 3; j++) {
    const y = h * (0.42 + j * 0.15)
    const line = spline(
      [
        [w * (-0.1 + j * 0.05), y + h * 0.1],
        [w * (0.2 + j * 0.14), y - h * r.range(0.06, 0.14)],
        [w * (0.4 + j * 0.1), y + h * 0.05],
        [w * (0.66 + j * 0.08), y - h * 0.02],
        [w * 1.1, y + h * 0.08],
      ],
      26,
    )
    for (let q = 0; q < 7; q++)
      fill(
        g,
        ribbon(
          g,
          line.map(([a, b]): Pt => [a, b + q * h * 0.011]),
          18 - q * 2,
          3,
          14 - q * 2,
        ),
        p.ink,
        { op: 0.16 + j * 0.1, line: false },
      )
    fill(g, ribbon(g, line, 10, 3, 12 + j * 5), p.ink, { op: 0.5 + j * 0.22, line: false })
  }
  for (let i = 0; i < 7; i++) {
    const x = w * (0.06 + i * 0.045) + r.range(-10, 10)
    fill(
      g,
      ribbon(
        g,
        spline(
          [
            [x, h * 1.02],
            [x + r.range(-10, 24), h * 0.7],
            [x + r.range(0, 70), h * r.range(0.2, 0.5)],
          ],
          12,
        ),
        15,
        4,
      ),
      mix(p.ink, p.cool, i % 2 ? 0.35 : 0),
      { line: false },
    )
    for (let q = 0; q < 7; q++)
      leaf(g, x + r.range(0, 50), h * r.range(0.3, 0.85), w * r.range(0.08, 0.15), 22, r.range(-0.6, 1.1), mix(p.ink, p.cool, r.range(0, 0.5)))
  }
  seal(g, w * 0.84, h * 0.84, w * 0.075)
}

/** The first whole words of a headline that are written in two to four Han characters. */
function wordsOf(head: string, language: string): string[] {
  let out = ''
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'word' }).segment(head)) {
    const han = /^\p{Script=Han}+$/u.test(segment)
    if (han && out.length + segment.length <= 4) out += segment
    else if (out.length >= 2) break
    else out = ''
  }
  return out.length >= 2 ? [...out] : []
}

function characters(g: Sheet, chars: string[], language: string): void {
  const { p, w, h, r } = g
  const sweep = spline(
    [
      [w * 0.02, h * 0.68],
      [w * 0.3, h * 0.58],
      [w * 0.66, h * 0.66],
      [w * 0.98, h * 0.52],
    ],
    20,
  )
  for (let i = 0; i < 6; i++)
    fill(
      g,
      ribbon(
        g,
        sweep.map(([x, y]): Pt => [x, y + (i - 3) * h * 0.03]),
        20,
        8,
        h * 0.035,
      ),
      p.warm,
      { op: 0.4, line: false },
    )
  fill(g, disc(g, w * 0.26, h * 0.26, w * 0.17), p.hot, { line: false })
  const n = Math.max(1, chars.length)
  const tall = h >= w
  const size = tall ? Math.min(w * 0.62, (h * 0.82) / n) : Math.min(h * 0.74, (w * 0.8) / n)
  const set = { language, serif: true, weight: 900, fat: 0.012 }
  if (tall) column(g, chars.join(''), w * 0.52, h / 2 - ((n - 1) * size * 1.06) / 2, size, p.ink, set)
  else chars.forEach((c, i) => column(g, c, w / 2 + (i - (n - 1) / 2) * size * 1.04, h * 0.48, size, p.ink, set))
  for (let i = 0; i < 24; i++)
    fill(g, disc(g, r.range(0.05, 0.95) * w, r.range(0.05, 0.95) * h, r.range(2, 11), r.range(2, 8), r.next()), p.ink, { op: 0.75, line: false })
  seal(g, w * 0.83, h * 0.83, w * 0.085)
}

/** Linocut-like bench with tools: wood, leather, carving. */
const bench: Draw = (g) => {
  const { p, w, h, r } = g
  const c = g.dark ? p.deep : r.pick([p.warm, mix(p.warm, p.pale, 0.4), p.cool])
  ground(g, c)
  for (let i = 0; i < 12; i++)
    stroke(
      g,
      spline(
        [
          [-20, h * (i / 11)],
          [w * 0.4, h * (i / 11) + r.range(-24, 24)],
          [w + 20, h * (i / 11)],
        ],
        10,
      ),
      mix(c, p.ink, 0.2),
      4,
      0.8,
    )
  const block = rect(g, w * 0.14, h * 0.1, w * 0.52, h * 0.56, r.range(-0.1, 0.1), 3)
  fill(g, block, p.paper, { lift: 16 })
  clip(g, block, () => {
    orb(g, w * 0.42, h * 0.28, w * 0.11, p.hot)
    for (let i = 0; i < 8; i++)
      branch(
        g,
        [
          [w * (0.14 + i * 0.075), h * 0.74],
          [w * (0.16 + i * 0.07), h * 0.5],
          [w * (0.12 + i * 0.085), h * r.range(0.3, 0.46)],
        ],
        p.ink,
        i % 2 ? p.ink : p.deep,
        w * 0.075,
        5,
        p.paper,
      )
  })
  outline(g, block, p.ink, 6)
  for (let i = 0; i < 4; i++)
    frame(g, w * (0.74 + (i % 2) * 0.13), h * (0.22 + Math.floor(i / 2) * 0.08), r.range(-8, 8), w / 1080, () => {
      const grip = blob(
        g,
        [
          [-24, 0],
          [-32, 110],
          [-20, 190],
          [20, 190],
          [32, 110],
          [24, 0],
        ],
        1,
      )
      fill(g, rect(g, -9, -150, 18, 160), mix(p.paper, p.ink, 0.3), { lift: 6 })
      fill(
        g,
        poly(
          g,
          [
            [-9, -150],
            [9, -150],
            [i % 2 ? 0 : 9, -196],
          ],
          1,
        ),
        mix(p.paper, p.ink, 0.15),
      )
      fill(g, grip, [p.hot, p.deep, p.ink, p.cool][i] as string, { lift: 8 })
      shade(g, grip, -10, 0)
      stroke(
        g,
        [
          [-25, 12],
          [25, 12],
        ],
        p.warm,
        12,
      )
    })
  frame(g, w * 0.5, h * 0.83, r.range(-14, 14), w / 1080, () => {
    fill(g, rect(g, -330, -10, 190, 22), p.ink, { lift: 6 })
    fill(g, rect(g, -150, -70, 300, 140), p.ink, { lift: 14 })
    fill(g, rect(g, -150, -70, 300, 140), p.hot, { line: false })
    fill(g, rect(g, -440, -34, 130, 68), p.deep, { lift: 8 })
  })
  for (let i = 0; i < 26; i++)
    stroke(g, arc(r.range(0.05, 0.95) * w, r.range(0.68, 0.97) * h, r.range(8, 22), r.range(6, 16), 0, r.range(0.4, 0.8), 7), mix(p.paper, p.warm, 0.3), 7)
}

export const craft = [
  family(
    'ceramics',
    ceramics,
    'pottery porcelain handicraft lacquerware glassblowing museum tea-ceremony sculpture soap-making candle-making miniature japanese-cuisine',
    'craft',
  ),
  family(
    'paper cut',
    papercut,
    'paper-cutting woodcut origami spring-festival festival intangible-cultural-heritage shadow-puppetry peking-opera mid-autumn-festival dragon-boat-festival lion-dance handicraft jianzi day-of-the-dead klezmer christmas wedding',
    'craft',
  ),
  family(
    'tiles',
    tiles,
    'architecture interior-design mathematics installation-art arabic-calligraphy couscous arab-cuisine graphic-design generative-art art-history flamenco world-heritage-site pixel-art quilting renovation ramadan eid-al-fitr arabic-music rai fado',
    'art',
  ),
  family(
    'brushwork',
    brushwork,
    'calligraphy arabic-calligraphy ink-wash-painting chinese-painting seal-carving poetry typography tai-chi baduanjin kung-fu guqin learning-chinese learning-japanese literature martial-arts karate judo',
    'art',
    true,
  ),
  family(
    'workbench',
    bench,
    'linocut woodcut printmaking screen-printing risograph woodworking leathercraft seal-carving bookbinding zine handicraft blacksmithing diy upcycling ukiyo-e lego scale-model gunpla doll miniature lacquerware',
    'craft art',
  ),
]
