/**
 * Where something stands in a picture, as fractions 0–1 of its width and height from its top left: every variant of the picture fits, and
 * the reading direction changes nothing.
 */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Most boxes in one picture. */
export const MOST_BOXES = 40
/** Narrower or lower is no box: a finger could not find it. */
export const SMALLEST = 0.01
/** Places are kept to this many parts of the picture. */
const GRAIN = 10_000
/** What adding two rounded fractions may be off by. */
const SLACK = 1e-9

// Plus nothing: there is no -0 in JSON.
const rounded = (value: number): number => Math.round(value * GRAIN) / GRAIN + 0
const within = (value: number, least: number, most: number): number => (Number.isNaN(value) ? least : Math.min(most, Math.max(least, value)))

/** Whether all of it lies in the picture and it is large enough. */
export function isBox({ x, y, width, height }: Box): boolean {
  const lies = (start: number, size: number): boolean => start >= 0 && size >= SMALLEST && start + size <= 1 + SLACK
  return lies(x, width) && lies(y, height)
}

/** The nearest box that lies in the picture; twice is the same as once. */
export function fitted({ x, y, width, height }: Box): Box {
  const [w, h] = [rounded(within(width, SMALLEST, 1)), rounded(within(height, SMALLEST, 1))]
  return { x: rounded(within(x, 0, 1 - w)), y: rounded(within(y, 0, 1 - h)), width: w, height: h }
}

export interface Point {
  x: number
  y: number
}

/** The box that a finger draws from one corner to the opposite one. */
export function between(from: Point, to: Point): Box {
  const [a, b] = [from, to].map(({ x, y }) => ({ x: within(x, 0, 1), y: within(y, 0, 1) })) as [Point, Point]
  return fitted({ x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) })
}

/** The same box elsewhere; at the edge it stops. */
export const moved = (box: Box, by: Point): Box => fitted({ ...box, x: box.x + by.x, y: box.y + by.y })

/** The same corner, another size; at the edge it stops. */
export const sized = ({ x, y, width, height }: Box, by: Point): Box =>
  fitted({ x, y, width: within(width + by.x, SMALLEST, Math.max(SMALLEST, 1 - x)), height: within(height + by.y, SMALLEST, Math.max(SMALLEST, 1 - y)) })

export const sameBox = (a: Box, b: Box): boolean => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
