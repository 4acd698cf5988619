import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import { Refusal } from '#pure/problem/index.ts'
import type { SavedFilters } from '../filter-shape.ts'
import { insertSavedSearch, lockSearchesOf, type SavedSearch, savedSearchesOf } from '../queries/saved.ts'

export const MOST_SEARCHES = 20

const sameAs = (a: SavedFilters, b: SavedFilters): boolean => {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof SavedFilters>
  return [...keys].every((key) => a[key] === b[key])
}

/** Keeps a search; from now on its member is told of new notes that answer it. The same one twice is one. Throws `searches-full`. */
export async function saveSearch({ db, ids, clock }: Ground, member: Member, q: string, given: SavedFilters): Promise<SavedSearch> {
  const filters = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== '')) as SavedFilters
  return db.transaction(async (tx) => {
    await lockSearchesOf(tx, member.id)
    const kept = await savedSearchesOf(tx, member.id)
    const same = kept.find((one) => one.q === q && sameAs(one.filters, filters))
    if (same) return same
    if (kept.length >= MOST_SEARCHES) throw new Refusal('searches-full', { count: MOST_SEARCHES })
    const now = clock.now()
    const search: SavedSearch = { id: ids.next(), memberId: member.id, q, filters, createdAt: now, seenUntil: now }
    await insertSavedSearch(tx, search)
    return search
  })
}
