import type { FeedPage } from '../../api-types.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => ({
  page: await locals.api.get<FeedPage>('/feeds/discover', { cursor: url.searchParams.get('cursor') }),
})
