import type { Page, Tile } from '../../../api-types.ts'
import type { PageServerLoad } from './$types'

const NOTHING: Page<Tile> = { items: [], next: null }

export const load: PageServerLoad = async ({ locals, url }) => ({
  page: locals.viewer ? await locals.api.get<Page<Tile>>('/feeds/following', { cursor: url.searchParams.get('cursor') }) : NOTHING,
})
