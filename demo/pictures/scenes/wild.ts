import { clip, dots, fill, floor, frame, type Sheet, stroke, strokes, wash } from '../brush.ts'
import { branch, leaf, orb, pot } from '../objects.ts'
import { mix } from '../palette.ts'
import { type Draw, family } from '../scene.ts'
import { arc, blob, disc, type Pt, place, poly, rect, ribbon, spline } from '../shape.ts'
import { shade, tex } from '../texture.ts'

/** A perching bird facing right, k px long. */
export function bird(g: Sheet, x: number, y: number, k: number, body: string, wing: string, flip: boolean): void {
  const { p } = g
  frame(
    g,
    x,
    y,
    g.r.range(-8, 8),
    k / 100,
    () => {
      fill(
        g,
        poly(
          g,
          [
            [-40, 2],
            [-108, 34],
            [-100, 48],
            [-34, 22],
          ],
          1,
        ),
        wing,
      )
      const b = blob(
        g,
        [
          [-52, 6],
          [-24, -22],
          [10, -44],
          [36, -54],
          [56, -38],
          [52, -8],
          [28, 20],
          [-12, 28],
        ],
        1,
      )
      fill(g, b, body, { lift: 4 })
      clip(g, b, () => {
        fill(
          g,
          blob(
            g,
            [
              [-20, 10],
              [30, -6],
              [60, -20],
              [50, 40],
              [-20, 40],
            ],
            1,
          ),
          g.p.paper,
          { line: false },
        )
        fill(
          g,
          blob(
            g,
            [
              [6, -66],
              [60, -66],
              [66, -42],
              [30, -38],
              [12, -46],
            ],
            1,
          ),
          wing,
          { line: false },
        )
      })
      fill(
        g,
        blob(
          g,
          [
            [20, -18],
            [-8, -22],
            [-44, 4],
            [-70, 24],
            [-30, 20],
            [4, 8],
          ],
          1,
        ),
        wing,
      )
      strokes(
        g,
        [
          [
            [8, -10],
            [-30, 10],
          ],
          [
            [4, -4],
            [-22, 13],
          ],
          [
            [-2, 2],
            [-14, 12],
          ],
        ],
        body,
        3,
      )
      fill(
        g,
        poly(
          g,
          [
            [53, -44],
            [76, -36],
            [54, -31],
          ],
          0.5,
        ),
        p.warm === body ? p.hot : p.warm,
      )
      dots(g, [[41, -41, 4.6]], p.ink)
      dots(g, [[42.4, -42.4, 1.5]], p.paper)
      strokes(
        g,
        [
          [
            [-2, 26],
            [-4, 42],
          ],
          [
            [10, 25],
            [9, 42],
          ],
        ],
        p.ink,
        3.4,
      )
    },
    flip,
  )
}

function bloom(g: Sheet, x: number, y: number, k: number, c: string, kind: number): void {
  const { p, r } = g
  const n = kind === 0 ? 5 : kind === 1 ? 9 : 7
  const turn = r.next()
  const petal: Pt[] =
    kind === 1
      ? [
          [0, 0],
          [k * 0.5, -k * 0.17],
          [k, 0],
          [k * 0.5, k * 0.17],
        ]
      : [
          [0, 0],
          [k * 0.5, -k * 0.38],
          [k * 0.95, -k * 0.2],
          [k * 0.9, k * 0.2],
          [k * 0.5, k * 0.38],
        ]
  for (let i = 0; i < n; i++) fill(g, blob(g, place(petal, x, y, ((i + turn) / n) * 6.283), 1), i % 2 && kind === 2 ? mix(c, p.paper, 0.3) : c, { lift: 3 })
  if (kind === 2) for (let i = 0; i < 5; i++) fill(g, blob(g, place(petal, x, y, ((i + turn) / 5) * 6.283 + 0.4, 0.6), 1), mix(c, p.ink, 0.16))
  fill(g, disc(g, x, y, k * 0.26), c === p.warm ? p.hot : p.warm)
  dots(
    g,
    Array.from({ length: 7 }, (_, i) => [x + Math.cos(i * 0.9) * k * 0.15, y + Math.sin(i * 0.9) * k * 0.15, k * 0.035] as const),
    p.ink,
  )
}

const birds: Draw = (g) => {
  const { p, w, h, r } = g
  const bg = g.dark ? p.deep : r.pick([p.pale, p.warm, p.cool, p.paper, p.hot])
  wash(g, bg, mix(bg, p.paper, g.dark ? 0.15 : 0.5), h * 0.9, h * 0.2)
  orb(g, w * r.range(0.3, 0.7), h * r.range(0.3, 0.45), w * 0.24, bg === p.hot || g.dark ? p.warm : bg === p.warm ? p.paper : p.hot)
  const line: Pt[] = [
    [-40, h * 0.78],
    [w * 0.25, h * 0.66],
    [w * 0.6, h * 0.62],
    [w + 40, h * 0.44],
  ]
  const pts = spline(line, 30)
  fill(g, ribbon(g, pts, w * 0.05, w * 0.02, 6), p.ink, { lift: 5 })
  const blossom = r.int(0, 2)
  const petals = bg === p.hot ? p.paper : r.pick([p.hot, p.paper, p.pale].filter((c) => c !== bg))
  const green = mix(p.cool, p.deep, 0.4)
  for (const [t, s] of [
    [4, -1],
    [9, 1],
    [14, -1],
    [19, 1],
    [24, -1],
    [28, 1],
  ] as const) {
    const [x, y] = pts[t] as Pt
    const tip: Pt = [x + w * r.range(0.1, 0.18), y + s * h * r.range(0.12, 0.2)]
    if (blossom) {
      fill(g, ribbon(g, spline([[x, y], [(x + tip[0]) / 2, y + s * h * 0.03], tip], 8), 13, 5), p.ink, { line: false })
      for (let i = 0; i < 4; i++)
        bloom(
          g,
          x + (tip[0] - x) * (0.3 + i * 0.24) + r.range(-16, 16),
          y + (tip[1] - y) * (0.3 + i * 0.24) + r.range(-16, 16),
          w * r.range(0.026, 0.042),
          petals,
          0,
        )
    } else branch(g, [[x, y], [(x + tip[0]) / 2, y + s * h * 0.03], tip], p.ink, green, w * 0.1, 4, p.pale)
  }
  const tones = r.shuffle([p.hot, p.warm, p.cool, p.deep].filter((c) => c !== bg))
  const spots = h > w ? [8, 16, 23] : [9, 20]
  spots.forEach((t, i) => {
    const [x, y] = pts[t] as Pt
    bird(g, x, y - w * 0.075, w * 0.17, tones[i % tones.length] as string, p.ink, i === 1)
  })
  if (blossom)
    dots(
      g,
      Array.from({ length: 22 }, () => [r.range(0, w), r.range(h * 0.5, h), r.range(4, 10)] as const),
      petals,
      0.8,
    )
}

const garden: Draw = (g) => {
  const { p, w, h, r } = g
  const wall = g.dark ? p.deep : r.pick([p.pale, p.warm, p.cool, mix(p.hot, p.paper, 0.5), p.paper])
  wash(g, wall, mix(wall, p.paper, 0.35), h, h * 0.2)
  const arch = { pts: [[w * 0.26, h * 0.72] as Pt, ...arc(w * 0.5, h * 0.34, w * 0.24, w * 0.24, 0.5, 1, 12), [w * 0.74, h * 0.72] as Pt], smooth: false }
  fill(g, arch, mix(wall, p.ink, 0.22), { line: false })
  const rows = [h * 0.66, h * 0.9]
  rows.forEach((y, j) => {
    fill(g, rect(g, w * (j ? -0.05 : 0.08), y + h * 0.075, w * (j ? 1.1 : 0.84), h * 0.03), mix(p.warm, p.deep, 0.5), { lift: 10 })
    const n = j ? 4 : 3
    for (let i = 0; i < n; i++)
      plantOf(g, w * ((i + 0.5) / n + (j ? 0 : 0.0)) * (j ? 1 : 0.76) + (j ? 0 : w * 0.12), y, w * (j ? 0.15 : 0.13), (i * 2 + j + r.int(0, 1)) % 6)
  })
  floor(g, h * 1.0, wall)
}

function plantOf(g: Sheet, x: number, y: number, k: number, kind: number): void {
  const { p, r } = g
  const [a, b] = [p.cool, mix(p.cool, p.deep, 0.45)]
  if (kind === 0) for (let i = 0; i < 9; i++) leaf(g, x, y, k * r.range(1.3, 1.9), k * 0.3, -2.75 + i * 0.3, i % 2 ? a : b, p.pale)
  else if (kind === 1)
    for (let i = 0; i < 6; i++) {
      const t = -2.4 + i * 0.33
      const [ex, ey] = [x + Math.cos(t) * k * 1.3, y + Math.sin(t) * k * r.range(1.2, 1.9)]
      stroke(
        g,
        [
          [x, y],
          [(x + ex) / 2, ey * 0.4 + y * 0.6],
          [ex, ey],
        ],
        b,
        6,
      )
      const s = disc(g, ex, ey, k * 0.36, k * 0.32, t)
      fill(g, s, i % 2 ? a : b, { lift: 4 })
      strokes(
        g,
        [
          [
            [ex - k * 0.2, ey],
            [ex + k * 0.2, ey],
          ],
          [
            [ex, ey - k * 0.2],
            [ex, ey + k * 0.2],
          ],
        ],
        p.pale,
        3,
        0.6,
      )
    }
  else if (kind === 2) {
    const s = blob(
      g,
      [
        [x - k * 0.36, y],
        [x - k * 0.46, y - k * 0.7],
        [x, y - k * 1.35],
        [x + k * 0.46, y - k * 0.7],
        [x + k * 0.36, y],
      ],
      2,
    )
    fill(g, s, b, { lift: 5 })
    strokes(
      g,
      [-0.2, 0, 0.2].map((t): Pt[] => [
        [x + t * k, y],
        [x + t * k * 1.5, y - k * 0.7],
        [x + t * k * 0.3, y - k * 1.25],
      ]),
      p.pale,
      3.4,
    )
    bloom(g, x, y - k * 1.34, k * 0.24, p.hot, 0)
  } else if (kind === 3)
    for (let i = 0; i < 7; i++) {
      const t = -2.3 + i * 0.25
      const tip: Pt = [x + Math.cos(t) * k * 1.1, y + Math.sin(t) * k * r.range(1.4, 2.1)]
      stroke(g, [[x, y], [(x + tip[0]) / 2, (y + tip[1]) / 2 - 10], tip], b, 6)
      bloom(g, tip[0], tip[1], k * 0.27, r.pick([p.hot, p.warm, p.paper]), 1 + (i % 2))
    }
  else if (kind === 4)
    for (let i = 0; i < 6; i++) {
      const s = i < 3 ? -1 : 1
      const q = (i % 3) * 0.25
      branch(
        g,
        [
          [x, y - 6],
          [x + s * k * (0.4 + q * 0.4), y - k * (0.5 - q)],
          [x + s * k * (0.64 + q * 0.3), y + k * (0.4 + q * 1.5)],
        ],
        b,
        i % 2 ? a : b,
        k * 0.3,
        6,
        p.pale,
      )
    }
  else
    for (let i = 0; i < 8; i++)
      fill(
        g,
        ribbon(
          g,
          spline(
            [
              [x, y],
              [x + (i - 3.5) * k * 0.1, y - k],
              [x + (i - 3.5) * k * 0.28, y - k * (1.9 - Math.abs(i - 3.5) * 0.16)],
            ],
            8,
          ),
          k * 0.18,
          2,
        ),
        i % 2 ? a : mix(a, p.pale, 0.4),
      )
  pot(g, x, y - 3, k * 0.92, r.pick([p.hot, p.warm, p.paper, p.deep]), r.chance(0.4) ? p.pale : undefined)
}

const bouquet: Draw = (g) => {
  const { p, w, h, r } = g
  const bg = g.dark ? r.pick([p.deep, p.ink]) : r.pick([p.pale, p.paper, p.warm, p.cool])
  wash(g, bg, mix(bg, p.paper, g.dark ? 0.12 : 0.5), h * 0.1, h * 0.8)
  const [x, y, k] = [w * 0.5, h * 0.62, Math.min(w, h) * 0.5]
  const tb = floor(g, h * 0.82, r.pick([p.hot, p.cool, p.deep].filter((c) => c !== bg)))
  tex(g, tb, 'grid', p.paper, 54, 0.4)
  const green = mix(p.cool, p.deep, 0.4)
  const tones = [p.hot, p.warm, p.paper, mix(p.hot, p.paper, 0.5), p.cool].filter((c) => c !== bg)
  const heads: [number, number, number][] = []
  for (let i = 0; i < 13; i++) {
    const t = -Math.PI * (0.06 + (0.88 * i) / 12)
    const len = k * (i % 2 ? r.range(0.86, 1.02) : r.range(0.5, 0.66))
    heads.push([x + Math.cos(t) * len * 0.78, y + Math.sin(t) * len, i])
  }
  for (const [hx, hy, i] of heads) {
    stroke(
      g,
      [
        [x, y + k * 0.2],
        [(x + hx) / 2, (y + hy) / 2 + k * 0.06],
        [hx, hy],
      ],
      green,
      9,
    )
    if (i % 3 === 0)
      branch(
        g,
        [
          [x, y],
          [(x + hx) / 2, (y + hy) / 2],
          [hx * 1.08 - x * 0.08, hy - k * 0.12],
        ],
        green,
        i % 2 ? p.cool : green,
        k * 0.2,
        5,
        p.pale,
      )
  }
  for (let i = 0; i < 9; i++) leaf(g, x, y, k * r.range(0.4, 0.62), k * 0.16, -0.2 - i * 0.34, i % 2 ? green : p.cool, p.pale)
  for (const [hx, hy, i] of heads) bloom(g, hx, hy, k * (i % 2 ? 0.13 : 0.18), tones[i % tones.length] as string, i % 3)
  const c = g.dark ? p.paper : r.pick([p.deep, p.paper, p.hot])
  const v = blob(
    g,
    [
      [x - k * 0.2, y - k * 0.02],
      [x - k * 0.15, y + k * 0.1],
      [x - k * 0.34, y + k * 0.34],
      [x - k * 0.2, y + k * 0.58],
      [x + k * 0.2, y + k * 0.58],
      [x + k * 0.34, y + k * 0.34],
      [x + k * 0.15, y + k * 0.1],
      [x + k * 0.2, y - k * 0.02],
    ],
    2,
  )
  fill(g, v, c, { lift: 14 })
  clip(g, v, () => {
    for (let i = 0; i < 3; i++)
      stroke(
        g,
        Array.from({ length: 13 }, (_, q): Pt => [x - k * 0.4 + q * k * 0.07, y + k * (0.24 + i * 0.1) + (q % 2 ? 10 : -10)]),
        c === p.paper ? p.deep : p.warm,
        8,
      )
  })
  shade(g, v, -k * 0.1, 0)
  for (let i = 0; i < 5; i++)
    fill(
      g,
      blob(
        g,
        place(
          [
            [0, 0],
            [18, -9],
            [34, 0],
            [18, 9],
          ],
          w * r.range(0.15, 0.85),
          h * r.range(0.86, 0.96),
          r.range(0, 6),
        ),
        1,
      ),
      r.pick(tones),
      { lift: 3 },
    )
}

/** Insects and wings on a collector's card. */
const wings: Draw = (g) => {
  const { p, w, h, r } = g
  const bg = g.dark ? p.ink : r.pick([p.paper, p.pale, p.cool])
  wash(g, bg, mix(bg, p.warm, 0.25), h * 0.5, h * 1.1)
  for (let i = 0; i < 9; i++)
    branch(
      g,
      [
        [w * (i / 8), h * 1.04],
        [w * (i / 8) + r.range(-30, 30), h * 0.84],
        [w * (i / 8) + r.range(-80, 80), h * r.range(0.62, 0.76)],
      ],
      mix(p.cool, p.deep, 0.5),
      i % 2 ? p.cool : mix(p.cool, p.deep, 0.45),
      92,
      6,
      p.pale,
    )
  const spots =
    h > w
      ? [
          [0.5, 0.34, 1.5],
          [0.2, 0.68, 0.72],
          [0.8, 0.7, 0.84],
        ]
      : [
          [0.36, 0.42, 1.2],
          [0.78, 0.4, 0.8],
        ]
  spots.forEach(([x = 0, y = 0, m = 1]) => {
    const c = r.shuffle([p.hot, p.warm, p.cool, p.deep].filter((q) => q !== bg))
    frame(g, w * x, h * y, r.range(-24, 24), (m * Math.min(w, h)) / 1120, () => {
      for (const s of [-1, 1]) {
        const up = blob(
          g,
          [
            [s * 10, -20],
            [s * 90, -150],
            [s * 230, -190],
            [s * 250, -90],
            [s * 150, 10],
          ],
          1,
        )
        const low = blob(
          g,
          [
            [s * 10, 0],
            [s * 140, 14],
            [s * 190, 110],
            [s * 110, 180],
            [s * 40, 110],
          ],
          1,
        )
        fill(g, low, c[1] as string, { lift: 6 })
        fill(g, up, c[0] as string, { lift: 6 })
        strokes(
          g,
          [-150, -110, -60].map((e): Pt[] => [
            [s * 14, -16],
            [s * 120, e * 0.6],
            [s * 226, e - 20],
          ]),
          p.ink,
          4,
        )
        dots(
          g,
          [
            [s * 196, -140, 20],
            [s * 212, -96, 12],
            [s * 130, 104, 22],
          ],
          p.paper,
        )
        dots(g, [[s * 130, 104, 10]], p.ink)
        stroke(
          g,
          [
            [s * 4, -70],
            [s * 30, -130],
            [s * 60, -150],
          ],
          p.ink,
          5,
        )
      }
      fill(
        g,
        blob(
          g,
          [
            [0, -84],
            [16, -50],
            [14, 40],
            [0, 120],
            [-14, 40],
            [-16, -50],
          ],
          1,
        ),
        p.ink,
      )
    })
  })
}

export const wild = [
  family(
    'birds',
    birds,
    'birdwatching pet-birds parrot wild-animals wildlife-photography cherry-blossom trees nature chinese-painting ink-wash-painting bamboo-flute guzheng poetry spring-festival kunqu flowers',
    'nature',
  ),
  family(
    'garden',
    garden,
    'gardening houseplants balcony-gardening succulents bonsai farming zero-waste environmental-protection home slow-living rural-life vegetables cleaning natural-dyeing',
    'nature everyday-life',
  ),
  family(
    'bouquet',
    bouquet,
    'flower-arrangement flowers wedding perfume birthday gouache watercolor oil-painting dating natural-dyeing soap-making skincare day-of-the-dead feminism candle-making',
    'nature art',
  ),
  family('wings', wings, 'insects butterfly beekeeping biology macro-photography science tattoo environmental-protection giant-panda reptiles', 'nature study'),
]
