import { clip, dots, type Sheet, strokes } from './brush.ts'
import { type Pt, type Shape, toPath } from './shape.ts'

export type Texture = 'dots' | 'hatch' | 'cross' | 'dash' | 'waves' | 'grid' | 'stipple' | 'rain'

const f = (n: number): string => String(Math.round(n * 10) / 10)

/** One tile of a repeating mark, k px wide; drawn already slanted, because turned patterns are slow to rasterise. */
function tile(g: Sheet, kind: Texture, color: string, k: number): { w: number; h: number; svg: string } {
  const line = (d: string, w: number): string => `<path d="${d}" stroke="${color}" stroke-width="${f(w)}" fill="none" stroke-linecap="round"/>`
  const c = (x: number, y: number, q: number): string => `<circle cx="${f(x)}" cy="${f(y)}" r="${f(q)}" fill="${color}"/>`
  const square = (svg: string): { w: number; h: number; svg: string } => ({ w: k, h: k, svg })
  switch (kind) {
    case 'dots':
      return {
        w: k * 1.4,
        h: k * 1.4,
        svg: [
          [0, 0],
          [1.4, 0],
          [0, 1.4],
          [1.4, 1.4],
          [0.7, 0.7],
        ]
          .map(([x = 0, y = 0]) => c(x * k, y * k, k * 0.27))
          .join(''),
      }
    case 'hatch':
      return {
        w: k * 2.24,
        h: k * 1.12,
        svg: [-1, 0, 1].map((i) => line(`M${-k * 2.24} ${f(k * 1.12 * (i + 2))}L${f(k * 4.48)} ${f(k * 1.12 * (i - 1))}`, k * 0.24)).join(''),
      }
    case 'cross':
      return { w: k * 1.4, h: k * 1.4, svg: line(`M0 0L${k * 1.4} ${k * 1.4}M${k * 1.4} 0L0 ${k * 1.4}`, k * 0.14) }
    case 'grid':
      return square(line(`M0 0H${k}M0 0V${k}`, 2.4))
    case 'dash':
      return square(line(`M${k * 0.2} ${k * 0.3}h${k * 0.4}M${k * 0.6} ${k * 0.8}h${k * 0.3}`, k * 0.11))
    case 'rain':
      return square(line(`M${k * 0.3} ${k * 0.1}l${-k * 0.1} ${k * 0.34}M${k * 0.8} ${k * 0.5}l${-k * 0.1} ${k * 0.34}`, k * 0.045))
    case 'waves':
      return square(line(`M0 ${k / 2}q${k / 4} ${-k / 3} ${k / 2} 0t${k / 2} 0`, k * 0.1))
    case 'stipple':
      return square(Array.from({ length: 9 }, () => c(g.r.range(3, k - 3), g.r.range(3, k - 3), g.r.range(1, k * 0.06))).join(''))
  }
}

/** Four px of the sheet are three of the print: a tile of whole pixels is repeated by copying, any other is drawn anew and blended. */
const whole = (n: number): number => Math.max(4, Math.round(n / 4) * 4)

/** A repeating mark as a paint, for use outside frames. k = spacing px. */
export function paint(g: Sheet, kind: Texture, color: string, k = 14): string {
  const id = `t${g.defs.length}`
  const t = tile(g, kind, color, k)
  g.defs.push(
    `<pattern id="${id}" width="${whole(t.w)}" height="${whole(t.h)}" patternUnits="userSpaceOnUse" viewBox="0 0 ${f(t.w)} ${f(t.h)}">${t.svg}</pattern>`,
  )
  return `url(#${id})`
}

/** The same marks one by one over a box, for turned or scaled frames; kinds without their own marks become a hatch. */
function marks(g: Sheet, kind: Texture, color: string, k: number, box: readonly [number, number, number, number], op: number): void {
  const [x0, y0, x1, y1] = box
  if (kind === 'dots' || kind === 'stipple') {
    const list: [number, number, number][] = []
    for (let y = y0, row = 0; y < y1; y += k * 0.7, row++) for (let x = x0 + (row % 2) * k * 0.7; x < x1; x += k * 1.4) list.push([x, y, k * 0.27])
    dots(g, list, color, op)
    return
  }
  const tall = y1 - y0
  const list: Pt[][] = []
  for (let x = x0 - tall; x < x1; x += k * 1.3) {
    list.push([
      [x, y1],
      [x + tall, y0],
    ])
    if (kind === 'cross' || kind === 'grid')
      list.push([
        [x, y0],
        [x + tall, y1],
      ])
  }
  strokes(g, list, color, k * (kind === 'hatch' ? 0.22 : 0.14), op)
}

function boxOf(s: Shape): [number, number, number, number] {
  const xs = s.pts.map(([x]) => x)
  const ys = s.pts.map(([, y]) => y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** Lays a texture over a shape; k = spacing of its marks in the frame's units. */
export function tex(g: Sheet, s: Shape, kind: Texture, color: string, k = 14, op = 1): void {
  if (g.framed) clip(g, s, () => marks(g, kind, color, k, boxOf(s), op))
  else g.out.push(`<path d="${toPath(s)}" fill="${paint(g, kind, color, k)}" fill-opacity="${op}"/>`)
}

/** Shadow on the side of a shape away from (dx, dy): a crescent in the sheet's manner. */
export function shade(g: Sheet, s: Shape, dx: number, dy: number, color = g.p.ink, op = 1): void {
  const away = `M-3000 -3000H6000V6000H-3000Z${toPath(s, dx, dy)}`
  const kind = g.framed || g.manner === 'cut' || g.manner === 'gouache' ? undefined : g.manner === 'riso' ? 'dots' : 'hatch'
  const inked = kind ? paint(g, kind, color, 9) : color
  clip(g, s, () => {
    g.out.push(`<path d="${away}" fill="${inked}" fill-rule="evenodd" fill-opacity="${((kind ? 0.55 : 0.2) * op).toFixed(2)}"/>`)
  })
}
