import { form } from '../../../forms.ts'
import type { Actions } from './$types'

/** By a button, for programs look at links in mail before people do. */
export const actions: Actions = {
  default: form(async (api, _fields, { params }) => {
    await api.post(`/email-confirmations/${encodeURIComponent(params.token)}`)
    return { done: true }
  }),
}
