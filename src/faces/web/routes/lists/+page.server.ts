import { redirect } from '@sveltejs/kit'
import { memberHere } from '../../account/member.ts'
import type { Page } from '../../api-types.ts'
import { form } from '../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  memberHere({ locals, url })
  return { page: await locals.api.get<Page<{ id: string; name: string }>>('/lists', { cursor: url.searchParams.get('cursor') }) }
}

export const actions: Actions = {
  make: form(async (api, fields) => {
    const { id } = await api.post<{ id: string }>('/lists', { name: fields.text('name') })
    redirect(303, `/lists/${id}`)
  }),
}
