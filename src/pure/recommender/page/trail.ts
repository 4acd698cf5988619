import type { Trail } from './types.ts'

/** Authors of so many last slots are remembered: as far as two notes of one stand apart, less one. */
const AUTHORS = 9
/** A scroll ends after so many notes: the reader is caught up. */
export const MOST_SHOWN = 360

export const start: Trail = { slots: 0, notes: [], authors: [] }

/** 32-bit FNV-1a. Two of a scroll's notes fall together once in some ten thousand scrolls: then one of them is not shown. */
export function hashOf(id: string): number {
  let hash = 2_166_136_261
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 16_777_619)
  return hash >>> 0
}

/** The trail after a page of `slots` that showed these. */
export function follow(trail: Trail, slots: number, shown: readonly { id: string; author: string }[]): Trail {
  return {
    slots: trail.slots + slots,
    notes: [...trail.notes, ...shown.map(({ id }) => hashOf(id))],
    authors: [...trail.authors, ...shown.map(({ author }) => hashOf(author))].slice(-AUTHORS),
  }
}

/** As base64url: the number of slots, the authors, the notes; four bytes each. */
export function encodeTrail({ slots, notes, authors }: Trail): string {
  const numbers = Uint32Array.of(slots, authors.length, ...authors, ...notes)
  return Buffer.from(numbers.buffer).toString('base64url')
}

/** Null for what `encodeTrail` did not write. */
export function decodeTrail(text: string): Trail | null {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64url'))
  if (bytes.length < 8 || bytes.length % 4 !== 0) return null
  const [slots = 0, count = 0, ...rest] = new Uint32Array(bytes.buffer)
  if (count > AUTHORS || count > rest.length || slots > 100_000 || rest.length - count > MOST_SHOWN) return null
  return { slots, authors: rest.slice(0, count), notes: rest.slice(count) }
}
