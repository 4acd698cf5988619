import { asStaff } from '../../account/staff.ts'
import type { AdminMember } from '../../account-types.ts'
import type { Page } from '../../api-types.ts'
import { form } from '../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) =>
  asStaff(event, async () => {
    const {
      locals: { api },
      url,
    } = event
    const handle = url.searchParams.get('handle')
    const [waiting, members] = await Promise.all([
      api.get<Page<AdminMember>>('/admin/members', { state: 'waiting' }),
      api.get<Page<AdminMember>>('/admin/members', { handle, cursor: url.searchParams.get('cursor') }),
    ])
    return { waiting: waiting.items, members, handle: handle ?? '' }
  })

export const actions: Actions = {
  change: form(async (api, fields) => {
    const [state, role] = [fields.text('state'), fields.text('role')]
    await api.patch(`/admin/members/${encodeURIComponent(fields.text('id'))}`, { ...(state ? { state } : {}), ...(role ? { role } : {}) })
  }),
}
