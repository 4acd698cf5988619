import type { NoteView, Page, Revision } from '../../../../api-types.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const path = `/notes/${encodeURIComponent(params.id)}`
  const cursor = url.searchParams.get('cursor')
  const [note, page] = await Promise.all([api.get<NoteView>(path), api.get<Page<Revision>>(`${path}/history`, { cursor })])
  return { note, page, isFirst: cursor === null }
}
