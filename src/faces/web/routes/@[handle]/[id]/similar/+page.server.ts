import type { Items } from '../../../../account-types.ts'
import type { NoteView, Tile } from '../../../../api-types.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params }) => {
  const path = `/notes/${encodeURIComponent(params.id)}`
  const [note, { items }] = await Promise.all([api.get<NoteView>(path), api.get<Items<Tile>>(`${path}/similar`)])
  return { note, tiles: items }
}
