import { Refusal } from '#pure/problem/index.ts'
import { countGraphemes } from '#pure/text/graphemes.ts'
import { say } from '#pure/words/index.ts'

/** Words and rules of pictures; no database, no decoder. */

/** `uploading`: bytes are coming. `checked`: all there, type known, waiting for the decoder. `ready`: can be shown. `failed`: never will be. */
export type MediaState = 'uploading' | 'checked' | 'ready' | 'failed'

/** Where in the picture the important thing is, each 0–1 from the top left. */
export interface Focal {
  x: number
  y: number
}

/** One served file of a picture. `name` is the last part of its address: `640.webp`. */
export interface StoredVariant {
  name: string
  width: number
  height: number
  type: string
  bytes: number
}

/** Widths in pixels that pages may count on; a picture narrower than one does not have it. */
export const WIDTHS: readonly number[] = [320, 640, 1080, 1600]
export const WIDEST = 1600
/** Widths that exist as AVIF too. */
export const AVIF_WIDTHS: readonly number[] = [640, 1080]
/** Name of the moving form of a GIF or WebP animation. */
export const ANIMATED = 'animated.webp'

export const limits = {
  pixels: 100_000_000,
  heicPixels: 50_000_000,
  side: 16_384,
  frames: 1_000,
  /** Animations with more pixels over all frames are shown by their first frame alone. */
  animatedPixels: 50_000_000,
  animatedBytes: 5 * 1024 * 1024,
  /** WebP ends at 16,383; a taller picture is made smaller until it fits. */
  servedHeight: 6_400,
  altGraphemes: 1_500,
  /** Of one member, at one time. */
  unfinishedUploads: 40,
  unfinishedBytes: 2 * 1024 * 1024 * 1024,
} as const

/** How hard the encoder tries: `full` for what members upload, `quick` (no AVIF) for filling a demo world. */
export type Quality = 'full' | 'quick'

const DECODED: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/apng',
  'image/webp',
  'image/avif',
  'image/gif',
  'image/heic',
  'image/heif',
  'image/heic-sequence',
  'image/heif-sequence',
])
/** Whether the decoder takes this type (as found in the bytes). */
export const isDecoded = (type: string | undefined): type is string => type !== undefined && DECODED.has(type)
export const isHeic = (type: string): boolean => type.startsWith('image/hei')

/** Widths to make for a picture `width` pixels wide: the known ones that fit, and its own when it ends well above the last of them. */
export function widthsFor(width: number): number[] {
  const widths: number[] = WIDTHS.filter((known) => known <= width)
  const last = widths.at(-1) ?? 0
  if (width < WIDEST && width > last * 1.1) widths.push(width)
  return widths
}

/** Throws Refusal `picture-too-many-pixels`, `picture-too-wide` or `picture-too-many-frames` from the header's numbers alone. */
export function checkSize({ width, height, frames, heic = false }: { width: number; height: number; frames: number; heic?: boolean }): void {
  if (!(width > 0 && height > 0)) throw new Refusal('picture-broken')
  if (width > limits.side || height > limits.side) throw new Refusal('picture-too-wide', { count: limits.side })
  const most = heic ? limits.heicPixels : limits.pixels
  if (width * height > most) throw new Refusal(heic ? 'heic-too-large' : 'picture-too-many-pixels', { count: most / 1_000_000 })
  if (frames > limits.frames) throw new Refusal('picture-too-many-frames', { count: limits.frames })
}

/** Why a picture failed, in words. */
export const sentenceOf = (locale: string, reason: string): string => say(locale, `problem.${reason}`, { count: countOf(reason) })

function countOf(reason: string): number {
  if (reason === 'picture-too-wide') return limits.side
  if (reason === 'picture-too-many-frames') return limits.frames
  return (reason === 'heic-too-large' ? limits.heicPixels : limits.pixels) / 1_000_000
}

/** The text for those who do not see the picture, trimmed. Throws Refusal `alt-length`. */
export function checkAlt(alt: string, field = 'alt'): string {
  const clean = alt.trim().normalize('NFC')
  if (countGraphemes(clean) > limits.altGraphemes) throw new Refusal('alt-length', { field, count: limits.altGraphemes })
  return clean
}

/** Throws Refusal `bad-input` when a coordinate is not within 0–1. */
export function checkFocal({ x, y }: Focal): Focal {
  if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) throw new Refusal('bad-input', { field: 'focal' })
  return { x, y }
}

/** Where a variant lies in storage: by the hash of the upload, so equal uploads share their files. */
export const blobKey = (hash: string, name: string): string => `${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}-${name}`
/** Where an upload waits for the decoder. */
export const incomingKey = (id: string): string => `incoming/${id}`
