import { z } from 'zod'
import { type Tile, tilesFor, zTile } from '#features/notes/index.ts'
import { instant } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import { zTime } from '#ground/http/shapes.ts'
import type { Member } from '#ground/http/viewer.ts'
import { isUuid, type NoteId } from '#ground/ids/index.ts'
import { decodeCursor, isMoment, type Page, pageOf } from '#pure/cursor/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import { type Act, type ActPlace, actsBefore } from '../queries/acts.ts'
import { ACTS, type ActKind } from './kinds.ts'

export const zActKind = z.enum(ACTS as [ActKind, ...ActKind[]])

export const zAct = z.object({
  noteId: z.string(),
  kind: zActKind,
  at: zTime,
  seconds: z.int().nullable().describe('Of `dwell`: how long its page was open, in coarse steps'),
  tile: zTile.nullable().describe('null when I may not see the note any more'),
})

/** What the engine knows of a member, newest first: every act that counts, with the note it was done with. Throws Refusal `bad-cursor`. */
export async function knownActs(
  ground: Ground,
  member: Member,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<z.input<typeof zAct>>> {
  const rows = await actsBefore(ground.db.q, member.id, cursor ? placeOf(cursor) : null, limit + 1)
  const page = pageOf(rows, limit, (act: Act) => ({ key: act.at.toISOString(), id: `${act.noteId} ${act.kind}` }))
  const tiles = new Map((await tilesFor(ground, member, [...new Set(page.items.map(({ noteId }) => noteId))])).map((tile: Tile) => [tile.id, tile]))
  return { next: page.next, items: page.items.map((act) => ({ ...act, at: act.at.toISOString(), tile: tiles.get(act.noteId) ?? null })) }
}

function placeOf(cursor: string): ActPlace {
  const { key, id } = decodeCursor(cursor)
  const [noteId = '', kind = ''] = id.split(' ')
  if (!isMoment(key) || !isUuid(noteId) || !ACTS.includes(kind as ActKind)) throw new Refusal('bad-cursor')
  return { at: instant(key), noteId: noteId as NoteId, kind: kind as ActKind }
}
