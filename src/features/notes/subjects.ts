import { titlesFor } from '#features/language/index.ts'
import { findActor } from '#features/people/index.ts'
import type { Reader } from '#ground/database/index.ts'
import { type SubjectKind, subject } from '#ground/feature.ts'
import { viewerId } from '#ground/http/viewer.ts'
import { type ActorId, isUuid, type NoteId } from '#ground/ids/index.ts'
import { addressOf, commentAddress } from './present.ts'
import { draftIdsOf, draftOwner } from './queries/drafts.ts'
import { type NoteRow, noteById, readableIds } from './queries/notes.ts'

async function living(db: Reader, id: string): Promise<NoteRow | undefined> {
  const row = isUuid(id) ? await noteById(db, id as NoteId) : undefined
  return row?.state === 'author-deleted' ? undefined : row
}

const isOpen = (row: NoteRow | undefined): boolean => row?.state === 'published' && (row.visibility === 'public' || row.visibility === 'unlisted')

/** Address of a note, or of a comment on its note's page. */
async function address(db: Reader, id: string): Promise<string | null> {
  const row = await living(db, id)
  const root = row?.rootId ? await living(db, row.rootId) : row
  const author = root && (await findActor(db, { id: root.authorId }))
  if (!row || !root || !author) return null
  const page = `${addressOf(author)}/${root.id}`
  return row.rootId ? commentAddress(page, row.id) : page
}

const EYES = { reads: [], show: 'original', keepOriginal: [], locale: 'en' } as const

function textKind(kind: 'note' | 'comment'): SubjectKind {
  return {
    readable: (db, viewer, ids) => readableIds(db, viewer, ids.filter(isUuid) as NoteId[], kind === 'comment'),
    owner: async (db, id) => (await living(db, id))?.authorId ?? null,
    async isPublic(db, id) {
      const row = await living(db, id)
      return isOpen(row) && (!row?.rootId || isOpen(await living(db, row.rootId)))
    },
    address,
    async excerpt(db, id) {
      const text = isUuid(id) ? (await titlesFor(db, EYES, [subject(kind, id)])).get(id) : undefined
      return text ? text.title || text.excerpt : ''
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
    owner: async (db, id): Promise<ActorId | null> => (isUuid(id) ? draftOwner(db, id) : null),
    isPublic: async () => false,
    address: async () => null,
    excerpt: async () => '',
  },
}
