import { clip, dots, fill, floor, outline, type Sheet, stroke, strokes, wash } from '../brush.ts'
import { column } from '../letter.ts'
import { figure, leaf, orb, pot, stars } from '../objects.ts'
import { mix } from '../palette.ts'
import { type Draw, family } from '../scene.ts'
import { arc, blob, disc, type Pt, poly, rect, rrect, spline } from '../shape.ts'
import { shade, tex } from '../texture.ts'

function windows(g: Sheet, x: number, y: number, bw: number, bh: number, lit: number, color: string): void {
  const { r } = g
  const [cols, rows] = [Math.max(2, Math.round(bw / 34)), Math.max(3, Math.round(bh / 44))]
  const d: string[] = []
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < cols; i++) {
      if (!r.chance(lit)) continue
      d.push(
        `M${(x + bw * ((i + 0.24) / cols)).toFixed(0)} ${(y + bh * ((j + 0.24) / rows)).toFixed(0)}h${((bw / cols) * 0.5).toFixed(0)}v${((bh / rows) * 0.5).toFixed(0)}h${(-(bw / cols) * 0.5).toFixed(0)}z`,
      )
    }
  g.out.push(`<path d="${d.join('')}" fill="${color}"/>`)
}

const skyline: Draw = (g) => {
  const { p, w, h, r } = g
  const night = g.dark || r.chance(0.3)
  const sky = night ? r.pick([p.deep, p.ink]) : r.pick([p.pale, p.warm, p.cool])
  wash(g, sky, night ? mix(sky, p.hot, 0.5) : mix(sky, p.paper, 0.6), h * 0.12, h * 0.75)
  if (night) stars(g, 0, h * 0.4, 40, p.pale)
  orb(g, w * r.range(0.2, 0.8), h * r.range(0.16, 0.3), w * r.range(0.09, 0.16), night ? p.paper : p.hot, night ? p.pale : undefined)
  const layers = [mix(sky, p.cool, 0.35), mix(sky, p.deep, 0.6), night ? p.ink : p.deep]
  layers.forEach((c, j) => {
    let x = -30
    while (x < w + 20) {
      const bw = w * r.range(0.07, 0.15)
      const top = h * (0.36 + j * 0.14) + h * r.range(-0.1, 0.1)
      tower(g, x, top, bw, c, j, night)
      x += bw + (j === 2 ? w * r.range(0, 0.02) : -2)
    }
  })
  const water = floor(g, h * 0.86, night ? mix(p.ink, p.deep, 0.5) : p.cool, { line: false })
  clip(g, water, () => {
    for (let i = 0; i < 40; i++) {
      const [x, y] = [r.range(0, w), h * r.range(0.87, 1)]
      stroke(
        g,
        [
          [x, y],
          [x + r.range(30, 130), y],
        ],
        r.pick([p.warm, p.hot, p.pale]),
        r.range(3, 8),
        0.6,
      )
    }
  })
  for (const x of [0.3, 0.72]) boat(g, w * x, h * r.range(0.91, 0.95), w * 0.08)
}

function tower(g: Sheet, x: number, top: number, bw: number, c: string, layer: number, night: boolean): void {
  const { p, h, r } = g
  const kind = r.int(0, 4)
  if (kind === 0)
    fill(
      g,
      poly(
        g,
        [
          [x, top + bw * 0.5],
          [x + bw / 2, top - bw * 0.2],
          [x + bw, top + bw * 0.5],
        ],
        1,
      ),
      c,
      { line: false },
    )
  if (kind === 1) fill(g, rect(g, x + bw * 0.44, top - bw, bw * 0.1, bw * 1.2), c, { line: false })
  if (kind === 2) fill(g, rect(g, x + bw * 0.2, top - bw * 0.3, bw * 0.6, bw), c, { line: false })
  if (kind === 3) fill(g, disc(g, x + bw / 2, top + bw * 0.1, bw * 0.5, bw * 0.55), c, { line: false })
  const b = rect(g, x, top + (kind === 0 ? bw * 0.45 : bw * 0.1), bw, h, 0, 1)
  fill(g, b, c, { line: false })
  windows(
    g,
    x + 6,
    top + bw * 0.5,
    bw - 12,
    h * 0.86 - top - bw * 0.5,
    night ? 0.24 + layer * 0.12 : 0.5,
    layer === 2 ? (night ? p.warm : p.pale) : mix(c, p.warm, 0.55),
  )
}

export function boat(g: Sheet, x: number, y: number, k: number): void {
  const { p } = g
  fill(
    g,
    blob(
      g,
      [
        [x - k, y - k * 0.22],
        [x, y - k * 0.12],
        [x + k, y - k * 0.26],
        [x + k * 0.6, y + k * 0.14],
        [x - k * 0.6, y + k * 0.14],
      ],
      1,
    ),
    p.ink,
  )
  fill(g, { pts: arc(x, y - k * 0.12, k * 0.44, k * 0.42, 0.5, 1, 8), smooth: false }, p.warm)
  dots(g, [[x + k * 0.7, y - k * 0.38, k * 0.09]], p.hot)
}

const SIGNS: Record<string, string[]> = {
  zh: ['面', '茶', '书', '酒', '豆花', '小卖部', '唱片', '理发'],
  ja: ['酒', '本', '湯', '喫茶', '古着'],
  ko: ['책', '분식', '노래방'],
  default: ['BAR', 'CAFÉ', 'RADIO', 'LUX', 'PAN'],
}

const alley: Draw = (g, s) => {
  const { p, w, h, r } = g
  const sky = g.dark ? p.ink : r.pick([p.pale, p.warm, p.cool])
  wash(g, sky, mix(sky, g.dark ? p.hot : p.paper, 0.55), h * 0.1, h * 0.62)
  const vp: Pt = [w * r.range(0.45, 0.55), h * 0.6]
  orb(g, vp[0], h * 0.4, w * 0.12, g.dark ? p.warm : p.hot)
  for (let i = 0; i < 4; i++) fill(g, rect(g, vp[0] - w * 0.16 + i * w * 0.08, h * r.range(0.4, 0.52), w * 0.09, h), mix(sky, p.deep, 0.4), { line: false })
  fill(
    g,
    poly(
      g,
      [
        [vp[0] - w * 0.05, vp[1] + h * 0.04],
        [vp[0] + w * 0.05, vp[1] + h * 0.04],
        [w * 1.02, h * 1.03],
        [-w * 0.02, h * 1.03],
      ],
      2,
    ),
    mix(p.deep, p.paper, g.dark ? 0.08 : 0.35),
    { line: false },
  )
  const walls = r.shuffle([p.deep, p.hot, p.cool, p.warm, mix(p.deep, p.ink, 0.5)])
  for (const side of [-1, 1])
    for (let i = 2; i >= 0; i--) {
      const near = [1, 0.62, 0.36][i] as number
      const far = [0.6, 0.35, 0.16][i] as number
      const X = (t: number): number => vp[0] + side * w * 0.54 * t
      const Y = (t: number, up: number): number => vp[1] + up * t
      const roof = -h * (0.62 + ((i * 7 + side) % 3) * 0.07)
      const wall = poly(
        g,
        [
          [X(near * 1.1), Y(near, roof)],
          [X(far), Y(far, roof * 1.05)],
          [X(far), Y(far, h * 0.4)],
          [X(near * 1.1), Y(near, h * 0.42)],
        ],
        2,
      )
      const c = walls[(i + (side > 0 ? 2 : 0)) % 5] as string
      fill(g, wall, g.dark ? mix(c, p.ink, 0.35) : c, { lift: 5 })
      for (let f = 0; f < 3; f++)
        for (let q = 0; q < 2; q++) {
          const t0 = far + (near - far) * (0.16 + q * 0.44)
          const t1 = t0 + (near - far) * 0.26
          const up = roof * (0.8 - f * 0.3)
          fill(
            g,
            poly(
              g,
              [
                [X(t0), Y(t0, up)],
                [X(t1), Y(t1, up)],
                [X(t1), Y(t1, up + h * 0.12)],
                [X(t0), Y(t0, up + h * 0.12)],
              ],
              1,
            ),
            r.chance(0.55) ? mix(p.warm, p.paper, 0.4) : mix(c, p.ink, 0.45),
            { line: false },
          )
        }
      sign(
        g,
        X((near + far) / 2 - 0.02),
        Y((near + far) / 2, roof * r.range(0.2, 0.5)),
        w * 0.11 * near,
        side,
        s.letters.language,
        s.letters.scripts.has('han'),
      )
    }
  wires(g)
  figure(g, 'walk', vp[0] + w * 0.03, h * 0.86, h * 0.22, { skin: p.pale, top: p.hot, bottom: p.ink, hair: p.ink, cut: 'bun' })
  for (const x of [0.1, 0.9]) planter(g, w * x, h * 0.9, w * 0.12)
}

function planter(g: Sheet, x: number, y: number, k: number): void {
  for (let i = 0; i < 7; i++) leaf(g, x, y, k * g.r.range(0.8, 1.2), k * 0.3, -2.6 + i * 0.35, i % 2 ? g.p.cool : mix(g.p.cool, g.p.deep, 0.5), g.p.pale)
  pot(g, x, y, k * 0.7, g.p.warm)
}

function sign(g: Sheet, x: number, y: number, k: number, side: number, language: string, han: boolean): void {
  const { p, r } = g
  const lang = language.slice(0, 2)
  const text = r.pick(SIGNS[lang] && (han || lang === 'ko') ? (SIGNS[lang] as string[]) : (SIGNS.default as string[]))
  const n = [...text].length
  const c = r.pick([p.hot, p.paper, p.warm, p.cool])
  const cx = x - side * k * 0.72
  stroke(
    g,
    [
      [x, y + k * 0.2],
      [cx, y + k * 0.2],
    ],
    p.ink,
    6,
  )
  fill(g, rrect(g, cx - k * 0.5, y, k, k * (n * 0.82 + 0.3), 12), c, { lift: 8 })
  column(g, text, cx, y + k * 0.54, k * 0.74, c === p.paper || c === p.warm ? p.ink : p.paper, { language, weight: 800 })
}

function wires(g: Sheet): void {
  const { p, w, h, r } = g
  for (let i = 0; i < 6; i++) {
    const [y0, y1] = [h * r.range(0.02, 0.3), h * r.range(0.02, 0.3)]
    stroke(
      g,
      spline(
        [
          [-20, y0],
          [w * r.range(0.4, 0.6), Math.max(y0, y1) + h * r.range(0.03, 0.09)],
          [w + 20, y1],
        ],
        16,
      ),
      p.ink,
      r.range(2.5, 5),
    )
  }
  if (r.chance(0.6)) {
    const line = spline(
      [
        [w * 0.1, h * 0.32],
        [w * 0.5, h * 0.39],
        [w * 0.9, h * 0.31],
      ],
      14,
    )
    stroke(g, line, p.ink, 3)
    for (let i = 2; i < 13; i += 2) {
      const [x, y] = line[i] as Pt
      fill(
        g,
        poly(
          g,
          [
            [x - 24, y],
            [x + 24, y],
            [x + 22, y + r.range(50, 80)],
            [x - 20, y + 64],
          ],
          2,
        ),
        r.pick([p.paper, p.hot, p.warm, p.cool]),
        { lift: 4 },
      )
    }
  }
}

const umbrellas: Draw = (g) => {
  const { p, w, h, r } = g
  const sky = g.dark ? p.ink : r.pick([p.deep, p.cool, p.pale])
  wash(g, sky, mix(sky, g.dark ? p.deep : p.paper, 0.5), h * 0.05, h * 0.6)
  for (let i = 0; i < 7; i++) {
    const x = w * (i / 7) - 10
    const c = mix(sky, p.deep, 0.35 + (i % 2) * 0.2)
    const top = h * r.range(0.1, 0.3)
    fill(g, rect(g, x, top, w / 7 + 12, h * 0.6), c, { line: false })
    windows(g, x + 14, top + 30, w / 7 - 20, h * 0.5 - top, 0.5, mix(p.warm, p.paper, 0.25))
  }
  const street = floor(g, h * 0.62, mix(p.deep, p.ink, 0.45), { line: false })
  clip(g, street, () => {
    for (let i = 0; i < 26; i++) {
      const x = r.range(0, w)
      stroke(
        g,
        [
          [x, h * r.range(0.63, 0.8)],
          [x + r.range(-6, 6), h * r.range(0.82, 1)],
        ],
        r.pick([p.warm, p.hot, p.cool, p.pale]),
        r.range(6, 22),
        0.3,
      )
    }
  })
  const colors = r.shuffle([p.hot, p.warm, p.paper, p.cool, p.pale])
  const back = [
    [0.2, 0.7],
    [0.5, 0.68],
    [0.8, 0.71],
  ] as const
  back.forEach(([x, y], i) => walker(g, w * x, h * y, h * 0.2, colors[(i + 2) % 5] as string, i % 2 === 0))
  walker(g, w * 0.32, h * 0.93, h * 0.4, colors[0] as string, false)
  walker(g, w * 0.72, h * 0.97, h * 0.43, colors[1] as string, true)
  tex(g, rect(g, -10, -10, w + 20, h + 20), 'rain', p.paper, 90, 0.75)
}

function walker(g: Sheet, x: number, y: number, tall: number, c: string, flip: boolean): void {
  const { p } = g
  fill(g, disc(g, x, y + 4, tall * 0.2, tall * 0.025), p.ink, { op: 0.5, line: false })
  figure(
    g,
    'walk',
    x,
    y,
    tall,
    { skin: mix(p.paper, p.warm, 0.4), top: p.deep === c ? p.hot : mix(p.deep, p.cool, 0.5), bottom: p.ink, hair: p.ink, cut: 'short' },
    flip,
  )
  const s = flip ? -1 : 1
  const [ux, uy, k] = [x + s * tall * 0.13, y - tall * 1.04, tall * 0.36]
  stroke(
    g,
    [
      [ux, uy - k * 0.6],
      [ux + s * 2, y - tall * 0.52],
    ],
    p.ink,
    tall * 0.014,
  )
  const dome: Pt[] = arc(ux, uy, k, k * 0.62, 0.5, 1, 14)
  const hem: Pt[] = []
  for (let i = 3; i >= 0; i--) hem.push(...arc(ux - k + k * 0.5 * (i + 0.5), uy, k * 0.25, k * 0.08, 0, -0.5, 4))
  const cover = { pts: [...dome, ...hem], smooth: false }
  fill(g, cover, c, { lift: 8 })
  shade(g, cover, -k * 0.14, -k * 0.1)
  strokes(
    g,
    [-0.5, 0, 0.5].map((t): Pt[] => [
      [ux, uy - k * 0.62],
      [ux + t * k * 0.7, uy - k * 0.4],
      [ux + t * k, uy],
    ]),
    p.ink,
    3,
    0.5,
  )
}

const bicycle: Draw = (g) => {
  const { p, w, h, r } = g
  const wall = g.dark ? p.deep : r.pick([p.warm, p.pale, p.cool, p.hot])
  wash(g, wall, mix(wall, p.paper, 0.3), h * 0.7, h * 0.1)
  if (r.chance(0.6))
    for (let y = 0; y < h * 0.74; y += 54)
      strokes(
        g,
        [
          [
            [-10, y],
            [w + 10, y],
          ],
          ...Array.from({ length: 8 }, (_, i): Pt[] => [
            [i * 150 + ((y / 54) % 2) * 75, y],
            [i * 150 + ((y / 54) % 2) * 75, y + 54],
          ]),
        ],
        mix(wall, p.ink, 0.2),
        3,
        0.8,
      )
  const arch = {
    pts: [[w * 0.56, h * 0.74] as Pt, [w * 0.56, h * 0.3] as Pt, ...arc(w * 0.72, h * 0.3, w * 0.16, w * 0.16, 0.5, 1, 10), [w * 0.88, h * 0.74] as Pt],
    smooth: false,
  }
  fill(g, arch, wall === p.cool ? p.hot : p.cool, { lift: 6 })
  for (let i = 1; i < 4; i++)
    stroke(
      g,
      [
        [w * (0.56 + i * 0.08), h * 0.2],
        [w * (0.56 + i * 0.08), h * 0.74],
      ],
      p.ink,
      4,
      0.4,
    )
  fill(g, rect(g, w * 0.12, h * 0.14, w * 0.26, h * 0.26), p.paper, { lift: 6 })
  fill(g, rect(g, w * 0.14, h * 0.155, w * 0.22, h * 0.23), p.deep)
  stroke(
    g,
    [
      [w * 0.25, h * 0.155],
      [w * 0.25, h * 0.385],
    ],
    p.paper,
    10,
  )
  stroke(
    g,
    [
      [w * 0.14, h * 0.27],
      [w * 0.36, h * 0.27],
    ],
    p.paper,
    10,
  )
  fill(g, rect(g, w * 0.1, h * 0.4, w * 0.3, h * 0.04), p.hot === wall ? p.warm : p.hot, { lift: 6 })
  for (let i = 0; i < 10; i++)
    leaf(g, w * (0.12 + i * 0.028), h * 0.41, h * 0.06, 24, -1.57 + r.range(-0.7, 0.7), i % 3 ? mix(p.cool, p.deep, 0.5) : p.warm, p.pale)
  const fl = floor(g, h * 0.74, mix(p.pale, p.deep, 0.3))
  tex(g, fl, 'dash', mix(p.deep, p.ink, 0.3), 60, 0.5)
  bike(g, w * 0.5, h * 0.87, Math.min(w * 0.3, h * 0.34), wall === p.hot ? p.paper : p.hot)
}

function bike(g: Sheet, x: number, y: number, k: number, c: string): void {
  const { p, r } = g
  fill(g, disc(g, x, y + 4, k * 1.5, k * 0.07), p.ink, { op: 0.3, line: false })
  const [rear, front, q]: [Pt, Pt, number] = [[x - k * 0.85, y - k * 0.5], [x + k * 0.85, y - k * 0.5], k * 0.5]
  for (const [cx, cy] of [rear, front]) {
    strokes(
      g,
      Array.from({ length: 14 }, (_, i): Pt[] => [
        [cx, cy],
        [cx + Math.cos((i * Math.PI) / 7) * q, cy + Math.sin((i * Math.PI) / 7) * q],
      ]),
      p.ink,
      2,
    )
    outline(g, disc(g, cx, cy, q, q, 0, 0.003), p.ink, k * 0.06)
    outline(g, disc(g, cx, cy, q * 0.9, q * 0.9, 0, 0.003), p.pale, 4)
  }
  const crank: Pt = [x - k * 0.12, y - k * 0.44]
  const seat: Pt = [x - k * 0.36, y - k * 1.18]
  const bar: Pt = [x + k * 0.56, y - k * 1.2]
  const tube = k * 0.075
  for (const line of [
    [rear, crank],
    [rear, [seat[0] + k * 0.06, seat[1] + k * 0.12]],
    [crank, seat],
    [crank, [bar[0] + k * 0.06, bar[1] + k * 0.18]],
    [
      [seat[0] + k * 0.05, seat[1] + k * 0.14],
      [bar[0] + k * 0.03, bar[1] + k * 0.06],
    ],
  ] as Pt[][])
    stroke(g, line, c, tube)
  stroke(g, [[bar[0] - k * 0.02, bar[1] - k * 0.12], [bar[0] + k * 0.08, bar[1] + k * 0.24], front], c, tube)
  stroke(
    g,
    [
      [bar[0] - k * 0.26, bar[1] - k * 0.08],
      [bar[0] - k * 0.02, bar[1] - k * 0.16],
      [bar[0] + k * 0.16, bar[1] - k * 0.08],
    ],
    p.ink,
    k * 0.06,
  )
  fill(
    g,
    blob(
      g,
      [
        [seat[0] - k * 0.24, seat[1] - k * 0.1],
        [seat[0] + k * 0.24, seat[1] - k * 0.05],
        [seat[0], seat[1] + k * 0.06],
        [seat[0] - k * 0.22, seat[1] + k * 0.04],
      ],
      1,
    ),
    p.ink,
  )
  fill(g, disc(g, crank[0], crank[1], k * 0.14), p.warm)
  stroke(
    g,
    [
      [crank[0] - k * 0.14, crank[1] - k * 0.18],
      [crank[0] + k * 0.14, crank[1] + k * 0.18],
    ],
    p.ink,
    9,
  )
  const basket = poly(
    g,
    [
      [bar[0] + k * 0.14, bar[1] - k * 0.08],
      [bar[0] + k * 0.66, bar[1] - k * 0.08],
      [bar[0] + k * 0.56, bar[1] + k * 0.3],
      [bar[0] + k * 0.22, bar[1] + k * 0.3],
    ],
    1,
  )
  for (let i = 0; i < 6; i++) {
    const fx = bar[0] + k * (0.2 + i * 0.08)
    const fy = bar[1] - k * r.range(0.16, 0.4)
    stroke(
      g,
      [
        [fx, bar[1]],
        [fx, fy],
      ],
      mix(p.cool, p.deep, 0.5),
      5,
    )
    fill(g, disc(g, fx, fy, k * 0.075), r.pick([p.hot, p.paper, p.warm, p.pale]))
  }
  fill(g, basket, p.warm, { lift: 4 })
  tex(g, basket, 'cross', p.deep, 18, 0.8)
}

export const city = [
  family(
    'skyline',
    skyline,
    'city-life night-photography urban-sketching city-walk synthwave vaporwave city-pop digital-nomad expat-life work office-worker renting architecture hip-hop drone-photography drill flight cost-of-living programming',
    'everyday-life',
  ),
  family(
    'alley',
    alley,
    'city-walk street-photography hometown local-guide hidden-gems city-life street-food graffiti dialect cantopop urban-sketching commute night-photography film-photography second-hand vlog house-music trap',
    'photography travel',
    true,
  ),
  family('umbrellas', umbrellas, 'rain street-photography commute city-life lo-fi-hip-hop coldwave slowcore mental-health emo darkwave clouds', 'photography'),
  family('bicycle', bicycle, 'cycling mountain-biking commute city-walk slow-living motorcycle daily-life second-hand', 'everyday-life'),
]
