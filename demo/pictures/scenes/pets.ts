import { clip, dots, fill, floor, frame, outline, type Sheet, stroke, strokes, wash } from '../brush.ts'
import { leaf, pot } from '../objects.ts'
import { mix } from '../palette.ts'
import { type Draw, family } from '../scene.ts'
import { arc, blob, disc, type Pt, poly, rect, ribbon, rrect, spline } from '../shape.ts'
import { shade, tex } from '../texture.ts'
import { vista } from './travel.ts'

export interface Coat {
  base: string
  mark: string
  /** 'plain' | 'stripes' | 'patches' | 'tux' */
  kind: string
}

export function coat(g: Sheet, bg: string): Coat {
  const { p, r } = g
  const bases = [p.ink, p.paper, p.warm, mix(p.deep, p.pale, 0.35), mix(p.warm, p.hot, 0.4)].filter((c) => c !== bg)
  const base = r.pick(bases)
  return {
    base,
    mark: base === p.paper ? p.warm : base === p.ink ? p.paper : r.pick([p.paper, mix(base, p.ink, 0.4)]),
    kind: base === p.ink ? r.pick(['plain', 'tux']) : r.pick(['stripes', 'patches', 'plain', 'stripes']),
  }
}

/** A cat's face round the origin, 100 units wide. */
export function catHead(g: Sheet, c: Coat, mood: number): void {
  const { p } = g
  const face = c.base === p.ink ? p.paper : p.ink
  for (const s of [-1, 1]) {
    fill(
      g,
      poly(
        g,
        [
          [s * 46, -8],
          [s * 47, -62],
          [s * 10, -36],
        ],
        0.6,
      ),
      c.base,
      { lift: 2 },
    )
    fill(
      g,
      poly(
        g,
        [
          [s * 40, -20],
          [s * 41, -48],
          [s * 20, -34],
        ],
        0.4,
      ),
      mix(p.hot, p.pale, 0.45),
      { line: false },
    )
  }
  const head = blob(
    g,
    [
      [-50, 4],
      [-40, -28],
      [0, -39],
      [40, -28],
      [50, 4],
      [34, 32],
      [0, 39],
      [-34, 32],
    ],
    0.6,
  )
  fill(g, head, c.base, { lift: 3 })
  clip(g, head, () => {
    if (c.kind === 'stripes')
      for (const t of [-12, 0, 12])
        fill(
          g,
          ribbon(
            g,
            [
              [t, -46],
              [t * 0.8, -30],
              [t * 0.5, -18],
            ],
            7,
            2,
          ),
          c.mark,
          { line: false },
        )
    if (c.kind === 'patches') fill(g, disc(g, 30, -22, 30, 26), c.mark, { line: false })
    if (c.kind === 'tux' || c.kind === 'stripes')
      fill(
        g,
        blob(
          g,
          [
            [0, 2],
            [20, 20],
            [12, 44],
            [-12, 44],
            [-20, 20],
          ],
          0.5,
        ),
        c.kind === 'tux' ? p.paper : mix(c.base, p.paper, 0.6),
        { line: false },
      )
  })
  const ink = face
  if (mood === 0) for (const s of [-1, 1]) stroke(g, arc(s * 21, -4, 8, 6, 0.05, 0.45, 6), ink, 3.6)
  else
    for (const s of [-1, 1]) {
      fill(g, disc(g, s * 21, -4, 9.4, 9), c.base === p.ink ? p.warm : p.paper)
      fill(g, disc(g, s * 21 + (mood === 2 ? 3 : 0), -4, mood === 1 ? 3 : 5.4, 7.4), p.ink, { line: false })
    }
  const mouth = c.kind === 'tux' ? p.ink : ink
  fill(
    g,
    poly(
      g,
      [
        [-5, 9],
        [5, 9],
        [0, 15],
      ],
      0.3,
    ),
    p.hot,
    { line: false },
  )
  strokes(
    g,
    [
      [
        [0, 15],
        [-4, 20],
        [-10, 19],
      ],
      [
        [0, 15],
        [4, 20],
        [10, 19],
      ],
    ],
    mouth,
    2.6,
  )
  strokes(
    g,
    [-1, 1].flatMap((s): Pt[][] => [
      [
        [s * 26, 12],
        [s * 62, 6],
      ],
      [
        [s * 26, 17],
        [s * 62, 19],
      ],
    ]),
    c.base === p.ink ? p.pale : p.ink,
    1.8,
    0.8,
  )
}

function catSitting(g: Sheet, c: Coat): void {
  const { p, r } = g
  fill(
    g,
    ribbon(
      g,
      spline(
        [
          [70, 150],
          [150, 150],
          [168, 70],
          [130, 30],
        ],
        14,
      ),
      34,
      22,
      6,
    ),
    c.base,
    { lift: 6 },
  )
  const body = blob(
    g,
    [
      [-38, -56],
      [38, -56],
      [72, 40],
      [92, 150],
      [0, 164],
      [-92, 150],
      [-72, 40],
    ],
    1.5,
  )
  fill(g, body, c.base, { lift: 8 })
  clip(g, body, () => {
    if (c.kind === 'stripes')
      for (let i = 0; i < 5; i++)
        for (const s of [-1, 1])
          fill(
            g,
            ribbon(
              g,
              [
                [s * 110, i * 34 - 20],
                [s * 60, i * 34 - 6],
                [s * 42, i * 34 - 10],
              ],
              15,
              3,
            ),
            c.mark,
            { line: false },
          )
    if (c.kind === 'patches')
      for (const [x, y, k] of [
        [-60, 40, 44],
        [60, 110, 46],
      ] as const)
        fill(g, disc(g, x, y, k, k * 0.8), c.mark, { line: false })
    if (c.kind === 'tux')
      fill(
        g,
        blob(
          g,
          [
            [0, -50],
            [34, 0],
            [24, 90],
            [-24, 90],
            [-34, 0],
          ],
          1,
        ),
        p.paper,
        { line: false },
      )
  })
  shade(g, body, -20, -6)
  for (const s of [-1, 1])
    fill(
      g,
      blob(
        g,
        [
          [s * 14, 70],
          [s * 40, 70],
          [s * 42, 158],
          [s * 8, 158],
        ],
        1,
      ),
      c.kind === 'tux' ? p.paper : mix(c.base, p.paper, c.base === p.ink ? 0.08 : 0.2),
    )
  frame(g, 0, -92, r.range(-8, 8), 1.5, () => catHead(g, c, r.int(1, 2)))
}

function catCurled(g: Sheet, c: Coat): void {
  const { p } = g
  const body = blob(
    g,
    [
      [-170, 40],
      [-120, -60],
      [0, -96],
      [120, -64],
      [176, 40],
      [120, 110],
      [-110, 112],
    ],
    2,
  )
  fill(g, body, c.base, { lift: 10 })
  clip(g, body, () => {
    if (c.kind === 'stripes')
      for (let i = 0; i < 6; i++)
        fill(
          g,
          ribbon(
            g,
            [
              [-100 + i * 46, -120],
              [-90 + i * 46, -60],
              [-80 + i * 44, -20],
            ],
            18,
            4,
          ),
          c.mark,
          { line: false },
        )
    if (c.kind === 'patches')
      for (const [x, y, k] of [
        [-90, -40, 60],
        [90, 0, 66],
      ] as const)
        fill(g, disc(g, x, y, k, k * 0.8), c.mark, { line: false })
  })
  shade(g, body, -16, -22)
  fill(
    g,
    ribbon(
      g,
      spline(
        [
          [150, 60],
          [100, 116],
          [0, 118],
          [-70, 96],
        ],
        14,
      ),
      46,
      30,
    ),
    mix(c.base, c.base === p.ink ? p.paper : p.ink, 0.12),
    { lift: 4 },
  )
  frame(g, -84, 34, -14, 1.3, () => catHead(g, { ...c, kind: c.kind === 'tux' ? 'plain' : c.kind }, 0))
}

function catStretch(g: Sheet, c: Coat): void {
  const { p } = g
  fill(
    g,
    ribbon(
      g,
      spline(
        [
          [150, -30],
          [210, -90],
          [190, -170],
          [240, -200],
        ],
        14,
      ),
      30,
      20,
    ),
    c.base,
    { lift: 6 },
  )
  for (const [a, b] of [
    [110, 126],
    [150, 172],
  ] as const)
    fill(
      g,
      ribbon(
        g,
        [
          [a, 0],
          [b, 80],
          [b - 14, 150],
        ],
        46,
        26,
      ),
      mix(c.base, p.ink, 0.14),
    )
  fill(
    g,
    ribbon(
      g,
      spline(
        [
          [-90, 60],
          [-160, 110],
          [-250, 142],
        ],
        8,
      ),
      52,
      28,
    ),
    mix(c.base, p.ink, 0.14),
  )
  const body = blob(
    g,
    [
      [-130, 40],
      [-60, 0],
      [60, -70],
      [150, -76],
      [180, -10],
      [120, 50],
      [0, 70],
      [-100, 110],
    ],
    2,
  )
  fill(g, body, c.base, { lift: 8 })
  clip(g, body, () => {
    if (c.kind === 'stripes')
      for (let i = 0; i < 6; i++)
        fill(
          g,
          ribbon(
            g,
            [
              [-60 + i * 40, -90],
              [-56 + i * 42, -10],
              [-50 + i * 42, 20],
            ],
            17,
            4,
          ),
          c.mark,
          { line: false },
        )
    if (c.kind === 'patches') fill(g, disc(g, 90, -40, 70, 50), c.mark, { line: false })
  })
  fill(
    g,
    ribbon(
      g,
      spline(
        [
          [-96, 80],
          [-150, 130],
          [-230, 152],
        ],
        8,
      ),
      48,
      28,
    ),
    c.base,
  )
  frame(g, -140, 34, -6, 1.25, () => catHead(g, c, 0))
}

const cats: Draw = (g) => {
  const { p, w, h, r } = g
  const wall = g.dark ? p.deep : r.pick([p.pale, p.hot, p.cool, p.warm])
  wash(g, wall, mix(wall, p.paper, 0.25), h * 0.8, h * 0.1)
  const c = coat(g, wall)
  const k = Math.min(w / 760, h / 900)
  const kind = r.int(0, 2)
  if (kind === 0) {
    fill(g, rect(g, w * 0.15, h * 0.08, w * 0.7, h * 0.52), p.paper, { lift: 8 })
    const hole = rect(g, w * 0.18, h * 0.1, w * 0.64, h * 0.48)
    clip(g, hole, () => vista(g, w * 0.18, h * 0.1, w * 0.64, h * 0.48))
    stroke(
      g,
      [
        [w * 0.5, h * 0.1],
        [w * 0.5, h * 0.58],
      ],
      p.paper,
      16,
    )
  } else {
    const rug = disc(g, w * 0.5, h * 0.84, w * 0.46, h * 0.11)
    floor(g, h * 0.66, mix(wall, p.ink, 0.3))
    fill(g, rrect(g, w * 0.12, h * 0.1, w * 0.32, h * 0.28, 6), p.paper, { lift: 6 })
    clip(g, rect(g, w * 0.15, h * 0.12, w * 0.26, h * 0.24), () => vista(g, w * 0.15, h * 0.12, w * 0.26, h * 0.24))
    for (let i = 0; i < 9; i++) leaf(g, w * 0.82, h * 0.56, h * r.range(0.16, 0.26), 60, -2.7 + i * 0.28, i % 2 ? p.cool : mix(p.cool, p.deep, 0.5), p.pale)
    pot(g, w * 0.82, h * 0.55, w * 0.18, wall === p.hot ? p.warm : p.hot)
    fill(g, rug, wall === p.warm ? p.hot : p.warm)
    for (const q of [0.86, 0.66]) outline(g, disc(g, w * 0.5, h * 0.84, w * 0.46 * q, h * 0.11 * q), p.paper, 8, 1, q > 0.7 ? '16 12' : '')
  }
  if (kind === 0) {
    fill(g, rect(g, -20, h * 0.82, w + 40, h * 0.05), p.paper, { lift: 10 })
    fill(g, rect(g, -20, h * 0.87, w + 40, h * 0.2), mix(wall, p.ink, 0.3), { line: false })
    frame(g, w * 0.4, h * 0.82 - 158 * k * 1.25, 0, k * 1.25, () => catSitting(g, c), r.chance(0.5))
    pot(g, w * 0.84, h * 0.71, w * 0.15, p.warm)
    for (let i = 0; i < 8; i++) leaf(g, w * 0.84, h * 0.715, h * r.range(0.1, 0.17), 40, -2.6 + i * 0.3, i % 2 ? p.cool : mix(p.cool, p.deep, 0.5), p.pale)
  } else if (kind === 1) {
    const cushion = blob(
      g,
      [
        [w * 0.14, h * 0.84],
        [w * 0.2, h * 0.74],
        [w * 0.5, h * 0.77],
        [w * 0.8, h * 0.74],
        [w * 0.86, h * 0.84],
        [w * 0.5, h * 0.91],
      ],
      4,
    )
    fill(g, cushion, p.deep === wall ? p.hot : p.deep, { lift: 12 })
    tex(g, cushion, 'dots', p.paper, 30, 0.7)
    frame(g, w * 0.5, h * 0.72, 0, k * 1.35, () => catCurled(g, c), r.chance(0.5))
  } else frame(g, w * 0.5, h * 0.84 - 150 * k, 0, k * 1.15, () => catStretch(g, c), r.chance(0.5))
}

/** A dog's face round the origin, 100 units wide; ear 0 = up, 1 = down. */
export function dogHead(g: Sheet, base: string, mark: string, ear: number): void {
  const { p } = g
  const dark = mix(base, p.ink, 0.35)
  if (ear === 0)
    for (const s of [-1, 1]) {
      fill(
        g,
        poly(
          g,
          [
            [s * 14, -34],
            [s * 44, -78],
            [s * 48, -10],
          ],
          0.8,
        ),
        base,
        { lift: 2 },
      )
      fill(
        g,
        poly(
          g,
          [
            [s * 24, -34],
            [s * 40, -60],
            [s * 43, -20],
          ],
          0.5,
        ),
        mix(p.hot, p.pale, 0.5),
        { line: false },
      )
    }
  const head = blob(
    g,
    [
      [-44, -10],
      [-30, -40],
      [0, -47],
      [30, -40],
      [44, -10],
      [34, 24],
      [0, 44],
      [-34, 24],
    ],
    0.6,
  )
  fill(g, head, base, { lift: 3 })
  clip(g, head, () =>
    fill(
      g,
      blob(
        g,
        [
          [0, -50],
          [12, -14],
          [34, 14],
          [20, 50],
          [-20, 50],
          [-34, 14],
          [-12, -14],
        ],
        0.6,
      ),
      mark,
      { line: false },
    ),
  )
  if (ear === 1)
    for (const s of [-1, 1])
      fill(
        g,
        blob(
          g,
          [
            [s * 30, -40],
            [s * 54, -34],
            [s * 62, 10],
            [s * 50, 32],
            [s * 38, 6],
          ],
          0.6,
        ),
        dark,
        { lift: 2 },
      )
  for (const s of [-1, 1]) {
    fill(g, disc(g, s * 19, -8, 5.4, 6), p.ink, { line: false })
    dots(g, [[s * 19 + 1.6, -10, 1.8]], p.paper)
  }
  fill(
    g,
    blob(
      g,
      [
        [-10, 8],
        [10, 8],
        [6, 18],
        [-6, 18],
      ],
      0.4,
    ),
    p.ink,
    { line: false },
  )
  strokes(
    g,
    [
      [
        [0, 18],
        [0, 24],
        [-12, 28],
      ],
      [
        [0, 24],
        [12, 28],
      ],
    ],
    p.ink,
    2.6,
  )
  fill(
    g,
    blob(
      g,
      [
        [-6, 27],
        [6, 27],
        [6, 40],
        [0, 44],
        [-6, 40],
      ],
      0.4,
    ),
    p.hot,
    { line: false },
  )
}

const dogs: Draw = (g) => {
  const { p, w, h, r } = g
  const sky = g.dark ? p.deep : r.pick([p.pale, p.cool, p.warm])
  wash(g, sky, mix(sky, p.paper, 0.45), h * 0.05, h * 0.6)
  fill(g, disc(g, w * r.range(0.3, 0.7), h * 0.36, w * 0.32), sky === p.warm ? p.hot : p.warm, { line: false })
  for (let j = 0; j < 3; j++) {
    const hill = blob(
      g,
      [
        [-40, h * (0.62 + j * 0.11)],
        [w * 0.3, h * (0.58 + j * 0.12)],
        [w * 0.7, h * (0.63 + j * 0.11)],
        [w + 40, h * (0.58 + j * 0.12)],
        [w + 40, h + 40],
        [-40, h + 40],
      ],
      4,
    )
    fill(g, hill, mix(p.cool, p.deep, j * 0.28), { line: false })
    if (j === 2) tex(g, hill, 'dash', p.pale, 60, 0.5)
  }
  const base = r.pick([p.warm, p.paper, mix(p.warm, p.deep, 0.45), p.ink].filter((c) => c !== sky))
  const mark = base === p.paper ? p.pale : p.paper
  const ear = r.int(0, 1)
  const k = Math.min(w / 620, h / 760)
  frame(
    g,
    w * 0.5,
    h * 0.94 - 176 * k,
    0,
    k,
    () => {
      fill(
        g,
        ribbon(
          g,
          spline(
            [
              [90, 90],
              [150, 60],
              [170, -10],
            ],
            10,
          ),
          34,
          18,
        ),
        base,
        { lift: 6 },
      )
      const body = blob(
        g,
        [
          [-48, -70],
          [48, -70],
          [76, 20],
          [104, 130],
          [80, 172],
          [-80, 172],
          [-104, 130],
          [-76, 20],
        ],
        1.5,
      )
      fill(g, body, base, { lift: 8 })
      clip(g, body, () =>
        fill(
          g,
          blob(
            g,
            [
              [-40, -60],
              [40, -60],
              [44, 40],
              [0, 90],
              [-44, 40],
            ],
            1,
          ),
          mark,
          { line: false },
        ),
      )
      shade(g, body, -22, -8)
      for (const s of [-1, 1])
        fill(
          g,
          blob(
            g,
            [
              [s * 14, 50],
              [s * 44, 46],
              [s * 48, 172],
              [s * 10, 172],
            ],
            1,
          ),
          mark === p.paper ? mix(base, p.paper, 0.25) : mark,
        )
      fill(
        g,
        poly(
          g,
          [
            [-54, -62],
            [54, -62],
            [0, 26],
          ],
          1.5,
        ),
        base === p.hot ? p.deep : p.hot,
        { lift: 4 },
      )
      dots(
        g,
        Array.from({ length: 11 }, (_, i) => [((i * 23) % 60) - 30, -50 + ((i * 17) % 40), 4] as const),
        p.paper,
      )
      frame(g, 0, -104, r.range(-9, 9), 1.75, () => dogHead(g, base, mark, ear))
    },
    r.chance(0.5),
  )
  for (const x of [0.08, 0.9])
    for (let i = 0; i < 6; i++) leaf(g, w * x, h * 1.02, h * r.range(0.12, 0.2), 36, -2.4 + i * 0.32, i % 2 ? p.cool : p.deep, p.pale)
}

const bowlFish: Draw = (g) => {
  const { p, w, h, r } = g
  const water = g.dark ? p.deep : r.pick([p.cool, p.deep, mix(p.cool, p.paper, 0.45)])
  wash(g, water, mix(water, p.ink, 0.3), h * 0.4, h)
  for (let i = 0; i < 5; i++)
    fill(
      g,
      poly(
        g,
        [
          [w * (0.1 + i * 0.2), -20],
          [w * (0.18 + i * 0.2), -20],
          [w * (0.1 + i * 0.17), h * 0.8],
          [w * (-0.06 + i * 0.17), h * 0.8],
        ],
        2,
      ),
      p.paper,
      { op: 0.09, line: false },
    )
  for (let i = 0; i < 11; i++)
    fill(
      g,
      ribbon(
        g,
        spline(
          [
            [w * (i / 10), h * 1.02],
            [w * (i / 10) + r.range(-50, 50), h * 0.85],
            [w * (i / 10) + r.range(-50, 50), h * r.range(0.5, 0.78)],
          ],
          12,
        ),
        34,
        6,
      ),
      i % 2 ? mix(p.cool, p.deep, 0.5) : mix(water, p.ink, 0.4),
      { line: false },
    )
  const n = h > w ? 6 : 4
  for (let i = 0; i < n; i++) {
    const c = r.pick([p.hot, p.warm, p.paper, mix(p.hot, p.warm, 0.5)])
    frame(
      g,
      w * (i % 2 ? r.range(0.6, 0.78) : r.range(0.24, 0.42)),
      h * ((i + 0.6) / (n + 0.8)),
      r.range(-24, 24),
      (Math.min(w, h) / 1080) * r.range(0.75, 1.15),
      () => {
        for (const [a, b] of [
          [-60, -110],
          [0, -70],
          [60, 10],
          [90, 80],
        ] as const)
          fill(
            g,
            ribbon(
              g,
              spline(
                [
                  [110, 0],
                  [190, a * 0.7],
                  [270, b],
                ],
                9,
              ),
              40,
              6,
            ),
            mix(c, p.paper, 0.3),
            { line: false },
          )
        fill(
          g,
          blob(
            g,
            [
              [-20, -60],
              [40, -110],
              [80, -50],
            ],
            1,
          ),
          mix(c, p.paper, 0.25),
        )
        const b = blob(
          g,
          [
            [-150, 4],
            [-100, -54],
            [0, -74],
            [90, -40],
            [130, 0],
            [90, 34],
            [0, 62],
            [-100, 46],
          ],
          1.5,
        )
        fill(g, b, c, { lift: 10 })
        clip(g, b, () => {
          fill(g, disc(g, 40, -40, 70, 46), c === p.paper ? p.hot : p.paper, { line: false })
          strokes(
            g,
            Array.from({ length: 12 }, (_, q): Pt[] => arc(-30 + (q % 4) * 36, -30 + Math.floor(q / 4) * 32, 17, 15, -0.22, 0.22, 4)),
            p.ink,
            2.6,
            0.4,
          )
        })
        fill(g, disc(g, -100, -10, 15), p.paper)
        fill(g, disc(g, -102, -10, 8), p.ink, { line: false })
        fill(
          g,
          blob(
            g,
            [
              [-30, 26],
              [10, 34],
              [-10, 90],
            ],
            1,
          ),
          mix(c, p.paper, 0.3),
        )
      },
      i % 2 === 1,
    )
  }
  for (let i = 0; i < 18; i++) outline(g, disc(g, r.range(0, w), r.range(0, h * 0.8), r.range(6, 20)), p.paper, 4, 0.7)
  dots(
    g,
    Array.from({ length: 90 }, () => [r.range(0, w), h * r.range(0.95, 1.01), r.range(8, 22)] as const),
    p.warm,
    0.9,
  )
}

export const pets = [
  family(
    'cats',
    cats,
    'cat kitten ragdoll-cat british-shorthair siamese-cat pet-adoption stray-animals neutering veterinarian pets pet-food home hamster sleep',
    'pets',
  ),
  family(
    'dogs',
    dogs,
    'dog puppy corgi shiba-inu golden-retriever border-collie husky poodle dog-training pets pet-adoption walking pet-food veterinarian',
    'pets',
  ),
  family('fish tank', bowlFish, 'aquarium aquascaping goldfish turtle diving freediving sea lake biology snorkeling', ''),
]
