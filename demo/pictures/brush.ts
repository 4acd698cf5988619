import type { Palette } from './palette.ts'
import type { Rng } from './rng.ts'
import { type Pt, rect, type Shape, toPath } from './shape.ts'

/** How a sheet is printed; the same drawing comes out in four hands. */
export type Manner = 'cut' | 'riso' | 'lino' | 'gouache'

/** A sheet being drawn on: svg pieces in order. Units px; origin top left. */
export interface Sheet {
  r: Rng
  w: number
  h: number
  p: Palette
  manner: Manner
  /** Night or dark-ground version, where a scene has one. */
  dark: boolean
  out: string[]
  defs: string[]
  /** Off-register shift per colour (riso only). */
  shift: Map<string, Pt>
  /** Size of one unit of the current frame in sheet px; 1 outside frames. */
  scale: number
  /** Inside a frame repeating paints are slow, so textures are drawn mark by mark. */
  framed: boolean
}

export interface Ink {
  /** Height above the paper: a cut shadow, or a heavier line. */
  lift?: number
  /** 0–1 */
  op?: number
  /** false: no key line in the lino manner. */
  line?: boolean
}

const f = (n: number): string => String(Math.round(n * 10) / 10)

function shiftOf(g: Sheet, color: string): Pt {
  const known = g.shift.get(color) ?? ([g.r.range(-4.5, 4.5), g.r.range(-4.5, 4.5)] as const)
  g.shift.set(color, known)
  return [known[0] / g.scale, known[1] / g.scale]
}

/** Fills a shape in the sheet's manner. */
export function fill(g: Sheet, s: Shape, color: string, ink: Ink = {}): void {
  const lift = ink.lift ?? 0
  const op = ink.op !== undefined && ink.op < 1 ? ` fill-opacity="${ink.op.toFixed(2)}"` : ''
  if (g.manner === 'riso') {
    const [dx, dy] = shiftOf(g, color)
    if (lift > 0) g.out.push(`<path d="${toPath(s, lift * 0.7, lift)}" fill="${g.p.ink}" fill-opacity=".16"/>`)
    g.out.push(`<path d="${toPath(s, dx, dy)}" fill="${color}"${op}/>`)
    return
  }
  if (lift > 0) {
    const k = g.manner === 'cut' ? 1 : 0.6
    g.out.push(`<path d="${toPath(s, lift * 0.6 * k, lift * k)}" fill="${g.p.ink}" fill-opacity="${g.manner === 'cut' ? 0.26 : 0.2}"/>`)
  }
  const d = toPath(s)
  if (g.manner === 'lino' && ink.line !== false && ink.op === undefined) {
    const w = ((lift > 0 ? 4.6 : 3) / g.scale).toFixed(2)
    g.out.push(`<path d="${d}" fill="${color}" stroke="${g.p.ink}" stroke-width="${w}" stroke-linejoin="round"/>`)
  } else if (g.manner === 'gouache' && ink.op === undefined) {
    // Broken strokes of the same colour along the edge: a brush that runs dry.
    const dash = [9, 3, 21, 6, 4, 4, 33, 5].map((n) => (n / g.scale).toFixed(1)).join(' ')
    g.out.push(`<path d="${d}" fill="${color}" stroke="${color}" stroke-width="${(4 / g.scale).toFixed(2)}" stroke-dasharray="${dash}"/>`)
  } else g.out.push(`<path d="${d}" fill="${color}"${op}/>`)
}

/** Draws a line through points; smooth unless `straight`. Width px. */
export function stroke(g: Sheet, pts: readonly Pt[], color: string, width: number, op = 1, straight = false): void {
  const d = toPath({ pts: [...pts], smooth: !straight, open: true })
  g.out.push(
    `<path d="${d}" fill="none" stroke="${color}" stroke-width="${f(width)}" stroke-linecap="round" stroke-linejoin="round"${op < 1 ? ` stroke-opacity="${op}"` : ''}/>`,
  )
}

/** The outline of a closed shape. */
export function outline(g: Sheet, s: Shape, color: string, width: number, op = 1, dash = ''): void {
  g.out.push(
    `<path d="${toPath(s)}" fill="none" stroke="${color}" stroke-width="${f(width)}" stroke-linejoin="round"${op < 1 ? ` stroke-opacity="${op}"` : ''}${dash ? ` stroke-dasharray="${dash}"` : ''}/>`,
  )
}

/** Many small marks in one path: dots as [x, y, radius]. */
export function dots(g: Sheet, list: readonly (readonly [number, number, number])[], color: string, op = 1): void {
  if (list.length === 0) return
  const d = list.map(([x, y, q]) => `M${f(x - q)} ${f(y)}a${f(q)} ${f(q)} 0 1 0 ${f(q * 2)} 0a${f(q)} ${f(q)} 0 1 0 ${f(-q * 2)} 0`)
  g.out.push(`<path d="${d.join('')}" fill="${color}"${op < 1 ? ` fill-opacity="${op}"` : ''}/>`)
}

/** Many short strokes in one path, each a list of points. */
export function strokes(g: Sheet, list: readonly (readonly Pt[])[], color: string, width: number, op = 1): void {
  if (list.length === 0) return
  const d = list.map((pts) => toPath({ pts: [...pts], smooth: pts.length > 2, open: true })).join('')
  g.out.push(
    `<path d="${d}" fill="none" stroke="${color}" stroke-width="${f(width)}" stroke-linecap="round" stroke-linejoin="round"${op < 1 ? ` stroke-opacity="${op}"` : ''}/>`,
  )
}

/** Draws only inside a shape. */
export function clip(g: Sheet, s: Shape, draw: () => void): void {
  const id = `c${g.defs.length}`
  g.defs.push(`<clipPath id="${id}"><path d="${toPath(s)}"/></clipPath>`)
  g.out.push(`<g clip-path="url(#${id})">`)
  draw()
  g.out.push('</g>')
}

/** Runs `draw` in a moved, turned (degrees) and scaled frame. */
export function frame(g: Sheet, x: number, y: number, rot: number, scale: number, draw: () => void, flip = false): void {
  g.out.push(`<g transform="translate(${f(x)} ${f(y)}) rotate(${f(rot)}) scale(${(flip ? -scale : scale).toFixed(3)} ${scale.toFixed(3)})">`)
  const [outer, wasIn] = [g.scale, g.framed]
  g.scale = outer * scale
  g.framed = true
  draw()
  g.scale = outer
  g.framed = wasIn
  g.out.push('</g>')
}

/** Group with one opacity. */
export function veil(g: Sheet, op: number, draw: () => void): void {
  g.out.push(`<g opacity="${op}">`)
  draw()
  g.out.push('</g>')
}

/** Whole sheet in one colour. */
export function ground(g: Sheet, color: string): void {
  g.out.push(`<path d="M-9 -9H${g.w + 9}V${g.h + 9}H-9Z" fill="${color}"/>`)
}

/** Halftone ramp: dots growing from nothing at y0 to full at y1 (either may be the larger). */
export function ramp(g: Sheet, y0: number, y1: number, color: string, k = 20, op = 1, full = 0.62): void {
  const list: [number, number, number][] = []
  const top = Math.min(y0, y1)
  const end = Math.max(y0, y1)
  for (let row = 0; top + row * k * 0.5 <= end; row++) {
    const y = top + row * k * 0.5
    const t = (y - y0) / (y1 - y0)
    if (t < 0.04) continue
    for (let x = row % 2 ? k / 2 : 0; x < g.w + k; x += k) list.push([x, y, k * full * t ** 0.8])
  }
  dots(g, list, color, op)
}

/** A sky or wall: ground colour with a transition to a second colour in the sheet's manner, ending at y. */
export function wash(g: Sheet, from: string, to: string, y0: number, y1: number): void {
  ground(g, from)
  if (g.manner === 'riso') {
    ramp(g, y0, y1, to, 22, 1, 0.6)
  } else if (g.manner === 'lino') {
    const lines: Pt[][] = []
    const n = 26
    for (let i = 0; i < n; i++) {
      const y = y0 + (y1 - y0) * (1 - (1 - i / n) ** 1.5)
      const cut = g.r.range(0.1, 0.9) * g.w
      lines.push(
        [
          [-10, y],
          [cut, y + g.r.range(-3, 3)],
        ],
        [
          [cut + g.r.range(8, 40), y],
          [g.w + 10, y + g.r.range(-3, 3)],
        ],
      )
    }
    strokes(g, lines, to, 7)
  } else {
    const bands = g.manner === 'cut' ? 4 : 7
    for (let i = 0; i < bands; i++) {
      const y = y0 + ((y1 - y0) * i) / bands
      const far = y1 > y0 ? g.h + 20 : -20
      const edge: Pt[] = Array.from({ length: 8 }, (_, k): Pt => [-20 + ((g.w + 40) * k) / 7, y + g.r.range(-14, 14)])
      fill(g, { pts: [...edge, [g.w + 20, far], [-20, far]], smooth: false }, to, { op: 1.15 / (bands - i + 0.15), line: false })
    }
  }
}

/** Everything below y in one colour. */
export function floor(g: Sheet, y: number, color: string, ink: Ink = {}): Shape {
  const s = rect(g, -30, y, g.w + 60, g.h - y + 40, 0, 3)
  fill(g, s, color, ink)
  return s
}
