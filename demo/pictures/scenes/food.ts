import { clip, dots, fill, frame, ground, outline, type Sheet, stroke, strokes } from '../brush.ts'
import { leaf, steam } from '../objects.ts'
import { mix } from '../palette.ts'
import { type Draw, family } from '../scene.ts'
import { arc, blob, disc, type Pt, place, poly, rect, ribbon, rrect, spline } from '../shape.ts'
import { shade, tex } from '../texture.ts'

/** A tabletop seen from above: planks, a cloth or tiles. */
export function table(g: Sheet, avoid: readonly string[] = []): string {
  const { p, w, h, r } = g
  const options = (g.dark ? [p.deep, p.ink, p.cool, p.hot] : [p.pale, p.warm, p.cool, p.hot, p.paper]).filter((c) => !avoid.includes(c))
  const c = r.pick(options)
  ground(g, c)
  const kind = r.int(0, 3)
  const soft = mix(c, g.dark ? p.paper : p.ink, 0.14)
  if (kind === 0) for (let x = 0; x < w; x += 108) fill(g, rect(g, x, -20, 54, h + 40), soft, { op: 0.55, line: false })
  else if (kind === 1) {
    for (let x = 0; x < w; x += 120) fill(g, rect(g, x, -20, 60, h + 40), soft, { op: 0.5, line: false })
    for (let y = 0; y < h; y += 120) fill(g, rect(g, -20, y, w + 40, 60), soft, { op: 0.5, line: false })
  } else if (kind === 2) {
    for (let y = 0; y < h; y += h / 6)
      stroke(
        g,
        [
          [-10, y],
          [w / 2, y + r.range(-6, 6)],
          [w + 10, y],
        ],
        soft,
        6,
      )
    strokes(
      g,
      Array.from({ length: 34 }, () => {
        const [x, y] = [r.range(0, w), r.range(0, h)]
        return [
          [x, y],
          [x + r.range(60, 200), y + r.range(-4, 4)],
        ] as Pt[]
      }),
      soft,
      3.4,
    )
  } else tex(g, rect(g, 0, 0, w, h), r.pick(['waves', 'dash', 'dots', 'grid']), soft, 44, 0.9)
  return c
}

export function chopsticks(g: Sheet, x: number, y: number, len: number, rot: number, color: string): void {
  for (const s of [-1, 1])
    fill(
      g,
      poly(
        g,
        place(
          [
            [-len / 2, -9],
            [len / 2, -4],
            [len / 2, 4],
            [-len / 2, 9],
          ],
          x,
          y + s * 20,
          rot + s * 0.025,
        ),
        0.8,
      ),
      color,
      { lift: 8 },
    )
}

/** A round plate or bowl from above; returns the radius of its inside. */
export function dish(g: Sheet, x: number, y: number, k: number, glaze: string, inside: string): number {
  const { p, r } = g
  fill(g, disc(g, x, y, k, k, 0, 0.006), glaze, { lift: 20 })
  const rim = r.int(0, 3)
  const line = glaze === p.paper || glaze === p.pale ? r.pick([p.deep, p.hot, p.cool]) : p.paper
  if (rim === 0)
    for (let i = 0; i < 28; i++)
      fill(g, disc(g, x + Math.cos((i / 28) * 6.283) * k * 0.92, y + Math.sin((i / 28) * 6.283) * k * 0.92, k * 0.03), line, { line: false })
  else if (rim === 1) outline(g, disc(g, x, y, k * 0.925, undefined, 0, 0.004), line, k * 0.03)
  else if (rim === 2) outline(g, disc(g, x, y, k * 0.92, undefined, 0, 0.004), line, k * 0.06, 1, `${k * 0.09} ${k * 0.05}`)
  else
    stroke(
      g,
      Array.from(
        { length: 73 },
        (_, i): Pt => [x + Math.cos((i / 72) * 6.283) * k * (0.92 + (i % 2) * 0.035), y + Math.sin((i / 72) * 6.283) * k * (0.92 + (i % 2) * 0.035)],
      ),
      line,
      5,
      1,
      true,
    )
  const well = disc(g, x, y, k * 0.85, k * 0.85, 0, 0.006)
  fill(g, well, inside)
  shade(g, well, k * 0.05, k * 0.07, p.ink, 0.9)
  return k * 0.85
}

function egg(g: Sheet, x: number, y: number, k: number): void {
  const rot = g.r.range(0, 3)
  fill(g, disc(g, x, y, k, k * 0.78, rot), g.p.paper, { lift: 6 })
  fill(g, disc(g, x, y, k * 0.5, k * 0.46, rot), g.p.warm)
  fill(g, disc(g, x - k * 0.1, y - k * 0.1, k * 0.14), g.p.paper, { op: 0.6, line: false })
}

function greens(g: Sheet, x: number, y: number, k: number): void {
  for (let i = 0; i < 5; i++)
    leaf(g, x, y, k * g.r.range(0.8, 1.1), k * 0.46, g.r.range(0, 1) + i * 0.42 - 1.6, i % 2 ? g.p.cool : mix(g.p.cool, g.p.deep, 0.5), g.p.pale)
}

const noodleBowl: Draw = (g) => {
  const { p, w, h, r } = g
  const cloth = table(g)
  const k = Math.min(w * 0.43, h * 0.44)
  const [x, y] = [w * r.range(0.44, 0.52), h * r.range(0.48, 0.56)]
  if (h > w) smallDish(g, w * r.range(0.78, 0.85), h * 0.13, w * 0.12)
  chopsticks(g, w * 0.5, h - (h - y - k) * 0.45, w * 0.86, r.range(-0.12, 0.02), cloth === p.ink || cloth === p.deep ? p.warm : p.ink)
  const broth = r.pick([p.hot, mix(p.warm, p.hot, 0.35), mix(p.warm, p.pale, 0.3)])
  const q = dish(g, x, y, k, r.pick([p.paper, p.pale, p.deep].filter((c) => c !== cloth)), broth)
  clip(g, disc(g, x, y, q * 0.97), () => {
    for (let i = 0; i < 15; i++) {
      const [a, b] = [r.range(0, 6.28), r.range(0.1, 0.62) * q]
      const [cx, cy] = [x + Math.cos(a) * b * 0.6 - q * 0.1, y + Math.sin(a) * b * 0.6 + q * 0.15]
      const t = r.next()
      for (let j = 0; j < 3; j++) {
        const line = arc(cx, cy, q * 0.42 + j * q * 0.05, q * 0.3 + j * q * 0.05, t, t + 0.55, 10)
        stroke(g, line, p.ink, q * 0.05, 0.22)
        stroke(g, line, mix(p.pale, p.warm, (i % 3) * 0.16), q * 0.038)
      }
    }
    greens(g, x - q * 0.45, y - q * 0.45, q * 0.42)
    for (let i = 0; i < 3; i++) {
      const slice = disc(g, x + q * (0.1 + i * 0.2), y - q * (0.5 - i * 0.13), q * 0.25, q * 0.2, 0.4 + i * 0.2)
      fill(g, slice, mix(p.hot, p.pale, 0.45), { lift: 6 })
      outline(g, slice, mix(p.hot, p.ink, 0.35), 6)
      stroke(g, arc(x + q * (0.1 + i * 0.2), y - q * (0.5 - i * 0.13), q * 0.13, q * 0.1, 0.1, 0.6, 8), p.paper, 7)
    }
    egg(g, x - q * 0.52, y + q * 0.2, q * 0.27)
    egg(g, x - q * 0.2, y + q * 0.5, q * 0.27)
    dots(
      g,
      Array.from({ length: 26 }, () => [x + r.range(-0.2, 0.75) * q, y + r.range(-0.1, 0.7) * q, r.range(5, 10)] as const),
      mix(p.cool, p.deep, 0.3),
    )
    dots(
      g,
      Array.from({ length: 16 }, () => [x + r.range(-0.75, 0.75) * q, y + r.range(-0.7, 0.75) * q, r.range(4, 13)] as const),
      p.hot,
      0.8,
    )
  })
}

function smallDish(g: Sheet, x: number, y: number, k: number): void {
  const { p, r } = g
  dish(g, x, y, k, r.pick([p.paper, p.cool]), r.pick([p.hot, p.ink, p.warm]))
  dots(
    g,
    Array.from({ length: 14 }, () => [x + r.range(-0.45, 0.45) * k, y + r.range(-0.45, 0.45) * k, r.range(3, 7)] as const),
    p.pale,
  )
}

const hotPot: Draw = (g) => {
  const { p, w, h, r } = g
  table(g, [p.hot])
  const k = Math.min(w, h) * 0.37
  const [x, y] = [w / 2, h * 0.5]
  for (let i = 0; i < 8; i++) {
    const a = (i / 8) * 6.283 + 0.39
    plate(g, x + Math.cos(a) * w * 0.47, y + Math.sin(a) * h * 0.46, k * 0.42, i)
  }
  for (const s of [-1, 1]) fill(g, rrect(g, x + s * k * 1.08 - k * 0.16, y - k * 0.2, k * 0.32, k * 0.4, 20), p.ink, { lift: 12 })
  fill(g, disc(g, x, y, k * 1.08, undefined, 0, 0.004), mix(p.ink, p.deep, 0.4), { lift: 22 })
  fill(g, disc(g, x, y, k * 1.02, undefined, 0, 0.004), mix(p.pale, p.ink, 0.25))
  const turn = r.next()
  const pool = disc(g, x, y, k * 0.96, undefined, 0, 0.004)
  fill(g, pool, p.hot)
  clip(g, pool, () => {
    const s = turn * 6.283
    const curve = spline(
      place(
        [
          [-k, 0],
          [-k * 0.5, -k * 0.42],
          [0, 0],
          [k * 0.5, k * 0.42],
          [k, 0],
        ],
        x,
        y,
        s,
      ),
      24,
    )
    fill(g, { pts: [...curve, ...place(arc(0, 0, k * 1.3, k * 1.3, 0, 0.5, 14), x, y, s)], smooth: false }, mix(p.pale, p.warm, 0.25), { line: false })
    const side = (t: 1 | -1): Pt => place([[r.range(-0.6, 0.6) * k, t * r.range(0.42, 0.72) * k]], x, y, s)[0] as Pt
    dots(
      g,
      Array.from({ length: 34 }, () => [...side(-1), r.range(5, 15)] as const),
      mix(p.hot, p.ink, 0.28),
      0.7,
    )
    for (let i = 0; i < 11; i++) chili(g, ...side(-1), k * 0.17, mix(p.hot, p.ink, 0.42))
    dots(
      g,
      Array.from({ length: 16 }, () => [...side(-1), r.range(4, 8)] as const),
      p.ink,
    )
    for (let i = 0; i < 4; i++) mushroomCap(g, ...side(1), k * 0.13)
    for (let i = 0; i < 4; i++) leaf(g, ...side(1), k * 0.26, k * 0.1, r.range(0, 6), p.cool, p.paper)
    for (let i = 0; i < 4; i++) fill(g, disc(g, ...side(1), k * 0.055, k * 0.04, r.next() * 3), p.hot)
    dots(
      g,
      Array.from({ length: 18 }, () => [...side(1), r.range(5, 12)] as const),
      p.paper,
      0.6,
    )
    fill(g, ribbon(g, curve, k * 0.075), mix(p.pale, p.ink, 0.25), { lift: 4 })
  })
  chopsticks(g, w * 0.76, h * 0.73, w * 0.62, 0.9, p.ink)
  steam(g, x, y - k * 0.1, k * 0.9, p.paper, 3, k * 0.36)
}

function chili(g: Sheet, x: number, y: number, len: number, color: string): void {
  const a = g.r.range(0, 6.28)
  fill(
    g,
    ribbon(
      g,
      spline(
        place(
          [
            [0, 0],
            [len * 0.5, -len * 0.1],
            [len, len * 0.16],
          ],
          x,
          y,
          a,
        ),
        7,
      ),
      len * 0.24,
      2,
    ),
    color,
    { line: false },
  )
}

function mushroomCap(g: Sheet, x: number, y: number, k: number): void {
  fill(g, disc(g, x, y, k), mix(g.p.deep, g.p.warm, 0.35), { lift: 4 })
  for (const a of [0, 1.05, 2.1])
    stroke(
      g,
      place(
        [
          [-k * 0.6, 0],
          [k * 0.6, 0],
        ],
        x,
        y,
        a,
      ),
      g.p.pale,
      k * 0.13,
    )
}

function plate(g: Sheet, x: number, y: number, k: number, i: number): void {
  const { p, r } = g
  const q = dish(g, x, y, k, p.paper, i % 2 ? p.pale : mix(p.cool, p.paper, 0.5))
  if (i % 4 === 0)
    for (let j = 0; j < 6; j++) {
      const s = disc(g, x + Math.cos(j) * q * 0.48, y + Math.sin(j) * q * 0.48, q * 0.42, q * 0.26, j)
      fill(g, s, mix(p.hot, p.pale, 0.4), { lift: 3 })
      stroke(g, arc(x + Math.cos(j) * q * 0.48, y + Math.sin(j) * q * 0.48, q * 0.25, q * 0.12, 0, 0.4, 6), p.paper, 6)
    }
  else if (i % 4 === 1) greens(g, x, y + q * 0.3, q * 0.8)
  else if (i % 4 === 2)
    for (let j = 0; j < 7; j++) mushroomCap(g, x + Math.cos(j * 1.05) * q * (j ? 0.5 : 0), y + Math.sin(j * 1.05) * q * (j ? 0.5 : 0), q * 0.25)
  else
    for (let j = 0; j < 9; j++)
      fill(
        g,
        rect(g, x + ((j % 3) - 1.4) * q * 0.42, y + (Math.floor(j / 3) - 1.4) * q * 0.42, q * 0.34, q * 0.34, r.range(-0.2, 0.2)),
        mix(p.pale, p.warm, 0.3),
        { lift: 3 },
      )
}

const steamer: Draw = (g) => {
  const { p, w, h, r } = g
  const cloth = table(g, [p.warm])
  const k = Math.min(w, h) * 0.38
  const spots: Pt[] =
    h > w * 1.1
      ? [
          [w * 0.4, h * 0.33],
          [w * 0.66, h * 0.75],
        ]
      : [
          [w * 0.36, h * 0.52],
          [w * 0.92, h * 0.3],
        ]
  spots.forEach(([x, y], n) => {
    const q = k * (n ? 0.78 : 1)
    const wood = mix(p.warm, p.pale, 0.35)
    fill(g, disc(g, x, y, q, undefined, 0, 0.004), wood, { lift: 24 })
    for (const m of [0.97, 0.9, 0.85]) outline(g, disc(g, x, y, q * m, undefined, 0, 0.004), mix(p.warm, p.ink, 0.45), 5)
    const mat = disc(g, x, y, q * 0.84)
    fill(g, mat, mix(p.pale, p.warm, 0.25), { line: false })
    clip(g, mat, () =>
      strokes(
        g,
        Array.from({ length: 26 }, (_, i): Pt[] => [
          [x - q, y - q + i * q * 0.08],
          [x + q, y - q + i * q * 0.08],
        ]),
        mix(p.warm, p.ink, 0.25),
        4,
      ),
    )
    const count = 6
    dumpling(g, x, y, q * 0.27)
    for (let i = 0; i < count; i++) dumpling(g, x + Math.cos((i / count) * 6.283) * q * 0.56, y + Math.sin((i / count) * 6.283) * q * 0.56, q * 0.25)
  })
  const [dx, dy] = h > w * 1.1 ? [w * 0.19, h * 0.8] : [w * 0.8, h * 0.82]
  smallDish(g, dx, dy, Math.min(w, h) * 0.13)
  chopsticks(g, dx + w * 0.02, h * 0.93, w * 0.8, r.range(-0.15, -0.05), cloth === p.ink || cloth === p.deep ? p.warm : p.deep)
  steam(g, w * 0.42, h * 0.3, h * 0.2, p.paper, 3, 90)
}

function dumpling(g: Sheet, x: number, y: number, k: number): void {
  const { p, r } = g
  const s = disc(g, x, y, k, k, 0, 0.025)
  fill(g, s, p.paper, { lift: 9 })
  shade(g, s, -k * 0.14, -k * 0.16, p.deep)
  const turn = r.range(0, 6.28)
  strokes(
    g,
    Array.from({ length: 11 }, (_, i): Pt[] => {
      const a = turn + (i / 11) * 6.283
      return [
        [x + Math.cos(a) * k * 0.14, y + Math.sin(a) * k * 0.14],
        [x + Math.cos(a + 0.35) * k * 0.42, y + Math.sin(a + 0.35) * k * 0.42],
        [x + Math.cos(a + 0.5) * k * 0.72, y + Math.sin(a + 0.5) * k * 0.72],
      ]
    }),
    mix(p.pale, p.ink, 0.4),
    4,
  )
  fill(g, disc(g, x, y, k * 0.11), r.pick([p.hot, p.warm, p.pale]), { line: false })
}

const bread: Draw = (g) => {
  const { p, w, h, r } = g
  const cloth = table(g, [p.warm])
  const crust = mix(mix(p.warm, p.hot, 0.3), p.ink, 0.22)
  const k = Math.min(w, h)
  const board = rrect(g, w * 0.08, h * 0.12, w * 0.84, h * 0.78, 50)
  fill(g, board, mix(cloth === p.pale ? p.cool : p.pale, p.warm, 0.3), { lift: 22 })
  clip(g, board, () =>
    strokes(
      g,
      Array.from({ length: 9 }, (_, i): Pt[] =>
        spline(
          [
            [0, h * (0.15 + i * 0.09)],
            [w * 0.5, h * (0.13 + i * 0.09) + r.range(-18, 18)],
            [w, h * (0.15 + i * 0.09)],
          ],
          8,
        ),
      ),
      p.deep,
      3,
      0.25,
    ),
  )
  const [x, y] = [w * 0.44, h * 0.4]
  const boule = disc(g, x, y, k * 0.31, k * 0.29, r.next(), 0.02)
  fill(g, boule, crust, { lift: 22 })
  shade(g, boule, -26, -30)
  tex(g, disc(g, x - 20, y - 24, k * 0.25, k * 0.22), 'stipple', p.paper, 40, 0.85)
  ear(g, x, y, k)
  const bag = r.range(-0.25, -0.5)
  for (let i = 0; i < 2; i++) {
    const [bx, by] = [w * (0.6 + i * 0.12), h * (0.7 + i * 0.085)]
    const pts = place(
      [
        [-k * 0.36, 0],
        [-k * 0.2, -k * 0.055],
        [k * 0.2, -k * 0.055],
        [k * 0.36, 0],
        [k * 0.2, k * 0.055],
        [-k * 0.2, k * 0.055],
      ],
      bx,
      by,
      bag,
    )
    const s = blob(g, pts, 2)
    fill(g, s, i ? mix(crust, p.pale, 0.25) : crust, { lift: 14 })
    for (let j = -2; j <= 2; j++)
      fill(
        g,
        ribbon(
          g,
          place(
            [
              [j * k * 0.11 - 18, k * 0.032],
              [j * k * 0.11, 0],
              [j * k * 0.11 + 22, -k * 0.034],
            ],
            bx,
            by,
            bag,
          ),
          4,
          4,
          22,
        ),
        p.pale,
        { line: false },
      )
  }
  wheat(g, w * 0.2, h * 0.86, k * 0.34)
  dots(
    g,
    Array.from({ length: 60 }, () => [r.range(w * 0.1, w * 0.9), r.range(h * 0.15, h * 0.88), r.range(1.5, 5)] as const),
    p.paper,
    0.8,
  )
}

function ear(g: Sheet, x: number, y: number, k: number): void {
  const { p, r } = g
  if (r.chance(0.5)) {
    stroke(
      g,
      spline(
        [
          [x - k * 0.17, y + k * 0.14],
          [x - k * 0.07, y - k * 0.04],
          [x + k * 0.14, y - k * 0.18],
        ],
        10,
      ),
      p.pale,
      18,
    )
    for (let i = 0; i < 5; i++)
      for (const s of [-1, 1]) leaf(g, x - k * 0.14 + i * k * 0.06, y + k * 0.09 - i * k * 0.055, k * 0.09, k * 0.035, -0.9 + s * 0.75, p.pale)
  } else {
    for (const d of [-0.11, 0, 0.11])
      fill(
        g,
        ribbon(
          g,
          spline(
            [
              [x - k * 0.2, y + d * k + k * 0.03],
              [x, y + d * k - k * 0.03],
              [x + k * 0.2, y + d * k + k * 0.02],
            ],
            10,
          ),
          4,
          4,
          26,
        ),
        p.pale,
        { line: false },
      )
    fill(
      g,
      ribbon(
        g,
        spline(
          [
            [x + 0.02 * k, y - k * 0.21],
            [x - k * 0.02, y],
            [x + k * 0.01, y + k * 0.21],
          ],
          10,
        ),
        4,
        4,
        24,
      ),
      p.pale,
      { line: false },
    )
  }
}

function wheat(g: Sheet, x: number, y: number, k: number): void {
  const { p } = g
  frame(g, x, y, g.r.range(-20, 10), k / 300, () => {
    stroke(
      g,
      [
        [0, 60],
        [4, -60],
        [20, -240],
      ],
      p.deep,
      7,
    )
    for (let i = 0; i < 7; i++) for (const s of [-1, 1]) leaf(g, 6 + i * 2.4, -60 - i * 27, 66, 28, -1.57 + s * 0.6, p.warm, p.deep)
  })
}

export const food = [
  family(
    'noodle bowl',
    noodleBowl,
    'noodles ramen udon soba beef-noodle-soup lanzhou-noodles pho soup congee wonton late-night-snack restaurant japanese-cuisine vietnamese-cuisine borscht curry tomato-and-egg-stir-fry',
    'cooking',
  ),
  family(
    'hot pot',
    hotPot,
    'hot-pot malatang sichuan-cuisine spicy-food chili-pepper mapo-tofu tofu korean-barbecue kimchi chinese-cuisine thai-cuisine spices',
    'cooking',
  ),
  family('steamer', steamer, 'dumplings baozi xiaolongbao dim-sum cantonese-cuisine wonton breakfast spring-festival chinese-cuisine brunch', 'cooking'),
  family('bread', bread, 'bread sourdough baking french-cuisine sandwich breakfast pizza gluten-free cake dessert cookie arab-cuisine fermentation', 'cooking'),
]
