import { type Instant, instant } from '#ground/clock/index.ts'
import { type ActorId, keyed, type NoteId, sameSecret } from '#ground/ids/index.ts'
import { SURFACES, type Surface } from './kinds.ts'

/** A page of tiles as it was served to one member. */
export interface Served {
  reader: ActorId
  /** To the second. */
  at: Instant
  surface: Surface
  /** By slot. */
  notes: readonly ServedNote[]
}

export interface ServedNote {
  id: NoteId
  /** Probability with which the page put the note there, in (0, 1]; null where there was no chance in it. */
  propensity: number | null
}

const VERSION = 1
const HEAD_BYTES = 22
const NOTE_BYTES = 18
/** No list has longer pages. */
const MOST_NOTES = 80
/** A longer text is no token of ours. */
export const MOST_TOKEN_CHARACTERS = Math.ceil((HEAD_BYTES + NOTE_BYTES * MOST_NOTES) / 3) * 4 + 44

const hexOf = (id: string): string => id.replaceAll('-', '')
const idOf = (hex: string): string => `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`

/**
 * The page as a token that its reader hands back with what they did: nothing is stored when a page is served.
 * Bytes: version, surface, seconds (4), reader (16), then 18 a note: id and propensity in 1/65,535, 0 for null; base64url, a dot, HMAC-SHA-256.
 */
export function seal(key: string, { reader, at, surface, notes }: Served): string {
  const shown = notes.slice(0, MOST_NOTES)
  const bytes = Buffer.alloc(HEAD_BYTES + NOTE_BYTES * shown.length)
  bytes[0] = VERSION
  bytes[1] = SURFACES.indexOf(surface)
  bytes.writeUInt32BE(Math.floor(at.getTime() / 1000), 2)
  bytes.write(hexOf(reader), 6, 'hex')
  for (const [slot, { id, propensity }] of shown.entries()) {
    const from = HEAD_BYTES + NOTE_BYTES * slot
    bytes.write(hexOf(id), from, 'hex')
    bytes.writeUInt16BE(propensity === null ? 0 : Math.min(65_535, Math.max(1, Math.round(propensity * 65_535))), from + 16)
  }
  const page = bytes.toString('base64url')
  return `${page}.${mac(key, page)}`
}

/** The page of a token; null when this place did not seal it. */
export function open(key: string, token: string): Served | null {
  const [page = '', seal = '', ...more] = token.split('.')
  if (token.length > MOST_TOKEN_CHARACTERS || more.length > 0 || !sameSecret(seal, mac(key, page))) return null
  const bytes = Buffer.from(page, 'base64url')
  const surface = SURFACES[bytes[1] ?? -1]
  if (bytes[0] !== VERSION || !surface) return null
  const notes = Array.from({ length: Math.floor((bytes.length - HEAD_BYTES) / NOTE_BYTES) }, (_, slot) => {
    const from = HEAD_BYTES + NOTE_BYTES * slot
    const chance = bytes.readUInt16BE(from + 16)
    return { id: idOf(bytes.toString('hex', from, from + 16)) as NoteId, propensity: chance === 0 ? null : chance / 65_535 }
  })
  return { reader: idOf(bytes.toString('hex', 6, HEAD_BYTES)) as ActorId, at: instant(bytes.readUInt32BE(2) * 1000), surface, notes }
}

const mac = (key: string, page: string): string => keyed(key, `served ${page}`)
