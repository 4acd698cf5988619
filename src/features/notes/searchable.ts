import { textsInPictures, textsOf } from '#features/language/index.ts'
import { pictureIdsOf } from '#features/media/index.ts'
import { memberById } from '#features/people/index.ts'
import type { Reader } from '#ground/database/index.ts'
import { type Searchable, type SearchDocument, subject } from '#ground/feature.ts'
import { anonymous } from '#ground/http/viewer.ts'
import { isUuid, type NoteId } from '#ground/ids/index.ts'
import { idsAfter, idsUnderTopics, noteById, readableIds } from './queries/notes.ts'
import { topicsOf } from './queries/parts.ts'

/** Only what everybody may see and is meant to be found: public notes, and comments under them; nothing by minors (security V5). */
async function load(db: Reader, kind: 'note' | 'comment', text: string): Promise<SearchDocument | null> {
  const id = text as NoteId
  if (!isUuid(text) || !(await readableIds(db, anonymous(), [id], kind === 'comment')).has(id)) return null
  const row = await noteById(db, id)
  if (row?.visibility !== 'public' || (await memberById(db, row.authorId))?.minor) return null
  const of = subject(kind, id)
  const pictures = row.pictureCount > 0 ? await pictureIdsOf(db, of) : []
  // One after the other: they are asked in the transaction that writes them down.
  const own = await textsOf(db, of)
  const seen = await textsInPictures(db, pictures)
  const topics = await topicsOf(db, [row.rootId ?? id])
  return {
    id,
    kind,
    texts: [...own, ...seen],
    topics: topics.get(row.rootId ?? id) ?? [],
    language: row.language,
    author: row.authorId,
    createdAt: row.publishedAt ?? row.createdAt,
    hasPictures: row.pictureCount > 0,
    place: row.placeId,
  }
}

const kindOf = (kind: 'note' | 'comment'): Searchable => ({
  load: (db, id) => load(db, kind, id),
  ids: (db, after, limit) => idsAfter(db, kind === 'comment', after as NoteId | null, limit),
  underTopics: (db, topics, after, limit) => idsUnderTopics(db, kind === 'comment', topics, { after: after as NoteId | null, limit }),
})

export const searchable: Record<string, Searchable> = { note: kindOf('note'), comment: kindOf('comment') }
