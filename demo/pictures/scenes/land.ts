import { clip, dots, fill, floor, ramp, type Sheet, stroke, strokes, wash } from '../brush.ts'
import { branch, cloud, figure, grass, leaf, orb, stars } from '../objects.ts'
import { mix } from '../palette.ts'
import { type Draw, family } from '../scene.ts'
import { arc, blob, disc, type Pt, poly, rect, ribbon, ridge, spline } from '../shape.ts'
import { shade, tex } from '../texture.ts'
import { pine, sail } from './travel.ts'

function range(g: Sheet, y: number, amp: number, c: string, rough = 0.55): Pt[] {
  const top = ridge(g, -40, g.w + 40, y, amp, rough, 5)
  const s = { pts: [...top, [g.w + 40, g.h + 40] as Pt, [-40, g.h + 40] as Pt], smooth: rough < 0.5 }
  fill(g, s, c, { line: false, lift: -6 })
  return top
}

function peak(g: Sheet, x: number, y: number, wide: number, tall: number, c: string): void {
  const { p, r } = g
  const at = (t: number): number => y - tall * (1 - Math.abs(t)) ** 1.12
  const pts: Pt[] = []
  for (let i = -10; i <= 10; i++)
    pts.push([
      x + (i / 10) * wide + (Math.abs(i) < 10 ? r.range(-0.02, 0.02) * wide : 0),
      at(i / 10) + (i && Math.abs(i) < 10 ? r.range(-0.03, 0.03) * tall : 0),
    ])
  const s = { pts: [...pts, [x + wide, y + 400] as Pt, [x - wide, y + 400] as Pt], smooth: false }
  fill(g, s, c, { lift: 6, line: false })
  clip(g, s, () => {
    fill(
      g,
      poly(
        g,
        [
          [x, y - tall],
          [x + wide * 0.1, y - tall * 0.6],
          [x - wide * 0.04, y - tall * 0.36],
          [x + wide * 0.16, y],
          [x + wide * 0.1, y + 400],
          [x + wide, y + 400],
          [x + wide, y],
        ],
        4,
      ),
      mix(c, p.ink, 0.28),
      { line: false },
    )
    const cap: Pt[] = [[x - wide * 0.5, y - tall * 1.1]]
    for (let i = 0; i <= 8; i++) cap.push([x + wide * (-0.4 + i * 0.1), y - tall * (i % 2 ? 0.62 : 0.76) + r.range(-14, 14)])
    cap.push([x + wide * 0.5, y - tall * 1.1])
    fill(g, { pts: cap, smooth: false }, p.paper, { line: false })
    fill(
      g,
      poly(
        g,
        [
          [x, y - tall * 1.02],
          [x + wide * 0.06, y - tall * 0.82],
          [x + wide * 0.4, y - tall * 0.5],
          [x + wide * 0.4, y - tall],
        ],
        3,
      ),
      mix(p.paper, p.cool, 0.4),
      { op: 0.6, line: false },
    )
  })
}

const mountains: Draw = (g) => {
  const { p, w, h, r } = g
  const sky = g.dark ? p.deep : r.pick([p.pale, p.warm, p.cool, mix(p.hot, p.pale, 0.35)])
  wash(g, sky, mix(sky, g.dark ? p.hot : p.paper, 0.5), h * 0.08, h * 0.6)
  orb(g, w * r.range(0.2, 0.8), h * r.range(0.16, 0.28), w * r.range(0.1, 0.16), sky === p.warm || g.dark ? p.paper : p.hot, p.paper)
  range(g, h * 0.5, h * 0.1, mix(sky, p.cool, 0.45))
  if (r.chance(0.6)) {
    const s = r.chance(0.5) ? 1 : -1
    peak(g, w * (0.5 + s * 0.2), h * 0.72, w * 0.5, h * 0.42, mix(p.deep, p.cool, 0.3))
    peak(g, w * (0.5 - s * 0.26), h * 0.74, w * 0.4, h * 0.27, mix(p.deep, p.cool, 0.55))
  } else for (let i = 0; i < 3; i++) range(g, h * (0.54 + i * 0.07), h * 0.09, mix(p.cool, p.deep, 0.15 + i * 0.22))
  for (let i = 0; i < 3; i++) cloud(g, w * r.range(-0.15, 0.75), h * r.range(0.48, 0.64), w * r.range(0.3, 0.45), p.paper, 0.8)
  range(g, h * 0.76, h * 0.05, p.cool, 0.45)
  for (let i = 0; i < 16; i++) pine(g, r.range(0, w), h * r.range(0.79, 0.86), h * r.range(0.05, 0.1), mix(p.deep, p.cool, 0.4))
  range(g, h * 0.86, h * 0.04, mix(p.deep, p.ink, 0.2), 0.45)
  const path = spline(
    [
      [w * 0.62, h * 0.85],
      [w * 0.44, h * 0.9],
      [w * 0.6, h * 0.95],
      [w * 0.4, h * 1.05],
    ],
    18,
  )
  fill(g, ribbon(g, path, 8, h * 0.06), p.warm, { line: false })
  for (let i = 0; i < 7; i++) pine(g, (i < 4 ? r.range(-0.05, 0.3) : r.range(0.72, 1.05)) * w, h * r.range(0.95, 1.05), h * r.range(0.18, 0.32), p.ink)
  figure(g, 'walk', w * 0.53, h * 0.935, h * 0.085, { skin: p.pale, top: p.hot, bottom: p.ink, hair: p.hot })
}

const sea: Draw = (g) => {
  const { p, w, h, r } = g
  const sky = g.dark ? p.ink : r.pick([p.warm, p.pale, mix(p.hot, p.pale, 0.3)])
  wash(g, sky, mix(sky, g.dark ? p.deep : p.paper, 0.6), h * 0.05, h * 0.42)
  const [sx, k] = [w * r.range(0.3, 0.7), w * r.range(0.13, 0.2)]
  orb(g, sx, h * 0.36, k, g.dark ? p.paper : p.hot, p.paper)
  if (g.dark) stars(g, 0, h * 0.28, 30, p.pale)
  for (let i = 0; i < 2; i++) cloud(g, w * r.range(0, 0.7), h * r.range(0.08, 0.24), w * r.range(0.22, 0.4), p.paper, 0.85)
  const rock = r.chance(0.5)
  if (rock)
    for (const [x, t] of [
      [0.82, 0.2],
      [0.94, 0.13],
      [0.7, 0.08],
    ] as const)
      fill(
        g,
        blob(
          g,
          [
            [w * (x - 0.09), h * 0.46],
            [w * (x - 0.05), h * (0.44 - t)],
            [w * (x + 0.03), h * (0.42 - t)],
            [w * (x + 0.09), h * 0.46],
          ],
          3,
        ),
        mix(p.deep, p.cool, 0.3),
        { line: false },
      )
  const n = 9
  for (let i = 0; i < n; i++) {
    const y = h * (0.44 + 0.062 * i + 0.002 * i * i)
    const [len, amp] = [w * (0.07 + i * 0.028), h * (0.003 + i * 0.0026)]
    const shift = r.range(0, len)
    const pts: Pt[] = []
    for (let x = -len - shift; x < w + len * 2; x += len / 2) pts.push([x, y + ((pts.length % 2) * 2 - 1) * amp])
    fill(g, { pts: [...pts, [w + 300, h + 60], [-300, h + 60]], smooth: true }, mix(p.cool, i % 2 ? p.deep : mix(p.cool, p.paper, 0.3), i / n + 0.1), {
      line: false,
    })
    stroke(g, pts, p.paper, 2.5 + i * 0.5, 0.75)
    if (i === 1)
      for (let q = 0; q < 12; q++)
        stroke(
          g,
          [
            [sx + r.range(-k, k), y + h * r.range(0, 0.04)],
            [sx + r.range(-k, k) + 60, y + h * 0.02],
          ],
          g.dark ? p.paper : p.hot,
          5,
          0.6,
        )
    if (i === 2) sail(g, w * r.range(0.1, 0.3), y + h * 0.02, h * 0.09)
    if (i === 4) sail(g, w * r.range(0.5, 0.72), y + h * 0.05, h * 0.19)
  }
  for (let i = 0; i < 5; i++) gull(g, w * r.range(0.1, 0.9), h * r.range(0.1, 0.34), r.range(18, 38))
}

export function gull(g: Sheet, x: number, y: number, k: number): void {
  fill(
    g,
    blob(
      g,
      [
        [x - k * 1.4, y - k * 0.3],
        [x - k * 0.6, y - k * 0.55],
        [x, y],
        [x + k * 0.6, y - k * 0.6],
        [x + k * 1.4, y - k * 0.4],
        [x + k * 0.6, y - k * 0.3],
        [x, y + k * 0.26],
        [x - k * 0.6, y - k * 0.28],
      ],
      0.6,
    ),
    g.p.ink,
    { line: false },
  )
}

const desert: Draw = (g) => {
  const { p, w, h, r } = g
  const night = g.dark || r.chance(0.45)
  const sky = night ? r.pick([p.ink, p.deep]) : r.pick([p.warm, p.pale, p.hot])
  wash(g, sky, night ? mix(sky, p.hot, 0.55) : mix(sky, p.paper, 0.6), h * 0.1, h * 0.62)
  if (night) {
    stars(g, 0, h * 0.5, 130, p.paper)
    const band = Array.from({ length: 260 }, (): [number, number, number] => {
      const t = r.next()
      return [w * (t * 1.1), h * (0.5 - t * 0.52) + r.range(-1, 1) * r.range(0, 1) * h * 0.09, r.range(1, 3.2)]
    })
    dots(g, band, p.pale, 0.8)
  }
  orb(g, w * r.range(0.25, 0.75), h * 0.3, w * 0.12, night ? p.paper : sky === p.hot ? p.warm : p.hot)
  for (const [x, ww, t] of [
    [0.16, 0.17, 0.16],
    [0.8, 0.22, 0.12],
  ] as const) {
    const [cx, y] = [w * x, h * 0.64]
    const s = poly(
      g,
      [
        [cx - w * ww, y],
        [cx - w * ww * 0.66, y - h * t],
        [cx + w * ww * 0.5, y - h * t * 1.04],
        [cx + w * ww * 0.8, y - h * t * 0.45],
        [cx + w * ww * 1.1, y],
      ],
      4,
    )
    fill(g, s, mix(p.hot, p.deep, 0.5), { line: false })
    clip(g, s, () => [0.3, 0.6].map((q) => fill(g, rect(g, cx - w * 0.4, y - h * t * q, w, h * 0.016), mix(p.hot, p.pale, 0.3), { line: false })))
  }
  const tones = [mix(p.warm, p.hot, 0.55), p.warm, mix(p.warm, p.pale, 0.4)]
  tones.forEach((c, i) => {
    const y = h * (0.64 + i * 0.11)
    const s = blob(
      g,
      [
        [-40, y + h * r.range(-0.02, 0.05)],
        [w * 0.28, y - h * r.range(0, 0.05)],
        [w * 0.66, y + h * r.range(0, 0.06)],
        [w + 40, y - h * 0.02],
        [w + 40, h + 40],
        [-40, h + 40],
      ],
      4,
    )
    const tone = night ? mix(c, p.deep, 0.5 - i * 0.1) : c
    fill(g, s, tone, { lift: -7, line: false })
    if (i === 2) tex(g, s, 'waves', mix(tone, p.ink, 0.25), 60, 0.5)
  })
  cactus(g, w * r.range(0.22, 0.32), h * 0.93, h * 0.4)
  cactus(g, w * r.range(0.68, 0.8), h * 0.84, h * 0.2)
  for (let i = 0; i < 5; i++)
    for (let q = 0; q < 5; q++) leaf(g, w * (0.08 + i * 0.22), h * 0.985, h * 0.06, 18, -2.3 + q * 0.4, mix(p.cool, p.deep, 0.3), p.pale)
}

function cactus(g: Sheet, x: number, y: number, tall: number): void {
  const { p, r } = g
  const k = tall * 0.15
  const c = mix(p.cool, p.deep, 0.25)
  for (const s of [-1, 1]) {
    const up = tall * r.range(0.35, 0.55)
    const arm = ribbon(
      g,
      spline(
        [
          [x, y - up],
          [x + s * k * 1.3, y - up],
          [x + s * k * 1.75, y - up - k * 0.5],
          [x + s * k * 1.75, y - up - tall * 0.24],
        ],
        12,
      ),
      k * 0.62,
      k * 0.56,
    )
    fill(g, arm, c, { lift: 5 })
    fill(g, disc(g, x + s * k * 1.75, y - up - tall * 0.24, k * 0.29), c, { line: false })
    fill(g, disc(g, x + s * k * 1.75, y - up - tall * 0.24 - k * 0.26, k * 0.16), p.hot, { line: false })
  }
  const body = blob(
    g,
    [
      [x - k * 0.4, y],
      [x - k * 0.5, y - tall * 0.6],
      [x - k * 0.36, y - tall * 0.93],
      [x, y - tall],
      [x + k * 0.36, y - tall * 0.93],
      [x + k * 0.5, y - tall * 0.6],
      [x + k * 0.4, y],
    ],
    1,
  )
  fill(g, body, c, { lift: 8 })
  shade(g, body, -k * 0.22, 0)
  strokes(
    g,
    [-0.22, 0, 0.22].map((t): Pt[] => [
      [x + t * k, y - 8],
      [x + t * k * 1.3, y - tall * 0.5],
      [x + t * k, y - tall * 0.92],
    ]),
    p.pale,
    3,
    0.7,
  )
  for (const t of [-0.14, 0.12]) fill(g, disc(g, x + t * k * 2, y - tall * 0.99, k * 0.17), p.hot, { line: false })
}

const snow: Draw = (g) => {
  const { p, w, h, r } = g
  const sky = g.dark ? p.deep : r.pick([p.cool, p.deep, mix(p.cool, p.pale, 0.5)])
  wash(g, sky, mix(sky, p.paper, 0.35), h * 0.1, h * 0.6)
  orb(g, w * r.range(0.2, 0.8), h * 0.2, w * 0.09, p.warm, p.paper)
  range(g, h * 0.52, h * 0.08, mix(sky, p.paper, 0.45), 0.5)
  for (let i = 0; i < 22; i++) pine(g, r.range(0, w), h * r.range(0.58, 0.64), h * r.range(0.06, 0.13), mix(sky, p.ink, 0.35))
  fill(
    g,
    blob(
      g,
      [
        [-40, h * 0.63],
        [w * 0.3, h * 0.59],
        [w * 0.7, h * 0.64],
        [w + 40, h * 0.6],
        [w + 40, h + 40],
        [-40, h + 40],
      ],
      3,
    ),
    mix(p.paper, p.cool, 0.22),
    { line: false },
  )
  cabin(g, w * r.range(0.34, 0.62), h * 0.78, Math.min(w, h) * 0.34)
  const front = blob(
    g,
    [
      [-40, h * 0.84],
      [w * 0.25, h * 0.79],
      [w * 0.6, h * 0.86],
      [w + 40, h * 0.78],
      [w + 40, h + 40],
      [-40, h + 40],
    ],
    3,
  )
  fill(g, front, p.paper, { lift: -6, line: false })
  for (const [x, y, t] of [
    [0.08, 0.95, 0.5],
    [0.9, 0.97, 0.58],
    [0.22, 0.9, 0.28],
  ] as const)
    snowPine(g, w * x, h * y, h * t * 0.8)
  const steps: [number, number, number][] = []
  for (let i = 0; i < 12; i++) steps.push([w * (0.5 + Math.sin(i * 0.4) * 0.08) + (i % 2 ? 14 : -14), h * (0.86 + i * 0.014), 7 + i * 0.5])
  dots(g, steps, mix(p.paper, p.deep, 0.35))
  dots(
    g,
    Array.from({ length: 150 }, () => [r.range(0, w), r.range(0, h), r.range(2, 8)] as const),
    p.paper,
    0.92,
  )
}

function snowPine(g: Sheet, x: number, y: number, tall: number): void {
  const { p } = g
  fill(g, rect(g, x - tall * 0.035, y - tall * 0.12, tall * 0.07, tall * 0.14), p.ink, { line: false })
  for (let i = 0; i < 4; i++) {
    const t = y - tall * (0.1 + i * 0.2)
    const k = tall * (0.3 - i * 0.055)
    fill(
      g,
      poly(
        g,
        [
          [x - k, t],
          [x, t - tall * 0.34],
          [x + k, t],
          [x + k * 0.5, t - tall * 0.03],
          [x, t + tall * 0.01],
          [x - k * 0.5, t - tall * 0.03],
        ],
        2,
      ),
      mix(p.deep, p.cool, 0.15),
      { lift: 5 },
    )
    fill(
      g,
      poly(
        g,
        [
          [x - k * 0.55, t - tall * 0.14],
          [x, t - tall * 0.34],
          [x + k * 0.55, t - tall * 0.14],
          [x + k * 0.22, t - tall * 0.16],
          [x, t - tall * 0.1],
          [x - k * 0.24, t - tall * 0.17],
        ],
        2,
      ),
      p.paper,
      { line: false },
    )
  }
}

function cabin(g: Sheet, x: number, y: number, k: number): void {
  const { p } = g
  fill(g, rect(g, x + k * 0.22, y - k * 0.98, k * 0.14, k * 0.4), mix(p.hot, p.ink, 0.4))
  for (let i = 0; i < 3; i++) fill(g, disc(g, x + k * (0.32 + i * 0.1), y - k * (1.1 + i * 0.17), k * (0.07 + i * 0.03)), p.paper, { op: 0.6, line: false })
  const wall = poly(
    g,
    [
      [x - k * 0.5, y],
      [x - k * 0.5, y - k * 0.46],
      [x, y - k * 0.9],
      [x + k * 0.5, y - k * 0.46],
      [x + k * 0.5, y],
    ],
    1.5,
  )
  fill(g, wall, p.hot, { lift: 6 })
  clip(g, wall, () =>
    strokes(
      g,
      Array.from({ length: 10 }, (_, i): Pt[] => [
        [x - k, y - i * k * 0.1],
        [x + k, y - i * k * 0.1],
      ]),
      mix(p.hot, p.ink, 0.3),
      4,
    ),
  )
  fill(
    g,
    poly(
      g,
      [
        [x - k * 0.64, y - k * 0.38],
        [x, y - k],
        [x + k * 0.64, y - k * 0.38],
        [x + k * 0.5, y - k * 0.36],
        [x, y - k * 0.82],
        [x - k * 0.5, y - k * 0.36],
      ],
      2,
    ),
    p.paper,
    { lift: 5 },
  )
  for (const s of [-0.34, 0.12]) {
    fill(g, rect(g, x + s * k, y - k * 0.42, k * 0.22, k * 0.22), p.warm)
    stroke(
      g,
      [
        [x + (s + 0.11) * k, y - k * 0.42],
        [x + (s + 0.11) * k, y - k * 0.2],
      ],
      p.ink,
      5,
    )
  }
  fill(g, rect(g, x - k * 0.07, y - k * 0.3, k * 0.16, k * 0.32), p.deep)
}

const forest: Draw = (g) => {
  const { p, w, h, r } = g
  const sky = g.dark ? p.deep : r.pick([p.pale, p.warm, mix(p.cool, p.paper, 0.4)])
  wash(g, sky, mix(sky, p.paper, 0.4), h * 0.7, h * 0.1)
  fill(g, disc(g, w * r.range(0.35, 0.65), h * 0.34, w * 0.22), g.dark ? p.hot : p.paper, { line: false })
  for (let j = 0; j < 3; j++) {
    const c = mix(sky, g.dark ? p.ink : p.deep, 0.25 + j * 0.3)
    const n = 9 - j * 2
    for (let i = 0; i < n; i++) {
      const x = (w / n) * (i + 0.5) + r.range(-40, 40)
      if (j === 2 && Math.abs(x - w / 2) < w * 0.2) continue
      const k = w * (0.018 + j * 0.018)
      fill(
        g,
        ribbon(
          g,
          spline(
            [
              [x, h * (0.74 + j * 0.1)],
              [x + r.range(-20, 20), h * 0.4],
              [x + r.range(-30, 30), -40],
            ],
            10,
          ),
          k * 1.3,
          k * 0.8,
        ),
        c,
        { line: false },
      )
      if (j > 0)
        for (let q = 0; q < 3; q++) {
          const [s, y] = [r.pick([-1, 1]), h * r.range(0.08, 0.5)]
          fill(
            g,
            ribbon(
              g,
              spline(
                [
                  [x, y],
                  [x + s * k * 2, y - h * 0.05],
                  [x + s * k * 3.4, y - h * 0.13],
                ],
                8,
              ),
              k * 0.4,
              k * 0.12,
            ),
            c,
            { line: false },
          )
        }
    }
    for (let i = 0; i < 8; i++)
      fill(
        g,
        disc(g, r.range(0, w), h * r.range(-0.04, 0.12 - j * 0.03), w * r.range(0.1, 0.17), h * r.range(0.05, 0.1)),
        mix(r.pick([p.cool, p.warm, p.hot]), sky, 0.5 - j * 0.22),
        { line: false },
      )
    fill(
      g,
      blob(
        g,
        [
          [-40, h * (0.68 + j * 0.1)],
          [w * 0.3, h * (0.7 + j * 0.1)],
          [w * 0.7, h * (0.66 + j * 0.11)],
          [w + 40, h * (0.69 + j * 0.1)],
          [w + 40, h + 40],
          [-40, h + 40],
        ],
        4,
      ),
      mix(mix(p.cool, sky, 0.4), p.deep, 0.15 + j * 0.36),
      { line: false },
    )
  }
  deer(g, w * r.range(0.4, 0.56), h * 0.85, h * 0.2)
  for (let i = 0; i < 14; i++) {
    const x = (i < 7 ? r.range(-0.02, 0.32) : r.range(0.68, 1.02)) * w
    branch(
      g,
      [
        [x, h * 1.02],
        [x + r.range(-10, 10), h * 0.95],
        [x + r.range(-50, 50), h * r.range(0.84, 0.92)],
      ],
      p.ink,
      r.pick([p.cool, p.warm, p.hot]),
      56,
      5,
    )
  }
}

function deer(g: Sheet, x: number, y: number, k: number): void {
  const { p, r } = g
  const c = g.dark ? p.paper : p.hot
  const s = r.chance(0.5) ? 1 : -1
  const X = (v: number): number => x + s * v * k
  for (const [a, b] of [
    [-0.3, -0.33],
    [-0.2, -0.18],
    [0.18, 0.2],
    [0.27, 0.31],
  ] as const)
    fill(
      g,
      ribbon(
        g,
        [
          [X(a), y - k * 0.4],
          [X(a * 0.98), y - k * 0.2],
          [X(b), y],
        ],
        k * 0.075,
        k * 0.035,
      ),
      c,
      { line: false },
    )
  fill(
    g,
    blob(
      g,
      [
        [X(-0.38), y - k * 0.56],
        [X(-0.1), y - k * 0.62],
        [X(0.2), y - k * 0.62],
        [X(0.33), y - k * 0.5],
        [X(0.2), y - k * 0.36],
        [X(-0.26), y - k * 0.36],
      ],
      1,
    ),
    c,
    { line: false },
  )
  fill(
    g,
    ribbon(
      g,
      [
        [X(0.24), y - k * 0.5],
        [X(0.34), y - k * 0.74],
        [X(0.38), y - k * 0.9],
      ],
      k * 0.2,
      k * 0.12,
    ),
    c,
    { line: false },
  )
  fill(
    g,
    blob(
      g,
      [
        [X(0.3), y - k * 0.96],
        [X(0.42), y - k * 0.98],
        [X(0.58), y - k * 0.86],
        [X(0.54), y - k * 0.81],
        [X(0.36), y - k * 0.84],
      ],
      0.6,
    ),
    c,
    { line: false },
  )
  for (const t of [-1, 1])
    strokes(
      g,
      [
        [
          [X(0.38), y - k * 0.96],
          [X(0.38 + t * 0.12), y - k * 1.14],
          [X(0.38 + t * 0.1), y - k * 1.34],
        ],
        [
          [X(0.38 + t * 0.1), y - k * 1.1],
          [X(0.38 + t * 0.24), y - k * 1.24],
        ],
      ],
      p.ink,
      k * 0.028,
    )
  dots(g, [[X(0.46), y - k * 0.91, k * 0.016]], p.ink)
}

const camp: Draw = (g) => {
  const { p, w, h, r } = g
  const sky = r.chance(0.5) ? p.ink : p.deep
  wash(g, sky, mix(sky, p.cool, 0.55), h * 0.1, h * 0.66)
  stars(g, 0, h * 0.6, 190, p.paper)
  if (r.chance(0.5)) {
    for (let i = 1; i < 11; i++)
      for (const t of [r.next()])
        stroke(g, arc(w * 0.5, h * 0.34, w * 0.07 * i, w * 0.07 * i, t, t + r.range(0.16, 0.4), 16), r.pick([p.paper, p.pale, p.warm]), 3.2, 0.85)
  } else {
    orb(g, w * r.range(0.2, 0.8), h * 0.2, w * 0.1, p.paper, p.pale)
    for (let i = 0; i < 3; i++) {
      const [x, y] = [w * r.range(0.2, 0.9), h * r.range(0.06, 0.3)]
      fill(
        g,
        ribbon(
          g,
          [
            [x, y],
            [x - w * 0.1, y + h * 0.04],
            [x - w * 0.18, y + h * 0.075],
          ],
          6,
          1,
        ),
        p.paper,
        { line: false },
      )
    }
  }
  range(g, h * 0.62, h * 0.08, mix(sky, p.cool, 0.3))
  range(g, h * 0.7, h * 0.05, mix(sky, p.ink, 0.2))
  for (let i = 0; i < 18; i++)
    pine(g, (i < 9 ? r.range(-0.02, 0.34) : r.range(0.66, 1.02)) * w, h * r.range(0.76, 0.84), h * r.range(0.12, 0.3), mix(sky, p.ink, 0.6))
  floor(g, h * 0.8, mix(p.ink, p.deep, 0.35), { line: false })
  fill(g, disc(g, w * 0.5, h * 0.89, w * 0.4, h * 0.07), p.warm, { op: 0.3, line: false })
  const [x, y, k] = [w * 0.44, h * 0.89, Math.min(w * 0.28, h * 0.26)]
  fill(
    g,
    poly(
      g,
      [
        [x - k, y],
        [x + k * 0.1, y - k],
        [x + k * 1.2, y - k * 0.1],
        [x + k * 0.6, y + k * 0.06],
      ],
      2,
    ),
    mix(p.hot, p.ink, 0.3),
    { lift: 6 },
  )
  fill(
    g,
    poly(
      g,
      [
        [x - k, y],
        [x + k * 0.1, y - k],
        [x + k * 0.6, y + k * 0.06],
      ],
      2,
    ),
    p.hot,
  )
  fill(
    g,
    poly(
      g,
      [
        [x - k * 0.26, y + k * 0.03],
        [x + k * 0.08, y - k * 0.7],
        [x + k * 0.28, y + k * 0.05],
      ],
      1,
    ),
    p.warm,
  )
  figure(g, 'stand', w * 0.78, h * 0.92, h * 0.17, { skin: p.pale, top: p.cool, bottom: p.ink, hair: p.hot, cut: 'bun' }, true)
  stroke(
    g,
    [
      [w * 0.66, h * 0.925],
      [w * 0.7, h * 0.815],
      [w * 0.73, h * 0.925],
    ],
    p.ink,
    7,
  )
  fill(
    g,
    ribbon(
      g,
      [
        [w * 0.735, h * 0.835],
        [w * 0.64, h * 0.785],
      ],
      16,
      26,
    ),
    p.pale,
  )
  grass(g, h * 0.96, 70, h * 0.05, mix(p.deep, p.cool, 0.4))
  ramp(g, h * 0.99, h * 1.04, p.ink, 14, 0.4)
}

export const land = [
  family(
    'mountains',
    mountains,
    'mountain hiking mountaineering trail-running rock-climbing bouldering backpacking national-park road-trip sunrise landscape-photography nature walking drone-photography throat-singing camping aurora hot-spring chinese-painting ink-wash-painting watercolor',
    'travel nature',
  ),
  family(
    'sea',
    sea,
    'sea beach island swimming diving freediving snorkeling surfing surf-rock sailing kayaking paddleboarding rowing fishing lake river sunset seafood celtic-music fado ukiyo-e bossa-nova',
    'nature travel',
  ),
  family(
    'desert',
    desert,
    'desert road-trip sunset stargazing succulents country-music rai psychedelic-rock stoner-rock national-park minerals astrophotography cumbia',
    'nature',
  ),
  family('snow', snow, 'snow skiing snowboarding ice-skating ice-hockey figure-skating christmas aurora homestay black-metal', 'nature'),
  family(
    'forest',
    forest,
    'forest trees autumn-leaves hiking wild-animals nature environmental-protection mushroom-foraging walking meditation folk-music wildlife-photography black-metal woodworking field-recording',
    'nature',
  ),
  family(
    'camp',
    camp,
    'stargazing camping astrophotography astronomy science-fiction night-photography aurora physics ambient-music night-routine sleep',
    'nature',
  ),
]
