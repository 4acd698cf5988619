import { clip, dots, fill, floor, frame, ground, outline, type Sheet, stroke, strokes, wash } from '../brush.ts'
import { branch, leaf } from '../objects.ts'
import { mix } from '../palette.ts'
import { type Draw, family } from '../scene.ts'
import { arc, blob, disc, type Pt, place, poly, rect, ribbon, type Shape, spline } from '../shape.ts'
import { shade, tex } from '../texture.ts'

/** Fills a shape with a cloth pattern in colours on its own ground; `box` = x, y, width, height it must cover. */
export function cloth(g: Sheet, s: Shape, box: readonly [number, number, number, number], base: string, k: number, kind = g.r.int(0, 7)): void {
  const { p, r } = g
  const [x0, y0, bw, bh] = box
  const [a, b] = r.shuffle([p.paper, p.hot, p.warm, p.cool, p.deep].filter((c) => c !== base)) as [string, string]
  clip(g, s, () => {
    const cols = Math.ceil(bw / k) + 1
    const rows = Math.ceil(bh / k) + 1
    for (let j = 0; j < rows; j++)
      for (let i = 0; i < cols; i++) {
        const [x, y] = [x0 + i * k + (j % 2 ? k / 2 : 0), y0 + j * k]
        if (kind === 0) {
          // Seigaiha waves
          for (const m of [0.52, 0.36, 0.2])
            fill(g, disc(g, x, y + k * 0.3, k * m, undefined, 0, 0.004), m === 0.36 ? a : base === p.paper ? p.pale : base, { line: false })
          outline(g, disc(g, x, y + k * 0.3, k * 0.52, undefined, 0, 0.004), a, 3.4)
        } else if (kind === 1) {
          for (let q = 0; q < 5; q++) fill(g, disc(g, x + Math.cos(q * 1.257) * k * 0.17, y + Math.sin(q * 1.257) * k * 0.17, k * 0.14), a, { line: false })
          dots(g, [[x, y, k * 0.08]], b)
          leaf(g, x + k * 0.2, y + k * 0.28, k * 0.3, k * 0.14, 0.4, b)
        } else if (kind === 2)
          fill(
            g,
            poly(
              g,
              [
                [x, y - k * 0.4],
                [x + k * 0.34, y],
                [x, y + k * 0.4],
                [x - k * 0.34, y],
              ],
              1,
            ),
            (i + j) % 2 ? a : b,
            { line: false },
          )
        else if (kind === 3) {
          fill(
            g,
            blob(
              g,
              place(
                [
                  [0, -k * 0.4],
                  [k * 0.24, -k * 0.05],
                  [k * 0.17, k * 0.28],
                  [-k * 0.1, k * 0.34],
                  [-k * 0.26, k * 0.1],
                  [-k * 0.1, -k * 0.1],
                ],
                x,
                y,
                0.3,
              ),
              1,
            ),
            a,
            { line: false },
          )
          outline(
            g,
            blob(
              g,
              place(
                [
                  [0, -k * 0.26],
                  [k * 0.14, 0],
                  [k * 0.08, k * 0.2],
                  [-k * 0.12, k * 0.16],
                ],
                x,
                y,
                0.3,
              ),
              0.6,
            ),
            b,
            4,
          )
          dots(g, [[x, y + k * 0.08, k * 0.06]], b)
        } else if (kind === 4) {
          stroke(
            g,
            [
              [x - k * 0.5, y],
              [x, y - k * 0.32],
              [x + k * 0.5, y],
            ],
            a,
            k * 0.13,
            1,
            true,
          )
          stroke(
            g,
            [
              [x - k * 0.5, y + k * 0.28],
              [x, y - k * 0.04],
              [x + k * 0.5, y + k * 0.28],
            ],
            b,
            k * 0.07,
            1,
            true,
          )
        } else if (kind === 5) {
          fill(g, disc(g, x, y, k * 0.3), a, { line: false })
          for (let q = 0; q < 8; q++)
            stroke(
              g,
              [
                [x + Math.cos(q * 0.785) * k * 0.12, y + Math.sin(q * 0.785) * k * 0.12],
                [x + Math.cos(q * 0.785) * k * 0.25, y + Math.sin(q * 0.785) * k * 0.25],
              ],
              base,
              5,
            )
          dots(g, [[x + k * 0.5, y, k * 0.06]], b)
        } else if (kind === 6) {
          if (j === 0 && i % 2 === 0) fill(g, rect(g, x0 + i * k, y0 - 20, k * 0.6, bh + 60), a, { op: 0.8, line: false })
          if (i === 0) fill(g, rect(g, x0 - 20, y + k * 0.2, bw + 60, k * 0.4), b, { op: 0.55, line: false })
        } else {
          // A crane or cloud: two curls and a tail.
          stroke(g, arc(x, y, k * 0.24, k * 0.2, 0.4, 1.15, 9), a, k * 0.08)
          stroke(g, arc(x + k * 0.2, y + k * 0.06, k * 0.16, k * 0.14, 0.5, 1.2, 8), b, k * 0.07)
          stroke(
            g,
            [
              [x - k * 0.34, y + k * 0.22],
              [x, y + k * 0.28],
              [x + k * 0.4, y + k * 0.22],
            ],
            a,
            k * 0.06,
          )
        }
      }
  })
}

const GARMENTS: Record<string, Pt[]> = {
  robe: [
    [-60, -10],
    [0, 40],
    [60, -10],
    [110, 10],
    [270, 70],
    [262, 210],
    [120, 190],
    [130, 470],
    [-130, 470],
    [-120, 190],
    [-262, 210],
    [-270, 70],
    [-110, 10],
  ],
  ruqun: [
    [-54, -10],
    [0, 60],
    [54, -10],
    [100, 8],
    [268, 70],
    [262, 250],
    [112, 170],
    [92, 160],
    [214, 480],
    [-214, 480],
    [-92, 160],
    [-112, 170],
    [-262, 250],
    [-268, 70],
    [-100, 8],
  ],
  jacket: [
    [-50, -6],
    [0, 30],
    [50, -6],
    [130, 20],
    [190, 250],
    [140, 280],
    [110, 150],
    [116, 330],
    [-116, 330],
    [-110, 150],
    [-140, 280],
    [-190, 250],
    [-130, 20],
  ],
  dress: [
    [-46, -6],
    [0, 34],
    [46, -6],
    [92, 10],
    [104, 90],
    [70, 150],
    [190, 440],
    [-190, 440],
    [-70, 150],
    [-104, 90],
    [-92, 10],
  ],
  tee: [
    [-52, -4],
    [0, 34],
    [52, -4],
    [120, 18],
    [196, 120],
    [136, 168],
    [112, 128],
    [114, 330],
    [-114, 330],
    [-112, 128],
    [-136, 168],
    [-196, 120],
    [-120, 18],
  ],
  trousers: [
    [-96, 0],
    [96, 0],
    [130, 440],
    [36, 440],
    [0, 130],
    [-36, 440],
    [-130, 440],
  ],
}

function garment(g: Sheet, kind: string, base: string): void {
  const { p } = g
  const pts = GARMENTS[kind] as Pt[]
  const s = poly(g, pts, 3)
  stroke(
    g,
    [
      [0, -64],
      [14, -84],
      [0, -104],
      [-14, -90],
    ],
    p.ink,
    7,
  )
  stroke(
    g,
    [
      [-104, 8],
      [0, -62],
      [104, 8],
    ],
    mix(p.warm, p.ink, 0.3),
    10,
    1,
    true,
  )
  fill(g, s, base, { lift: 14 })
  cloth(g, s, [-280, -20, 560, 510], base, 62)
  if (kind === 'robe') {
    fill(
      g,
      poly(
        g,
        [
          [-72, -12],
          [-34, -12],
          [44, 210],
          [20, 240],
        ],
        2,
      ),
      p.paper,
    )
    fill(
      g,
      poly(
        g,
        [
          [72, -12],
          [34, -12],
          [-60, 230],
          [-24, 240],
        ],
        2,
      ),
      p.paper,
    )
    fill(
      g,
      poly(
        g,
        [
          [-122, 196],
          [122, 196],
          [124, 262],
          [-124, 262],
        ],
        2,
      ),
      base === p.hot ? p.ink : p.hot,
      { lift: 3 },
    )
    stroke(
      g,
      [
        [-120, 229],
        [120, 229],
      ],
      p.warm,
      8,
    )
  } else if (kind === 'ruqun') {
    strokes(
      g,
      [-0.8, -0.5, -0.2, 0.1, 0.4, 0.7].map((t): Pt[] => [
        [t * 90, 200],
        [t * 150, 330],
        [t * 220, 470],
      ]),
      p.ink,
      4,
      0.35,
    )
    fill(
      g,
      poly(
        g,
        [
          [-70, -10],
          [-36, -12],
          [40, 160],
          [10, 170],
        ],
        2,
      ),
      p.paper,
    )
    fill(
      g,
      poly(
        g,
        [
          [70, -10],
          [36, -12],
          [-34, 160],
          [-4, 170],
        ],
        2,
      ),
      p.paper,
    )
    fill(
      g,
      poly(
        g,
        [
          [-98, 158],
          [98, 158],
          [104, 202],
          [-104, 202],
        ],
        2,
      ),
      base === p.hot ? p.ink : p.hot,
      { lift: 3 },
    )
    for (const t of [-14, 16])
      fill(
        g,
        ribbon(
          g,
          spline(
            [
              [t, 190],
              [t * 1.6, 290],
              [t * 1.2, 400],
            ],
            8,
          ),
          16,
          22,
        ),
        p.warm,
      )
  } else if (kind === 'jacket') {
    stroke(
      g,
      [
        [0, 30],
        [0, 330],
      ],
      p.ink,
      5,
    )
    for (let i = 0; i < 4; i++) fill(g, disc(g, 14, 80 + i * 64, 10), p.paper)
    for (const t of [-1, 1])
      fill(
        g,
        poly(
          g,
          [
            [t * 50, -6],
            [t * 8, 40],
            [t * 60, 92],
            [t * 84, 12],
          ],
          1.5,
        ),
        p.ink,
      )
    for (const t of [-1, 1]) outline(g, rect(g, t * 60 - 34, 210, 68, 74), p.ink, 5)
  } else if (kind === 'dress') {
    stroke(
      g,
      [
        [-70, 150],
        [70, 150],
      ],
      p.ink,
      16,
    )
  }
  shade(g, s, -24, -8)
}

const rail: Draw = (g, s) => {
  const { p, w, h, r } = g
  const wall = g.dark ? p.deep : r.pick([p.pale, p.warm, p.cool, p.paper])
  wash(g, wall, mix(wall, p.paper, 0.4), h * 0.9, h * 0.2)
  fill(g, disc(g, w * r.range(0.3, 0.7), h * 0.5, w * 0.38), mix(wall, p.paper, 0.5), { line: false })
  const fl = floor(g, h * 0.88, mix(wall, p.deep, 0.45))
  tex(g, fl, 'hatch', p.ink, 24, 0.2)
  const trad = s.topics.some((t) => /hanfu|kimono|hanbok|sari|qipao|abaya/.test(t))
  const n = h > w * 1.1 ? 2 : 3
  const rows = h > w * 1.1 ? 2 : 1
  const colors = r.shuffle([p.hot, p.warm, p.cool, p.paper, p.deep, p.ink].filter((c) => c !== wall))
  const k = Math.min((w * 0.92) / n / 480, (h * 0.68) / rows / 540)
  for (const x of [0.06, 0.94])
    stroke(
      g,
      [
        [w * x, h * 0.1],
        [w * x, h * 0.93],
      ],
      p.ink,
      14,
    )
  for (let j = 0; j < rows; j++) {
    const y = h * (0.1 + j * 0.385)
    const kinds = r.shuffle(
      trad
        ? s.topics.some((t) => /hanfu|hanbok|qipao/.test(t))
          ? ['ruqun', 'ruqun', 'robe']
          : ['robe', 'robe', 'ruqun']
        : ['jacket', 'dress', 'tee', 'trousers', 'robe'],
    )
    stroke(
      g,
      [
        [w * 0.03, y],
        [w * 0.97, y],
      ],
      p.ink,
      16,
    )
    for (let i = 0; i < n; i++)
      frame(g, w * ((i + 0.5) / n) * 0.88 + w * 0.06, y + 92 * k, r.range(-3, 3), k, () =>
        garment(g, kinds[i] as string, colors[(j * n + i) % colors.length] as string),
      )
  }
  for (const [x, c] of [
    [0.2, p.hot],
    [0.72, p.warm],
  ] as const)
    for (const d of [0, 1]) shoe(g, w * (x + d * 0.1), h * 0.945, w * 0.1, c === wall ? p.paper : c)
}

function shoe(g: Sheet, x: number, y: number, k: number, c: string): void {
  const { p } = g
  fill(
    g,
    blob(
      g,
      [
        [x - k * 0.5, y],
        [x - k * 0.5, y - k * 0.4],
        [x - k * 0.2, y - k * 0.36],
        [x + k * 0.1, y - k * 0.2],
        [x + k * 0.5, y - k * 0.12],
        [x + k * 0.52, y],
      ],
      1,
    ),
    c,
    { lift: 4 },
  )
  fill(g, rect(g, x - k * 0.52, y - k * 0.05, k * 1.06, k * 0.12), p.paper)
}

const sneakers: Draw = (g) => {
  const { p, w, h, r } = g
  const bg = g.dark ? p.deep : r.pick([p.hot, p.warm, p.cool, p.pale])
  ground(g, bg)
  const b = [p.warm, p.paper, p.cool, p.hot].filter((c) => c !== bg)
  const blocks = r.int(0, 1)
  if (blocks)
    for (let i = 0; i < 4; i++)
      fill(
        g,
        poly(
          g,
          [
            [w * (i * 0.3 - 0.3), h + 20],
            [w * (i * 0.3 - 0.16), h + 20],
            [w * (i * 0.3 + 0.36), -20],
            [w * (i * 0.3 + 0.22), -20],
          ],
          3,
        ),
        b[i % 2] as string,
        { line: false },
      )
  else fill(g, disc(g, w * 0.5, h * 0.5, Math.min(w, h) * 0.42), b[0] as string, { line: false })
  const tones = r.shuffle([p.paper, p.hot, p.cool, p.warm, p.ink]).filter((c) => c !== bg)
  const k = (Math.min(w, h) / 1080) * 1.06
  frame(g, w * 0.47, h * 0.34, -16, k, () => sneaker(g, tones))
  frame(g, w * 0.54, h * 0.68, 10, k, () => sneaker(g, tones), true)
}

function sneaker(g: Sheet, t: string[]): void {
  const { p } = g
  const [a, b, c] = [t[0] as string, t[1] as string, t[2] as string]
  const sole = blob(
    g,
    [
      [-350, 130],
      [-356, 176],
      [-330, 206],
      [330, 206],
      [392, 186],
      [396, 140],
      [300, 120],
      [-200, 126],
    ],
    1.5,
  )
  fill(g, sole, p.paper, { lift: 16 })
  stroke(
    g,
    [
      [-340, 172],
      [0, 176],
      [384, 166],
    ],
    b,
    10,
  )
  const body = blob(
    g,
    [
      [-346, 136],
      [-350, 20],
      [-330, -124],
      [-250, -156],
      [-150, -140],
      [-70, -70],
      [90, -10],
      [250, 36],
      [370, 74],
      [392, 144],
      [100, 140],
      [-200, 142],
    ],
    2,
  )
  fill(g, body, a, { lift: 6 })
  clip(g, body, () => {
    fill(
      g,
      blob(
        g,
        [
          [220, 10],
          [400, 60],
          [420, 160],
          [230, 160],
          [190, 90],
        ],
        1,
      ),
      b,
      { line: false },
    )
    fill(
      g,
      blob(
        g,
        [
          [-370, -20],
          [-250, 0],
          [-220, 90],
          [-250, 160],
          [-370, 160],
        ],
        1,
      ),
      b,
      { line: false },
    )
    fill(
      g,
      blob(
        g,
        [
          [-180, 120],
          [-60, 20],
          [110, 70],
          [40, 90],
          [-40, 70],
          [-120, 150],
        ],
        1,
      ),
      c,
      { line: false },
    )
    fill(
      g,
      blob(
        g,
        [
          [-360, -170],
          [-140, -160],
          [-150, -106],
          [-340, -90],
        ],
        1,
      ),
      c,
      { line: false },
    )
  })
  tex(
    g,
    blob(
      g,
      [
        [60, 30],
        [180, 60],
        [180, 120],
        [70, 110],
      ],
      1,
    ),
    'dots',
    p.ink,
    13,
    0.35,
  )
  shade(g, body, -14, -20)
  for (let i = 0; i < 5; i++) {
    const [x, y] = [-128 + i * 56, -104 + i * 27]
    stroke(
      g,
      [
        [x, y],
        [x - 24, y + 46],
      ],
      p.paper === a ? p.ink : p.paper,
      14,
    )
    stroke(
      g,
      [
        [x - 30, y + 44],
        [x + 44, y + 22],
      ],
      p.paper === a ? p.ink : p.paper,
      9,
    )
  }
  stroke(
    g,
    spline(
      [
        [-130, -110],
        [-190, -200],
        [-240, -190],
        [-180, -120],
        [-90, -200],
        [-50, -170],
        [-120, -112],
      ],
      24,
    ),
    p.paper === a ? p.ink : p.paper,
    10,
  )
}

/** Folded bolts and swatches of patterned cloth. */
const swatches: Draw = (g) => {
  const { p, w, h, r } = g
  ground(g, g.dark ? p.ink : p.paper)
  const layout = r.int(0, 2)
  const colors = r.shuffle([p.hot, p.cool, p.warm, p.deep, p.pale, p.paper, p.ink])
  const kinds = r.shuffle([0, 1, 2, 3, 4, 5, 6, 7])
  if (layout === 0) {
    const n = 5
    for (let i = 0; i < n; i++) {
      const y = h * (i / n) - 20
      const edge: Pt[] = Array.from({ length: 7 }, (_, k): Pt => [-30 + ((w + 60) * k) / 6, y + Math.sin(k * 1.3 + i) * h * 0.025])
      const s: Shape = { pts: [...edge, [w + 30, h + 30], [-30, h + 30]], smooth: false }
      fill(g, s, colors[i] as string, { lift: -9 })
      cloth(g, s, [-30, y - h * 0.03, w + 60, h / n + h * 0.08], colors[i] as string, r.range(80, 120), kinds[i] as number)
      stroke(
        g,
        edge.map(([a, b]): Pt => [a, b + 12]),
        p.warm === colors[i] ? p.ink : p.warm,
        5,
      )
    }
  } else if (layout === 1) {
    const [cols, rows] = h > w * 1.1 ? [2, 3] : [3, 2]
    const [cw, ch] = [w / cols, h / rows]
    for (let j = 0; j < rows; j++)
      for (let i = 0; i < cols; i++) {
        const c = colors[(j * cols + i) % 7] as string
        const q = rect(g, i * cw + 14, j * ch + 14, cw - 28, ch - 28, 0, 3)
        fill(g, q, c, { lift: 10 })
        cloth(g, q, [i * cw, j * ch, cw, ch], c, r.range(84, 124), kinds[j * cols + i] as number)
        outline(g, rect(g, i * cw + 26, j * ch + 26, cw - 52, ch - 52), p.paper === c ? p.ink : p.paper, 4, 0.9, '16 12')
      }
  } else
    for (let i = 0; i < 5; i++) {
      const c = colors[i] as string
      const s = poly(
        g,
        [
          [w * (-0.3 + i * 0.3), -30],
          [w * (0.06 + i * 0.3), -30],
          [w * (-0.1 + i * 0.3), h + 30],
          [w * (-0.46 + i * 0.3), h + 30],
        ],
        4,
      )
      fill(g, s, c, { lift: 14 })
      cloth(g, s, [w * (-0.5 + i * 0.3), -30, w * 0.62, h + 60], c, r.range(90, 120), kinds[i] as number)
      const e: Pt[] = [
        [w * (0.045 + i * 0.3), -30],
        [w * (-0.115 + i * 0.3), h + 30],
      ]
      stroke(g, e, p.warm === c ? p.ink : p.warm, 9)
    }
}

/** A hoop with a stitched motif. */
const hoop: Draw = (g) => {
  const { p, w, h, r } = g
  const bg = g.dark ? p.deep : r.pick([p.hot, p.cool, p.warm, p.pale])
  ground(g, bg)
  const all = rect(g, -20, -20, w + 40, h + 40)
  cloth(g, all, [-20, -20, w + 40, h + 40], bg, 120, r.pick([2, 4, 6]))
  fill(g, all, bg, { op: 0.72, line: false })
  const [x, y, k] = [w * 0.5, h * 0.47, Math.min(w, h) * 0.39]
  fill(g, rect(g, x - 24, y - k * 1.15, 48, k * 0.16), p.warm, { lift: 6 })
  fill(g, disc(g, x, y, k * 1.06, undefined, 0, 0.003), mix(p.warm, p.deep, 0.25), { lift: 20 })
  fill(g, disc(g, x, y, k, undefined, 0, 0.003), p.paper)
  tex(g, disc(g, x, y, k * 0.99), 'grid', mix(p.paper, p.deep, 0.14), 16, 0.9)
  const green = mix(p.cool, p.deep, 0.35)
  const n = 6
  for (let i = 0; i < n; i++) {
    const a = (i / n) * 6.283 + 0.3
    const tip: Pt = [x + Math.cos(a) * k * 0.72, y + Math.sin(a) * k * 0.72]
    branch(g, [[x, y], [x + Math.cos(a + 0.4) * k * 0.4, y + Math.sin(a + 0.4) * k * 0.4], tip], green, i % 2 ? p.cool : green, k * 0.19, 4, p.pale)
    stitched(g, tip[0], tip[1], k * 0.17, i % 2 ? p.hot : p.warm)
  }
  stitched(g, x, y, k * 0.34, p.hot)
  const thread = spline(
    [
      [x + k * 0.3, y + k * 0.1],
      [w * 0.82, h * 0.74],
      [w * 0.5, h * 0.92],
      [w * 0.22, h * 0.88],
      [w * 0.14, h * 0.94],
    ],
    30,
  )
  stroke(g, thread, bg === p.hot ? p.paper : p.hot, 7)
  fill(
    g,
    ribbon(
      g,
      [
        [w * 0.14, h * 0.945],
        [w * 0.3, h * 0.97],
        [w * 0.42, h * 0.985],
      ],
      15,
      2,
    ),
    p.pale,
    { lift: 5 },
  )
  for (let i = 0; i < 3; i++)
    spool(g, w * (0.62 + i * 0.13), h * 0.955, w * 0.08, [p.cool, p.warm, p.deep][i] === bg ? p.paper : ([p.cool, p.warm, p.deep][i] as string))
}

function stitched(g: Sheet, x: number, y: number, k: number, c: string): void {
  const { p, r } = g
  const turn = r.next()
  const petals = 7
  for (let i = 0; i < petals; i++) {
    const a = ((i + turn) / petals) * 6.283
    fill(
      g,
      blob(
        g,
        place(
          [
            [k * 0.1, 0],
            [k * 0.55, -k * 0.32],
            [k, 0],
            [k * 0.55, k * 0.32],
          ],
          x,
          y,
          a,
        ),
        1,
      ),
      c,
      { line: false },
    )
    strokes(
      g,
      [-0.16, -0.05, 0.06, 0.17].map((d): Pt[] =>
        place(
          [
            [k * 0.3, d * k * 0.6],
            [k * 0.82, d * k],
          ],
          x,
          y,
          a,
        ),
      ),
      mix(c, p.paper, 0.45),
      3.4,
    )
  }
  dots(
    g,
    Array.from(
      { length: 12 },
      (_, i) => [x + Math.cos(i * 2.4) * k * 0.055 * Math.sqrt(i * 2), y + Math.sin(i * 2.4) * k * 0.055 * Math.sqrt(i * 2), k * 0.055] as const,
    ),
    c === p.warm ? p.ink : p.warm,
  )
}

function spool(g: Sheet, x: number, y: number, k: number, c: string): void {
  const { p } = g
  fill(g, rect(g, x - k * 0.4, y - k, k * 0.8, k), c, { lift: 5 })
  strokes(
    g,
    [0.2, 0.4, 0.6, 0.8].map((t): Pt[] => [
      [x - k * 0.4, y - k * t],
      [x + k * 0.4, y - k * (t + 0.08)],
    ]),
    mix(c, p.ink, 0.3),
    4,
  )
  for (const t of [0, 1.12]) fill(g, rect(g, x - k * 0.52, y - k * t, k * 1.04, k * 0.14), mix(p.warm, p.deep, 0.3))
}

const knit: Draw = (g) => {
  const { p, w, h, r } = g
  const bands = r.shuffle([p.hot, p.paper, p.cool, p.warm, p.deep, p.pale])
  ground(g, bands[0] as string)
  const [cols, k] = [30, w / 30]
  const rows = Math.ceil(h / (k * 0.82)) + 1
  const period = r.pick([10, 12, 15])
  const motif = r.int(0, 3)
  const groups = new Map<string, Pt[][]>()
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < cols; i++) {
      const [u, v] = [i % period, j % 16]
      const m = Math.abs(u - period / 2 + 0.5)
      const zone = Math.floor(j / 16) % 3
      const on =
        motif === 0
          ? m + Math.abs(v - 8) < 6 && (m + v) % 3 !== 0
          : motif === 1
            ? (v < 10 && m < (10 - v) * 0.45 && v % 3 !== 2) || (v > 10 && v < 13 && m < 1)
            : motif === 2
              ? (u + v) % 6 < 2 || (u + 16 - v) % 6 < 2
              : (m < 1.2 && v > 2 && v < 14) || (v === 8 && m < 5) || (Math.abs(m - Math.abs(v - 8)) < 0.8 && m < 5)
      const c = (v === 0 || v === 15 ? bands[3 + (zone % 2)] : on ? bands[1 + zone] : bands[0]) as string
      const [x, y] = [i * k, j * k * 0.82]
      const list = groups.get(c) ?? []
      list.push(
        [
          [x + k * 0.12, y + 1],
          [x + k * 0.47, y + k * 0.76],
        ],
        [
          [x + k * 0.88, y + 1],
          [x + k * 0.53, y + k * 0.76],
        ],
      )
      groups.set(c, list)
    }
  fill(g, rect(g, -10, -10, w + 20, h + 20), mix(bands[0] as string, p.ink, 0.35), { line: false })
  for (const [c, list] of groups) strokes(g, list, c, k * 0.36)
  const needles = r.chance(0.7)
  if (!needles) return
  for (const s of [-1, 1])
    frame(g, w * (0.5 + s * 0.12), h * 0.7, s * r.range(28, 40), 1, () => {
      fill(
        g,
        poly(
          g,
          [
            [-9, -h * 0.36],
            [9, -h * 0.36],
            [9, h * 0.3],
            [0, h * 0.34],
            [-9, h * 0.3],
          ],
          1,
        ),
        mix(p.warm, p.ink, 0.15),
        { lift: 12 },
      )
      fill(g, disc(g, 0, -h * 0.37, 30), p.ink, { lift: 6 })
    })
  const [x, y, q] = [w * 0.5, h * 0.77, w * 0.2]
  fill(g, disc(g, x, y, q), p.hot === bands[0] ? p.warm : p.hot, { lift: 16 })
  const ball = disc(g, x, y, q * 0.99)
  clip(g, ball, () => {
    for (let a = 0; a < 4; a++)
      for (let i = -5; i < 6; i++)
        stroke(
          g,
          place(
            [
              [-q, i * q * 0.13 + q * 0.2],
              [0, i * q * 0.13 - q * 0.2],
              [q, i * q * 0.13 + q * 0.2],
            ],
            x,
            y,
            a * 0.8,
          ),
          mix(p.hot === bands[0] ? p.warm : p.hot, a % 2 ? p.ink : p.paper, 0.25),
          5,
          0.8,
        )
  })
  shade(g, ball, -q * 0.16, -q * 0.14)
}

export const wear = [
  family(
    'clothes rail',
    rail,
    'fashion outfit vintage-clothing second-hand hanfu qipao kimono hanbok sari abaya lolita-fashion jk-uniform gothic-fashion punk-fashion minimalist-fashion sustainable-fashion fashion-design upcycling cosplay sewing plus-size-fashion dopamine-dressing y2k-fashion laundry tidying color-matching street-fashion',
    'fashion',
  ),
  family(
    'sneakers',
    sneakers,
    'sneakers shoes street-fashion running marathon skateboarding hip-hop street-dance basketball y2k-fashion breaking k-pop trail-running outfit parkour jump-rope',
    'fashion',
  ),
  family(
    'cloth',
    swatches,
    'hanfu kimono hanbok sari batik tie-dye natural-dyeing weaving quilting fashion-design bag upcycling sustainable-fashion sewing color-matching intangible-cultural-heritage afrobeats',
    'fashion craft',
  ),
  family('hoop', hoop, 'embroidery cross-stitch sewing handicraft macrame jewelry-making jewelry quilting upcycling grandparents', 'craft'),
  family('knitting', knit, 'knitting crochet weaving handicraft christmas folk-metal', 'craft'),
]
