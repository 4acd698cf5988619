import { redirect } from '@sveltejs/kit'
import { form } from '../../../forms.ts'
import type { Actions } from './$types'

export const actions: Actions = {
  default: form(async (api, fields, { params }) => {
    await api.put(`/password-resets/${encodeURIComponent(params.token)}`, { password: fields.data.get('password')?.toString() ?? '' })
    redirect(303, '/sign-in?changed=1')
  }),
}
