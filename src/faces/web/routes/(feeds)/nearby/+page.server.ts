import { ApiProblem } from '../../../api.ts'
import type { Page, PlaceBrief, Tile } from '../../../api-types.ts'
import type { PageServerLoad } from './$types'

/** Without a place in the address the profile's own counts; without either one is asked. */
export const load: PageServerLoad = async ({ locals: { api, viewer }, url }) => {
  const placeId = url.searchParams.get('place')
  const q = url.searchParams.get('q')?.trim() ?? ''
  const found = q ? await placesNamed(q) : null
  const page = placeId || viewer ? await api.get<Page<Tile>>('/feeds/nearby', { placeId, cursor: url.searchParams.get('cursor') }).catch(asNoPlace) : null
  return { page: found ? null : page, placeId, q, found }

  async function placesNamed(name: string): Promise<PlaceBrief[]> {
    const answer = await api.get<PlaceBrief[] | { items: PlaceBrief[] }>('/places/suggestions', { q: name })
    return Array.isArray(answer) ? answer : answer.items
  }
}

/** A profile without a place is no failure: the page asks for one. */
function asNoPlace(error: unknown): null {
  if (error instanceof ApiProblem && error.status < 500 && error.status > 0) return null
  throw error
}
