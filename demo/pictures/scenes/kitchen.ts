import { clip, dots, fill, floor, frame, outline, type Sheet, stroke, strokes, wash } from '../brush.ts'
import { branch, leaf, steam } from '../objects.ts'
import { mix } from '../palette.ts'
import { type Draw, family } from '../scene.ts'
import { arc, blob, disc, type Pt, place, poly, rect, ribbon, rrect, spline } from '../shape.ts'
import { shade, tex } from '../texture.ts'
import { dish, table } from './food.ts'

function fruit(g: Sheet, x: number, y: number, k: number, kind: number): void {
  const { p, r } = g
  const green = mix(p.cool, p.deep, 0.35)
  if (kind === 0) {
    const s = blob(
      g,
      [
        [x, y - k * 0.82],
        [x + k * 0.6, y - k],
        [x + k, y - k * 0.2],
        [x + k * 0.55, y + k * 0.85],
        [x, y + k * 0.78],
        [x - k * 0.55, y + k * 0.85],
        [x - k, y - k * 0.2],
        [x - k * 0.6, y - k],
      ],
      2,
    )
    fill(g, s, p.hot, { lift: 12 })
    shade(g, s, -k * 0.2, -k * 0.12)
    stroke(
      g,
      [
        [x, y - k * 0.8],
        [x + 8, y - k * 1.05],
        [x + 22, y - k * 1.25],
      ],
      p.ink,
      9,
    )
    leaf(g, x + 10, y - k * 1.05, k * 0.7, k * 0.34, -0.3, green, p.pale)
  } else if (kind === 1) {
    const s = blob(
      g,
      [
        [x, y - k * 1.5],
        [x + k * 0.36, y - k * 0.9],
        [x + k * 0.86, y + k * 0.1],
        [x + k * 0.5, y + k * 0.9],
        [x - k * 0.5, y + k * 0.9],
        [x - k * 0.86, y + k * 0.1],
        [x - k * 0.36, y - k * 0.9],
      ],
      2,
    )
    fill(g, s, mix(p.warm, p.cool, 0.25), { lift: 12 })
    shade(g, s, -k * 0.2, -k * 0.1)
    tex(g, disc(g, x + k * 0.1, y + k * 0.3, k * 0.4), 'stipple', p.deep, 34, 0.7)
    stroke(
      g,
      [
        [x, y - k * 1.45],
        [x + 12, y - k * 1.85],
      ],
      p.ink,
      9,
    )
  } else if (kind === 2) {
    const s = disc(g, x, y, k)
    fill(g, s, p.warm, { lift: 12 })
    shade(g, s, -k * 0.2, -k * 0.16, p.hot)
    tex(g, disc(g, x - k * 0.1, y - k * 0.1, k * 0.6), 'stipple', p.paper, 36, 0.8)
    for (const a of [-0.5, 0.5, -2.4]) leaf(g, x, y - k * 0.86, k * 0.55, k * 0.26, a, green, p.pale)
  } else if (kind === 3) {
    fill(g, disc(g, x, y, k), p.warm, { lift: 12 })
    fill(g, disc(g, x, y, k * 0.9), p.paper, { line: false })
    for (let i = 0; i < 8; i++)
      fill(
        g,
        blob(
          g,
          place(
            [
              [k * 0.1, 0],
              [k * 0.7, -k * 0.24],
              [k * 0.8, 0],
              [k * 0.7, k * 0.24],
            ],
            x,
            y,
            (i * Math.PI) / 4,
          ),
          1,
        ),
        mix(p.warm, p.hot, 0.4),
        { line: false },
      )
  } else if (kind === 4) {
    const s = blob(
      g,
      [
        [x - k * 0.2, y - k * 0.9],
        [x + k * 0.5, y - k * 0.8],
        [x + k * 0.95, y],
        [x + k * 0.9, y + k * 0.9],
        [x + k * 0.1, y + k * 1.1],
        [x - k * 0.6, y + k * 0.5],
        [x - k * 0.5, y - k * 0.4],
      ],
      3,
    )
    fill(g, s, mix(p.deep, p.hot, 0.2), { lift: 12 })
    shade(g, s, -k * 0.24, -k * 0.1)
    stroke(g, arc(x + k * 0.35, y + k * 0.1, k * 0.4, k * 0.7, 0.55, 0.72, 6), p.paper, 8, 0.6)
    fill(
      g,
      blob(
        g,
        [
          [x - k * 0.45, y - k * 0.75],
          [x, y - k * 1.1],
          [x + k * 0.62, y - k * 0.85],
          [x + k * 0.3, y - k * 0.55],
          [x + k * 0.05, y - k * 0.7],
          [x - k * 0.2, y - k * 0.4],
        ],
        2,
      ),
      green,
    )
  } else {
    fill(g, disc(g, x, y, k * 1.12, k), p.hot, { lift: 12 })
    for (const q of [0.72, 0.36]) outline(g, disc(g, x, y, k * q * 1.2, k * q), mix(p.hot, p.ink, 0.25), 5, 0.6)
    fill(
      g,
      {
        pts: Array.from(
          { length: 10 },
          (_, i): Pt => [x + Math.cos(i * 0.628) * k * (i % 2 ? 0.14 : 0.52), y - k * 0.55 + Math.sin(i * 0.628) * k * (i % 2 ? 0.06 : 0.22)],
        ),
        smooth: false,
      },
      green,
    )
  }
  if (r.chance(0.25)) dots(g, [[x - k * 0.35, y - k * 0.35, k * 0.1]], p.paper, 0.7)
}

const stillLife: Draw = (g) => {
  const { p, w, h, r } = g
  const wall = g.dark ? p.deep : r.pick([p.pale, p.cool, p.paper])
  wash(g, wall, mix(wall, p.paper, 0.3), h * 0.1, h * 0.6)
  const arch = { pts: [[w * 0.18, h * 0.72] as Pt, ...arc(w * 0.5, h * 0.4, w * 0.32, w * 0.32, 0.5, 1, 14), [w * 0.82, h * 0.72] as Pt], smooth: false }
  fill(g, arch, r.pick([p.warm, p.hot, p.cool].filter((c) => c !== wall)), { line: false })
  tex(g, arch, r.pick(['dots', 'waves', 'hatch']), p.paper, 22, 0.28)
  const fl = floor(g, h * 0.68, mix(p.paper, p.pale, 0.4))
  for (let i = 0; i < 9; i++)
    stroke(
      g,
      [
        [w * (-0.2 + i * 0.18), h * 1.02],
        [w * (0.1 + i * 0.1), h * 0.685],
      ],
      p.hot,
      4,
      0.35,
    )
  shade(g, fl, 0, -26, p.deep)
  const k = Math.min(w, h) * 0.105
  vase(g, w * 0.5, h * 0.72, k * 2.2)
  const kinds = r.shuffle([0, 1, 2, 3, 4, 5])
  const spots: Pt[] = [
    [w * 0.22, h * 0.71],
    [w * 0.76, h * 0.7],
    [w * 0.36, h * 0.82],
    [w * 0.62, h * 0.84],
    [w * 0.86, h * 0.85],
    [w * 0.13, h * 0.88],
  ]
  spots.forEach(([x, y], i) => fruit(g, x, y, k * (i < 2 ? 1.15 : 1), kinds[i] as number))
}

function vase(g: Sheet, x: number, y: number, k: number): void {
  const { p, r } = g
  const body = blob(
    g,
    [
      [x - k * 0.24, y - k * 1.02],
      [x - k * 0.16, y - k * 0.8],
      [x - k * 0.5, y - k * 0.4],
      [x - k * 0.36, y],
      [x + k * 0.36, y],
      [x + k * 0.5, y - k * 0.4],
      [x + k * 0.16, y - k * 0.8],
      [x + k * 0.24, y - k * 1.02],
    ],
    1.5,
  )
  for (let i = 0; i < 5; i++) {
    const a = -0.62 + i * 0.31 + r.range(-0.06, 0.06)
    const len = k * r.range(1, 1.5)
    const tip: Pt = [x + Math.sin(a) * len, y - k - Math.cos(a) * len * 0.8]
    branch(
      g,
      [[x, y - k], [x + Math.sin(a) * len * 0.4, y - k - len * 0.4], tip],
      p.ink,
      i % 2 ? p.cool : mix(p.cool, p.deep, 0.5),
      k * 0.26,
      r.int(3, 5),
      p.pale,
    )
    if (i % 2 === 0)
      for (let j = 0; j < 6; j++)
        fill(g, disc(g, tip[0] + Math.cos(j * 1.05) * k * 0.12, tip[1] + Math.sin(j * 1.05) * k * 0.12, k * 0.09), j < 5 ? p.hot : p.warm, { line: false })
  }
  fill(g, body, p.paper, { lift: 14 })
  clip(g, body, () => {
    fill(g, rect(g, x - k, y - k * 0.56, k * 2, k * 0.1), p.deep, { line: false })
    for (let i = -3; i < 4; i++) leaf(g, x + i * k * 0.17, y - k * 0.1, k * 0.3, k * 0.12, -1.2, p.deep)
  })
  shade(g, body, -k * 0.14, 0)
}

const fishPlate: Draw = (g) => {
  const { p, w, h, r } = g
  table(g)
  const k = Math.min(w, h)
  const n = h > w * 1.1 ? 4 : 2
  const paper = rect(g, w * 0.07, h * 0.1, w * 0.86, h * 0.8, r.range(-0.05, 0.05), 4)
  fill(g, paper, p.paper, { lift: 18 })
  strokes(
    g,
    Array.from({ length: 10 }, (_, i): Pt[] => [
      [w * 0.12, h * (0.16 + i * 0.075)],
      [w * 0.88, h * (0.16 + i * 0.075)],
    ]),
    p.cool,
    3,
    0.4,
  )
  const tones = r.shuffle([p.hot, p.cool, p.deep, p.warm])
  for (let i = 0; i < n; i++) {
    frame(
      g,
      w * 0.5,
      h * (0.5 + (i - (n - 1) / 2) * (0.72 / n)),
      r.range(-7, 7),
      (k / 1000) * (n > 2 ? 1 : 1.12),
      () => oneFish(g, tones[i % 4] as string),
      i % 2 === 1,
    )
  }
  for (const [x, y] of [
    [0.14, 0.14],
    [0.86, 0.87],
  ])
    fruit(g, w * (x as number), h * (y as number), k * 0.075, 3)
  branch(
    g,
    [
      [w * 0.9, h * 0.06],
      [w * 0.8, h * 0.14],
      [w * 0.72, h * 0.13],
    ],
    p.ink,
    p.cool,
    70,
    4,
  )
}

function oneFish(g: Sheet, color: string): void {
  const { p } = g
  fill(
    g,
    blob(
      g,
      [
        [240, 0],
        [372, -92],
        [344, 0],
        [372, 88],
      ],
      2,
    ),
    mix(color, p.ink, 0.2),
    { lift: 10 },
  )
  fill(
    g,
    blob(
      g,
      [
        [-60, -84],
        [30, -142],
        [150, -66],
      ],
      2,
    ),
    mix(color, p.ink, 0.2),
  )
  fill(
    g,
    blob(
      g,
      [
        [-20, 80],
        [50, 128],
        [110, 56],
      ],
      2,
    ),
    mix(color, p.ink, 0.2),
  )
  const body = blob(
    g,
    [
      [-350, 10],
      [-240, -74],
      [-60, -108],
      [130, -70],
      [262, -14],
      [262, 18],
      [130, 66],
      [-60, 98],
      [-240, 72],
    ],
    2,
  )
  fill(g, body, color, { lift: 12 })
  clip(g, body, () => {
    fill(
      g,
      blob(
        g,
        [
          [-360, 30],
          [-60, 40],
          [280, 10],
          [200, 130],
          [-300, 130],
        ],
        2,
      ),
      mix(color, p.paper, 0.6),
      { line: false },
    )
    const scales: Pt[][] = []
    for (let j = 0; j < 7; j++) for (let i = 0; i < 9; i++) scales.push(arc(-150 + i * 46 + (j % 2) * 23, -86 + j * 27, 22, 18, -0.22, 0.22, 4))
    strokes(g, scales, p.paper, 4, 0.75)
    fill(
      g,
      blob(
        g,
        [
          [-370, -100],
          [-200, -100],
          [-172, 0],
          [-200, 100],
          [-370, 100],
        ],
        2,
      ),
      mix(color, p.ink, 0.12),
      { line: false },
    )
  })
  stroke(g, arc(-262, 0, 84, 74, -0.14, 0.16, 6), p.ink, 6)
  fill(g, disc(g, -276, -18, 24), p.paper)
  fill(g, disc(g, -276, -18, 12), p.ink)
  stroke(
    g,
    [
      [-348, 16],
      [-318, 24],
      [-296, 20],
    ],
    p.ink,
    6,
  )
  fill(
    g,
    blob(
      g,
      [
        [-140, 20],
        [-60, 6],
        [-84, 54],
      ],
      1,
    ),
    mix(color, p.ink, 0.3),
  )
}

const mushrooms: Draw = (g) => {
  const { p, w, h, r } = g
  const sky = g.dark ? p.ink : r.pick([p.pale, p.paper, p.cool, p.deep])
  wash(g, sky, mix(sky, p.cool, 0.45), h * 0.15, h * 0.8)
  const trunks = r.int(4, 6)
  for (let i = 0; i < trunks; i++)
    fill(g, rect(g, w * (i / trunks) + r.range(0, 70), -20, r.range(40, 90), h * 1.1, r.range(-0.04, 0.04)), mix(sky, p.deep, 0.35), { line: false })
  fill(
    g,
    blob(
      g,
      [
        [-40, h * 0.8],
        [w * 0.3, h * 0.74],
        [w * 0.7, h * 0.79],
        [w + 40, h * 0.72],
        [w + 40, h + 40],
        [-40, h + 40],
      ],
      4,
    ),
    mix(p.deep, p.cool, 0.3),
    { line: false },
  )
  const spots = [
    [0.26, 0.86, 0.5],
    [0.8, 0.84, 0.42],
    [0.54, 0.9, 0.74],
  ] as const
  const caps = r.shuffle([p.hot, p.warm, mix(p.warm, p.deep, 0.3), p.paper])
  spots.forEach(([x, y, t], i) => toadstool(g, w * x, h * y, Math.min(h * t, w * t * 1.05), caps[i] as string))
  const front = blob(
    g,
    [
      [-40, h * 0.9],
      [w * 0.25, h * 0.87],
      [w * 0.6, h * 0.92],
      [w + 40, h * 0.86],
      [w + 40, h + 40],
      [-40, h + 40],
    ],
    4,
  )
  fill(g, front, mix(p.deep, p.ink, 0.35), { line: false })
  tex(g, front, 'stipple', p.cool, 46, 0.9)
  for (let i = 0; i < 9; i++)
    branch(
      g,
      [
        [w * (0.04 + i * 0.12), h * 1.02],
        [w * (0.05 + i * 0.12), h * 0.95],
        [w * (0.02 + i * 0.12) + r.range(0, 60), h * r.range(0.87, 0.91)],
      ],
      p.cool,
      p.cool,
      52,
      4,
    )
}

function toadstool(g: Sheet, x: number, y: number, tall: number, color: string): void {
  const { p, r } = g
  const k = tall * r.range(0.36, 0.42)
  const top = y - tall * 0.66
  const stem = blob(
    g,
    [
      [x - k * 0.16, top],
      [x - k * 0.2, y - tall * 0.3],
      [x - k * 0.34, y],
      [x, y + k * 0.1],
      [x + k * 0.34, y],
      [x + k * 0.19, y - tall * 0.3],
      [x + k * 0.16, top],
    ],
    2,
  )
  fill(g, stem, p.paper, { lift: 10 })
  shade(g, stem, -k * 0.12, 0)
  const gills = disc(g, x, top, k * 0.96, k * 0.2)
  fill(g, gills, mix(p.pale, p.warm, 0.35))
  clip(g, gills, () =>
    strokes(
      g,
      Array.from({ length: 21 }, (_, i): Pt[] => [
        [x + (i - 10) * k * 0.03, top - k * 0.05],
        [x + (i - 10) * k * 0.1, top + k * 0.24],
      ]),
      mix(p.warm, p.ink, 0.4),
      3.4,
    ),
  )
  fill(
    g,
    blob(
      g,
      [
        [x - k * 0.25, top + k * 0.32],
        [x, top + k * 0.26],
        [x + k * 0.25, top + k * 0.32],
        [x + k * 0.34, top + k * 0.5],
        [x, top + k * 0.43],
        [x - k * 0.34, top + k * 0.5],
      ],
      2,
    ),
    p.pale,
  )
  const cap = { pts: [...arc(x, top, k, tall * r.range(0.3, 0.4), 0.5, 1, 12), ...arc(x, top, k, k * 0.12, 0, 0.5, 8)], smooth: true }
  fill(g, cap, color, { lift: 8 })
  shade(g, cap, -k * 0.16, -k * 0.08)
  clip(g, cap, () => {
    const spot = color === p.paper ? p.hot : p.paper
    for (let i = 0; i < 9; i++)
      fill(
        g,
        disc(g, x + (((i * 0.47) % 1.7) - 0.85) * k, top - tall * (0.05 + ((i * 0.37) % 1) * 0.3), k * r.range(0.06, 0.13), k * r.range(0.05, 0.1)),
        spot,
        { line: false },
      )
  })
}

const shelf: Draw = (g) => {
  const { p, w, h, r } = g
  const wall = g.dark ? p.deep : r.pick([p.pale, p.cool, p.paper, p.warm])
  wash(g, wall, mix(wall, p.paper, 0.25), h, h * 0.2)
  if (r.chance(0.6))
    for (let y = 0; y < h; y += 90) for (let x = (y / 90) % 2 ? -60 : 0; x < w; x += 120) outline(g, rect(g, x, y, 120, 90, 0, 1), mix(wall, p.ink, 0.16), 3)
  const rows = h > w ? 3 : 2
  for (let j = 0; j < rows; j++) {
    const y = h * ((j + 0.86) / rows) - h * 0.01
    const tall = (h / rows) * 0.58
    let x = w * 0.06
    while (x < w * 0.88) {
      const k = r.range(0.11, 0.17) * w
      jar(g, x + k / 2, y, Math.min(k, w * 0.94 - x), tall * r.range(0.55, 1), r.int(0, 4))
      x += k + w * 0.025
    }
    fill(g, rect(g, -20, y, w + 40, 26), mix(p.warm, p.deep, 0.3), { lift: 14 })
  }
}

function jar(g: Sheet, x: number, y: number, k: number, tall: number, kind: number): void {
  const { p, r } = g
  const c = r.pick([p.hot, p.warm, p.cool, p.paper, p.pale, p.deep])
  if (kind === 0) {
    const body = rrect(g, x - k / 2, y - tall * 0.85, k, tall * 0.85, 18)
    fill(g, body, mix(p.paper, p.cool, 0.25))
    clip(g, body, () => {
      fill(g, rect(g, x - k, y - tall * 0.6, k * 2, tall), c === p.paper ? p.hot : c, { line: false })
      for (let i = 0; i < 14; i++)
        fill(g, disc(g, x + r.range(-0.45, 0.45) * k, y - r.range(0.05, 0.55) * tall, k * 0.09, k * 0.07, i), mix(c, r.chance(0.5) ? p.paper : p.ink, 0.3), {
          line: false,
        })
    })
    stroke(
      g,
      [
        [x - k * 0.36, y - tall * 0.76],
        [x - k * 0.36, y - tall * 0.2],
      ],
      p.paper,
      7,
      0.8,
    )
    fill(g, rrect(g, x - k * 0.46, y - tall, k * 0.92, tall * 0.17, 8), p.ink)
  } else if (kind === 1) {
    const body = blob(
      g,
      [
        [x - k * 0.4, y],
        [x - k * 0.5, y - tall * 0.35],
        [x - k * 0.3, y - tall * 0.66],
        [x + k * 0.3, y - tall * 0.66],
        [x + k * 0.5, y - tall * 0.35],
        [x + k * 0.4, y],
      ],
      1.5,
    )
    for (const s of [-0.3, 0, 0.3])
      stroke(
        g,
        [
          [x + s * k * 0.4, y - tall * 0.6],
          [x + s * k * 0.9, y - tall],
        ],
        p.warm,
        11,
      )
    for (const s of [-0.3, 0, 0.3]) fill(g, disc(g, x + s * k * 0.95, y - tall * 1.02, 15, 24, s), p.warm)
    fill(g, body, c, { lift: 8 })
    shade(g, body, -k * 0.18, 0)
    stroke(
      g,
      [
        [x - k * 0.44, y - tall * 0.42],
        [x, y - tall * 0.38],
        [x + k * 0.44, y - tall * 0.42],
      ],
      c === p.paper ? p.deep : p.paper,
      8,
    )
  } else if (kind === 2) {
    for (let i = 0; i < 4; i++)
      fill(
        g,
        poly(
          g,
          [
            [x - k * 0.5, y - 20 - i * 30],
            [x + k * 0.5, y - 20 - i * 30],
            [x + k * 0.32, y - i * 30],
            [x - k * 0.32, y - i * 30],
          ],
          1.5,
        ),
        i % 2 ? c : p.paper,
        { lift: 4 },
      )
  } else if (kind === 3) {
    const b = blob(
      g,
      [
        [x - k * 0.36, y],
        [x - k * 0.36, y - tall * 0.5],
        [x - k * 0.1, y - tall * 0.68],
        [x - k * 0.1, y - tall],
        [x + k * 0.1, y - tall],
        [x + k * 0.1, y - tall * 0.68],
        [x + k * 0.36, y - tall * 0.5],
        [x + k * 0.36, y],
      ],
      1,
    )
    fill(g, b, mix(p.cool, p.deep, 0.4), { lift: 6 })
    fill(g, rect(g, x - k * 0.3, y - tall * 0.44, k * 0.6, tall * 0.26), p.pale)
    fill(g, disc(g, x, y - tall * 0.31, k * 0.13), p.hot, { line: false })
  } else {
    const pan = rrect(g, x - k / 2, y - tall * 0.42, k, tall * 0.42, 20)
    fill(g, pan, p.hot, { lift: 8 })
    shade(g, pan, -k * 0.14, -4)
    fill(g, { pts: arc(x, y - tall * 0.42, k * 0.48, tall * 0.14, 0.5, 1, 10), smooth: false }, mix(p.hot, p.ink, 0.2))
    fill(g, disc(g, x, y - tall * 0.58, 14), p.ink)
    steam(g, x, y - tall * 0.62, tall * 0.4, p.paper, 2, 34)
  }
}

const feast: Draw = (g) => {
  const { p, w, h, r } = g
  table(g)
  const k = Math.min(w, h) * 0.21
  const spots: [number, number, number][] =
    h > w * 1.1
      ? [
          [0.28, 0.18, 1],
          [0.76, 0.24, 0.85],
          [0.5, 0.5, 1.3],
          [0.18, 0.68, 0.75],
          [0.82, 0.72, 1],
          [0.4, 0.86, 0.95],
        ]
      : [
          [0.22, 0.28, 1],
          [0.52, 0.46, 1.3],
          [0.84, 0.26, 0.9],
          [0.2, 0.78, 0.85],
          [0.82, 0.76, 1.05],
        ]
  const fills = r.shuffle([p.hot, p.warm, mix(p.cool, p.pale, 0.3), p.pale, mix(p.warm, p.pale, 0.5), mix(p.hot, p.warm, 0.5)])
  spots.forEach(([x, y, m], i) => {
    const q = dish(g, w * x, h * y, k * m, r.pick([p.paper, p.deep, p.cool]), fills[i % 6] as string)
    topping(g, w * x, h * y, q, (i + r.int(0, 5)) % 6)
  })
}

function topping(g: Sheet, x: number, y: number, q: number, kind: number): void {
  const { p, r } = g
  const spot = (m: number): Pt => {
    const [a, b] = [r.range(0, 6.28), Math.sqrt(r.next()) * m * q]
    return [x + Math.cos(a) * b, y + Math.sin(a) * b]
  }
  if (kind === 0) for (let i = 0; i < 7; i++) fill(g, disc(g, ...spot(0.6), q * 0.2), i % 2 ? p.hot : mix(p.hot, p.ink, 0.25), { lift: 5 })
  else if (kind === 1)
    for (let i = 0; i < 12; i++) leaf(g, ...spot(0.55), q * 0.42, q * 0.17, r.range(0, 6.28), r.pick([p.cool, mix(p.cool, p.deep, 0.5)]), p.pale)
  else if (kind === 2) {
    stroke(
      g,
      spline(
        Array.from({ length: 26 }, (_, i): Pt => [x + Math.cos(i * 0.75) * q * (0.75 - i * 0.026), y + Math.sin(i * 0.75) * q * (0.75 - i * 0.026)]),
        60,
      ),
      p.paper,
      q * 0.06,
      0.9,
    )
    dots(
      g,
      Array.from({ length: 12 }, () => [...spot(0.6), q * 0.04] as const),
      p.deep,
    )
  } else if (kind === 3)
    for (let i = 0; i < 5; i++) {
      const a = (i / 5) * 6.283
      fill(
        g,
        poly(
          g,
          place(
            [
              [0, -q * 0.1],
              [q * 0.7, -q * 0.28],
              [q * 0.78, 0],
              [q * 0.7, q * 0.28],
              [0, q * 0.1],
            ],
            x,
            y,
            a,
          ),
          2,
        ),
        mix(p.warm, p.pale, 0.25),
        { lift: 5 },
      )
      dots(
        g,
        Array.from(
          { length: 4 },
          (_, j) => [x + Math.cos(a + 0.1 * j - 0.15) * q * (0.3 + j * 0.11), y + Math.sin(a + 0.1 * j - 0.15) * q * (0.3 + j * 0.11), q * 0.03] as const,
        ),
        p.deep,
        0.7,
      )
    }
  else if (kind === 4)
    for (let i = 0; i < 9; i++)
      fill(g, ribbon(g, arc(...spot(0.5), q * 0.2, q * 0.2, i * 0.1, i * 0.1 + 0.45, 7), q * 0.1, q * 0.04, q * 0.05), mix(p.hot, p.pale, 0.4), { lift: 4 })
  else {
    for (let i = 0; i < 16; i++) fill(g, rect(g, ...spot(0.62), q * 0.16, q * 0.16, r.next(), 1), r.pick([p.pale, p.warm, p.cool, p.hot]), { lift: 3 })
    dots(
      g,
      Array.from({ length: 20 }, () => [...spot(0.72), q * 0.025] as const),
      p.paper,
    )
  }
}

export const kitchen = [
  family(
    'still life',
    stillLife,
    'fruit vegetables vegetarian-food vegan-food salad wet-market farming grocery-shopping flower-arrangement painting oil-painting gouache watercolor drawing home-cooking slow-living zero-waste',
    'cooking art',
  ),
  family('fish', fishPlate, 'fish seafood fishing sushi wet-market japanese-cuisine goldfish aquarium pickles', ''),
  family('mushrooms', mushrooms, 'mushroom mushroom-foraging forest fermentation wild-animals insects camping trail-running', ''),
  family(
    'kitchen shelf',
    shelf,
    'home-cooking fermentation pickles spices kimchi tidying home renting recipe soap-making candle-making zero-waste meal-prep beer wine sake craft-beer baijiu perfume',
    'cooking',
  ),
  family(
    'feast',
    feast,
    'indian-cuisine arab-cuisine mexican-cuisine ethiopian-cuisine korean-cuisine hummus falafel paella bibimbap tteokbokki restaurant ramadan eid-al-fitr diwali thanksgiving halal-food family salad bento food-photography friendship mukbang',
    '',
  ),
]
