import { redirect } from '@sveltejs/kit'
import { memberHere } from '../../../account/member.ts'
import { idOf } from '../../../account/people.ts'
import type { ListView } from '../../../account-types.ts'
import type { Page, Tile } from '../../../api-types.ts'
import { form } from '../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

const pathOf = (id: string): string => `/lists/${encodeURIComponent(id)}`

export const load: PageServerLoad = async ({ locals, url, params }) => {
  memberHere({ locals, url })
  const path = pathOf(params.id)
  const [list, page] = await Promise.all([
    locals.api.get<ListView>(path, { cursor: url.searchParams.get('people') }),
    locals.api.get<Page<Tile>>(`${path}/notes`, { cursor: url.searchParams.get('cursor') }),
  ])
  return { list, page, path }
}

export const actions: Actions = {
  rename: form(async (api, fields, { params }) => {
    await api.patch(pathOf(params.id), { name: fields.text('name') })
  }),
  add: form(async (api, fields, { params }) => {
    await api.put(`${pathOf(params.id)}/members/${await idOf(api, fields.text('handle'))}`)
  }),
  drop: form(async (api, fields, { params }) => {
    await api.delete(`${pathOf(params.id)}/members/${encodeURIComponent(fields.text('id'))}`)
  }),
  remove: form(async (api, _fields, { params }) => {
    await api.delete(pathOf(params.id))
    redirect(303, '/lists')
  }),
}
