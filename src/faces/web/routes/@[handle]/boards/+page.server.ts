import type { BoardView } from '../../../account-types.ts'
import type { Page, ProfileView } from '../../../api-types.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const path = `/actors/${encodeURIComponent(params.handle)}`
  const [profile, page] = await Promise.all([
    api.get<ProfileView>(path),
    api.get<Page<BoardView>>(`${path}/boards`, { cursor: url.searchParams.get('cursor') }),
  ])
  return { profile, page }
}
