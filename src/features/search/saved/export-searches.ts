import type { Reader } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { savedSearchesOf } from '../queries/saved.ts'
import { addressOf } from './subject.ts'

export async function* exportSearches(db: Reader, member: ActorId): AsyncIterable<object> {
  for (const search of await savedSearchesOf(db, member)) yield { q: search.q, filters: search.filters, url: addressOf(search), createdAt: search.createdAt }
}
