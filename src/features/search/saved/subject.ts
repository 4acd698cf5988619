import type { Reader } from '#ground/database/index.ts'
import type { SubjectKind } from '#ground/feature.ts'
import { viewerId } from '#ground/http/viewer.ts'
import { isUuid } from '#ground/ids/index.ts'
import { type SavedSearch, savedSearchById, savedSearchesOf } from '../queries/saved.ts'

const rowOf = async (db: Reader, id: string) => (isUuid(id) ? savedSearchById(db, id) : undefined)

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
  owner: async (db, id) => (await rowOf(db, id))?.memberId ?? null,
  isPublic: async () => false,
  async address(db, id) {
    const row = await rowOf(db, id)
    return row ? addressOf(row) : null
  },
  excerpt: async (db, id) => (await rowOf(db, id))?.q ?? '',
}
