import { whereTo } from '../../../account/where.ts'
import { form } from '../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url }) => ({
  waiting: url.searchParams.get('waiting') === 'true',
  letter: url.searchParams.get('letter') === 'true',
  back: whereTo(url),
})

export const actions: Actions = {
  again: form(async (api) => {
    await api.post('/email-confirmations')
    return { sent: true }
  }),
}
