import type { NoteView, Revision } from '../../../../api-types.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params }) => {
  const path = `/notes/${encodeURIComponent(params.id)}`
  const [note, { items }] = await Promise.all([api.get<NoteView>(path), api.get<{ items: Revision[] }>(`${path}/history`)])
  return { note, revisions: items }
}
