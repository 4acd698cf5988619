import { redirect } from '@sveltejs/kit'
import { form } from '../../../forms.ts'
import type { Actions } from './$types'

/** The link works once, so it is used by a button: programs that look at links in mail press none. */
export const actions: Actions = {
  default: form(async (api, _fields, { params }) => {
    await api.post(`/sign-in-links/${encodeURIComponent(params.token)}`)
    redirect(303, '/settings/security')
  }),
}
