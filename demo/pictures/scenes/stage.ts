import { clip, dots, fill, floor, frame, ground, type Sheet, stroke, strokes, wash } from '../brush.ts'
import { column, ems, headline, isWide, word, wrap } from '../letter.ts'
import { figure } from '../objects.ts'
import { mix } from '../palette.ts'
import { type Draw, family, type Subject } from '../scene.ts'
import { arc, blob, disc, type Pt, place, poly, rect, ribbon, rrect, spline } from '../shape.ts'
import { shade, tex } from '../texture.ts'

/** Rays from (x, y) out to `reach`, every second one inked. */
function rays(g: Sheet, x: number, y: number, reach: number, n: number, color: string): void {
  const turn = g.r.next()
  for (let i = 0; i < n; i++) {
    const a = ((i + turn) / n) * Math.PI * 2
    const b = a + Math.PI / n
    fill(
      g,
      poly(
        g,
        [
          [x + Math.cos(a) * 20, y + Math.sin(a) * 20],
          [x + Math.cos(a) * reach, y + Math.sin(a) * reach],
          [x + Math.cos(b) * reach, y + Math.sin(b) * reach],
        ],
        3,
      ),
      color,
      { line: false },
    )
  }
}

function microphone(g: Sheet, x: number, y: number, k: number): void {
  const { p } = g
  frame(g, x, y, g.r.range(-24, 24), k / 100, () => {
    fill(
      g,
      poly(
        g,
        [
          [-20, 2],
          [20, 2],
          [13, 128],
          [-13, 128],
        ],
        1,
      ),
      p.ink,
      { lift: 6 },
    )
    const head = disc(g, 0, -30, 46, 48)
    fill(g, head, p.paper, { lift: 6 })
    tex(g, head, 'cross', p.ink, 13)
    shade(g, head, -14, -10)
    fill(g, rrect(g, -48, -26, 96, 18, 8), p.hot)
    fill(g, rrect(g, -6, 36, 12, 26, 5), p.warm, { line: false })
  })
}

function plane(g: Sheet, x: number, y: number, k: number): void {
  const { p } = g
  frame(g, x, y, g.r.range(-26, 6), k / 100, () => {
    stroke(
      g,
      [
        [-150, 96],
        [-96, 40],
        [-128, 10],
        [-90, -4],
        [-60, 30],
      ],
      p.paper,
      5,
      0.9,
    )
    fill(
      g,
      poly(
        g,
        [
          [-90, 6],
          [120, -78],
          [-30, 40],
        ],
        1,
      ),
      p.paper,
      { lift: 8 },
    )
    fill(
      g,
      poly(
        g,
        [
          [-30, 40],
          [120, -78],
          [-22, 84],
        ],
        1,
      ),
      p.pale,
    )
    fill(
      g,
      poly(
        g,
        [
          [-4, 52],
          [120, -78],
          [56, 84],
        ],
        1,
      ),
      p.paper,
    )
    fill(
      g,
      poly(
        g,
        [
          [-30, 40],
          [-4, 52],
          [-22, 84],
        ],
        1,
      ),
      p.deep,
    )
  })
}

function bolt(g: Sheet, x: number, y: number, k: number): void {
  const raw: Pt[] = [
    [18, -120],
    [-62, 16],
    [-10, 12],
    [-34, 120],
    [66, -28],
    [8, -22],
  ]
  fill(g, poly(g, place(raw, x, y, g.r.range(-0.15, 0.15), k / 110), 2), g.p.paper, { lift: 10 })
  fill(g, poly(g, place(raw, x, y, 0, k / 150), 2), g.p.hot)
}

function eye(g: Sheet, x: number, y: number, k: number): void {
  const { p } = g
  const lid = blob(
    g,
    [
      [x - k * 1.2, y],
      [x - k * 0.5, y - k * 0.6],
      [x + k * 0.5, y - k * 0.6],
      [x + k * 1.2, y],
      [x + k * 0.5, y + k * 0.58],
      [x - k * 0.5, y + k * 0.58],
    ],
    3,
  )
  fill(g, lid, p.paper, { lift: 10 })
  clip(g, lid, () => {
    fill(g, disc(g, x, y, k * 0.56), p.cool)
    strokes(
      g,
      Array.from({ length: 30 }, (_, i): Pt[] =>
        arc(x, y, k * 0.5, k * 0.5, i / 30, i / 30, 1)
          .slice(0, 1)
          .concat(arc(x, y, k * 0.3, k * 0.3, i / 30, i / 30, 1).slice(0, 1)),
      ),
      p.deep,
      5,
    )
    fill(g, disc(g, x, y, k * 0.27), p.ink)
    fill(g, disc(g, x + k * 0.12, y - k * 0.14, k * 0.08), p.paper, { line: false })
  })
  for (let i = 0; i < 9; i++) {
    const a = -Math.PI * (0.16 + i * 0.085)
    stroke(
      g,
      [
        [x + Math.cos(a) * k * 1.12, y + Math.sin(a) * k * 0.86],
        [x + Math.cos(a) * k * 1.34, y + Math.sin(a) * k * 1.14],
      ],
      p.ink,
      12,
    )
  }
}

/** Bottom lettering on a torn strip: the headline in up to three lines, filling the width. */
function setTitle(g: Sheet, s: Subject): void {
  const { p, w, h, r } = g
  const { language } = s.letters
  const head = headline(s.letters)
  const wide = isWide(head)
  const text = wide ? head : head.toUpperCase()
  const squeeze = wide ? 1 : 0.78
  const sized = (n: number): { rows: string[]; size: number } => {
    const rows = wrap(text, language, n)
    return { rows, size: Math.min((w * 0.86) / (Math.max(...rows.map(ems)) * squeeze * 1.02), (h * 0.22) / rows.length, 240) }
  }
  const { rows, size } = [1, 2, 3].map(sized).reduce((a, b) => (b.size > a.size * 1.04 ? b : a))
  const y1 = h * 0.95
  const y = y1 - rows.length * size * 1.06 - h * 0.03
  const edge: Pt[] = Array.from({ length: 9 }, (_, i): Pt => [-20 + ((w + 40) * i) / 8, y + r.range(-16, 16)])
  fill(g, { pts: [...edge, [w + 20, h + 20], [-20, h + 20]], smooth: false }, p.paper, { lift: -9 })
  rows.forEach((t, i) => {
    const base = y1 - (rows.length - 1 - i) * size * 1.06 - size * 0.08
    const rtl = language === 'ar'
    word(g, t, rtl ? w * 0.93 : w * 0.07, base, size, p.ink, { language, anchor: rtl ? 'end' : 'start', fat: 0.025, squeeze, weight: 800 })
  })
}

const gigPoster: Draw = (g, s) => {
  const { p, w, h, r } = g
  const [bg, ray] = r.pick([
    [p.hot, mix(p.hot, p.warm, 0.45)],
    [p.deep, mix(p.deep, p.cool, 0.35)],
    [p.cool, mix(p.cool, p.pale, 0.3)],
    [p.warm, mix(p.warm, p.pale, 0.5)],
  ] as const)
  ground(g, bg)
  const [cx, cy] = [w * r.range(0.42, 0.58), h * (headline(s.letters) ? 0.36 : 0.5)]
  if (r.chance(0.6)) rays(g, cx, cy, w * 1.3, r.int(12, 20), ray)
  else for (let i = 6; i > 0; i--) fill(g, disc(g, cx, cy, i * w * 0.105, i * w * 0.105, 0, 0.02), i % 2 ? bg : ray, { line: false })
  const k = Math.min(w, h) * 0.24
  fill(g, disc(g, cx, cy, k * 1.28), r.pick([p.ink, p.warm, p.pale]), { lift: 10 })
  r.pick([microphone, plane, bolt, eye])(g, cx, cy, k * 0.9)
  if (headline(s.letters)) setTitle(g, s)
}

const typePoster: Draw = (g, s) => {
  const { p, w, h, r } = g
  const head = headline(s.letters)
  if (!head || !isWide(head) || ems(head) > 12 || h < w) return gigPoster(g, s)
  ground(g, g.dark ? p.ink : p.paper)
  const parts = wrap(head, s.letters.language, ems(head) > 6 ? 2 : 1)
  const cols = parts.length
  const per = Math.max(...parts.map((t) => [...t].length))
  const size = Math.min((h * 0.84) / (per * 1.06), (w * 0.42) / cols)
  const block = rect(g, -20, h * r.range(0.3, 0.5), w * 0.72, h, r.range(-0.12, 0.12), 4)
  fill(g, block, p.hot, { line: false })
  fill(g, disc(g, w * 0.3, h * 0.32, w * 0.24), p.warm, { lift: 8 })
  tex(g, disc(g, w * 0.3, h * 0.32, w * 0.24), 'dots', p.hot, 18, 0.6)
  figure(g, r.pick(['sing', 'leap', 'strum', 'arch']), w * 0.31, h * 0.97, h * 0.66, {
    skin: p.paper,
    top: p.ink,
    bottom: p.deep,
    hair: p.ink,
    cut: r.pick(['short', 'bun', 'long']),
  })
  const serif = r.chance(0.4)
  for (let c = 0; c < cols; c++) {
    column(g, parts[c] as string, w * 0.94 - size * (0.5 + c * 1.08), h * 0.07 + size * 0.5, size, g.dark ? p.paper : p.ink, {
      language: s.letters.language,
      fat: 0.02,
      weight: 900,
      serif,
    })
  }
}

function crowd(g: Sheet, y: number, color: string, k: number): void {
  const { r, w } = g
  for (let x = -k; x < w + k; x += k * r.range(1.1, 1.5)) {
    const top = y + r.range(-k * 0.4, k * 0.5)
    const q = k * r.range(0.42, 0.5)
    fill(
      g,
      blob(
        g,
        [
          [x - k * 1.1, g.h + 20],
          [x - k * 0.9, top + q * 2],
          [x - q * 0.4, top + q * 0.9],
          [x + q * 0.4, top + q * 0.9],
          [x + k * 0.9, top + q * 2],
          [x + k * 1.1, g.h + 20],
        ],
        3,
      ),
      color,
      { line: false },
    )
    fill(g, disc(g, x, top, q, q * 1.2), color, { line: false })
    if (r.chance(0.3)) {
      const s = r.pick([-1, 1])
      const up: Pt[] = [
        [x + s * k * 0.7, top + k],
        [x + s * k * 0.95, top - k * 0.3],
        [x + s * k * 0.7, top - k * 1.5],
      ]
      fill(g, ribbon(g, spline(up, 8), k * 0.36, k * 0.22), color, { line: false })
      fill(g, disc(g, x + s * k * 0.7, top - k * 1.6, k * 0.19), color, { line: false })
    }
  }
}

const stageLights: Draw = (g) => {
  const { p, w, h, r } = g
  const night = r.chance(0.5) ? p.ink : p.deep
  ground(g, night)
  const stage = h * 0.66
  const lamps = r.int(4, 6)
  for (let i = 0; i < lamps; i++) {
    const x = w * ((i + 0.5) / lamps)
    const to = w * r.range(0.1, 0.9)
    const wide = w * r.range(0.1, 0.17)
    fill(
      g,
      poly(
        g,
        [
          [x - 8, h * 0.06],
          [x + 8, h * 0.06],
          [to + wide, stage + 20],
          [to - wide, stage + 20],
        ],
        2,
      ),
      r.pick([p.hot, p.warm, p.cool]),
      { op: 0.42, line: false },
    )
  }
  const halo = disc(g, w / 2, h * 0.44, w * 0.27)
  fill(g, halo, p.warm, { line: false })
  tex(g, halo, 'dots', p.hot, 20, 0.75)
  fill(g, rect(g, -20, h * 0.035, w + 40, 16), p.ink, { line: false })
  for (let i = 0; i < lamps; i++)
    fill(
      g,
      poly(
        g,
        place(
          [
            [-20, -22],
            [20, -22],
            [28, 26],
            [-28, 26],
          ],
          w * ((i + 0.5) / lamps),
          h * 0.06,
          r.range(-0.3, 0.3),
        ),
        1,
      ),
      p.ink,
    )
  fill(g, rect(g, -20, stage, w + 40, h * 0.1), mix(p.hot, p.ink, 0.45), { line: false })
  const black = { skin: p.pale, top: p.hot, bottom: p.ink, hair: p.ink }
  drums(g, w * 0.5, stage - 6, h * 0.15)
  figure(g, 'strum', w * 0.2, stage + h * 0.035, h * 0.34, { ...black, top: p.cool, cut: 'long' })
  instrument(g, w * 0.2, stage + h * 0.035, h * 0.34, 1)
  figure(g, 'sing', w * 0.47, stage + h * 0.05, h * 0.37, { ...black, cut: r.pick(['bun', 'short']) })
  stroke(
    g,
    [
      [w * 0.535, stage + h * 0.05],
      [w * 0.527, stage - h * 0.245],
    ],
    p.ink,
    7,
  )
  fill(g, disc(g, w * 0.523, stage - h * 0.25, 13), p.ink, { line: false })
  figure(g, 'strum', w * 0.8, stage + h * 0.035, h * 0.34, { ...black, top: p.warm, cut: 'short' }, true)
  instrument(g, w * 0.8, stage + h * 0.035, h * 0.34, -1)
  crowd(g, h * 0.8, mix(night, p.cool, 0.16), w * 0.075)
  crowd(g, h * 0.91, p.ink, w * 0.095)
}

function instrument(g: Sheet, x: number, y: number, tall: number, s: 1 | -1): void {
  const { p } = g
  frame(
    g,
    x,
    y,
    0,
    tall / 100,
    () => {
      fill(
        g,
        ribbon(
          g,
          [
            [0, -54],
            [34, -68],
          ],
          2.6,
          2.2,
        ),
        p.ink,
        { line: false },
      )
      fill(
        g,
        blob(
          g,
          [
            [-14, -48],
            [-8, -60],
            [2, -57],
            [8, -60],
            [7, -52],
            [0, -48],
            [-6, -42],
          ],
          0.4,
        ),
        p.paper,
        { line: false },
      )
      fill(g, disc(g, -4, -52, 2.4), p.ink, { line: false })
    },
    s < 0,
  )
}

function drums(g: Sheet, x: number, y: number, k: number): void {
  const { p } = g
  for (const s of [-1, 1]) {
    stroke(
      g,
      [
        [x + s * k * 1.15, y],
        [x + s * k * 1.05, y - k * 1.3],
      ],
      p.ink,
      6,
    )
    fill(g, disc(g, x + s * k * 1.03, y - k * 1.32, k * 0.5, k * 0.1, s * 0.2), p.warm)
    fill(g, rrect(g, x + s * k * 0.6 - k * 0.32, y - k * 0.98, k * 0.64, k * 0.4, 10), p.cool)
  }
  fill(g, disc(g, x, y - k * 0.55, k * 0.58), p.ink, { lift: 4 })
  fill(g, disc(g, x, y - k * 0.55, k * 0.48), p.pale)
}

function amp(g: Sheet, x: number, y: number, aw: number, ah: number, skin: string, grille: string): void {
  const { p, r } = g
  const box = rrect(g, x, y, aw, ah, 18)
  fill(g, box, skin, { lift: 12 })
  const net = rrect(g, x + aw * 0.05, y + ah * 0.26, aw * 0.9, ah * 0.67, 12)
  fill(g, net, grille)
  const cones = aw > ah * 1.7 ? 2 : 1
  clip(g, net, () => {
    for (let i = 0; i < cones; i++) {
      const cx = x + aw * ((i + 0.5) / cones)
      const q = Math.min((aw / cones) * 0.36, ah * 0.3)
      for (const [m, c] of [
        [1, mix(grille, p.ink, 0.55)],
        [0.72, mix(grille, p.ink, 0.3)],
        [0.3, p.ink],
      ] as const)
        fill(g, disc(g, cx, y + ah * 0.595, q * m), c, { line: false })
    }
  })
  tex(g, net, 'cross', p.ink, 11, 0.4)
  const strip = rrect(g, x + aw * 0.05, y + ah * 0.07, aw * 0.9, ah * 0.13, 6)
  fill(g, strip, r.pick([p.warm, p.pale]))
  const n = r.int(5, 7)
  for (let i = 0; i < n; i++) {
    const kx = x + aw * (0.12 + (0.6 * i) / (n - 1))
    fill(g, disc(g, kx, y + ah * 0.135, ah * 0.042), p.ink, { line: false })
    const a = r.range(-2.4, 2.4)
    stroke(
      g,
      [
        [kx, y + ah * 0.135],
        [kx + Math.sin(a) * ah * 0.034, y + ah * 0.135 - Math.cos(a) * ah * 0.034],
      ],
      p.paper,
      4,
    )
  }
  fill(g, disc(g, x + aw * 0.88, y + ah * 0.135, ah * 0.03), p.hot)
}

const ampStack: Draw = (g) => {
  const { p, w, h, r } = g
  const wall = g.dark ? p.deep : r.pick([p.pale, p.warm, p.cool])
  wash(g, wall, mix(wall, p.paper, 0.35), h * 0.9, h * 0.1)
  fill(g, disc(g, w * r.range(0.25, 0.75), h * 0.3, w * 0.34), g.dark ? p.hot : p.paper, { line: false })
  const fl = floor(g, h * 0.83, mix(p.deep, p.ink, 0.4))
  tex(g, fl, 'hatch', p.ink, 26, 0.35)
  const tall = h * 0.3
  const skins = r.shuffle([p.hot, p.ink, p.deep, p.cool])
  const [a, b, c] = skins as [string, string, string]
  amp(g, w * 0.08, h * 0.9 - tall, w * 0.54, tall, a, p.pale)
  amp(g, w * 0.13, h * 0.9 - tall * 1.84, w * 0.44, tall * 0.84, b, p.warm)
  if (h > w) amp(g, w * 0.1, h * 0.9 - tall * 2.5, w * 0.5, tall * 0.66, c, p.cool)
  amp(g, w * 0.65, h * 0.93 - tall * 0.95, w * 0.29, tall * 0.95, c, p.pale)
  stroke(
    g,
    spline(
      [
        [w * 0.5, h * 0.86],
        [w * 0.56, h * 0.95],
        [w * 0.3, h * 0.97],
        [w * 0.2, h * 0.935],
        [w * 0.42, h * 0.925],
        [w * 0.7, h * 1.02],
      ],
      30,
    ),
    p.paper,
    8,
  )
}

const pedalboard: Draw = (g) => {
  const { p, w, h, r } = g
  const bg = g.dark ? p.ink : r.pick([p.deep, p.pale, p.cool])
  ground(g, bg)
  tex(g, rect(g, 0, 0, w, h), r.pick(['grid', 'dash', 'stipple']), mix(bg, p.paper, 0.25), 54, 0.8)
  const cols = 3
  const rows = h > w * 1.15 ? 3 : 2
  const [cw, ch] = [w / (cols + 0.3), h / (rows + 0.25)]
  const spots: Pt[] = []
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < cols; i++) spots.push([w / 2 + (i - 1) * cw + r.range(-10, 10), h / 2 + (j - (rows - 1) / 2) * ch + r.range(-12, 12)])
  for (let i = 0; i < spots.length - 1; i++) {
    const [a, b] = [spots[i] as Pt, spots[i + 1] as Pt]
    const dip = r.range(-ch * 0.2, ch * 0.2)
    stroke(g, spline([a, [a[0] + cw * 0.36, a[1] + dip], [b[0] - cw * 0.36, b[1] + dip], b], 14), p.ink, 15)
    stroke(g, spline([a, [a[0] + cw * 0.36, a[1] + dip - 3], [b[0] - cw * 0.36, b[1] + dip - 3], b], 14), p.warm, 4)
  }
  const tones = [p.hot, p.warm, p.cool, p.paper, p.pale, mix(p.hot, p.pale, 0.5), mix(p.cool, p.paper, 0.4)].filter((c) => c !== bg)
  for (const [x, y] of spots) pedal(g, x, y, cw * 0.72, Math.min(ch * 0.84, cw * 1.1), r.pick(tones))
}

function pedal(g: Sheet, x: number, y: number, pw: number, ph: number, color: string): void {
  const { p, r } = g
  frame(g, x, y, r.range(-4, 4), 1, () => {
    for (const s of [-1, 1]) fill(g, rect(g, s * pw * 0.54 - 16, -ph * 0.06, 32, 30), p.ink)
    const box = rrect(g, -pw / 2, -ph / 2, pw, ph, 20)
    fill(g, box, color, { lift: 14 })
    shade(g, box, -10, -14)
    const n = r.int(2, 3)
    for (let i = 0; i < n; i++) {
      const kx = (i - (n - 1) / 2) * pw * 0.31
      const ky = -ph * (n === 3 && i === 1 ? 0.36 : 0.3)
      fill(g, disc(g, kx, ky, pw * 0.11), p.ink, { lift: 5 })
      const a = r.range(-2.3, 2.3)
      stroke(
        g,
        [
          [kx, ky],
          [kx + Math.sin(a) * pw * 0.09, ky - Math.cos(a) * pw * 0.09],
        ],
        p.paper,
        6,
      )
    }
    const plate = rrect(g, -pw * 0.4, -ph * 0.12, pw * 0.8, ph * 0.2, 8)
    fill(g, plate, r.pick([p.ink, p.deep]), { line: false })
    const mark = r.int(0, 3)
    if (mark === 0)
      stroke(
        g,
        spline(
          [
            [-pw * 0.3, -ph * 0.02],
            [-pw * 0.15, -ph * 0.09],
            [0, -ph * 0.02],
            [pw * 0.15, ph * 0.05],
            [pw * 0.3, -ph * 0.02],
          ],
          16,
        ),
        p.paper,
        8,
      )
    else if (mark === 1)
      stroke(
        g,
        [
          [-pw * 0.3, ph * 0.03],
          [-pw * 0.3, -ph * 0.07],
          [-pw * 0.06, -ph * 0.07],
          [-pw * 0.06, ph * 0.03],
          [pw * 0.18, ph * 0.03],
          [pw * 0.18, -ph * 0.07],
          [pw * 0.32, -ph * 0.07],
        ],
        p.paper,
        8,
        1,
        true,
      )
    else if (mark === 2)
      dots(
        g,
        Array.from({ length: 5 }, (_, i) => [(i - 2) * pw * 0.14, -ph * 0.02, 6 + Math.abs(i - 2) * 4] as const),
        p.paper,
      )
    else
      stroke(
        g,
        [
          [-pw * 0.3, ph * 0.02],
          [-pw * 0.1, -ph * 0.08],
          [-pw * 0.02, ph * 0.04],
          [pw * 0.12, -ph * 0.08],
          [pw * 0.3, ph * 0.02],
        ],
        p.paper,
        8,
        1,
        true,
      )
    fill(g, disc(g, 0, ph * 0.3, pw * 0.15), p.pale, { lift: 5 })
    fill(g, disc(g, 0, ph * 0.3, pw * 0.09), mix(p.pale, p.ink, 0.35))
    fill(g, disc(g, pw * 0.32, ph * 0.17, 9), p.hot === color ? p.paper : p.hot)
  })
}

export const stage = [
  family(
    'gig poster',
    gigPoster,
    'punk post-punk hardcore-punk riot-grrrl zine diy music-festival house-show busking band noise-rock emo screamo oi ska-punk anarcho-punk poetry theatre stand-up-comedy',
    'music-genre',
    true,
  ),
  family(
    'type poster',
    typePoster,
    'livehouse chinese-rock typography graphic-design punk-fashion hip-hop rap lyrics crosstalk songwriting indie-rock',
    'music-genre',
    true,
  ),
  family(
    'stage lights',
    stageLights,
    'live-music livehouse house-show music-festival band punk post-punk rock singing choir karaoke metal indie-rock musical-theatre theatre',
    'music-genre music',
  ),
  family(
    'amplifiers',
    ampStack,
    'shoegaze noise-rock garage-rock doom-metal stoner-rock rock hard-rock metal dub reggae electric-guitar bass-guitar grunge blues',
    'music-genre',
  ),
  family(
    'pedals',
    pedalboard,
    'shoegaze dream-pop electric-guitar post-rock ambient-music drone-music modular-synthesizer synthesizer electronics noise drum-machine beatmaking music-production',
    '',
  ),
]
