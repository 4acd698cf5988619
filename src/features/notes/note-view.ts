import { layersFor, readerOf, type TextReader, wordsInPictures } from '#features/language/index.ts'
import { picturesOf } from '#features/media/index.ts'
import { type PlaceBrief, placeBriefs } from '#features/places/index.ts'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader } from '#ground/database/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import { type Viewer, viewerId } from '#ground/http/viewer.ts'
import type { NoteId } from '#ground/ids/index.ts'
import { notFound } from '#pure/problem/index.ts'
import type { Visibility } from './note.ts'
import { placeLater } from './place-rules.ts'
import { actorBriefs, type NoteView } from './present.ts'
import { countComments } from './queries/comments.ts'
import { type NoteRow, seenNotes } from './queries/notes.ts'
import { coauthorsOf } from './queries/parts.ts'
import { tileOf, tileParts } from './tiles.ts'

/** The note's pictures, and what they say. */
async function picturesWithWords(ground: Ground, db: Reader, reader: TextReader, viewer: Viewer, { id, authorId, visibility }: NoteRow) {
  const pictures = (await picturesOf(ground, db, [subject('note', id)])).get(id) ?? []
  const words = await wordsInPictures(db, reader, viewerId(viewer), { ids: pictures.map((one) => one.id), owner: authorId, open: isOpen(visibility) })
  return { pictures, pictureWords: [...words.values()] }
}

const laterOf = (place: PlaceBrief | undefined, due: Instant | undefined): NoteView['placeLater'] => (place && due ? { place, at: due.toISOString() } : null)
const isOpen = (visibility: Visibility): boolean => visibility === 'public' || visibility === 'unlisted'

/** A note's page for this viewer. `fresh` reads the primary, for whoever has just written. Throws Refusal `not-found`. */
export async function noteFor(ground: Ground, viewer: Viewer, id: NoteId, { fresh = false } = {}): Promise<NoteView> {
  const db = fresh ? ground.db.q : ground.db.read()
  const [row] = await seenNotes(db, viewer, [id])
  if (!row || row.state === 'author-deleted') throw notFound()
  const me = viewerId(viewer)
  const [reader, later] = await Promise.all([readerOf(ground, viewer), row.authorId === me ? placeLater(db, row) : null])
  const of = [{ ...subject('note', id), open: isOpen(row.visibility), others: row.authorId !== me }]
  const [parts, texts, pictures, places, coauthors, commentCount] = await Promise.all([
    tileParts(ground, db, reader, [row]),
    layersFor(db, reader, of),
    picturesWithWords(ground, db, reader, viewer, row),
    placeBriefs(
      db,
      [row.placeId, later?.placeId].flatMap((one) => one ?? []),
      reader.locale,
    ),
    coauthorsOf(db, id),
    countComments(db, viewer, id),
  ])
  const tile = tileOf(row, parts)
  const text = texts.get(id)
  if (!tile || !text) throw notFound()
  const people = await actorBriefs(
    ground,
    db,
    coauthors.map((one) => one.id),
  )
  const those = (state: 'asked' | 'joined') => coauthors.flatMap((one) => (one.state === state ? (people.get(one.id) ?? []) : []))
  return {
    ...tile,
    text,
    ...pictures,
    place: places.get(row.placeId ?? '') ?? null,
    placeLater: laterOf(places.get(later?.placeId ?? ''), later?.due),
    visibility: row.visibility,
    licence: row.licence,
    state: row.state,
    coauthors: those('joined'),
    asked: coauthors.some((one) => one.id === me && one.state === 'asked'),
    askedToo: row.authorId === me ? those('asked') : [],
    commentCount,
    saveCount: row.saveCount,
    boostCount: row.boostCount,
    boosted: row.boosted,
    mine: row.authorId === me,
    editedAt: row.editedAt?.toISOString() ?? null,
    revision: row.revision,
    pinnedCommentId: row.pinnedCommentId,
  }
}
