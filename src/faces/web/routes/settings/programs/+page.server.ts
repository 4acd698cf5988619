import type { Token } from '../../../account-types.ts'
import type { Page } from '../../../api-types.ts'
import { form } from '../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url }) => ({
  page: await api.get<Page<Token>>('/tokens', { cursor: url.searchParams.get('cursor') }),
})

export const actions: Actions = {
  make: form(async (api, fields) => ({
    token: (await api.post<{ token: string }>('/tokens', { label: fields.text('label'), scopes: fields.all('scopes') })).token,
  })),
  revoke: form(async (api, fields) => {
    await api.delete(`/tokens/${encodeURIComponent(fields.text('id'))}`)
  }),
}
