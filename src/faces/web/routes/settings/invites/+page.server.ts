import type { Invite } from '../../../account-types.ts'
import type { Page } from '../../../api-types.ts'
import { form } from '../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url }) => ({
  page: await api.get<Page<Invite>>('/invites', { cursor: url.searchParams.get('cursor') }),
})

export const actions: Actions = {
  make: form(async (api, fields) => ({
    made: await api.post<{ code: string; link: string }>('/invites', { label: fields.text('label'), uses: Number(fields.text('uses')) || 1 }),
  })),
  revoke: form(async (api, fields) => {
    await api.delete(`/invites/${encodeURIComponent(fields.text('id'))}`)
  }),
}
