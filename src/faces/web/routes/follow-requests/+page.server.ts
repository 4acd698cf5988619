import { memberHere } from '../../account/member.ts'
import type { Person } from '../../account-types.ts'
import type { Page } from '../../api-types.ts'
import { form } from '../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  memberHere({ locals, url })
  return { page: await locals.api.get<Page<Person>>('/follow-requests', { cursor: url.searchParams.get('cursor') }) }
}

export const actions: Actions = {
  answer: form(async (api, fields) => {
    const path = `/follow-requests/${encodeURIComponent(fields.text('id'))}`
    await (fields.text('answer') === 'yes' ? api.put(path) : api.delete(path))
  }),
}
