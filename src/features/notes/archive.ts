import { layersFor } from '#features/language/index.ts'
import type { Reader } from '#ground/database/index.ts'
import { type ArchivePart, subject } from '#ground/feature.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { draftsOf } from './queries/drafts.ts'
import { marksOf, notesOfAuthor } from './queries/notes.ts'
import { topicsOf } from './queries/parts.ts'
import { rulesOf, waitingPlaces } from './queries/places.ts'

const PAGE = 200

async function* written(db: Reader, member: ActorId, kind: 'note' | 'comment'): AsyncIterable<object> {
  for (let after: NoteId | null = null; ; ) {
    const rows: Awaited<ReturnType<typeof notesOfAuthor>> = await notesOfAuthor(db, member, kind === 'comment', after, PAGE)
    const ids = rows.map(({ id }) => id)
    const [texts, topics, waiting] = await Promise.all([
      layersFor(
        db,
        { reads: [], show: 'original', keepOriginal: [], locale: 'en' },
        rows.map(({ id }) => subject(kind, id)),
      ),
      topicsOf(db, ids),
      waitingPlaces(db, ids),
    ])
    for (const row of rows) {
      const text = texts.get(row.id)?.original
      yield {
        id: row.id,
        kind: row.kind,
        state: row.state,
        visibility: row.visibility,
        language: row.language,
        title: text?.title ?? '',
        body: text?.body ?? '',
        warning: text?.warning ?? null,
        topics: topics.get(row.id) ?? [],
        placeId: row.placeId,
        placeLater: waiting.get(row.id) ?? null,
        licence: row.licence,
        rootId: row.rootId,
        parentId: row.parentId,
        createdAt: row.createdAt,
        publishedAt: row.publishedAt,
        editedAt: row.editedAt,
      }
    }
    if (rows.length < PAGE) return
    after = rows.at(-1)?.id ?? null
  }
}

async function* marked(db: Reader, member: ActorId, marks: 'likes' | 'boosts' | 'saves'): AsyncIterable<object> {
  for (let after: NoteId | null = null; ; ) {
    const rows: Awaited<ReturnType<typeof marksOf>> = await marksOf(db, marks, member, after, PAGE)
    yield* rows
    if (rows.length < PAGE) return
    after = rows.at(-1)?.noteId ?? null
  }
}

/** A member's archive: what they wrote, what they keep unfinished, what they marked. */
export const archive: Record<string, ArchivePart> = {
  notes: { export: (db, member) => written(db, member, 'note') },
  comments: { export: (db, member) => written(db, member, 'comment') },
  drafts: {
    async *export(db, member) {
      for (const { id, content, scheduledFor, updatedAt } of await draftsOf(db, member, null, 1_000)) yield { id, content, scheduledFor, updatedAt }
    },
  },
  placeRules: {
    async *export(db, member) {
      yield await rulesOf(db, member)
    },
  },
  likes: { export: (db, member) => marked(db, member, 'likes') },
  boosts: { export: (db, member) => marked(db, member, 'boosts') },
  saves: { export: (db, member) => marked(db, member, 'saves') },
}
