import { asStaff } from '../../account/staff.ts'
import type { AdminMember } from '../../account-types.ts'
import { queryString } from '../../api.ts'
import type { Page } from '../../api-types.ts'
import { form } from '../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) =>
  asStaff(event, async () => {
    const {
      locals: { api },
      url,
    } = event
    const [handle, from, cursor] = ['handle', 'waiting', 'cursor'].map((name) => url.searchParams.get(name) ?? '')
    const [waiting, members] = await Promise.all([
      api.get<Page<AdminMember>>('/admin/members', { state: 'waiting', handle, cursor: from }),
      api.get<Page<AdminMember>>('/admin/members', { handle, cursor }),
    ])
    const at = (change: Record<string, string | null>) => `/admin${queryString({ handle, waiting: from, cursor, ...change })}`
    return {
      waiting: { items: waiting.items, next: waiting.next && at({ waiting: waiting.next }) },
      members: { items: members.items.filter((one) => one.state !== 'waiting'), next: members.next && at({ cursor: members.next }) },
      handle,
      here: at({}),
    }
  })

export const actions: Actions = {
  change: form(async (api, fields) => {
    const [state, role] = [fields.text('state'), fields.text('role')]
    await api.patch(`/admin/members/${encodeURIComponent(fields.text('id'))}`, { ...(state ? { state } : {}), ...(role ? { role } : {}) })
  }),
}
