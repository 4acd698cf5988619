import { clip, dots, fill, floor, frame, ground, outline, type Sheet, stroke, strokes, veil, wash } from '../brush.ts'
import { DANCES, figure, leaf, orb } from '../objects.ts'
import { mix } from '../palette.ts'
import { type Draw, family } from '../scene.ts'
import { arc, blob, disc, type Pt, poly, rect, ribbon, rrect, spline } from '../shape.ts'
import { shade, tex } from '../texture.ts'

const dancer: Draw = (g, s) => {
  const { p, w, h, r } = g
  const bg = g.dark ? r.pick([p.ink, p.deep]) : r.pick([p.paper, p.pale, p.warm, p.hot, p.cool])
  wash(g, bg, mix(bg, p.paper, g.dark ? 0.12 : 0.4), h, h * 0.3)
  const tones = r.shuffle([p.hot, p.warm, p.cool, p.deep, p.pale].filter((c) => c !== bg))
  const [cx, cy] = [w * 0.5, h * 0.5]
  const solid = /street|hip-hop|break|pop|lock|house|voguing|waack|capoeira/.test(s.topics.join(' '))
  if (solid)
    for (let i = 0; i < 6; i++)
      fill(g, poly(g, [[cx, cy], ...arc(cx, cy, w * 0.8, w * 0.8, i / 6 + 0.02, i / 6 + 0.1, 2)], 4), tones[i % 2] as string, { line: false })
  else
    for (let i = 0; i < 5; i++) {
      const a = r.next()
      const q = Math.min(w, h) * (0.16 + i * 0.07)
      fill(
        g,
        ribbon(g, spline(arc(cx + r.range(-40, 40), cy + r.range(-60, 60), q, q * 1.15, a, a + r.range(0.35, 0.6), 10), 20), 6, 4, h * 0.045),
        tones[i % 2] as string,
        { line: false },
      )
    }
  fill(g, disc(g, w * 0.5, h * 0.93, w * 0.32, h * 0.022), p.ink, { op: 0.3, line: false })
  const pose = r.pick(solid ? (['low', 'kick', 'spin', 'arch'] as const) : DANCES)
  const flip = r.chance(0.5)
  const tall = h * (pose === 'leap' ? 0.62 : 0.66) * Math.min(1, w / h + 0.25)
  const skirt = !solid && r.chance(0.7)
  const look = {
    skin: mix(p.paper, p.warm, r.range(0.15, 0.6)),
    top: tones[2] as string,
    bottom: bg === p.ink ? p.paper : p.ink,
    hair: p.ink === bg ? p.paper : p.ink,
    skirt,
    cut: r.pick(['bun', 'long', 'short']),
  }
  const y = h * (pose === 'leap' ? 0.84 : 0.92)
  for (let i = 3; i > 0; i--)
    veil(g, 0.18 + (3 - i) * 0.09, () => {
      const c = tones[i % tones.length] as string
      figure(g, pose, cx - (flip ? -1 : 1) * i * w * 0.075, y - i * h * 0.008, tall, { skin: c, top: c, bottom: c, hair: c, skirt, cut: look.cut }, flip)
    })
  figure(g, pose, cx, y, tall, look, flip)
  if (!solid)
    dots(
      g,
      Array.from({ length: 26 }, () => [r.range(0, w), r.range(0, h), r.range(3, 9)] as const),
      tones[0] as string,
      0.9,
    )
}

const pitch: Draw = (g) => {
  const { p, w, h, r } = g
  const grass = g.dark ? p.deep : r.pick([p.cool, mix(p.cool, p.deep, 0.4), p.hot])
  ground(g, grass)
  for (let i = 0; i < 5; i++)
    fill(
      g,
      poly(
        g,
        [
          [w * (i * 0.4 - 0.6), h + 20],
          [w * (i * 0.4 - 0.4), h + 20],
          [w * (i * 0.4 - 0.02), -20],
          [w * (i * 0.4 - 0.22), -20],
        ],
        2,
      ),
      mix(grass, p.ink, 0.13),
      { line: false },
    )
  const [bx, by, k] = [w * r.range(0.3, 0.45), h * r.range(0.56, 0.7), Math.min(w, h) * 0.22]
  frame(g, w * 0.5, h * 0.5, -24, 1, () => {
    strokes(
      g,
      [
        [
          [-w, 0],
          [w, 0],
        ],
      ],
      p.paper,
      11,
    )
    outline(g, disc(g, 0, 0, w * 0.32, undefined, 0, 0.003), p.paper, 11)
    dots(g, [[0, 0, 15]], p.paper)
    strokes(
      g,
      [
        [
          [-w * 0.34, -h * 0.7],
          [-w * 0.34, -h * 0.46],
          [w * 0.34, -h * 0.46],
          [w * 0.34, -h * 0.7],
        ],
      ],
      p.paper,
      11,
    )
  })
  const path = spline(
    [
      [w * 1.05, h * 0.05],
      [w * 0.86, h * 0.24],
      [w * 0.66, h * 0.34],
      [bx, by],
    ],
    24,
  )
  fill(g, ribbon(g, path, 4, k * 1.2), p.warm, { op: 0.75, line: false })
  fill(g, ribbon(g, path, 2, k * 0.55), p.paper, { op: 0.65, line: false })
  fill(g, disc(g, bx + k * 0.35, by + k * 0.9, k * 0.95, k * 0.26), p.ink, { op: 0.35, line: false })
  const ball = disc(g, bx, by, k, k, 0, 0.003)
  fill(g, ball, p.paper, { lift: 8 })
  const turn = r.next()
  clip(g, ball, () => {
    const penta = (x: number, y: number, q: number, t: number): void =>
      fill(
        g,
        { pts: Array.from({ length: 5 }, (_, i): Pt => [x + Math.cos((i / 5 + t) * 6.283) * q, y + Math.sin((i / 5 + t) * 6.283) * q]), smooth: false },
        p.ink,
        { line: false },
      )
    penta(bx, by, k * 0.34, turn)
    for (let i = 0; i < 5; i++) {
      const a = (i / 5 + turn) * 6.283
      const m = a + 0.6283
      stroke(
        g,
        [
          [bx + Math.cos(a) * k * 0.34, by + Math.sin(a) * k * 0.34],
          [bx + Math.cos(a) * k * 0.64, by + Math.sin(a) * k * 0.64],
        ],
        p.ink,
        7,
      )
      penta(bx + Math.cos(a) * k * 0.93, by + Math.sin(a) * k * 0.93, k * 0.32, turn + i / 5 + 0.5)
      stroke(
        g,
        [
          [bx + Math.cos(a) * k * 0.64, by + Math.sin(a) * k * 0.64],
          [bx + Math.cos(m) * k * 0.78, by + Math.sin(m) * k * 0.78],
          [bx + Math.cos(a + 1.2566) * k * 0.64, by + Math.sin(a + 1.2566) * k * 0.64],
        ],
        p.ink,
        7,
      )
    }
  })
  shade(g, ball, -k * 0.16, -k * 0.18)
  for (const [x, y, t, c, f] of [
    [0.78, 0.9, 0.34, p.hot === grass ? p.paper : p.hot, true],
    [0.2, 0.4, 0.24, p.warm, false],
  ] as const) {
    fill(g, disc(g, w * x, h * y, h * t * 0.2, h * 0.012), p.ink, { op: 0.35, line: false })
    figure(g, 'kick', w * x, h * y, h * t, { skin: mix(p.paper, p.warm, 0.5), top: c, bottom: p.paper, hair: p.ink, cut: 'short' }, f)
  }
}

const runners: Draw = (g) => {
  const { p, w, h, r } = g
  const sky = g.dark ? p.deep : r.pick([p.warm, p.pale, p.cool])
  wash(g, sky, mix(sky, p.paper, 0.45), h * 0.05, h * 0.55)
  orb(g, w * r.range(0.25, 0.75), h * 0.26, w * 0.15, sky === p.warm ? p.paper : p.hot, p.paper)
  for (let i = 0; i < 8; i++) fill(g, rect(g, w * (i / 8) - 10, h * r.range(0.3, 0.44), w * 0.13, h), mix(sky, p.deep, 0.25 + (i % 2) * 0.12), { line: false })
  for (let i = 0; i < 11; i++) {
    const x = w * (i / 10)
    fill(g, rect(g, x - 6, h * 0.5, 12, h * 0.1), p.ink, { line: false })
    fill(g, disc(g, x, h * r.range(0.46, 0.5), w * 0.06, h * r.range(0.05, 0.075)), mix(p.cool, p.deep, 0.2 + (i % 3) * 0.15), { line: false })
  }
  const track = floor(g, h * 0.57, p.hot === sky ? p.deep : mix(p.hot, p.deep, 0.25), { line: false })
  clip(g, track, () => {
    for (let i = -6; i < 8; i++)
      stroke(
        g,
        [
          [w * (0.5 + i * 0.06), h * 0.56],
          [w * (0.5 + i * 0.4), h * 1.05],
        ],
        p.paper,
        7,
      )
  })
  const pace = r.shuffle([p.warm, p.cool, p.paper, p.pale])
  for (const [x, y, t, i] of [
    [0.2, 0.72, 0.26, 0],
    [0.78, 0.76, 0.3, 1],
    [0.46, 0.95, 0.5, 2],
  ] as const) {
    const c = pace[i] as string
    for (let q = 0; q < 4; q++)
      stroke(
        g,
        [
          [w * x - h * t * 0.3, h * (y - t * (0.3 + q * 0.16))],
          [w * x - h * t * (0.5 + (q % 2) * 0.16), h * (y - t * (0.3 + q * 0.16))],
        ],
        p.paper,
        7,
      )
    fill(g, disc(g, w * x, h * y + 5, h * t * 0.2, h * t * 0.025), p.ink, { op: 0.4, line: false })
    figure(g, 'run', w * x, h * y, h * t, {
      skin: mix(p.paper, p.warm, 0.2 + i * 0.3),
      top: c,
      bottom: p.ink,
      hair: p.ink,
      cut: r.pick(['bun', 'long', 'short']),
    })
  }
}

const mural: Draw = (g) => {
  const { p, w, h, r } = g
  const sky = g.dark ? p.deep : r.pick([p.pale, p.cool])
  wash(g, sky, mix(sky, p.paper, 0.5), 0, h * 0.4)
  const wall = rect(g, w * 0.05, h * 0.08, w * 0.9, h * 0.74, 0, 3)
  fill(g, wall, p.warm, { lift: 10 })
  clip(g, wall, () => {
    for (let i = 0; i < 7; i++)
      fill(g, disc(g, w * r.range(0, 1), h * r.range(0, 0.9), w * r.range(0.14, 0.3)), r.pick([p.hot, p.cool, p.deep, p.pale, mix(p.warm, p.hot, 0.5)]), {
        line: false,
      })
    face(g, w * 0.46, h * 0.47, Math.min(w * 0.27, h * 0.24))
    for (let i = 0; i < 14; i++)
      leaf(
        g,
        w * (i % 2 ? r.range(0.02, 0.2) : r.range(0.74, 0.98)),
        h * r.range(0.55, 0.86),
        w * r.range(0.13, 0.2),
        w * 0.06,
        i % 2 ? r.range(-1.7, -0.7) : r.range(-2.4, -1.4),
        r.pick([p.cool, p.deep, p.paper]),
        p.ink,
      )
    for (let y = 0; y < h; y += 60)
      stroke(
        g,
        [
          [0, y],
          [w, y],
        ],
        p.ink,
        2,
        0.14,
      )
  })
  fill(g, rect(g, w * 0.03, h * 0.06, w * 0.94, h * 0.03), p.ink, { lift: 5 })
  floor(g, h * 0.82, mix(p.deep, p.paper, 0.35))
  const [lx, ly] = [w * 0.8, h * 0.88]
  strokes(
    g,
    [
      [
        [lx - 46, ly],
        [lx + 4, h * 0.42],
      ],
      [
        [lx + 56, ly],
        [lx + 60, h * 0.42],
      ],
      ...Array.from({ length: 8 }, (_, i): Pt[] => [
        [lx - 40 + i * 6, ly - 30 - i * h * 0.052],
        [lx + 56, ly - 30 - i * h * 0.052],
      ]),
    ],
    p.ink,
    9,
  )
  figure(g, 'sing', lx + 12, h * 0.68, h * 0.24, { skin: mix(p.paper, p.warm, 0.4), top: p.paper, bottom: p.deep, hair: p.ink, cut: 'bun' }, true)
  for (let i = 0; i < 5; i++) {
    const x = w * (0.1 + i * 0.09)
    fill(g, rrect(g, x, h * 0.88, w * 0.06, h * 0.055, 6), p.paper, { lift: 6 })
    fill(g, rect(g, x, h * 0.895, w * 0.06, h * 0.025), [p.hot, p.cool, p.warm, p.deep, p.pale][i] as string, { line: false })
  }
}

/** A stylised face in profile or front with hair as pattern; for make-up, portraits and murals. */
export function face(g: Sheet, x: number, y: number, k: number): void {
  const { p, r } = g
  const skin = r.pick([mix(p.paper, p.warm, 0.25), mix(p.warm, p.deep, 0.25), mix(p.warm, p.deep, 0.5), mix(p.paper, p.warm, 0.15)])
  const hair = r.pick([p.ink, p.deep, mix(p.deep, p.hot, 0.4)])
  const kind = r.int(0, 4)
  if (kind === 0)
    fill(
      g,
      blob(
        g,
        [
          [x - k * 0.9, y + k * 1.3],
          [x - k * 1.05, y],
          [x - k * 0.6, y - k * 1.1],
          [x, y - k * 1.34],
          [x + k * 0.6, y - k * 1.1],
          [x + k * 1.05, y],
          [x + k * 0.9, y + k * 1.3],
        ],
        4,
      ),
      hair,
      { lift: 8 },
    )
  else if (kind === 1)
    for (let i = 0; i < 12; i++)
      fill(g, disc(g, x + Math.cos(Math.PI * (0.9 + i * 0.109)) * k * 0.95, y - k * 0.35 + Math.sin(Math.PI * (0.9 + i * 0.109)) * k * 0.8, k * 0.4), hair, {
        line: false,
      })
  else if (kind > 2)
    fill(
      g,
      blob(
        g,
        [
          [x - k * 0.76, y + k * 0.06],
          [x - k * 0.84, y - k * 0.5],
          [x - k * 0.5, y - k * 1.08],
          [x + k * 0.2, y - k * 1.2],
          [x + k * 0.78, y - k * 0.8],
          [x + k * 0.76, y + k * 0.06],
        ],
        3,
      ),
      hair,
      { lift: 8 },
    )
  else {
    fill(g, disc(g, x, y - k * 0.3, k * 0.86, k * 0.95), hair, { lift: 8 })
    fill(g, disc(g, x + k * 0.1, y - k * 1.35, k * 0.36), hair)
  }
  fill(
    g,
    blob(
      g,
      [
        [x - k * 0.26, y + k * 0.6],
        [x - k * 0.3, y + k * 1.2],
        [x - k * 1.1, y + k * 1.6],
        [x - k * 1.3, y + k * 2.2],
        [x + k * 1.3, y + k * 2.2],
        [x + k * 1.1, y + k * 1.6],
        [x + k * 0.3, y + k * 1.2],
        [x + k * 0.26, y + k * 0.6],
      ],
      2,
    ),
    mix(skin, p.ink, 0.12),
  )
  const head = blob(
    g,
    [
      [x - k * 0.7, y - k * 0.3],
      [x - k * 0.4, y - k * 0.86],
      [x + k * 0.4, y - k * 0.86],
      [x + k * 0.7, y - k * 0.3],
      [x + k * 0.6, y + k * 0.4],
      [x, y + k * 0.94],
      [x - k * 0.6, y + k * 0.4],
    ],
    2,
  )
  fill(g, head, skin, { lift: 5 })
  shade(g, head, -k * 0.16, 0)
  features(g, x, y, k, skin)
  fill(
    g,
    blob(
      g,
      [
        [x - k * 0.74, y - k * 0.16],
        [x - k * 0.6, y - k * 0.84],
        [x + k * 0.1, y - k * 1.08],
        [x + k * 0.66, y - k * 0.76],
        [x + k * 0.74, y - k * 0.16],
        [x + k * 0.4, y - k * 0.56],
        [x - k * 0.1, y - k * 0.66],
        [x - k * 0.5, y - k * 0.5],
      ],
      2,
    ),
    hair,
  )
  if (kind > 2 || r.chance(0.4)) {
    for (const s of [-1, 1]) fill(g, disc(g, x + s * k * 0.72, y + k * 0.12, k * 0.11, k * 0.18), mix(skin, p.ink, 0.08))
    return
  }
  for (const s of [-1, 1]) {
    fill(g, disc(g, x + s * k * 0.74, y + k * 0.46, k * 0.13), p.warm === skin ? p.hot : p.warm, { lift: 3 })
    fill(
      g,
      poly(
        g,
        [
          [x + s * k * 0.74, y + k * 0.56],
          [x + s * k * 0.82, y + k * 0.8],
          [x + s * k * 0.66, y + k * 0.8],
        ],
        1,
      ),
      p.hot,
    )
  }
}

function features(g: Sheet, x: number, y: number, k: number, skin: string): void {
  const { p, r } = g
  const lid = r.pick([p.cool, p.hot, p.deep])
  const shut = r.chance(0.35)
  for (const s of [-1, 1]) {
    const ex = x + s * k * 0.29
    fill(g, { pts: arc(ex, y - k * 0.02, k * 0.17, k * 0.13, 0.5, 1, 7), smooth: false }, lid, { op: 0.8, line: false })
    if (shut) stroke(g, arc(ex, y - k * 0.04, k * 0.15, k * 0.1, 0.03, 0.47, 7), p.ink, k * 0.04)
    else {
      const e = blob(
        g,
        [
          [ex - k * 0.16, y],
          [ex, y - k * 0.08],
          [ex + k * 0.16, y],
          [ex, y + k * 0.07],
        ],
        0.6,
      )
      fill(g, e, p.paper, { line: false })
      clip(g, e, () => dots(g, [[ex, y, k * 0.075]], p.ink))
      stroke(g, arc(ex, y + k * 0.02, k * 0.18, k * 0.11, 0.52, 0.98, 7), p.ink, k * 0.035)
    }
    stroke(
      g,
      [
        [ex - s * k * 0.15, y - k * 0.25],
        [ex + s * k * 0.02, y - k * 0.31],
        [ex + s * k * 0.19, y - k * 0.24],
      ],
      p.ink,
      k * 0.05,
    )
    fill(g, disc(g, x + s * k * 0.4, y + k * 0.26, k * 0.13, k * 0.1), p.hot, { op: 0.4, line: false })
  }
  stroke(
    g,
    [
      [x + k * 0.02, y - k * 0.04],
      [x + k * 0.09, y + k * 0.22],
      [x - k * 0.04, y + k * 0.25],
    ],
    mix(skin, p.ink, 0.45),
    k * 0.035,
  )
  fill(
    g,
    blob(
      g,
      [
        [x - k * 0.2, y + k * 0.48],
        [x - k * 0.06, y + k * 0.43],
        [x, y + k * 0.45],
        [x + k * 0.06, y + k * 0.43],
        [x + k * 0.2, y + k * 0.48],
        [x, y + k * 0.59],
      ],
      0.8,
    ),
    r.chance(0.5) ? p.hot : mix(p.hot, skin, 0.45),
  )
}

const portrait: Draw = (g) => {
  const { p, w, h, r } = g
  const bg = g.dark ? p.deep : r.pick([p.hot, p.warm, p.cool, p.pale])
  wash(g, bg, mix(bg, p.paper, 0.3), h, h * 0.2)
  const ring = [p.warm, p.pale, p.paper, p.cool].filter((c) => c !== bg)
  fill(g, disc(g, w / 2, h * 0.44, Math.min(w, h) * 0.4), ring[0] as string, { line: false })
  tex(g, disc(g, w / 2, h * 0.44, Math.min(w, h) * 0.4), r.pick(['dots', 'waves', 'cross']), ring[1] as string, 30, 0.8)
  for (let i = 0; i < 18; i++)
    leaf(
      g,
      w * (i < 9 ? r.range(-0.02, 0.2) : r.range(0.8, 1.02)),
      h * r.range(0.55, 1),
      h * r.range(0.12, 0.2),
      h * 0.055,
      i < 9 ? r.range(-1.9, -0.7) : r.range(-2.4, -1.2),
      r.pick([p.cool, mix(p.cool, p.deep, 0.5), p.deep].filter((c) => c !== bg)),
      p.pale,
    )
  const k = Math.min(w * 0.3, h * 0.24)
  const coatOf = [p.hot, p.deep, p.paper].find((c) => c !== bg) ?? p.ink
  face(g, w / 2, h * 0.46, k)
  const shirt = blob(
    g,
    [
      [w / 2 - k * 0.5, h * 0.46 + k * 1.44],
      [w / 2, h * 0.46 + k * 1.7],
      [w / 2 + k * 0.5, h * 0.46 + k * 1.44],
      [w / 2 + k * 1.5, h * 0.46 + k * 1.75],
      [w / 2 + k * 1.9, h + 60],
      [w / 2 - k * 1.9, h + 60],
      [w / 2 - k * 1.5, h * 0.46 + k * 1.75],
    ],
    3,
  )
  fill(g, shirt, coatOf, { lift: 6 })
  tex(g, shirt, r.pick(['dots', 'waves', 'grid', 'cross']), p.warm, 44, 0.8)
}

const swim: Draw = (g) => {
  const { p, w, h, r } = g
  const water = g.dark ? p.deep : r.pick([p.cool, mix(p.cool, p.paper, 0.35)])
  ground(g, water)
  const rope = [p.hot, p.paper]
  const n = h > w ? 4 : 3
  for (let i = 0; i < 60; i++) {
    const [x, y, k] = [r.range(-40, w), r.range(0, h), r.range(30, 90)]
    stroke(
      g,
      spline(
        [
          [x, y],
          [x + k * 0.3, y - k * 0.16],
          [x + k * 0.7, y + k * 0.12],
          [x + k, y],
        ],
        8,
      ),
      mix(water, p.paper, 0.5),
      r.range(4, 8),
      0.8,
    )
  }
  for (let j = 0; j <= n; j++)
    for (let x = -20; x < w + 20; x += 44) fill(g, disc(g, x, h * (j / n), 20, 14), rope[(Math.floor(x / 44) + j) % 2 ? 1 : 0] as string, { lift: 4 })
  for (let j = 0; j < n; j++) swimmer(g, w * r.range(0.3, 0.66), h * ((j + 0.5) / n), Math.min(h / n, w * 0.5) * 0.85, j)
}

function swimmer(g: Sheet, x: number, y: number, k: number, i: number): void {
  const { p, r } = g
  const skin = mix(p.paper, p.warm, 0.25 + (i % 3) * 0.3)
  const up = r.chance(0.5) ? 1 : -1
  fill(g, disc(g, x - k * 0.1, y + k * 0.1, k * 0.75, k * 0.16), p.ink, { op: 0.18, line: false })
  for (const s of [-1, 1])
    fill(
      g,
      ribbon(
        g,
        spline(
          [
            [x - k * 0.3, y + s * k * 0.06],
            [x - k * 0.6, y + s * k * 0.1],
            [x - k * 0.92, y + s * k * 0.05],
          ],
          8,
        ),
        k * 0.14,
        k * 0.06,
      ),
      skin,
    )
  fill(
    g,
    ribbon(
      g,
      spline(
        [
          [x + k * 0.2, y + up * k * 0.12],
          [x + k * 0.36, y + up * k * 0.36],
          [x + k * 0.7, y + up * k * 0.3],
        ],
        10,
      ),
      k * 0.13,
      k * 0.08,
    ),
    skin,
    { lift: 5 },
  )
  fill(
    g,
    ribbon(
      g,
      spline(
        [
          [x + k * 0.2, y - up * k * 0.12],
          [x - k * 0.05, y - up * k * 0.34],
          [x - k * 0.3, y - up * k * 0.32],
        ],
        10,
      ),
      k * 0.13,
      k * 0.08,
    ),
    skin,
    { op: 0.7, line: false },
  )
  const b = blob(
    g,
    [
      [x + k * 0.26, y - k * 0.16],
      [x + k * 0.26, y + k * 0.16],
      [x - k * 0.1, y + k * 0.13],
      [x - k * 0.36, y + k * 0.13],
      [x - k * 0.36, y - k * 0.13],
      [x - k * 0.1, y - k * 0.13],
    ],
    1,
  )
  fill(g, b, skin, { lift: 5 })
  clip(g, b, () => fill(g, rect(g, x - k * 0.5, y - k, k * 0.52, k * 2), [p.hot, p.deep, p.warm][i % 3] as string, { line: false }))
  fill(g, disc(g, x + k * 0.4, y, k * 0.15, k * 0.14), [p.warm, p.hot, p.paper, p.deep][i % 4] as string, { lift: 4 })
  for (let q = 0; q < 9; q++) dots(g, [[x - k * r.range(0.85, 1.25), y + r.range(-0.2, 0.2) * k, r.range(4, 13)]], p.paper, 0.9)
}

export const move = [
  family(
    'dancer',
    dancer,
    'dance ballet contemporary-dance street-dance hip-hop-dance breaking popping locking house-dance waacking voguing jazz-dance tap-dance k-pop-dance-cover square-dance ballroom-dance tango salsa-dance swing-dance belly-dance folk-dance chinese-classical-dance lion-dance capoeira pole-dance choreography flamenco k-pop disco salsa-music samba-music cumbia reggaeton afrobeats amapiano figure-skating gymnastics yoga pilates martial-arts kung-fu tai-chi lgbtq circus',
    'dance sports',
  ),
  family('pitch', pitch, 'football american-football rugby volleyball olympics sports jianzi basketball baseball tennis cricket', 'sports'),
  family(
    'runners',
    runners,
    'running marathon trail-running fitness gym walking jump-rope roller-skating sports olympics morning-routine badminton table-tennis boxing',
    'sports',
  ),
  family(
    'mural',
    mural,
    'graffiti street-art mural contemporary-art art-exhibition tattoo feminism museum performance-art cultural-exchange volunteering installation-art hip-hop digital-art',
    'art',
  ),
  family(
    'portrait',
    portrait,
    'makeup skincare lipstick hairstyle hair-dye haircare natural-hair nail-art sunscreen glasses jewelry portrait-photography selfie cosplay visual-kei k-drama color-matching drawing illustration character-design lgbtq soul neo-soul perfume watch',
    'fashion',
  ),
  family('swimmers', swim, 'swimming diving freediving paddleboarding kayaking rowing sports', 'sports'),
]
