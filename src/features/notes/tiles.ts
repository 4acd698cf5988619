import { readerOf, type TextReader, type TitleText, titlesFor } from '#features/language/index.ts'
import { type Picture, picturesOf } from '#features/media/index.ts'
import { type TopicBrief, topicChips } from '#features/topics/index.ts'
import type { Reader } from '#ground/database/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import type { Viewer } from '#ground/http/viewer.ts'
import type { NoteId } from '#ground/ids/index.ts'
import { type ActorBrief, actorBriefs, type Tile } from './present.ts'
import { type SeenRow, seenNotes, type TileRow } from './queries/notes.ts'

/** What tiles are made of beside their rows. */
export interface TileParts {
  authors: ReadonlyMap<string, ActorBrief>
  titles: ReadonlyMap<string, TitleText>
  covers: ReadonlyMap<string, Picture[]>
  topics: ReadonlyMap<string, TopicBrief[]>
}

/**
 * Tiles of these notes for this viewer, in the given order; what the viewer may not see, comments and unknown ids are dropped.
 * One query for each kind of fact, whatever the number. `why` is null: whoever chose the notes fills it.
 */
export async function tilesFor(ground: Ground, viewer: Viewer, ids: readonly NoteId[]): Promise<Tile[]> {
  if (ids.length === 0) return []
  const db = ground.db.read()
  const [rows, reader] = await Promise.all([seenNotes(db, viewer, ids), readerOf(ground, viewer)])
  const parts = await tileParts(ground, db, reader, rows)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return (row && tileOf(row, parts)) ?? []
  })
}

export async function tileParts(ground: Ground, db: Reader, reader: TextReader, rows: readonly TileRow[]): Promise<TileParts> {
  const subjects = rows.map(({ id }) => subject('note', id))
  const withPictures = rows.flatMap(({ id, pictureCount }) => (pictureCount > 0 ? [subject('note', id)] : []))
  const [authors, titles, covers, topics] = await Promise.all([
    actorBriefs(
      ground,
      db,
      rows.map(({ authorId }) => authorId),
    ),
    titlesFor(db, reader, subjects),
    picturesOf(ground, db, withPictures, { first: true, open: new Set(rows.flatMap(({ id, isOpen }) => (isOpen ? id : []))) }),
    chipsOf(db, rows, reader.locale),
  ])
  return { authors, titles, covers, topics }
}

async function chipsOf(db: Reader, rows: readonly TileRow[], locale: string): Promise<Map<string, TopicBrief[]>> {
  const chips = await topicChips(
    db,
    rows.map(({ topics, authorId }) => ({ topics, writer: authorId })),
    locale,
  )
  return new Map(rows.map(({ id }, i) => [id, chips[i] ?? []]))
}

/** Undefined when its author has left or its text is gone. */
export function tileOf(row: SeenRow, { authors, titles, covers, topics }: TileParts): Tile | undefined {
  const author = authors.get(row.authorId)
  const title = titles.get(row.id)
  if (!author || !title || row.kind === 'comment') return undefined
  return {
    id: row.id,
    url: `${author.url}/${row.id}`,
    kind: row.kind,
    author,
    title: title.title,
    language: title.language,
    originalLanguage: title.originalLanguage,
    origin: title.origin,
    excerpt: title.excerpt,
    cover: covers.get(row.id)?.[0] ?? null,
    coverPattern: row.coverPattern,
    pictureCount: row.pictureCount,
    likeCount: row.likeCount,
    liked: row.liked,
    saved: row.saved,
    publishedAt: (row.publishedAt ?? row.createdAt).toISOString(),
    topics: topics.get(row.id) ?? [],
    warning: title.warning,
    why: null,
  }
}
