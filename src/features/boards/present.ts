import { z } from 'zod'
import { zPicture } from '#features/media/index.ts'
import { actorBriefs, tilesFor, zActorBrief } from '#features/notes/index.ts'
import { metAmong } from '#features/profiles/index.ts'
import { type Ground, isReadable, subject } from '#ground/feature.ts'
import { type Member, type Viewer, viewerId } from '#ground/http/viewer.ts'
import type { NoteId } from '#ground/ids/index.ts'
import { notFound } from '#pure/problem/index.ts'
import { type BoardRow, countNotes, firstNotes, heldByOthers, sectionsOf } from './queries/boards.ts'
import { peopleOf } from './queries/people.ts'

export const zBoardView = z
  .object({
    id: z.string(),
    url: z.string(),
    name: z.string(),
    description: z.string(),
    secret: z.boolean(),
    isDefault: z.boolean(),
    noteCount: z.int().describe('Of those that the viewer may see'),
    updatedAt: z.string(),
    owner: zActorBrief,
    mine: z.boolean(),
    part: z.enum(['owner', 'joined', 'asked']).nullable().describe('Mine in it: what I own, keep together with its owner, or was asked to'),
    shared: z.boolean().describe('Its owner keeps it together with others'),
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
  const me = viewerId(viewer)
  const [owners, people, first, counts] = await Promise.all([
    actorBriefs(
      ground,
      db,
      rows.map(({ ownerId }) => ownerId),
    ),
    peopleOf(
      db,
      rows.map(({ id }) => id),
    ),
    firstNotes(
      db,
      rows.map(({ id }) => id),
      COVERS,
    ),
    countNotes(
      db,
      viewer,
      rows.map(({ id }) => id),
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
        noteCount: counts.get(row.id) ?? 0,
        updatedAt: row.updatedAt.toISOString(),
        owner,
        mine: row.ownerId === me,
        part: row.ownerId === me ? 'owner' : (people.find(({ board, id }) => board === row.id && id === me)?.state ?? null),
        shared: people.some(({ board, state }) => board === row.id && state === 'joined'),
        covers,
      },
    ]
  })
}

export const zFullBoard = zBoardView.extend({
  sections: z.array(z.object({ id: z.string(), name: z.string() })),
  people: z.array(zActorBrief).describe('Who keeps it together with its owner'),
  asked: z.array(zActorBrief).describe('Who has not answered yet; told to its owner'),
})

/** A board with its sections and people; the caller has checked that the viewer may see it. Throws Refusal `not-found` when its owner is gone. */
export async function fullBoard(ground: Ground, viewer: Viewer, row: BoardRow): Promise<z.input<typeof zFullBoard>> {
  const db = ground.db.q
  const [[view], sections, people] = await Promise.all([boardViews(ground, viewer, [row]), sectionsOf(db, row.id), peopleOf(db, [row.id])])
  if (!view) throw notFound()
  const met = await metAmong(
    db,
    viewer,
    people.map(({ id }) => id),
  )
  const briefs = await actorBriefs(ground, db, met)
  const those = (wanted: 'asked' | 'joined') => people.flatMap(({ id, state }) => (state === wanted ? (briefs.get(id) ?? []) : []))
  return { ...view, sections, people: those('joined'), asked: view.mine ? those('asked') : [] }
}

/** Boards that this member keeps along with others who put the note there; `by` is null when the two do not meet. Nothing of a note they may not read. */
export async function putByOthers(ground: Ground, me: Member, note: NoteId): Promise<{ id: string; by: z.input<typeof zActorBrief> | null }[]> {
  const db = ground.db.q
  const held = await heldByOthers(db, me, note)
  if (held.length === 0 || !(await isReadable(ground.house, db, me, subject('note', note)))) return []
  const met = await metAmong(
    db,
    me,
    held.map(({ by }) => by),
  )
  const briefs = await actorBriefs(ground, db, met)
  return held.map(({ id, by }) => ({ id, by: briefs.get(by) ?? null }))
}
