import type { Page, PlaceBrief, Tile } from '../../../api-types.ts'
import type { PageServerLoad } from './$types'

interface PlaceView extends PlaceBrief {
  kind: 'country' | 'region' | 'city'
  parent: PlaceBrief | null
}

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const path = `/places/${encodeURIComponent(params.id)}`
  const [place, page] = await Promise.all([api.get<PlaceView>(path), api.get<Page<Tile>>(`${path}/notes`, { cursor: url.searchParams.get('cursor') })])
  return { at: place, page, path }
}
