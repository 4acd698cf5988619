import { redirect } from '@sveltejs/kit'
import { form } from '../../forms.ts'
import type { Actions } from './$types'

export const actions: Actions = {
  default: form(async (api) => {
    await api.delete('/session')
    redirect(303, '/')
  }),
}
