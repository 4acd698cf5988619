import type { NoteView } from '../../../../api-types.ts'
import type { PageServerLoad } from './$types'

interface Change {
  kind: 'same' | 'added' | 'removed'
  text: string
}
interface Revision {
  revision: number
  at: string
  title: string
  body: string
  warning: string | null
  pictureCount: number
  changes: { title: Change[]; body: Change[]; warning: Change[] } | null
}

export const load: PageServerLoad = async ({ locals: { api }, params }) => {
  const path = `/notes/${encodeURIComponent(params.id)}`
  const [note, { items }] = await Promise.all([api.get<NoteView>(path), api.get<{ items: Revision[] }>(`${path}/history`)])
  return { note, revisions: items }
}
