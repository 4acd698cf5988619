import { redirect } from '@sveltejs/kit'
import type { Items } from '../../account-types.ts'
import { memberHere } from '../../composer/server.ts'
import { form } from '../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  memberHere({ locals, url })
  return { lists: (await locals.api.get<Items<{ id: string; name: string }>>('/lists')).items }
}

export const actions: Actions = {
  make: form(async (api, fields) => {
    const { id } = await api.post<{ id: string }>('/lists', { name: fields.text('name') })
    redirect(303, `/lists/${id}`)
  }),
}
