import { asStaff } from '../../../account/staff.ts'
import type { Case } from '../../../account-types.ts'
import type { Page } from '../../../api-types.ts'
import { form } from '../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

const STATES = ['open', 'seen', 'closed']

export const load: PageServerLoad = (event) =>
  asStaff(event, async () => {
    const asked = event.url.searchParams.get('state') ?? ''
    const state = STATES.includes(asked) ? asked : 'open'
    return { state, states: STATES, page: await event.locals.api.get<Page<Case>>('/admin/reports', { state, cursor: event.url.searchParams.get('cursor') }) }
  })

export const actions: Actions = {
  handle: form(async (api, fields) => {
    await api.patch(`/admin/reports/${encodeURIComponent(fields.text('id'))}`, { state: fields.text('state'), answer: fields.text('answer') || null })
  }),
}
