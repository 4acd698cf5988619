import { redirect } from '@sveltejs/kit'
import type { BoardNote, FullBoard } from '../../../account-types.ts'
import type { Page } from '../../../api-types.ts'
import { form } from '../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

const pathOf = (id: string): string => `/boards/${encodeURIComponent(id)}`

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const path = pathOf(params.id)
  const sectionId = url.searchParams.get('section')
  const [board, page] = await Promise.all([
    api.get<FullBoard>(path),
    api.get<Page<BoardNote>>(`${path}/notes`, { sectionId, cursor: url.searchParams.get('cursor') }),
  ])
  return { board, page, path, sectionId }
}

export const actions: Actions = {
  join: form(async (api, _fields, { params }) => {
    await api.put(`${pathOf(params.id)}/part`)
  }),
  leave: form(async (api, _fields, { params }) => {
    await api.delete(`${pathOf(params.id)}/part`)
    redirect(303, '/boards')
  }),
}
