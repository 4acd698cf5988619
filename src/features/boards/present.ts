import { z } from 'zod'
import { zPicture } from '#features/media/index.ts'
import { actorBriefs, tilesFor, zActorBrief } from '#features/notes/index.ts'
import type { Ground } from '#ground/feature.ts'
import { type Viewer, viewerId } from '#ground/http/viewer.ts'
import type { NoteId } from '#ground/ids/index.ts'
import { type BoardRow, firstNotes } from './queries/boards.ts'

export const zBoardView = z
  .object({
    id: z.string(),
    url: z.string(),
    name: z.string(),
    description: z.string(),
    secret: z.boolean(),
    isDefault: z.boolean(),
    noteCount: z.int(),
    updatedAt: z.string(),
    owner: zActorBrief,
    mine: z.boolean(),
    covers: z
      .array(z.object({ cover: zPicture.nullable(), coverPattern: z.int(), title: z.string() }))
      .describe('Of the first three notes that the viewer may see'),
  })
  .meta({ id: 'BoardView' })
export type BoardView = z.input<typeof zBoardView>

const COVERS = 3
export const boardAddress = (id: string): string => `/boards/${id}`

/** Boards as lists show them; the caller has checked that the viewer may see them. */
export async function boardViews(ground: Ground, viewer: Viewer, rows: readonly BoardRow[]): Promise<BoardView[]> {
  const db = ground.db.q
  const [owners, first] = await Promise.all([
    actorBriefs(
      ground,
      db,
      rows.map(({ ownerId }) => ownerId),
    ),
    firstNotes(
      db,
      rows.map(({ id }) => id),
      COVERS,
    ),
  ])
  const tiles = new Map((await tilesFor(ground, viewer, [...new Set(first.map(({ note }) => note))])).map((tile) => [tile.id, tile]))
  return rows.flatMap((row) => {
    const owner = owners.get(row.ownerId)
    if (!owner) return []
    const covers = first.flatMap(({ board, note }: { board: string; note: NoteId }) => {
      const tile = board === row.id ? tiles.get(note) : undefined
      return tile ? [{ cover: tile.cover, coverPattern: tile.coverPattern, title: tile.title }] : []
    })
    return [
      {
        id: row.id,
        url: boardAddress(row.id),
        name: row.name,
        description: row.description,
        secret: row.secret,
        isDefault: row.isDefault,
        noteCount: row.noteCount,
        updatedAt: row.updatedAt.toISOString(),
        owner,
        mine: row.ownerId === viewerId(viewer),
        covers,
      },
    ]
  })
}
