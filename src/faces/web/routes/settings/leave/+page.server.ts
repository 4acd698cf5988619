import { redirect } from '@sveltejs/kit'
import { form } from '../../../forms.ts'
import type { Actions } from './$types'

export const actions: Actions = {
  default: form(async (api, fields) => {
    const password = fields.data.get('password')?.toString() ?? ''
    await api.delete('/me', password ? { password } : {})
    redirect(303, '/sign-in?left=1')
  }),
}
