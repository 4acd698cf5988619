import type { Reader } from '#ground/database/index.ts'
import type { SubjectKind } from '#ground/feature.ts'
import { viewerId } from '#ground/http/viewer.ts'
import { isUuid } from '#ground/ids/index.ts'
import { type SavedSearch, savedSearchesById, savedSearchesOf } from '../queries/saved.ts'

const rowsOf = (db: Reader, ids: readonly string[]) => savedSearchesById(db, ids.filter(isUuid))

/** Its page: the search itself. */
export const addressOf = ({ q, filters }: Pick<SavedSearch, 'q' | 'filters'>): string =>
  `/search?${new URLSearchParams({ q, ...(filters as Record<string, string>) })}`

/** Its member's alone. */
export const savedSearchSubject: SubjectKind = {
  async readable(db, viewer, ids) {
    const me = viewerId(viewer)
    const own = new Set(me ? (await savedSearchesOf(db, me)).map((one) => one.id) : [])
    return new Set(ids.filter((id) => own.has(id)))
  },
  owners: async (db, ids) => new Map((await rowsOf(db, ids)).map(({ id, memberId }) => [id, memberId])),
  isPublic: async () => false,
  addresses: async (db, ids) => new Map((await rowsOf(db, ids)).map((row) => [row.id, addressOf(row)])),
  excerpts: async (db, ids) => new Map((await rowsOf(db, ids)).map(({ id, q }) => [id, q])),
}
