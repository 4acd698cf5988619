import { clip, dots, fill, floor, frame, ground, outline, type Sheet, stroke, strokes, wash } from '../brush.ts'
import { branch, figure, leaf, orb, pot } from '../objects.ts'
import { mix } from '../palette.ts'
import { type Draw, family } from '../scene.ts'
import { arc, blob, disc, type Pt, place, poly, rect, rrect, spline } from '../shape.ts'
import { shade, tex } from '../texture.ts'
import { table } from './food.ts'
import { catHead, coat } from './pets.ts'
import { vista } from './travel.ts'

function book(g: Sheet, x: number, y: number, bw: number, bh: number, c: string): void {
  const { p, r } = g
  const s = rect(g, x, y - bh, bw, bh, 0, 1.5)
  fill(g, s, c, { lift: 5 })
  const ink = c === p.paper || c === p.pale || c === p.warm ? p.ink : p.paper
  const t = r.int(0, 4)
  if (t === 0) for (const q of [0.1, 0.16, 0.84]) fill(g, rect(g, x, y - bh * (1 - q), bw, bh * 0.025), ink, { line: false })
  else if (t === 1) fill(g, rect(g, x + bw * 0.18, y - bh * 0.82, bw * 0.64, bh * 0.3), ink, { line: false })
  else if (t === 2) for (let i = 0; i < 5; i++) fill(g, disc(g, x + bw / 2, y - bh * (0.2 + i * 0.14), bw * 0.18), ink, { line: false })
  else if (t === 3)
    stroke(
      g,
      Array.from({ length: 9 }, (_, i): Pt => [x + bw * (i % 2 ? 0.76 : 0.24), y - bh * (0.15 + i * 0.085)]),
      ink,
      5,
      1,
      true,
    )
  else
    for (let i = 0; i < 4; i++)
      stroke(
        g,
        [
          [x + bw / 2 - bw * 0.16, y - bh * (0.76 - i * 0.07)],
          [x + bw / 2 + bw * 0.16, y - bh * (0.76 - i * 0.07)],
        ],
        ink,
        7,
      )
}

const books: Draw = (g) => {
  const { p, w, h, r } = g
  const wall = g.dark ? p.ink : r.pick([p.deep, p.hot, p.cool, p.pale])
  ground(g, wall)
  const rows = h > w * 1.05 ? 4 : 3
  const tall = h / rows
  const tones = [p.hot, p.warm, p.cool, p.paper, p.pale, mix(p.deep, p.cool, 0.4), mix(p.hot, p.paper, 0.4)]
  const gap = [r.int(0, rows - 1), r.range(0.2, 0.55)] as const
  for (let j = 0; j < rows; j++) {
    const y = tall * (j + 0.93)
    fill(g, rect(g, -20, tall * j, w + 40, tall), mix(wall, p.ink, j % 2 ? 0.12 : 0.2), { line: false })
    let x = w * 0.03
    while (x < w * 0.95) {
      if (gap[0] === j && x > w * gap[1] && x < w * gap[1] + w * 0.1) {
        nook(g, x, y, tall * 0.78)
        x += tall * 0.86
        continue
      }
      const bw = Math.min(w * r.range(0.035, 0.075), w * 0.98 - x)
      if (r.chance(0.07)) {
        const bh = tall * 0.66
        frame(g, x + bw * 1.6, y, 16, 1, () => book(g, -bw, 0, bw, bh, r.pick(tones)))
        x += bw * 2.8
      } else {
        book(g, x, y, bw, tall * r.range(0.55, 0.8), r.pick(tones))
        x += bw + 2
      }
    }
    fill(g, rect(g, -20, y, w + 40, tall * 0.07), mix(p.warm, p.deep, 0.45), { lift: 8 })
  }
}

function nook(g: Sheet, x: number, y: number, k: number): void {
  const { p, r } = g
  if (r.chance(0.5)) {
    const c = coat(g, p.deep)
    fill(
      g,
      blob(
        g,
        [
          [x + k * 0.1, y],
          [x + k * 0.2, y - k * 0.44],
          [x + k * 0.7, y - k * 0.44],
          [x + k * 0.84, y],
        ],
        2,
      ),
      c.base,
      { lift: 5 },
    )
    frame(g, x + k * 0.46, y - k * 0.56, 0, k / 130, () => catHead(g, c, 1))
  } else {
    for (let i = 0; i < 9; i++)
      leaf(g, x + k * 0.45, y - k * 0.36, k * r.range(0.4, 0.62), k * 0.16, -2.8 + i * 0.32, i % 2 ? p.cool : mix(p.cool, p.deep, 0.4), p.pale)
    pot(g, x + k * 0.45, y - k * 0.4, k * 0.44, p.hot)
  }
}

const desk: Draw = (g) => {
  const { p, w, h, r } = g
  table(g)
  const k = Math.min(w, h) / 1080
  const tones = r.shuffle([p.hot, p.cool, p.deep, p.warm])
  frame(g, w * 0.42, h * 0.44, r.range(-10, 2), k, () => {
    fill(g, rect(g, -380, -280, 760, 560), tones[0] as string, { lift: 18 })
    for (const s of [-1, 1])
      fill(
        g,
        poly(
          g,
          [
            [0, -262],
            [s * 360, -262],
            [s * 360, 262],
            [0, 262],
          ],
          1.5,
        ),
        p.paper,
      )
    shade(g, rect(g, 0, -262, 360, 524), 26, 0, p.deep, 0.7)
    for (let i = 0; i < 9; i++)
      strokes(
        g,
        [
          spline(
            Array.from({ length: 13 }, (_, q): Pt => [-320 + q * 23 * (i === 8 ? 0.5 : r.range(0.94, 1)), -206 + i * 50 + (q % 2 ? 7 : -7)]),
            30,
          ),
        ],
        p.ink,
        4,
        0.85,
      )
    clip(g, rect(g, 50, -210, 270, 230), () => vista(g, 50, -210, 270, 230))
    outline(g, rect(g, 50, -210, 270, 230), p.ink, 4)
    for (let i = 0; i < 4; i++)
      branch(
        g,
        [
          [80 + i * 68, 230],
          [86 + i * 68, 150],
          [76 + i * 70, 80],
        ],
        p.ink,
        i % 2 ? p.cool : p.hot,
        46,
        4,
      )
    fill(
      g,
      poly(
        g,
        [
          [-60, -290],
          [-30, -290],
          [-30, -100],
          [-45, -124],
          [-60, -100],
        ],
        1,
      ),
      p.hot === tones[0] ? p.warm : p.hot,
      { lift: 4 },
    )
  })
  pens(g, w * 0.86, h * 0.3, k, tones)
  frame(g, w * 0.26, h * 0.88, r.range(-14, 14), k, () => {
    fill(g, rrect(g, -110, -70, 220, 130, 20), p.ink, { lift: 10 })
    for (let i = 0; i < 3; i++) fill(g, disc(g, -62 + i * 62, -6, 26), [p.hot, p.warm, p.cool][i] as string)
  })
  frame(g, w * 0.72, h * 0.84, r.range(-16, 10), k, () => {
    fill(g, rect(g, -150, -100, 300, 200), p.paper, { lift: 12 })
    strokes(
      g,
      [
        [
          [-150, -100],
          [0, 16],
          [150, -100],
        ],
      ],
      mix(p.paper, p.ink, 0.35),
      5,
    )
    fill(g, disc(g, 0, 14, 36, 36, 0, 0.05), p.hot, { lift: 5 })
    stroke(g, arc(0, 14, 16, 16, 0, 1, 10), mix(p.hot, p.ink, 0.3), 5)
  })
}

function pens(g: Sheet, x: number, y: number, k: number, tones: string[]): void {
  const { p, r } = g
  for (let i = 0; i < 3; i++)
    frame(g, x + (i - 1) * 74 * k, y + i * 30 * k, r.range(-12, 12), k, () => {
      const c = tones[i + 1] as string
      if (i === 1) {
        fill(g, rect(g, -17, -250, 34, 420), c, { lift: 8 })
        fill(
          g,
          poly(
            g,
            [
              [-17, 170],
              [17, 170],
              [0, 232],
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
              [-6, 210],
              [6, 210],
              [0, 232],
            ],
            0.5,
          ),
          p.ink,
          { line: false },
        )
        fill(g, rect(g, -18, -284, 36, 36), p.hot)
      } else {
        fill(g, rrect(g, -20, -240, 40, 380, 18), c, { lift: 8 })
        fill(g, rrect(g, -21, -40, 42, 18, 6), p.warm, { line: false })
        stroke(
          g,
          [
            [12, -220],
            [12, -80],
          ],
          p.pale,
          7,
        )
        fill(
          g,
          poly(
            g,
            [
              [-14, 138],
              [14, 138],
              [8, 190],
              [0, 224],
              [-8, 190],
            ],
            0.8,
          ),
          mix(p.warm, p.paper, 0.4),
        )
        stroke(
          g,
          [
            [0, 170],
            [0, 216],
          ],
          p.ink,
          3,
        )
      }
    })
}

const boardGame: Draw = (g, s) => {
  const { p, w, h, r } = g
  const chess = s.topics.some((t) => /^chess|board-game|role|puzzle/.test(t)) && !s.topics.some((t) => /^(go|xiangqi)$/.test(t))
  const xiang = s.topics.includes('xiangqi')
  table(g, [p.warm])
  const k = Math.min(w, h) * 0.86
  frame(g, w / 2, h / 2, r.range(-16, 16), 1, () => {
    const wood = mix(p.warm, p.pale, 0.45)
    fill(g, rect(g, -k / 2, -k / 2, k, k), wood, { lift: 22 })
    if (chess) return chessBoard(g, k)
    const n = xiang ? 9 : 11
    const step = (k * 0.86) / n
    const o = (-step * (n - 1)) / 2
    for (let i = 0; i < n; i++)
      strokes(
        g,
        [
          [
            [o + i * step, o],
            [o + i * step, -o],
          ],
          [
            [o, o + i * step],
            [-o, o + i * step],
          ],
        ],
        mix(p.warm, p.ink, 0.7),
        4,
      )
    if (xiang) fill(g, rect(g, o + 3, o + step * 4 + 3, -o * 2 - 6, step - 6), wood, { line: false })
    else
      dots(
        g,
        [
          [2, 2],
          [8, 2],
          [5, 5],
          [2, 8],
          [8, 8],
        ].map(([a = 0, b = 0]) => [o + a * step, o + b * step, 8] as const),
        p.ink,
      )
    const cells = r.shuffle(Array.from({ length: n * n }, (_, i) => i)).slice(0, xiang ? 22 : 46)
    cells.forEach((c, i) => {
      const [x, y] = [o + (c % n) * step, o + Math.floor(c / n) * step]
      if (!xiang) {
        const stone = disc(g, x, y, step * 0.46)
        fill(g, stone, i % 2 ? p.paper : p.ink, { lift: 7 })
        if (i % 2 === 0) stroke(g, arc(x, y, step * 0.28, step * 0.28, 0.55, 0.72, 5), p.pale, 5, 0.6)
      } else {
        fill(g, disc(g, x, y, step * 0.44), p.paper, { lift: 8 })
        outline(g, disc(g, x, y, step * 0.35), i % 2 ? p.hot : p.ink, 5)
        const marks: Pt[][] = [
          [
            [x - step * 0.18, y - step * 0.12],
            [x + step * 0.18, y - step * 0.12],
          ],
          [
            [x, y - step * 0.22],
            [x, y + step * 0.2],
          ],
          [
            [x - step * 0.2, y + step * 0.18],
            [x, y],
            [x + step * 0.2, y + step * 0.18],
          ],
        ]
        strokes(g, marks.slice(0, 2 + (i % 2)), i % 2 ? p.hot : p.ink, 7)
      }
    })
  })
}

function chessBoard(g: Sheet, k: number): void {
  const { p, r } = g
  const c = k * 0.115
  for (let j = 0; j < 8; j++)
    for (let i = 0; i < 8; i++) fill(g, rect(g, (i - 4) * c, (j - 4) * c, c, c, 0, 0.8), (i + j) % 2 ? p.deep : p.paper, { line: false })
  const cells = r.shuffle(Array.from({ length: 64 }, (_, i) => i)).slice(0, 17)
  cells
    .sort((a, b) => a - b)
    .forEach((q, i) => {
      const [x, y] = [((q % 8) - 3.5) * c, (Math.floor(q / 8) - 3.1) * c]
      const col = i % 2 ? p.hot : p.warm
      const kind = i % 4
      fill(g, disc(g, x, y, c * 0.34, c * 0.14), mix(col, p.ink, 0.35), { lift: 6 })
      fill(
        g,
        blob(
          g,
          [
            [x - c * 0.3, y],
            [x - c * 0.12, y - c * 0.5],
            [x + c * 0.12, y - c * 0.5],
            [x + c * 0.3, y],
          ],
          0.6,
        ),
        col,
      )
      if (kind === 0) fill(g, disc(g, x, y - c * 0.6, c * 0.2), col, { lift: 3 })
      else if (kind === 1)
        fill(
          g,
          poly(
            g,
            [
              [x - c * 0.26, y - c * 0.46],
              [x - c * 0.28, y - c * 0.9],
              [x - c * 0.1, y - c * 0.72],
              [x, y - c * 0.96],
              [x + c * 0.1, y - c * 0.72],
              [x + c * 0.28, y - c * 0.9],
              [x + c * 0.26, y - c * 0.46],
            ],
            0.8,
          ),
          col,
          { lift: 3 },
        )
      else if (kind === 2)
        fill(
          g,
          blob(
            g,
            [
              [x - c * 0.14, y - c * 0.46],
              [x - c * 0.28, y - c * 0.7],
              [x - c * 0.04, y - c * 1.02],
              [x + c * 0.26, y - c * 0.84],
              [x + c * 0.3, y - c * 0.64],
              [x + c * 0.06, y - c * 0.7],
              [x + c * 0.16, y - c * 0.46],
            ],
            0.6,
          ),
          col,
          { lift: 3 },
        )
      else fill(g, rect(g, x - c * 0.22, y - c * 0.84, c * 0.44, c * 0.38), col, { lift: 3 })
    })
}

const contact: Draw = (g) => {
  const { p, w, h, r } = g
  ground(g, g.dark ? p.ink : r.pick([p.pale, p.deep, p.paper]))
  const rows = h > w * 1.1 ? 5 : 3
  const tall = h / rows
  for (let j = 0; j < rows; j++) {
    frame(g, w / 2, tall * (j + 0.5), r.range(-1.6, 1.6), 1, () => {
      fill(g, rect(g, -w * 0.56, -tall * 0.45, w * 1.12, tall * 0.9), mix(p.ink, p.deep, 0.15), { lift: 8 })
      for (const s of [-1, 1]) {
        const d: string[] = []
        for (let x = -w * 0.55; x < w * 0.55; x += 44) d.push(`M${x.toFixed(0)} ${(s * tall * 0.38 - 9).toFixed(0)}h22v18h-22z`)
        g.out.push(`<path d="${d.join('')}" fill="${p.paper}"/>`)
      }
      const n = 3
      for (let i = 0; i < n; i++) {
        const [fx, fy, fw, fh] = [-w * 0.48 + i * w * 0.325, -tall * 0.3, w * 0.31, tall * 0.6]
        const cell = rrect(g, fx, fy, fw, fh, 8)
        clip(g, cell, () => shot(g, fx, fy, fw, fh, (i + j * 2 + r.int(0, 1)) % 6))
      }
    })
  }
  const [x, y] = [w * r.range(0.3, 0.7), tall * (r.int(0, rows - 1) + 0.5)]
  outline(g, disc(g, x, y, w * 0.19, tall * 0.42, 0.1, 0.03), p.hot, 11)
  stroke(
    g,
    spline(
      [
        [x + w * 0.14, y + tall * 0.3],
        [x + w * 0.2, y + tall * 0.46],
        [x + w * 0.3, y + tall * 0.4],
      ],
      8,
    ),
    p.hot,
    11,
  )
}

function shot(g: Sheet, x: number, y: number, fw: number, fh: number, kind: number): void {
  const { p, r } = g
  if (kind < 3) {
    vista(g, x, y, fw, fh, kind)
    return
  }
  const bg = r.pick([p.warm, p.cool, p.pale, p.hot])
  fill(g, rect(g, x - 4, y - 4, fw + 8, fh + 8), bg, { line: false })
  if (kind === 3) {
    const c = coat(g, bg)
    frame(g, x + fw / 2, y + fh * 0.66, r.range(-10, 10), (fh / 100) * 0.95, () => catHead(g, c, r.int(1, 2)))
  } else if (kind === 4) {
    fill(g, rect(g, x, y + fh * 0.8, fw, fh * 0.3), mix(bg, p.ink, 0.4), { line: false })
    figure(
      g,
      r.pick(['walk', 'leap', 'stand']),
      x + fw * 0.5,
      y + fh * 0.9,
      fh * 0.76,
      { skin: p.pale, top: p.ink, bottom: p.deep, hair: p.ink, cut: r.pick(['bun', 'long', 'short']) },
      r.chance(0.5),
    )
  } else {
    orb(g, x + fw * 0.5, y + fh * 0.5, fh * 0.3, bg === p.hot ? p.paper : p.hot)
    for (let i = 0; i < 5; i++)
      fill(g, rect(g, x + fw * i * 0.21, y + fh * r.range(0.4, 0.7), fw * 0.18, fh), mix(p.deep, p.ink, i % 2 ? 0.2 : 0.5), { line: false })
  }
}

const cameraView: Draw = (g) => {
  const { p, w, h, r } = g
  const bg = g.dark ? p.deep : r.pick([p.hot, p.warm, p.cool, p.pale])
  ground(g, bg)
  const ray = mix(bg, p.paper, 0.22)
  for (let i = 0; i < 9; i++) fill(g, poly(g, [[w / 2, h * 0.55], ...arc(w / 2, h * 0.55, w * 1.2, w * 1.2, i / 9, i / 9 + 0.05, 2)], 3), ray, { line: false })
  const k = Math.min(w, h) / 1080
  for (let i = 0; i < 3; i++)
    frame(g, w * (0.22 + i * 0.28), h * (i === 1 ? 0.13 : 0.17), (i - 1) * 13 + r.range(-4, 4), k * 0.9, () => {
      fill(g, rect(g, -140, -130, 280, 320), p.paper, { lift: 12 })
      const win = rect(g, -116, -106, 232, 220)
      clip(g, win, () => shot(g, -116, -106, 232, 220, (i * 2 + r.int(0, 1)) % 6))
    })
  const lensTone = r.pick([p.ink, p.deep].filter((c) => c !== bg))
  const skin = r.pick([p.ink, p.paper, p.warm, p.hot].filter((c) => c !== bg && c !== lensTone))
  frame(g, w * 0.5, h * 0.62, r.range(-9, 9), k * 1.1, () => {
    fill(
      g,
      poly(
        g,
        [
          [-120, -240],
          [-90, -310],
          [90, -310],
          [120, -240],
        ],
        1.5,
      ),
      mix(p.pale, p.ink, 0.15),
      { lift: 8 },
    )
    for (const [x, ww] of [
      [-310, 90],
      [210, 70],
    ] as const)
      fill(g, rrect(g, x, -282, ww, 50, 10), p.ink)
    const box = rrect(g, -390, -244, 780, 500, 40)
    fill(g, box, mix(p.pale, p.ink, 0.12), { lift: 20 })
    const leather = rect(g, -390, -150, 780, 330)
    fill(g, leather, skin, { line: false })
    tex(g, leather, 'dots', mix(skin, p.ink, 0.3), 12, 0.6)
    for (const [q, c] of [
      [214, p.ink],
      [196, mix(p.pale, p.ink, 0.25)],
      [170, p.ink],
      [128, lensTone],
      [96, mix(p.cool, p.deep, 0.4)],
      [58, p.cool],
      [34, p.ink],
    ] as const)
      fill(g, disc(g, 0, 20, q, undefined, 0, 0.003), c, { lift: q > 200 ? 12 : 0, line: false })
    for (let i = 0; i < 40; i++)
      stroke(
        g,
        [
          [Math.cos(i * 0.157) * 200, 20 + Math.sin(i * 0.157) * 200],
          [Math.cos(i * 0.157) * 212, 20 + Math.sin(i * 0.157) * 212],
        ],
        p.pale,
        4,
      )
    dots(
      g,
      [
        [-40, -30, 26],
        [-16, -52, 10],
      ],
      p.paper,
      0.8,
    )
    fill(g, rrect(g, -70, -292, 140, 42, 10), p.ink)
    fill(g, disc(g, 290, -196, 20), p.hot)
    fill(g, rrect(g, -340, -222, 90, 50, 8), p.ink)
  })
  stroke(
    g,
    spline(
      [
        [w * 0.86, h * 0.5],
        [w * 1.02, h * 0.7],
        [w * 0.8, h * 0.95],
        [w * 0.5, h * 0.93],
        [w * 0.2, h * 0.97],
        [w * -0.05, h * 0.8],
        [w * 0.13, h * 0.52],
      ],
      30,
    ),
    p.ink,
    22 * k,
  )
}

/** A shelf-top screen: cartridges, controller, anime sky. */
const screen: Draw = (g) => {
  const { p, w, h, r } = g
  const wall = g.dark ? p.ink : r.pick([p.deep, p.hot, p.cool, p.warm])
  wash(g, wall, mix(wall, p.hot === wall ? p.warm : p.hot, 0.4), h * 0.1, h * 0.8)
  floor(g, h * 0.76, mix(p.warm, p.deep, 0.5))
  const k = Math.min(w / 1080, h / 1000)
  frame(g, w * 0.48, h * 0.46, r.range(-3, 3), k, () => {
    strokes(
      g,
      [
        [
          [-60, -300],
          [-200, -470],
        ],
        [
          [60, -300],
          [170, -480],
        ],
      ],
      p.ink,
      11,
    )
    dots(
      g,
      [
        [-200, -470, 15],
        [170, -480, 15],
      ],
      p.hot === wall ? p.paper : p.hot,
    )
    for (const s of [-1, 1])
      fill(
        g,
        poly(
          g,
          [
            [s * 230, 270],
            [s * 300, 270],
            [s * 330, 350],
            [s * 290, 350],
          ],
          1,
        ),
        p.ink,
      )
    const box = rrect(g, -420, -310, 840, 600, 60)
    fill(g, box, r.pick([p.paper, p.warm, p.cool].filter((c) => c !== wall)), { lift: 18 })
    shade(g, box, -16, -20)
    fill(g, rrect(g, -372, -264, 600, 504, 70), p.ink)
    const glassy = rrect(g, -346, -240, 548, 456, 60)
    clip(g, glassy, () => vista(g, -346, -240, 548, 456))
    for (let i = 0; i < 16; i++)
      stroke(
        g,
        [
          [-346, -230 + i * 29],
          [202, -230 + i * 29],
        ],
        p.ink,
        3,
        0.16,
      )
    for (const y of [-190, -70]) {
      fill(g, disc(g, 318, y, 48), p.ink, { lift: 5 })
      stroke(
        g,
        place(
          [
            [0, 0],
            [0, -36],
          ],
          318,
          y,
          r.range(-1, 1),
        ),
        p.paper,
        9,
      )
    }
    strokes(
      g,
      Array.from({ length: 7 }, (_, i): Pt[] => [
        [270, 40 + i * 26],
        [366, 40 + i * 26],
      ]),
      p.ink,
      9,
    )
  })
  frame(g, w * 0.6, h * 0.89, r.range(-9, 9), k, () => {
    stroke(
      g,
      spline(
        [
          [0, -60],
          [-60, -120],
          [-240, -100],
          [-330, -160],
        ],
        14,
      ),
      p.ink,
      9,
    )
    fill(
      g,
      blob(
        g,
        [
          [-190, -40],
          [-90, -66],
          [90, -66],
          [190, -40],
          [230, 60],
          [150, 80],
          [80, 26],
          [-80, 26],
          [-150, 80],
          [-230, 60],
        ],
        1,
      ),
      p.paper,
      { lift: 12 },
    )
    fill(g, rect(g, -146, -36, 78, 24), p.ink, { line: false })
    fill(g, rect(g, -119, -63, 24, 78), p.ink, { line: false })
    ;[
      [92, -24, p.hot],
      [134, -50, p.warm],
      [134, 2, p.cool],
    ].forEach(([x, y, c]) => fill(g, disc(g, x as number, y as number, 19), c as string))
  })
}

export const deskScenes = [
  family(
    'books',
    books,
    'bookstore reading book-review literature library university history philosophy writing thesis fan-fiction economics law study feminism comics manga learning-english learning-french translation language-learning psychology',
    'study',
  ),
  family(
    'desk',
    desk,
    'stationery fountain-pen journaling note-taking scrapbooking study-with-me writing study exam gaokao high-school learning-chinese learning-english learning-japanese learning-korean learning-spanish learning-french learning-russian learning-arabic language-learning language-exchange linguistics translation sketching drawing illustration international-student job-hunting freelancing concept-art character-design personal-finance work thesis lyrics',
    'study',
  ),
  family('board', boardGame, 'chess xiangqi go mahjong board-game puzzle role-playing-game mathematics grandparents', ''),
  family(
    'contact sheet',
    contact,
    'film-photography darkroom photography black-and-white-photography street-photography film documentary short-film filmmaking portrait-photography film-score stop-motion performance-art video video-editing animation',
    'photography media',
  ),
  family(
    'camera',
    cameraView,
    'film-photography camera photography instant-camera ccd-camera photo-editing mobile-photography selfie vlog portrait-photography travel-guide',
    'photography',
  ),
  family(
    'screen',
    screen,
    'anime tv-series k-drama film video-games indie-game esports chiptune vaporwave pixel-art asmr variety-show animation anime-song 3d-modeling programming open-source artificial-intelligence blind-box electronics digital-art mechanical-keyboard j-pop vocaloid gunpla rubik-s-cube',
    'media',
  ),
]
