import { type Api, ApiProblem } from '../api.ts'
import type { ActorBrief, Page, ProfileView } from '../api-types.ts'

interface Asked {
  locals: { api: Api }
  params: { handle: string }
  url: URL
}

/** The id of whom somebody typed, with @ or without. */
export const idOf = async (api: Api, handle: string): Promise<string> =>
  (await api.get<ProfileView>(`/actors/${encodeURIComponent(handle.replace(/^@/, ''))}`)).id

/** A page of followers, or of those one follows. A closed list is null: the profile is there, the list is for its followers. */
export async function peopleOf({ locals: { api }, params, url }: Asked, side: 'followers' | 'following') {
  const path = `/actors/${encodeURIComponent(params.handle)}`
  const [profile, page] = await Promise.all([
    api.get<ProfileView>(path),
    api.get<Page<ActorBrief>>(`${path}/${side}`, { cursor: url.searchParams.get('cursor') }).catch(asClosed),
  ])
  return { profile, page }
}

function asClosed(error: unknown): null {
  if (error instanceof ApiProblem && error.status === 404) return null
  throw error
}
