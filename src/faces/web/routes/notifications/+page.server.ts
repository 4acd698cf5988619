import { memberHere } from '../../account/member.ts'
import type { Page } from '../../api-types.ts'
import { form } from '../../forms.ts'
import type { Notice } from '../../notices.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, depends }) => {
  depends('app:notices')
  const viewer = memberHere({ locals, url })
  return { viewer, page: await locals.api.get<Page<Notice>>('/notices', { cursor: url.searchParams.get('cursor') }) }
}

export const actions: Actions = {
  read: form(async (api, fields) => {
    await api.put('/notices/read', { until: fields.text('until') })
  }),
}
