import { redirect } from '@sveltejs/kit'
import type { Page, Tile } from '../../../api-types.ts'
import { form } from '../../../forms.ts'
import { paths } from '../../../paths.ts'
import type { Actions, PageServerLoad } from './$types'

interface Learning {
  paused: boolean
  /** Nothing from before is known to the engine. */
  since: string | null
  chronological: boolean
  impressions: number
}
interface Act {
  noteId: string
  kind: string
  at: string
  /** Null when I may not see the note any more. */
  tile: Tile | null
}

const LEARNING = '/me/learning'

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const [learning, acts] = await Promise.all([api.get<Learning>(LEARNING), api.get<Page<Act>>('/me/acts', { cursor: url.searchParams.get('cursor') })])
  return { learning, acts }
}

export const actions: Actions = {
  pause: form((api, fields) => api.patch<void>(LEARNING, { paused: fields.has('on') })),
  order: form((api, fields) => api.patch<void>(LEARNING, { chronological: fields.has('on') })),
  anew: form((api) => api.delete(`${LEARNING}/history`)),
  forget: form((api, fields) => api.delete(`/me/acts/${encodeURIComponent(fields.text('id'))}/${encodeURIComponent(fields.text('kind'))}`)),
  all: form(async (api) => {
    await api.delete('/me/acts')
    redirect(303, paths.learning)
  }),
}
