import { clip, dots, fill, floor, ground, outline, type Sheet, stroke, strokes, wash } from '../brush.ts'
import { branch, leaf, steam } from '../objects.ts'
import { mix } from '../palette.ts'
import { type Draw, family } from '../scene.ts'
import { arc, blob, disc, type Pt, place, poly, rect, ribbon, rrect, spline } from '../shape.ts'
import { shade, tex } from '../texture.ts'
import { table } from './food.ts'

/** One thing that flies out of a pan. */
function morsel(g: Sheet, x: number, y: number, k: number, i: number): void {
  const { p, r } = g
  const a = r.range(0, 6.28)
  if (i % 6 === 0) {
    fill(g, ribbon(g, arc(x, y, k * 0.7, k * 0.7, a / 6.28, a / 6.28 + 0.55, 9), k * 0.5, k * 0.16, k * 0.16), mix(p.hot, p.pale, 0.4), { lift: 4 })
  } else if (i % 6 === 1) leaf(g, x, y, k * 1.7, k * 0.7, a, mix(p.cool, p.deep, 0.3), p.pale)
  else if (i % 6 === 2) {
    fill(g, disc(g, x, y, k * 0.75), p.hot, { lift: 4 })
    fill(g, disc(g, x, y, k * 0.5), mix(p.hot, p.pale, 0.5), { line: false })
    dots(
      g,
      [
        [x - k * 0.2, y, 5],
        [x + k * 0.2, y - 6, 5],
        [x, y + k * 0.22, 5],
      ],
      p.paper,
    )
  } else if (i % 6 === 3) {
    fill(g, disc(g, x, y, k * 0.9, k * 0.66, a), mix(p.pale, p.warm, 0.3), { lift: 4 })
    stroke(
      g,
      place(
        [
          [-k * 0.5, 0],
          [0, -k * 0.1],
          [k * 0.5, 0],
        ],
        x,
        y,
        a,
      ),
      mix(p.warm, p.deep, 0.5),
      7,
    )
  } else if (i % 6 === 4)
    fill(
      g,
      ribbon(
        g,
        spline(
          place(
            [
              [-k, 0],
              [0, -k * 0.3],
              [k, k * 0.2],
            ],
            x,
            y,
            a,
          ),
          8,
        ),
        k * 0.36,
        3,
      ),
      p.hot,
      { lift: 3 },
    )
  else fill(g, rect(g, x - k * 0.5, y - k * 0.5, k, k, a), p.paper, { lift: 4 })
}

function flame(g: Sheet, x: number, y: number, k: number, c: string): void {
  const s = g.r.range(-0.25, 0.25) * k
  fill(
    g,
    blob(
      g,
      [
        [x - k * 0.34, y],
        [x - k * 0.4, y - k * 0.42],
        [x - k * 0.1 + s * 0.4, y - k * 0.66],
        [x + s, y - k * 1.25],
        [x + k * 0.16 + s * 0.4, y - k * 0.66],
        [x + k * 0.4, y - k * 0.4],
        [x + k * 0.34, y],
      ],
      2,
    ),
    c,
    { line: false },
  )
}

const wok: Draw = (g) => {
  const { p, w, h, r } = g
  const wall = g.dark || r.chance(0.4) ? r.pick([p.ink, p.deep]) : r.pick([p.pale, p.cool, p.warm])
  wash(g, wall, mix(wall, p.warm, 0.5), h * 0.15, h * 0.8)
  const [x, y, k] = [w * 0.45, h * 0.66, Math.min(w * 0.36, h * 0.34)]
  const sweep = spline(
    [
      [x - k * 0.8, y - k * 0.1],
      [x - k * 0.5, h * 0.2],
      [x + k * 0.3, h * 0.11],
      [x + k * 0.9, h * 0.34],
    ],
    26,
  )
  fill(g, ribbon(g, sweep, k * 0.9, k * 0.12, k * 0.2), mix(wall, p.paper, 0.22), { op: 0.7, line: false })
  sweep.forEach(([sx, sy], i) => morsel(g, sx + r.range(-0.26, 0.26) * k, sy + r.range(-0.22, 0.22) * k, k * 0.15, i + r.int(0, 2)))
  const stove = floor(g, h * 0.86, mix(p.deep, p.ink, 0.6))
  tex(g, stove, 'grid', p.cool, 60, 0.4)
  for (let i = 0; i < 9; i++) flame(g, x + (i - 4) * k * 0.26, h * 0.88, k * r.range(0.5, 0.8), p.hot)
  for (let i = 0; i < 7; i++) flame(g, x + (i - 3) * k * 0.26, h * 0.88, k * r.range(0.26, 0.44), p.warm)
  for (let i = 0; i < 11; i++) morsel(g, x + (i - 5) * k * 0.15, y - k * r.range(0.02, 0.14), k * 0.15, i)
  const pan: Pt[] = [[x - k * 1.08, y], [x + k * 1.08, y], ...arc(x, y, k * 1.02, k * 0.56, 0.02, 0.48, 14)]
  const body = { pts: pan, smooth: false }
  stroke(
    g,
    [
      [x + k, y + k * 0.04],
      [x + k * 1.5, y - k * 0.2],
      [w * 1.05, y - k * 0.42],
    ],
    p.warm,
    k * 0.13,
  )
  stroke(
    g,
    [
      [x + k, y + k * 0.04],
      [x + k * 1.2, y - k * 0.05],
    ],
    p.ink,
    k * 0.16,
  )
  fill(g, body, mix(p.ink, p.deep, wall === p.ink ? 0.6 : 0.2), { lift: 10 })
  shade(g, body, -k * 0.12, -k * 0.1, p.ink, 1.6)
  stroke(g, arc(x, y, k * 0.86, k * 0.42, 0.3, 0.44, 8), p.paper, 9, 0.5)
  dots(
    g,
    Array.from({ length: 34 }, () => [x + r.range(-1.2, 1.4) * k, h * r.range(0.1, 0.75), r.range(2, 6)] as const),
    p.warm,
  )
}

const sweets: Draw = (g) => {
  const { p, w, h, r } = g
  const wall = g.dark ? p.deep : r.pick([p.pale, p.hot, p.cool, p.warm])
  wash(g, wall, mix(wall, p.paper, 0.35), h * 0.05, h * 0.7)
  for (let j = 0; j < 2; j++)
    for (let i = 0; i < 8; i++) {
      const c = [p.hot, p.warm, p.cool, p.paper].filter((q) => q !== wall)[(i + j) % 3] as string
      const x = w * (i / 7.5) + 20
      const y = h * (0.06 + j * 0.08) + Math.sin((i / 7) * Math.PI) * h * 0.05
      fill(
        g,
        poly(
          g,
          [
            [x - w * 0.05, y],
            [x + w * 0.05, y],
            [x, y + h * 0.07],
          ],
          2,
        ),
        c,
        { lift: 4 },
      )
    }
  const cloth = floor(g, h * 0.76, p.paper, { lift: -6 })
  for (let i = 0; i < 12; i++)
    fill(g, { pts: arc(w * ((i + 0.5) / 12), h * 0.76, w / 24, h * 0.035, 0, 0.5, 8), smooth: false }, i % 2 ? p.hot : p.warm, { line: false })
  tex(g, cloth, 'dots', p.pale, 34, 0.8)
  const [x, y, k] = [w * 0.47, h * 0.83, Math.min(w * 0.3, h * 0.3)]
  fill(
    g,
    poly(
      g,
      [
        [x - k * 0.2, y - k * 0.1],
        [x + k * 0.2, y - k * 0.1],
        [x + k * 0.44, y + k * 0.2],
        [x - k * 0.44, y + k * 0.2],
      ],
      2,
    ),
    p.cool,
    { lift: 6 },
  )
  fill(g, disc(g, x, y - k * 0.1, k * 1.12, k * 0.13), p.cool, { lift: 6 })
  const cols = r.shuffle([mix(p.hot, p.paper, 0.45), p.warm, p.paper, mix(p.deep, p.warm, 0.35)])
  let top = y - k * 0.12
  for (let i = 0; i < 3; i++) {
    const [tw, th] = [k * (0.94 - i * 0.24), k * 0.42]
    const tier = rrect(g, x - tw, top - th, tw * 2, th, 16)
    fill(g, tier, cols[i] as string, { lift: 6 })
    shade(g, tier, -k * 0.1, 0)
    const drip: Pt[] = [
      [x - tw, top - th],
      [x + tw, top - th],
    ]
    for (let d = 8; d >= 0; d--) drip.push([x - tw + (tw * 2 * d) / 8, top - th + (d % 2 ? th * r.range(0.34, 0.46) : th * 0.22)])
    fill(g, blob(g, drip, 2), cols[(i + 1) % 4] as string)
    for (let d = 0; d < 9; d++) fill(g, disc(g, x - tw * 0.92 + (tw * 1.84 * d) / 8, top - 4, k * 0.055), i % 2 ? p.hot : p.paper, { line: false })
    top -= th
  }
  for (let i = 0; i < 5; i++) {
    const bx = x + (i - 2) * k * 0.17
    fill(g, disc(g, bx, top - k * 0.06, k * 0.09), p.hot, { lift: 3 })
    stroke(
      g,
      [
        [bx, top - k * 0.13],
        [bx + 7, top - k * 0.23],
      ],
      p.deep,
      5,
    )
  }
  for (let i = 0; i < 4; i++) biscuit(g, w * (0.78 + (i % 2) * 0.12), h * (0.9 + Math.floor(i / 2) * 0.055), w * 0.06, i)
  for (let i = 0; i < 2; i++) biscuit(g, w * (0.1 + i * 0.09), h * (0.93 + i * 0.02), w * 0.06, i + 2)
}

function biscuit(g: Sheet, x: number, y: number, k: number, i: number): void {
  const { p, r } = g
  const c = mix(p.warm, i % 2 ? p.pale : p.deep, 0.3)
  fill(g, disc(g, x, y, k, k * 0.86, 0, 0.04), c, { lift: 6 })
  dots(
    g,
    Array.from({ length: 7 }, () => [x + r.range(-0.55, 0.55) * k, y + r.range(-0.45, 0.45) * k, r.range(5, 11)] as const),
    i % 2 ? p.hot : p.ink,
  )
}

const stew: Draw = (g) => {
  const { p, w, h, r } = g
  const wall = g.dark ? p.deep : r.pick([p.cool, p.pale, p.paper, p.warm])
  ground(g, wall)
  const side = w / 7
  for (let j = 0; j * side < h * 0.7; j++)
    for (let i = 0; i < 7; i++) {
      const [cx, cy] = [(i + 0.5) * side, (j + 0.5) * side]
      outline(g, rect(g, i * side, j * side, side, side), mix(wall, p.ink, 0.15), 4)
      if ((i + j) % 2) for (let q = 0; q < 4; q++) leaf(g, cx, cy, side * 0.34, side * 0.16, q * 1.571 + 0.785, mix(wall, p.ink, 0.14))
    }
  fill(g, rect(g, -20, h * 0.12, w + 40, 14), p.ink, { lift: 5 })
  for (let i = 0; i < 5; i++) utensil(g, w * (0.12 + i * 0.19), h * 0.125, h * 0.2, i)
  const top = floor(g, h * 0.74, mix(p.warm, p.deep, 0.42))
  strokes(
    g,
    Array.from({ length: 7 }, (_, i): Pt[] =>
      spline(
        [
          [-20, h * (0.77 + i * 0.035)],
          [w * 0.5, h * (0.775 + i * 0.035)],
          [w + 20, h * (0.768 + i * 0.035)],
        ],
        6,
      ),
    ),
    p.ink,
    3,
    0.25,
  )
  shade(g, top, 0, -20, p.ink, 0.6)
  const k = Math.min(w * 0.28, h * 0.26)
  const c = r.pick([p.hot, p.deep, mix(p.hot, p.warm, 0.4)].filter((q) => q !== wall))
  if (r.chance(0.45)) tagine(g, w * 0.42, h * 0.86, k, c)
  else casserole(g, w * 0.42, h * 0.86, k, c)
  steam(g, w * 0.42, h * 0.5, h * 0.2, p.paper, 3, k * 0.4)
  for (let i = 0; i < 3; i++)
    fill(g, disc(g, w * (0.74 + i * 0.085), h * (0.88 + (i % 2) * 0.03), w * 0.055, w * 0.05), [p.hot, p.warm, p.paper][i] as string, { lift: 7 })
  branch(
    g,
    [
      [w * 0.68, h * 0.96],
      [w * 0.8, h * 0.945],
      [w * 0.94, h * 0.955],
    ],
    p.ink,
    mix(p.cool, p.deep, 0.25),
    w * 0.07,
    5,
    p.pale,
  )
}

function utensil(g: Sheet, x: number, y: number, tall: number, i: number): void {
  const { p } = g
  const c = [p.ink, p.hot, p.warm, p.deep, p.ink][i] as string
  stroke(
    g,
    [
      [x, y],
      [x, y + tall * 0.66],
    ],
    mix(c, p.ink, 0.3),
    11,
  )
  if (i % 3 === 0) fill(g, disc(g, x, y + tall * 0.8, tall * 0.17, tall * 0.2), c, { lift: 5 })
  else if (i % 3 === 1) fill(g, rrect(g, x - tall * 0.15, y + tall * 0.62, tall * 0.3, tall * 0.38, 12), c, { lift: 5 })
  else
    for (const d of [-0.13, -0.045, 0.045, 0.13])
      stroke(
        g,
        [
          [x, y + tall * 0.6],
          [x + d * tall * 1.3, y + tall * 0.78],
          [x, y + tall],
        ],
        c,
        6,
      )
}

function casserole(g: Sheet, x: number, y: number, k: number, c: string): void {
  const { p } = g
  for (const s of [-1, 1]) stroke(g, arc(x + s * k, y - k * 0.62, k * 0.2, k * 0.14, 0, 1, 12), p.ink, 16)
  const body = rrect(g, x - k, y - k * 0.92, k * 2, k * 0.92, k * 0.24)
  fill(g, body, c, { lift: 14 })
  clip(g, body, () => {
    for (let i = -4; i < 5; i++) leaf(g, x + i * k * 0.26, y - k * 0.16, k * 0.4, k * 0.16, -1.57 + (i % 2) * 0.3, p.paper, c)
    stroke(
      g,
      [
        [x - k * 1.1, y - k * 0.72],
        [x + k * 1.1, y - k * 0.72],
      ],
      p.paper,
      9,
    )
  })
  shade(g, body, -k * 0.2, 0)
  const lid = { pts: [...arc(x, y - k * 0.9, k * 1.03, k * 0.4, 0.5, 1, 14)], smooth: false }
  fill(g, lid, mix(c, p.ink, 0.18), { lift: 5 })
  fill(g, disc(g, x, y - k * 1.36, k * 0.13), p.warm, { lift: 4 })
}

function tagine(g: Sheet, x: number, y: number, k: number, c: string): void {
  const { p } = g
  fill(
    g,
    poly(
      g,
      [
        [x - k * 1.15, y - k * 0.4],
        [x + k * 1.15, y - k * 0.4],
        [x + k * 0.8, y],
        [x - k * 0.8, y],
      ],
      2,
    ),
    mix(c, p.ink, 0.25),
    { lift: 14 },
  )
  const cone = blob(
    g,
    [
      [x - k, y - k * 0.38],
      [x - k * 0.7, y - k * 0.8],
      [x - k * 0.2, y - k * 1.5],
      [x, y - k * 1.62],
      [x + k * 0.2, y - k * 1.5],
      [x + k * 0.7, y - k * 0.8],
      [x + k, y - k * 0.38],
      [x, y - k * 0.3],
    ],
    1.5,
  )
  fill(g, cone, c, { lift: 6 })
  clip(g, cone, () => {
    for (const [t, n] of [
      [0.62, 13],
      [1.05, 9],
    ] as const) {
      stroke(
        g,
        Array.from({ length: n * 2 + 1 }, (_, i): Pt => [x - k + (i * k) / n, y - k * (t + (i % 2 ? 0.1 : 0))]),
        p.paper,
        8,
        1,
        true,
      )
      stroke(
        g,
        [
          [x - k, y - k * (t - 0.09)],
          [x + k, y - k * (t - 0.09)],
        ],
        p.warm,
        7,
      )
    }
  })
  shade(g, cone, -k * 0.2, 0)
  fill(g, disc(g, x, y - k * 1.68, k * 0.17, k * 0.13), p.warm, { lift: 4 })
}

/** Flatbreads, tacos, pizza: rounds and folds on a griddle from above. */
const rounds: Draw = (g) => {
  const { p, w, h, r } = g
  table(g, [p.warm])
  const k = Math.min(w, h)
  fill(g, disc(g, w * 0.5, h * 0.47, k * 0.43), mix(p.ink, p.deep, 0.3), { lift: 20 })
  outline(g, disc(g, w * 0.5, h * 0.47, k * 0.4, undefined, 0, 0.004), mix(p.deep, p.paper, 0.25), 6)
  stroke(
    g,
    [
      [w * 0.5 + k * 0.3, h * 0.47 + k * 0.3],
      [w * 0.5 + k * 0.56, h * 0.47 + k * 0.56],
    ],
    p.ink,
    k * 0.07,
  )
  const whole = r.chance(0.5)
  const spots: Pt[] = whole
    ? [[0, 0]]
    : [
        [-0.19, -0.12],
        [0.19, -0.15],
        [0, 0.19],
      ]
  for (const [dx, dy] of spots) {
    const [x, y, q] = [w * 0.5 + dx * k, h * 0.47 + dy * k, k * (whole ? 0.35 : 0.17)]
    fill(g, disc(g, x, y, q, q, 0, 0.025), mix(p.warm, p.pale, 0.35), { lift: 8 })
    dots(
      g,
      Array.from({ length: 14 }, (_, i) => [x + Math.cos(i * 2.4) * q * 0.9, y + Math.sin(i * 2.4) * q * 0.9, r.range(4, 11)] as const),
      mix(p.warm, p.deep, 0.5),
      0.8,
    )
    fill(g, disc(g, x, y, q * 0.8, q * 0.8, 0, 0.04), whole ? p.hot : mix(p.pale, p.warm, 0.2), { line: false })
    const n = whole ? 34 : 12
    for (let i = 0; i < n; i++) {
      const [a, b] = [i * 2.4, q * 0.72 * Math.sqrt((i + 0.5) / n)]
      morsel(g, x + Math.cos(a) * b, y + Math.sin(a) * b, q * (whole ? 0.085 : 0.15), i)
    }
  }
  if (whole)
    strokes(
      g,
      Array.from({ length: 3 }, (_, i): Pt[] =>
        place(
          [
            [-k * 0.34, 0],
            [k * 0.34, 0],
          ],
          w * 0.5,
          h * 0.47,
          i * 1.047 + 0.3,
        ),
      ),
      mix(p.hot, p.ink, 0.4),
      5,
    )
  for (let i = 0; i < 3; i++) {
    const [x, y] = [w * (0.16 + i * 0.17), h * 0.92 + (i % 2) * 16]
    fill(g, disc(g, x, y, k * 0.085), [p.paper, p.cool, p.hot][i] as string, { lift: 8 })
    fill(g, disc(g, x, y, k * 0.066), [p.hot, p.warm, p.paper][i] as string, { line: false })
    dots(
      g,
      Array.from({ length: 9 }, () => [x + r.range(-0.04, 0.04) * k, y + r.range(-0.04, 0.04) * k, 6] as const),
      p.deep,
    )
  }
  for (let i = 0; i < 5; i++) leaf(g, w * r.range(0.66, 0.92), h * r.range(0.9, 0.97), k * 0.1, k * 0.045, r.range(0, 6), mix(p.cool, p.deep, 0.3), p.pale)
}

export const hearth = [
  family(
    'wok',
    wok,
    'home-cooking rice fried-rice kung-pao-chicken chinese-cuisine thai-cuisine vegetables chicken beef pork tomato-and-egg-stir-fry egg vegetarian-food meal-prep spicy-food restaurant mukbang tofu paella',
    'cooking',
  ),
  family('sweets', sweets, 'cake dessert cookie baking birthday chocolate wedding ice-cream gluten-free christmas baby family', 'cooking'),
  family(
    'stew',
    stew,
    'soup curry borscht home-cooking recipe lamb beef arab-cuisine red-braised-pork indian-cuisine couscous risotto pasta grandparents thanksgiving ramadan halal-food ethiopian-cuisine congee chicken family spices meal-prep',
    'cooking',
  ),
  family(
    'rounds',
    rounds,
    'taco pizza okonomiyaki mexican-cuisine street-food italian-cuisine cheese brunch sandwich falafel kebab indian-cuisine breakfast egg hummus arab-cuisine skewers barbecue burger',
    'cooking',
  ),
]
