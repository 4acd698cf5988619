import { type Tile, tilesFor } from '#features/notes/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Viewer } from '#ground/http/viewer.ts'
import type { NoteId } from '#ground/ids/index.ts'
import type { Page } from '#pure/cursor/index.ts'
import { mixed } from '#pure/recommender/page/bridging.ts'
import { isWanted } from '#pure/recommender/page/gate.ts'
import { wantedTile } from './gate.ts'
import { slice, startOf } from './lists.ts'
import { pageReader } from './reader.ts'
import { shelfOf } from './sources.ts'

/** Of a row of eight, so many at most are in the language that the reader reads first. */
const ROW = { size: 8, most: 3 } as const

/** Notes that readers of several languages like alike, those they like most alike first; each says whose readers, never of fewer than three. */
export async function across(ground: Ground, viewer: Viewer, { cursor, limit }: { cursor?: string | undefined; limit: number }): Promise<Page<Tile>> {
  const { at, until } = startOf(ground, cursor)
  const { wishes, reader } = await pageReader(ground, viewer)
  const [own = null] = reader.reads
  const notes = (await shelfOf(ground).bridged()).filter((note) => isWanted(note, reader, until.getTime()))
  const order = mixed(notes, ({ language }) => language, own, ROW)
  const part = slice(
    order.map(({ id }) => id as NoteId),
    at,
    limit,
    until,
  )
  const sides = new Map(notes.map(({ id, bridging }) => [id, bridging?.sides ?? []]))
  const tiles = (await tilesFor(ground, viewer, part.ids)).filter(wantedTile(wishes))
  return { items: tiles.map((tile) => ({ ...tile, why: { code: 'across', facts: factsOf(sides.get(tile.id) ?? []) } })), next: part.next }
}

/** Languages, and how many of their readers, in the same order. */
export const factsOf = (sides: readonly { language: string; likes: number }[]): { languages: string[]; likes: string[] } => ({
  languages: sides.map(({ language }) => language),
  likes: sides.map(({ likes }) => String(likes)),
})
