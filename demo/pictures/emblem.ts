import { clip, dots, fill, frame, ground, outline, type Sheet, stroke } from './brush.ts'
import { type Script, scriptsOf, word } from './letter.ts'
import { branch, leaf } from './objects.ts'
import { mix } from './palette.ts'
import { face } from './scenes/move.ts'
import { catHead, coat, dogHead } from './scenes/pets.ts'
import { vista } from './scenes/travel.ts'
import { bird } from './scenes/wild.ts'
import { arc, blob, disc, type Pt, poly, rect, rrect } from './shape.ts'
import { shade, tex } from './texture.ts'

/** Small pictures that stand for a person: what a member would draw of themselves. Sheet 512 × 512. */

function backdrop(g: Sheet): string {
  const { p, r, w } = g
  const bg = r.pick([p.hot, p.warm, p.cool, p.pale, p.deep])
  ground(g, bg)
  const ring = r.pick([p.paper, p.warm, p.pale, p.cool].filter((c) => c !== bg))
  const kind = r.int(0, 3)
  if (kind === 0) fill(g, disc(g, w / 2, w / 2, w * 0.4), ring, { line: false })
  else if (kind === 1)
    for (let i = 0; i < 8; i++) fill(g, poly(g, [[w / 2, w / 2], ...arc(w / 2, w / 2, w, w, i / 8, i / 8 + 0.06, 2)], 2), mix(bg, ring, 0.45), { line: false })
  else if (kind === 2) {
    fill(g, rect(g, -10, w * 0.56, w + 20, w), mix(bg, g.p.ink, 0.25), { line: false })
    fill(g, disc(g, w * 0.5, w * 0.44, w * 0.34), ring, { line: false })
  } else tex(g, rect(g, 0, 0, w, w), r.pick(['dots', 'waves', 'cross']), mix(bg, ring, 0.45), 26, 0.9)
  return bg
}

function person(g: Sheet): void {
  const bg = backdrop(g)
  const { p, r, w } = g
  const k = w * 0.25
  face(g, w / 2, w * 0.45, k)
  const shirt = blob(
    g,
    [
      [w * 0.37, w * 0.78],
      [w * 0.5, w * 0.86],
      [w * 0.63, w * 0.78],
      [w * 0.86, w * 0.86],
      [w * 0.98, w * 1.1],
      [w * 0.02, w * 1.1],
      [w * 0.14, w * 0.86],
    ],
    2,
  )
  const c = r.pick([p.hot, p.deep, p.paper, p.cool].filter((q) => q !== bg))
  fill(g, shirt, c, { lift: 4 })
  tex(g, shirt, r.pick(['dots', 'waves', 'grid', 'cross']), c === p.paper ? p.hot : p.warm, 24, 0.8)
  if (r.chance(0.35)) for (const s of [-1, 1]) outline(g, disc(g, w / 2 + s * k * 0.29, w * 0.45, k * 0.22, k * 0.2), p.ink, 7)
}

function animal(g: Sheet): void {
  const bg = backdrop(g)
  const { p, r, w } = g
  const c = coat(g, bg)
  const kind = r.int(0, 2)
  if (kind === 2) {
    bird(g, w * 0.47, w * 0.56, w * 0.56, [p.hot, p.warm, p.cool].find((q) => q !== bg) ?? p.hot, p.ink, r.chance(0.5))
    return
  }
  fill(
    g,
    blob(
      g,
      [
        [w * 0.26, w * 1.05],
        [w * 0.3, w * 0.72],
        [w * 0.5, w * 0.64],
        [w * 0.7, w * 0.72],
        [w * 0.74, w * 1.05],
      ],
      2,
    ),
    c.base,
    { lift: 5 },
  )
  fill(
    g,
    poly(
      g,
      [
        [w * 0.3, w * 0.72],
        [w * 0.7, w * 0.72],
        [w * 0.5, w * 0.98],
      ],
      2,
    ),
    bg === p.hot ? p.warm : p.hot,
    { lift: 3 },
  )
  frame(g, w / 2, w * 0.48, r.range(-7, 7), w / 165, () => {
    if (kind === 0) catHead(g, c, r.int(0, 2))
    else dogHead(g, c.base, c.base === p.paper ? p.pale : p.paper, r.int(0, 1))
  })
}

function thing(g: Sheet): void {
  const bg = backdrop(g)
  const { p, r, w } = g
  const c = [p.hot, p.paper, p.warm, p.deep].filter((q) => q !== bg)
  const kind = r.int(0, 4)
  if (kind === 0) {
    stroke(g, arc(w * 0.7, w * 0.55, w * 0.13, w * 0.13, -0.25, 0.25, 8), c[0] as string, 30)
    const cup = rrect(g, w * 0.26, w * 0.36, w * 0.44, w * 0.4, 34)
    fill(g, cup, c[0] as string, { lift: 8 })
    shade(g, cup, -20, 0)
    fill(g, disc(g, w * 0.48, w * 0.37, w * 0.22, w * 0.06), p.ink)
    leaf(g, w * 0.38, w * 0.64, w * 0.22, w * 0.1, -0.7, c[1] as string, p.ink)
  } else if (kind === 1) {
    fill(g, disc(g, w / 2, w / 2, w * 0.36), p.ink, { lift: 10 })
    for (const q of [0.31, 0.27, 0.23, 0.19]) outline(g, disc(g, w / 2, w / 2, w * q, undefined, 0, 0.003), p.pale, 2.4, 0.5)
    fill(g, disc(g, w / 2, w / 2, w * 0.14), c[0] as string)
    dots(g, [[w / 2, w / 2, 9]], c[0] === p.paper ? p.ink : p.paper)
  } else if (kind === 2) {
    const round = disc(g, w / 2, w / 2, w * 0.37)
    clip(g, round, () => vista(g, w * 0.12, w * 0.12, w * 0.76, w * 0.76))
    outline(g, round, p.paper, 15)
  } else if (kind === 3)
    for (let i = 0; i < 5; i++)
      branch(
        g,
        [
          [w * 0.5, w * 0.9],
          [w * (0.3 + i * 0.1), w * 0.6],
          [w * (0.14 + i * 0.18), w * (0.3 - (2 - Math.abs(i - 2)) * 0.08)],
        ],
        p.ink,
        c[i % 2] as string,
        w * 0.13,
        5,
        p.ink,
      )
  else {
    const cap: Pt[] = [...arc(w / 2, w * 0.5, w * 0.34, w * 0.3, 0.5, 1, 12), ...arc(w / 2, w * 0.5, w * 0.34, w * 0.05, 0, 0.5, 6)]
    fill(
      g,
      blob(
        g,
        [
          [w * 0.42, w * 0.5],
          [w * 0.38, w * 0.84],
          [w * 0.62, w * 0.84],
          [w * 0.58, w * 0.5],
        ],
        1,
      ),
      p.paper === bg ? p.pale : p.paper,
      { lift: 6 },
    )
    fill(g, { pts: cap, smooth: true }, c[0] as string, { lift: 6 })
    dots(
      g,
      [
        [w * 0.4, w * 0.36, 22],
        [w * 0.56, w * 0.28, 17],
        [w * 0.64, w * 0.42, 20],
        [w * 0.3, w * 0.45, 12],
        [w * 0.49, w * 0.44, 13],
      ],
      p.paper === c[0] ? p.hot : p.paper,
    )
  }
}

function monogram(g: Sheet, name: string): void {
  const { p, r, w } = g
  const first = [...name.trim()][0]?.toUpperCase() ?? '·'
  const [bg, ink] = r.pick([
    [p.hot, p.paper],
    [p.deep, p.warm],
    [p.paper, p.hot],
    [p.warm, p.ink],
    [p.cool, p.paper],
  ] as const)
  ground(g, bg)
  const kind = r.int(0, 2)
  if (kind === 0) tex(g, rect(g, 0, 0, w, w), 'dots', mix(bg, p.ink, 0.15), 22)
  else if (kind === 1)
    for (let i = 0; i < 10; i++)
      leaf(g, w / 2 + Math.cos(i * 0.628) * w * 0.33, w / 2 + Math.sin(i * 0.628) * w * 0.33, w * 0.2, w * 0.1, i * 0.628, mix(bg, ink, 0.4), bg)
  else outline(g, rrect(g, w * 0.1, w * 0.1, w * 0.8, w * 0.8, 30, 3), ink, 14)
  const language = /\p{Script=Arabic}/u.test(first) ? 'ar' : /\p{Script=Hangul}/u.test(first) ? 'ko' : 'zh-Hans'
  word(g, first, w / 2 + 6, w * 0.7 + 6, w * 0.56, p.ink === ink ? p.paper : p.ink, { language, serif: true, weight: 800 })
  word(g, first, w / 2, w * 0.7, w * 0.56, ink, { language, serif: true, weight: 800 })
}

/** Draws a portrait-like emblem on a square sheet: a face, an animal, a thing, or the first letter of the name. */
export function emblem(g: Sheet, name: string, scripts: ReadonlySet<Script>): void {
  const pick = g.r.next()
  const letters = scriptsOf([...name][0] ?? '')
  if (pick < 0.27) person(g)
  else if (pick < 0.58) animal(g)
  else if (pick < 0.82 || letters.length === 0 || !letters.every((s) => scripts.has(s))) thing(g)
  else monogram(g, name)
}
