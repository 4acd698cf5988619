import { isUuid } from '#ground/ids/index.ts'
import { type Cursor, decodeCursor } from '#pure/cursor/index.ts'
import { Refusal } from '#pure/problem/index.ts'

const FAR_FUTURE = 8.64e15

/** Where a list goes on: a number and the id of a note. Throws Refusal `bad-cursor` for anything else. */
export function placeOf(cursor: string | undefined): Cursor | null {
  if (cursor === undefined) return null
  const at = decodeCursor(cursor)
  if (!isUuid(at.id) || typeof at.key !== 'number' || !(Math.abs(at.key) <= FAR_FUTURE)) throw new Refusal('bad-cursor')
  return at
}
