import { clip, dots, fill, floor, frame, ground, outline, type Sheet, stroke, strokes, wash } from '../brush.ts'
import { ems, headline, isWide, word } from '../letter.ts'
import { mix } from '../palette.ts'
import { type Draw, family } from '../scene.ts'
import { arc, blob, disc, type Pt, place, poly, rect, ribbon, rrect, spline } from '../shape.ts'
import { shade, tex } from '../texture.ts'

const SOLID: Pt[] = [
  [-210, 40],
  [-180, -96],
  [-70, -118],
  [10, -70],
  [60, -140],
  [130, -130],
  [96, -60],
  [104, 30],
  [150, 96],
  [70, 112],
  [0, 78],
  [-90, 128],
  [-180, 110],
]
const ACOUSTIC: Pt[] = [
  [-230, 0],
  [-200, -110],
  [-100, -142],
  [0, -98],
  [70, -112],
  [128, -70],
  [140, 0],
  [128, 70],
  [70, 112],
  [0, 98],
  [-100, 142],
  [-200, 110],
]

/** A guitar lying along +x, its body round the origin. */
function guitar(g: Sheet, electric: boolean, color: string): void {
  const { p } = g
  const body = blob(g, electric ? SOLID : ACOUSTIC, 2)
  fill(g, body, color, { lift: 14 })
  shade(g, body, -16, -18)
  if (electric) {
    fill(
      g,
      blob(
        g,
        [
          [-100, 70],
          [-120, -60],
          [-30, -84],
          [50, -40],
          [60, 30],
          [0, 56],
        ],
        2,
      ),
      p.paper,
    )
    for (const x of [-96, -36, 24]) fill(g, rrect(g, x, -36, 26, 72, 8), p.ink)
    for (const [x, y] of [
      [-150, 70],
      [-100, 92],
      [-48, 76],
    ])
      fill(g, disc(g, x as number, y as number, 13), p.ink, { lift: 3 })
  } else {
    outline(
      g,
      blob(
        g,
        ACOUSTIC.map(([x, y]): Pt => [x * 0.94 - 2, y * 0.93]),
        1,
      ),
      p.paper,
      4,
      0.8,
    )
    fill(g, disc(g, 8, 0, 52), p.ink)
    outline(g, disc(g, 8, 0, 64), p.paper, 6, 1, '10 7')
    fill(g, rrect(g, -140, -48, 26, 96, 8), p.ink)
  }
  fill(g, rect(g, 46, -24, 520, 48, 0, 1), mix(p.deep, p.ink, 0.4), { lift: 5 })
  for (let i = 0; i < 14; i++) {
    const x = 90 + i * 34
    stroke(
      g,
      [
        [x, -23],
        [x, 23],
      ],
      p.pale,
      3,
    )
    if (i % 3 === 1) dots(g, [[x + 17, 0, 6]], p.paper)
  }
  const head = poly(
    g,
    [
      [562, -26],
      [610, -44],
      [720, -50],
      [732, 20],
      [610, 42],
      [562, 26],
    ],
    1.5,
  )
  fill(g, head, color, { lift: 6 })
  for (let i = 0; i < 3; i++) for (const s of [-1, 1]) fill(g, disc(g, 622 + i * 36, s * (electric && s > 0 ? 48 : 52), 11, 15), p.paper)
  strokes(
    g,
    Array.from({ length: 6 }, (_, i): Pt[] => [
      [electric ? -82 : -126, -18 + i * 7.2],
      [600 + i * 12, -18 + i * 7.2],
    ]),
    p.paper,
    1.8,
  )
}

const guitars: Draw = (g) => {
  const { p, w, h, r } = g
  const bg = g.dark ? p.deep : r.pick([p.warm, p.pale, p.cool, p.hot])
  ground(g, bg)
  const bands = r.shuffle([p.hot, p.warm, p.cool, p.pale, p.deep].filter((c) => c !== bg)).slice(0, 3)
  const [ox, oy] = [w * 0.3, h * 0.74]
  bands.forEach((c, i) => fill(g, disc(g, ox, oy, w * (0.86 - i * 0.19)), c, { line: false }))
  tex(g, disc(g, ox, oy, w * 0.48), r.pick(['dots', 'waves', 'stipple']), mix(bands[2] ?? p.warm, p.ink, 0.25), 24, 0.6)
  const color = [p.hot, p.warm, p.paper, p.cool, p.ink].find((c) => !bands.slice(1).includes(c) && c !== bg) ?? p.hot
  const k = Math.hypot(w, h) / 1330
  frame(g, ox, oy, (Math.atan2(-h * 0.62, w * 0.56) * 180) / Math.PI + r.range(-5, 5), k, () => guitar(g, r.chance(0.6), color))
}

const vinyl: Draw = (g) => {
  const { p, w, h, r } = g
  const bg = g.dark ? p.ink : r.pick([p.warm, p.pale, p.cool, p.hot, p.deep])
  ground(g, bg)
  tex(g, rect(g, 0, h * 0.5, w, h), 'dash', mix(bg, p.ink, 0.2), 60, 0.6)
  const k = Math.min(w, h) * 0.34
  const tilt = r.range(-9, 9)
  frame(g, w * 0.5, h * 0.5, tilt, 1, () => {
    const up = h > w * 1.1
    const [rx, ry] = up ? [k * 0.1, -k * 0.72] : [k * 0.85, 0]
    const [sx, sy] = up ? [-k * 0.05, k * 0.42] : [-k * 0.5, 0]
    fill(g, disc(g, rx, ry, k, k, 0, 0.002), bg === p.ink ? p.deep : p.ink, { lift: 10 })
    for (let i = 0; i < 9; i++) outline(g, disc(g, rx, ry, k * (0.46 + i * 0.055), undefined, 0, 0.002), p.pale, 1.6, 0.32)
    for (const a of [0.1, 0.6])
      fill(
        g,
        { pts: [...arc(rx, ry, k * 0.95, k * 0.95, a, a + 0.07, 5), ...arc(rx, ry, k * 0.42, k * 0.42, a + 0.06, a + 0.01, 3)], smooth: false },
        p.paper,
        { op: 0.16, line: false },
      )
    fill(g, disc(g, rx, ry, k * 0.36), p.hot)
    fill(g, disc(g, rx, ry, k * 0.05), p.paper)
    sleeve(g, sx, sy, k * 1.04)
  })
}

function sleeve(g: Sheet, x: number, y: number, k: number): void {
  const { p, r } = g
  const box = rect(g, x - k, y - k, k * 2, k * 2, 0, 2)
  const [a, b, c] = r.shuffle([p.paper, p.warm, p.cool, p.pale, p.hot]) as [string, string, string]
  fill(g, box, a, { lift: 16 })
  const kind = r.int(0, 3)
  clip(g, box, () => {
    if (kind === 0) {
      fill(g, disc(g, x, y - k * 0.1, k * 0.6), b, { line: false })
      for (let i = 0; i < 6; i++) fill(g, rect(g, x - k, y + k * (0.1 + i * 0.15), k * 2, k * (0.02 + i * 0.017)), a, { line: false })
    } else if (kind === 1) {
      for (let i = 0; i < 4; i++)
        fill(
          g,
          blob(
            g,
            Array.from({ length: 7 }, (_, j): Pt => [x - k * 1.1 + j * k * 0.37, y + k * (-0.5 + i * 0.36) + Math.sin(j * 1.1 + i) * k * 0.15]).concat([
              [x + k * 1.2, y + k * 1.2],
              [x - k * 1.2, y + k * 1.2],
            ]),
            4,
          ),
          [b, c, p.deep, p.ink][i] as string,
          { line: false },
        )
    } else if (kind === 2) {
      for (let j = 0; j < 4; j++)
        for (let i = 0; i < 4; i++) {
          const q = (i + j) % 4
          fill(
            g,
            {
              pts: [[x + ((i - 2) * k) / 2, y + ((j - 2) * k) / 2] as Pt, ...arc(x + ((i - 2) * k) / 2, y + ((j - 2) * k) / 2, k / 2, k / 2, 0, 0.25, 6)],
              smooth: false,
            },
            [b, c, p.deep, b][q] as string,
            { line: false },
          )
        }
    } else {
      for (let i = 5; i > 0; i--) fill(g, disc(g, x + k * 0.3, y + k * 0.3, k * i * 0.24), i % 2 ? b : c, { line: false })
      strokes(
        g,
        Array.from({ length: 14 }, (_, i): Pt[] =>
          spline(
            [
              [x - k, y - k + i * 40],
              [x - k * 0.3, y - k * 0.8 + i * 46],
              [x + k, y - k * 1.3 + i * 40],
            ],
            10,
          ),
        ),
        p.ink,
        3,
        0.7,
      )
    }
  })
}

const cassette: Draw = (g, s) => {
  const { p, w, h, r } = g
  const bg = g.dark ? p.deep : r.pick([p.pale, p.warm, p.cool, p.hot])
  ground(g, bg)
  const sun = disc(g, w * r.range(0.2, 0.8), h * 0.3, w * 0.36)
  fill(g, sun, mix(bg, p.paper, 0.4), { line: false })
  const k = w / 1080
  const tape = spline(
    [
      [w * 0.45, h * 0.56],
      [w * 0.3, h * 0.7],
      [w * 0.62, h * 0.74],
      [w * 0.72, h * 0.86],
      [w * 0.4, h * 0.84],
      [w * 0.16, h * 0.9],
      [w * 0.5, h * 1.03],
    ],
    40,
  )
  fill(g, ribbon(g, tape, 16, 16, 6), p.ink, { lift: 7 })
  frame(g, w * 0.5, h * 0.42, r.range(-11, 11), Math.min(k, (h / 1080) * 1.1), () => {
    const shell = r.pick([p.ink, p.paper, p.hot === bg ? p.cool : p.hot])
    const box = rrect(g, -410, -260, 820, 520, 34)
    fill(g, box, shell, { lift: 20 })
    shade(g, box, -12, -16)
    const label = rrect(g, -356, -216, 712, 330, 18)
    fill(g, label, shell === p.paper ? p.pale : p.paper)
    clip(g, label, () => {
      ;[p.hot, p.warm, p.cool].forEach((c, i) => fill(g, rect(g, -400, -20 + i * 48, 800, 44), c, { line: false }))
    })
    strokes(
      g,
      [
        [
          [-320, -100],
          [320, -100],
        ],
      ],
      mix(p.paper, p.ink, 0.4),
      3,
    )
    const t = headline(s.letters)
    if (t) {
      const size = Math.min(72, 600 / ems(t))
      word(g, t, 0, -122, size, p.ink, { language: s.letters.language, serif: true, weight: isWide(t) ? 600 : 700 })
    }
    fill(g, rrect(g, -210, -44, 420, 130, 62), p.ink)
    fill(g, rect(g, -70, -22, 140, 86), mix(p.deep, p.paper, 0.3), { line: false })
    for (const sd of [-1, 1]) reel(g, sd * 140, 21)
    fill(
      g,
      poly(
        g,
        [
          [-250, 262],
          [-222, 150],
          [222, 150],
          [250, 262],
        ],
        1.4,
      ),
      mix(shell, p.ink, shell === p.ink ? 0 : 0.25),
    )
    for (const x of [-150, -60, 60, 150]) fill(g, disc(g, x, 218, 13), p.pale)
    for (const [x, y] of [
      [-384, -236],
      [384, -236],
      [-384, 236],
      [384, 236],
    ])
      fill(g, disc(g, x as number, y as number, 10), p.pale)
  })
}

function reel(g: Sheet, x: number, y: number): void {
  const { p } = g
  fill(g, disc(g, x, y, 50), p.paper)
  fill(g, disc(g, x, y, 34), p.ink)
  for (let i = 0; i < 6; i++)
    fill(g, rect(g, x - 5 + Math.cos((i * Math.PI) / 3) * 32, y - 5 + Math.sin((i * Math.PI) / 3) * 32, 10, 10, i), p.paper, { line: false })
}

const keys: Draw = (g) => {
  const { p, w, h, r } = g
  const bg = g.dark ? p.deep : r.pick([p.hot, p.warm, p.cool])
  ground(g, bg)
  const far = [p.warm, p.cool, p.pale, p.hot].filter((c) => c !== bg)
  for (let i = 0; i < 4; i++) {
    const line = spline(
      [
        [-40, h * (0.16 + i * 0.09)],
        [w * 0.3, h * (0.04 + i * 0.1)],
        [w * 0.62, h * (0.28 + i * 0.08)],
        [w + 40, h * (0.1 + i * 0.1)],
      ],
      24,
    )
    fill(g, ribbon(g, line, h * 0.06, h * 0.05, h * 0.02), far[i % far.length] as string, { line: false })
  }
  for (let i = 0; i < 7; i++) {
    const [x, y] = [w * (0.1 + i * 0.135), h * r.range(0.1, 0.42)]
    fill(g, disc(g, x, y, 22, 16, -0.4), p.ink, { line: false })
    stroke(
      g,
      [
        [x + 19, y - 5],
        [x + 19, y - 96],
      ],
      p.ink,
      7,
    )
    if (i % 2)
      fill(
        g,
        blob(
          g,
          [
            [x + 19, y - 98],
            [x + 46, y - 66],
            [x + 44, y - 34],
            [x + 36, y - 58],
            [x + 19, y - 70],
          ],
          1,
        ),
        p.ink,
        { line: false },
      )
  }
  const n = 9
  const kw = (w * 1.3) / n
  frame(g, w / 2, h * 0.53, r.range(-9, 9), 1, () => {
    fill(g, rect(g, -w, -30, w * 2, h), p.ink, { lift: -10 })
    for (let i = 0; i < n; i++) {
      const x = -w * 0.65 + i * kw
      fill(g, rrect(g, x + 3, 0, kw - 6, h * 0.8, 14), i === 3 || i === 6 ? p.pale : p.paper)
    }
    for (let i = 0; i < n; i++)
      if (![2, 6].includes(i % 7)) fill(g, rrect(g, -w * 0.65 + (i + 1) * kw - kw * 0.29, -10, kw * 0.58, h * 0.3, 10), p.ink, { lift: 9 })
  })
}

/** Pear-bodied lutes of many countries: pipa, oud, sitar. */
const lute: Draw = (g) => {
  const { p, w, h, r } = g
  const bg = g.dark ? p.ink : r.pick([p.deep, p.hot, p.pale])
  ground(g, bg)
  const k = Math.min(w / 1080, h / 1250)
  for (let i = 5; i > 0; i--) outline(g, disc(g, w / 2, h * 0.58, k * (240 + i * 84)), mix(bg, p.warm, 0.45), 5, 1, i % 2 ? '4 18' : '')
  frame(g, w / 2, h * 0.6, r.range(-14, 14), k, () => {
    fill(
      g,
      poly(
        g,
        [
          [-30, -200],
          [30, -200],
          [24, -560],
          [-24, -560],
        ],
        1,
      ),
      p.ink,
      { lift: 10 },
    )
    fill(
      g,
      poly(
        g,
        [
          [-24, -560],
          [24, -560],
          [60, -660],
          [10, -690],
          [-40, -640],
        ],
        2,
      ),
      p.hot,
      { lift: 6 },
    )
    for (let i = 0; i < 4; i++)
      for (const s of [-1, 1])
        fill(
          g,
          ribbon(
            g,
            [
              [s * 18, -590 - i * 18],
              [s * 92, -600 - i * 20],
            ],
            13,
            9,
          ),
          p.pale,
        )
    const body = blob(
      g,
      [
        [0, -330],
        [70, -210],
        [190, -40],
        [230, 120],
        [160, 270],
        [0, 320],
        [-160, 270],
        [-230, 120],
        [-190, -40],
        [-70, -210],
      ],
      2,
    )
    fill(g, body, p.warm, { lift: 16 })
    shade(g, body, -26, -20)
    for (const s of [-1, 1])
      fill(
        g,
        blob(
          g,
          [
            [s * 84, -20],
            [s * 116, 20],
            [s * 84, 60],
            [s * 64, 20],
          ],
          1,
        ),
        p.ink,
      )
    outline(g, disc(g, 0, 20, 84), p.deep, 6, 1, '14 9')
    for (let i = 0; i < 8; i++)
      fill(
        g,
        blob(
          g,
          place(
            [
              [0, -16],
              [9, -34],
              [0, -58],
              [-9, -34],
            ],
            0,
            20,
            (i * Math.PI) / 4,
          ),
          0.5,
        ),
        p.hot,
      )
    fill(g, rrect(g, -92, 196, 184, 30, 10), p.ink)
    strokes(
      g,
      Array.from({ length: 4 }, (_, i): Pt[] => [
        [-36 + i * 24, 208],
        [-15 + i * 10, -600],
      ]),
      p.paper,
      3.4,
    )
    for (let i = 0; i < 7; i++) fill(g, rect(g, -34 - i * 3, -300 + i * 34, 68 + i * 6, 9), p.paper, { line: false })
  })
  const fl = floor(g, h * 0.93, mix(bg, p.ink, 0.35), { line: false })
  tex(g, fl, 'waves', p.warm, 46, 0.7)
}

/** Sound as woven bands: equalisers, waves, grooves; for music made with machines. */
const waves: Draw = (g) => {
  const { p, w, h, r } = g
  const bg = g.dark ? p.ink : r.pick([p.paper, p.deep, p.pale])
  wash(g, bg, mix(bg, p.cool, 0.4), h, h * 0.55)
  const cx = w * r.range(0.35, 0.65)
  fill(g, disc(g, cx, h * 0.36, w * 0.27), p.hot, { line: false })
  tex(g, disc(g, cx, h * 0.36, w * 0.27), 'dots', p.warm, 20, 0.8)
  const n = 26
  const [a, b] = [r.range(1.5, 3.4), r.range(0, 6)]
  const swell = (x: number): number => Math.exp(-(((x - cx) / (w * 0.26)) ** 2))
  for (let i = 0; i < n; i++) {
    const y = h * (0.3 + (0.72 * i) / n)
    const pts: Pt[] = Array.from({ length: 33 }, (_, k): Pt => {
      const x = -20 + ((w + 40) * k) / 32
      return [x, y - swell(x) * h * 0.13 * Math.abs(Math.sin(k * 0.55 * a + i * 0.8 + b) + Math.sin(k * 1.3 + i * 1.7) * 0.6)]
    })
    fill(g, { pts: [...pts, [w + 20, h + 30], [-20, h + 30]], smooth: false }, i % 7 === 6 ? p.cool : mix(bg, p.deep, i / n), { line: false })
    stroke(g, pts, g.dark || bg === p.deep ? p.pale : p.ink, 4)
  }
}

export const sound = [
  family(
    'guitars',
    guitars,
    'guitar electric-guitar bass-guitar ukulele banjo country-music folk-music indie-folk bluegrass surf-rock rock blues songwriting flamenco bossa-nova folk-punk cover-song',
    'music',
  ),
  family(
    'vinyl',
    vinyl,
    'vinyl-record record-store city-pop jazz soul funk disco dj turntablism album-review hip-hop boom-bap afrobeat cumbia reggae dub playlist shoegaze bebop salsa-music',
    'music music-genre',
  ),
  family(
    'cassette',
    cassette,
    'cassette-tape lo-fi-hip-hop vaporwave synthwave post-punk indie-pop dream-pop playlist mandopop cantopop podcast asmr field-recording second-hand coldwave',
    'music music-genre',
    true,
  ),
  family(
    'keys',
    keys,
    'piano accordion synthesizer synth-pop jazz classical-music opera orchestra tango-music choir gospel-music film-score tango music-theory harp',
    'music',
  ),
  family(
    'lute',
    lute,
    'pipa oud sitar guqin guzheng erhu shamisen koto gayageum violin cello arabic-music world-music rai gamelan kunqu peking-opera fado pansori folk-music intangible-cultural-heritage suona bamboo-flute viola',
    '',
  ),
  family(
    'waves',
    waves,
    'electronic-music techno house-music ambient-music drone-music idm noise experimental-music field-recording drum-and-bass dubstep trip-hop post-rock post-punk shoegaze physics modular-synthesizer generative-art',
    'music-genre',
  ),
]
