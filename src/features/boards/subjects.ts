import { memberById } from '#features/people/index.ts'
import type { Reader } from '#ground/database/index.ts'
import type { Searchable, SubjectKind } from '#ground/feature.ts'
import { anonymous } from '#ground/http/viewer.ts'
import { type BoardId, isUuid } from '#ground/ids/index.ts'
import { detectLanguage } from '#pure/lexicon/detect.ts'
import { boardAddress } from './present.ts'
import { boardsAfter, boardsById, readableBoards } from './queries/boards.ts'

const rowsOf = (db: Reader, ids: readonly string[]) => boardsById(db, ids.filter(isUuid) as BoardId[])
const isOpen = async (db: Reader, id: string): Promise<boolean> => isUuid(id) && (await readableBoards(db, anonymous(), [id as BoardId])).has(id)

export const subjects: Record<string, SubjectKind> = {
  board: {
    readable: (db, viewer, ids) => readableBoards(db, viewer, ids.filter(isUuid) as BoardId[]),
    owners: async (db, ids) => new Map((await rowsOf(db, ids)).map(({ id, ownerId }) => [id, ownerId])),
    isPublic: isOpen,
    addresses: async (db, ids) => new Map((await rowsOf(db, ids)).map(({ id }) => [id, boardAddress(id)])),
    excerpts: async (db, ids) => new Map((await rowsOf(db, ids)).map(({ id, name }) => [id, name])),
  },
}

/** Only what everybody may see, and nothing of members under 16 (security V5). */
export const searchable: Record<string, Searchable> = {
  board: {
    async load(db, id) {
      const [row] = (await isOpen(db, id)) ? await rowsOf(db, [id]) : []
      if (!row || (await memberById(db, row.ownerId))?.minor) return null
      const { language } = detectLanguage(`${row.name}\n${row.description}`, {})
      return {
        id,
        kind: 'board',
        texts: [{ language, title: row.name, body: row.description }],
        topics: [],
        language,
        author: row.ownerId,
        createdAt: row.updatedAt,
        hasPictures: false,
      }
    },
    ids: boardsAfter,
  },
}
