import { ApiProblem } from '../../../api.ts'
import type { Page, Tile } from '../../../api-types.ts'
import { placesFor } from '../../../places.ts'
import type { PageServerLoad } from './$types'

/** Without a place in the address the profile's own counts; without either one is asked. */
export const load: PageServerLoad = async ({ locals: { api, viewer }, url }) => {
  const placeId = url.searchParams.get('place')
  const q = url.searchParams.get('q')?.trim() ?? ''
  const found = q ? await placesFor(api, q) : null
  const page = placeId || viewer ? await api.get<Page<Tile>>('/feeds/nearby', { placeId, cursor: url.searchParams.get('cursor') }).catch(asNoPlace) : null
  return { page: found ? null : page, placeId, q, found }
}

/** A profile without a place is no failure: the page asks for one. */
function asNoPlace(error: unknown): null {
  if (error instanceof ApiProblem && error.status < 500 && error.status > 0) return null
  throw error
}
