import { titlesFor } from '#features/language/index.ts'
import { actorsById } from '#features/people/index.ts'
import type { Reader } from '#ground/database/index.ts'
import { type SubjectKind, subject } from '#ground/feature.ts'
import { viewerId } from '#ground/http/viewer.ts'
import { isUuid, type NoteId } from '#ground/ids/index.ts'
import { addressOf, commentAddress } from './present.ts'
import { draftIdsOf, draftOwners } from './queries/drafts.ts'
import { type NoteRow, notesById, readableIds } from './queries/notes.ts'

async function living(db: Reader, ids: readonly string[]): Promise<Map<string, NoteRow>> {
  const rows = await notesById(db, ids.filter(isUuid) as NoteId[])
  return new Map(rows.flatMap((row) => (row.state === 'author-deleted' ? [] : [[row.id, row] as const])))
}

const isOpen = (row: NoteRow | undefined): boolean => row?.state === 'published' && (row.visibility === 'public' || row.visibility === 'unlisted')

/** Addresses of notes, and of comments on their notes' pages. */
async function addresses(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await living(db, ids)
  const roots = await living(
    db,
    [...rows.values()].flatMap(({ rootId }) => rootId ?? []),
  )
  const rootOf = (row: NoteRow) => (row.rootId ? roots.get(row.rootId) : row)
  const authors = await actorsById(
    db,
    [...rows.values()].flatMap((row) => rootOf(row)?.authorId ?? []),
  )
  return new Map(
    [...rows.values()].flatMap((row) => {
      const root = rootOf(row)
      const author = root && authors.get(root.authorId)
      if (!author) return []
      const page = `${addressOf(author)}/${root.id}`
      return [[row.id, row.rootId ? commentAddress(page, row.id) : page] as const]
    }),
  )
}

const EYES = { reads: [], show: 'original', keepOriginal: [], locale: 'en' } as const

function textKind(kind: 'note' | 'comment'): SubjectKind {
  return {
    readable: (db, viewer, ids) => readableIds(db, viewer, ids.filter(isUuid) as NoteId[], kind === 'comment'),
    owners: async (db, ids) => new Map([...(await living(db, ids))].map(([id, row]) => [id, row.authorId])),
    async isPublic(db, id) {
      const row = (await living(db, [id])).get(id)
      return isOpen(row) && (!row?.rootId || isOpen((await living(db, [row.rootId])).get(row.rootId)))
    },
    addresses,
    async excerpts(db, ids) {
      const texts = await titlesFor(
        db,
        EYES,
        ids.filter(isUuid).map((id) => subject(kind, id)),
      )
      return new Map([...texts].map(([id, text]) => [id, text.title || text.excerpt]))
    },
  }
}

/** Notes and comments for the rooms below: who may read them, whose they are, where they stand. Drafts are their author's alone. */
export const subjects: Record<string, SubjectKind> = {
  note: textKind('note'),
  comment: textKind('comment'),
  draft: {
    async readable(db, viewer, ids) {
      const me = viewerId(viewer)
      const mine = new Set(me === null ? [] : await draftIdsOf(db, me))
      return new Set(ids.filter((id) => mine.has(id)))
    },
    owners: (db, ids) => draftOwners(db, ids.filter(isUuid)),
    isPublic: async () => false,
    addresses: async () => new Map(),
    excerpts: async () => new Map(),
  },
}
