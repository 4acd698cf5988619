import { Refusal } from '#pure/problem/index.ts'

/** Where a list goes on: keyset position, opaque to clients. `v` is the version of this format. */
export interface Cursor {
  key: string | number
  id: string
}

const VERSION = 1

/** Base64url JSON; unless a list says otherwise, at most 512 characters come back in. */
export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([VERSION, cursor.key, cursor.id])).toString('base64url')
}

/** Throws Refusal `bad-cursor` for anything this program did not write. */
export function decodeCursor(text: string, most = 512): Cursor {
  if (text.length > most) throw new Refusal('bad-cursor')
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (!Array.isArray(value) || value.length !== 3 || value[0] !== VERSION) throw new Refusal('bad-cursor')
    const [, key, id] = value as [number, unknown, unknown]
    if ((typeof key !== 'string' && typeof key !== 'number') || typeof id !== 'string') throw new Refusal('bad-cursor')
    if (typeof key === 'string' && key.includes('\0')) throw new Refusal('bad-cursor')
    return { key, id }
  } catch {
    throw new Refusal('bad-cursor')
  }
}

const MOMENT = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a cursor holds a moment as `toISOString` writes it, in the years that every database has. */
export const isMoment = (text: unknown): text is string => typeof text === 'string' && MOMENT.test(text)

/** Cursor of a list by time: an ISO moment and the id of a row. Throws Refusal `bad-cursor` for any other. */
export function timeCursor(text: string): { key: string; id: string } {
  const { key, id } = decodeCursor(text)
  if (!isMoment(key) || !ID.test(id)) throw new Refusal('bad-cursor')
  return { key, id }
}

/** The same where a page may be the first: null without a cursor. */
export const timeStart = (text: string | undefined) => (text ? timeCursor(text) : null)

const MOST_POSITION = 2 ** 31 - 1

/** Cursor of a list in an order of its own: a 32-bit position and the id of a row. Throws Refusal `bad-cursor` for any other. */
export function orderCursor(text: string): { key: number; id: string } {
  const { key, id } = decodeCursor(text)
  if (typeof key !== 'number' || !Number.isInteger(key) || Math.abs(key) > MOST_POSITION || !ID.test(id)) throw new Refusal('bad-cursor')
  return { key, id }
}

export interface Page<T> {
  items: T[]
  /** Cursor of the next page; null when this was the last. */
  next: string | null
}

/** Ask the database for `limit + 1` rows and hand them here: the extra row only says that there is more. */
export function pageOf<T>(rows: T[], limit: number, at: (row: T) => Cursor): Page<T> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? encodeCursor(at(last)) : null }
}
