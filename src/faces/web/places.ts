import type { Api } from './api.ts'
import type { PlaceBrief, PlaceRules } from './api-types.ts'

/** The most letters of a name that the API looks for. */
const MOST = 60

/** Places of this name, in any language. */
export const placesFor = async (api: Api, q: string | null): Promise<PlaceBrief[]> =>
  q ? (await api.get<{ items: PlaceBrief[] }>('/places/suggestions', { q: q.slice(0, MOST) })).items : []
export const placeById = (api: Api, id: string | null | undefined): Promise<PlaceBrief | null> =>
  id ? api.get<PlaceBrief>(`/places/${encodeURIComponent(id)}`).catch(() => null) : Promise.resolve(null)
/** How a note with this place will be shown; a place that is none is said when the note is sent. */
export const placeRules = (api: Api, placeId: string | null | undefined): Promise<PlaceRules> =>
  api.get<PlaceRules>('/me/places', { placeId }).catch(() => api.get<PlaceRules>('/me/places'))
