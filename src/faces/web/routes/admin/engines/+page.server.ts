import { asStaff } from '../../../account/staff.ts'
import type { EngineTerm, EngineUse } from '../../../account-types.ts'
import type { Page } from '../../../api-types.ts'
import { form } from '../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/

export const load: PageServerLoad = (event) =>
  asStaff(event, async () => {
    const {
      locals: { api },
      url,
    } = event
    const asked = url.searchParams.get('month') ?? ''
    const [use, terms] = await Promise.all([
      api.get<EngineUse>('/admin/engines', { month: MONTH.test(asked) ? asked : null }),
      api.get<Page<EngineTerm>>('/admin/engine-terms', { cursor: url.searchParams.get('terms') }),
    ])
    return { use, terms, isNow: !MONTH.test(asked) }
  })

export const actions: Actions = {
  add: form(async (api, fields) => {
    const [language, target, term, translation] = ['language', 'target', 'term', 'translation'].map((name) => fields.text(name))
    await api.post('/admin/engine-terms', { language, target, term, translation })
  }),
  drop: form(async (api, fields) => {
    await api.delete(`/admin/engine-terms/${encodeURIComponent(fields.text('id'))}`)
  }),
}
