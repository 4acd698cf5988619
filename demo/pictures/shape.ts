import type { Rng } from './rng.ts'

/** Shapes are lists of points that already carry the wobble of the hand; units are the sheet's pixels. */
export type Pt = readonly [number, number]
export interface Shape {
  pts: Pt[]
  smooth: boolean
  open?: boolean
}
type Hand = { r: Rng }

const f = (n: number): string => String(Math.round(n * 10) / 10)
const at = (pts: readonly Pt[], i: number): Pt => pts[((i % pts.length) + pts.length) % pts.length] as Pt

/** SVG path data of a shape, moved by (dx, dy). Smooth shapes run through their points (Catmull–Rom). */
export function toPath(s: Shape, dx = 0, dy = 0): string {
  const n = s.pts.length
  if (n === 0) return ''
  const first = at(s.pts, 0)
  const out = [`M${f(first[0] + dx)} ${f(first[1] + dy)}`]
  const last = s.open ? n - 1 : n
  const get = (i: number): Pt => (s.open ? at(s.pts, Math.max(0, Math.min(n - 1, i))) : at(s.pts, i))
  for (let i = 0; i < last; i++) {
    const b = get(i)
    const c = get(i + 1)
    if (!s.smooth) {
      out.push(`L${f(c[0] + dx)} ${f(c[1] + dy)}`)
      continue
    }
    const a = get(i - 1)
    const d = get(i + 2)
    out.push(
      `C${f(b[0] + (c[0] - a[0]) / 6 + dx)} ${f(b[1] + (c[1] - a[1]) / 6 + dy)} ` +
        `${f(c[0] - (d[0] - b[0]) / 6 + dx)} ${f(c[1] - (d[1] - b[1]) / 6 + dy)} ${f(c[0] + dx)} ${f(c[1] + dy)}`,
    )
  }
  return out.join('') + (s.open ? '' : 'Z')
}

/** Points on an ellipse arc; angles in turns (0 = right, 0.25 = down). */
export function arc(x: number, y: number, rx: number, ry: number, a0: number, a1: number, n = 12): Pt[] {
  return Array.from({ length: n + 1 }, (_, i): Pt => {
    const t = (a0 + ((a1 - a0) * i) / n) * Math.PI * 2
    return [x + Math.cos(t) * rx, y + Math.sin(t) * ry]
  })
}

/** Moves, turns (radians) and scales points about the origin, then to (x, y). */
export function place(pts: readonly Pt[], x: number, y: number, rot = 0, sx = 1, sy = sx): Pt[] {
  const c = Math.cos(rot)
  const s = Math.sin(rot)
  return pts.map(([px, py]): Pt => [x + px * sx * c - py * sy * s, y + px * sx * s + py * sy * c])
}

/** A round or oval cut by hand. */
export function disc(g: Hand, x: number, y: number, rx: number, ry = rx, rot = 0, wob = 0.012): Shape {
  const n = Math.max(8, Math.min(22, Math.round(Math.sqrt(rx + ry) * 1.3)))
  const start = g.r.next()
  const raw = Array.from({ length: n }, (_, i): Pt => {
    const t = ((i + start) / n) * Math.PI * 2
    const k = 1 + g.r.range(-wob, wob)
    return [Math.cos(t) * rx * k, Math.sin(t) * ry * k]
  })
  return { pts: place(raw, x, y, rot), smooth: true }
}

/** Straight-edged cut; long edges bow a little. */
export function poly(g: Hand, pts: readonly Pt[], wob = 1.6, open = false): Shape {
  const out: Pt[] = []
  const n = open ? pts.length - 1 : pts.length
  for (let i = 0; i < n; i++) {
    const a = at(pts, i)
    const b = at(pts, i + 1)
    const steps = Math.max(1, Math.min(9, Math.round(Math.hypot(b[0] - a[0], b[1] - a[1]) / 110)))
    for (let k = 0; k < steps; k++) {
      const t = k / steps
      out.push([a[0] + (b[0] - a[0]) * t + g.r.range(-wob, wob), a[1] + (b[1] - a[1]) * t + g.r.range(-wob, wob)])
    }
  }
  if (open) out.push(at(pts, pts.length - 1))
  return open ? { pts: out, smooth: false, open } : { pts: out, smooth: false }
}

/** Soft outline through points. */
export function blob(g: Hand, pts: readonly Pt[], wob = 2, open = false): Shape {
  const out = pts.map(([x, y]): Pt => [x + g.r.range(-wob, wob), y + g.r.range(-wob, wob)])
  return open ? { pts: out, smooth: true, open } : { pts: out, smooth: true }
}

export function rect(g: Hand, x: number, y: number, w: number, h: number, rot = 0, wob = 1.8): Shape {
  const raw: Pt[] = [
    [-w / 2, -h / 2],
    [w / 2, -h / 2],
    [w / 2, h / 2],
    [-w / 2, h / 2],
  ]
  return poly(g, place(raw, x + w / 2, y + h / 2, rot), wob)
}

/** Rectangle with round corners of radius k. */
export function rrect(g: Hand, x: number, y: number, w: number, h: number, k: number, wob = 1): Shape {
  const q = Math.min(k, w / 2, h / 2)
  const pts = [
    ...arc(x + w - q, y + q, q, q, 0.75, 1, 4),
    ...arc(x + w - q, y + h - q, q, q, 0, 0.25, 4),
    ...arc(x + q, y + h - q, q, q, 0.25, 0.5, 4),
    ...arc(x + q, y + q, q, q, 0.5, 0.75, 4),
  ]
  return { ...blob(g, pts, wob), smooth: false }
}

/** A stroke with body: width w0 at its start, w1 at its end, swelling in the middle by `swell`. */
export function ribbon(g: Hand, line: readonly Pt[], w0: number, w1 = w0, swell = 0): Shape {
  const n = line.length
  const left: Pt[] = []
  const right: Pt[] = []
  for (let i = 0; i < n; i++) {
    const a = line[Math.max(0, i - 1)] as Pt
    const b = line[Math.min(n - 1, i + 1)] as Pt
    const [x, y] = line[i] as Pt
    const len = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
    const t = i / (n - 1 || 1)
    const half = (w0 + (w1 - w0) * t + Math.sin(t * Math.PI) * swell) / 2 + g.r.range(-0.4, 0.4)
    const nx = (-(b[1] - a[1]) / len) * half
    const ny = ((b[0] - a[0]) / len) * half
    left.push([x + nx, y + ny])
    right.unshift([x - nx, y - ny])
  }
  return { pts: [...left, ...right], smooth: true }
}

/** n points along a smooth line through the given ones. */
export function spline(pts: readonly Pt[], n = 16): Pt[] {
  const last = pts.length - 1
  const get = (i: number): Pt => pts[Math.max(0, Math.min(last, i))] as Pt
  return Array.from({ length: n + 1 }, (_, k): Pt => {
    const u = (k / n) * last
    const i = Math.min(last - 1, Math.floor(u))
    const t = u - i
    const on = (j: 0 | 1): number => {
      const [a, b, c, d] = [get(i - 1)[j], get(i)[j], get(i + 1)[j], get(i + 2)[j]]
      return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t ** 3)
    }
    return [on(0), on(1)]
  })
}

/** A skyline of hills from x0 to x1 round height y, by midpoint displacement. */
export function ridge(g: Hand, x0: number, x1: number, y: number, amp: number, rough = 0.55, depth = 5): Pt[] {
  let ys = [y + g.r.range(-amp, amp) * 0.5, y + g.r.range(-amp, amp) * 0.5]
  let k = amp
  for (let d = 0; d < depth; d++) {
    const next: number[] = []
    for (let i = 0; i < ys.length - 1; i++) {
      const [a, b] = [ys[i] as number, ys[i + 1] as number]
      next.push(a, (a + b) / 2 + g.r.range(-k, k))
    }
    next.push(ys[ys.length - 1] as number)
    ys = next
    k *= rough
  }
  return ys.map((v, i): Pt => [x0 + ((x1 - x0) * i) / (ys.length - 1), v])
}
