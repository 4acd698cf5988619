import { form } from '../../forms.ts'
import type { Actions } from './$types'

export const actions: Actions = {
  default: form(async (api, fields) => {
    await api.post('/password-resets', { email: fields.text('email') })
    return { sent: true }
  }),
}
