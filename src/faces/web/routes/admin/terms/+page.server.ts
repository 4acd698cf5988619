import { asStaff } from '../../../account/staff.ts'
import type { FilterTerm, Items } from '../../../account-types.ts'
import { form } from '../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) =>
  asStaff(event, async () => ({ terms: (await event.locals.api.get<Items<FilterTerm>>('/admin/filter-terms')).items }))

export const actions: Actions = {
  add: form(async (api, fields) => {
    await api.post('/admin/filter-terms', { kind: fields.text('kind') === 'link' ? 'link' : 'word', term: fields.text('term'), note: fields.text('note') })
  }),
  drop: form(async (api, fields) => {
    await api.delete(`/admin/filter-terms/${encodeURIComponent(fields.text('id'))}`)
  }),
}
