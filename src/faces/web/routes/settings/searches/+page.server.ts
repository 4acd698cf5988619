import type { Items } from '../../../account-types.ts'
import { form } from '../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

interface SavedSearch {
  id: string
  q: string
  url: string
  createdAt: string
}

export const load: PageServerLoad = async ({ locals: { api } }) => ({ searches: (await api.get<Items<SavedSearch>>('/saved-searches')).items })

export const actions: Actions = {
  remove: form(async (api, fields) => {
    await api.delete(`/saved-searches/${encodeURIComponent(fields.text('id'))}`)
  }),
}
