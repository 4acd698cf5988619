import { FLOORS } from '#pure/recommender/promises/floor.ts'
import type { Page } from '../../../api-types.ts'
import type { PageServerLoad } from './$types'
import type { LedgerLine } from './ledger.ts'

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const { items, next } = await api.get<Page<LedgerLine>>('/feed/promises/ledger', { cursor: url.searchParams.get('cursor') })
  const { impressions, days } = FLOORS.newcomer
  return { lines: items, next: next && `?cursor=${encodeURIComponent(next)}`, owed: impressions, days }
}
