import { redirect } from '@sveltejs/kit'
import type { BoardView } from '../../../account-types.ts'
import type { Page, Tile } from '../../../api-types.ts'
import { form } from '../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

const pathOf = (id: string): string => `/boards/${encodeURIComponent(id)}`

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const path = pathOf(params.id)
  const sectionId = url.searchParams.get('section')
  const [board, page] = await Promise.all([
    api.get<BoardView>(path),
    api.get<Page<Tile>>(`${path}/notes`, { sectionId, cursor: url.searchParams.get('cursor') }),
  ])
  return { board, page, path, sectionId }
}

export const actions: Actions = {
  change: form(async (api, fields, { params }) => {
    await api.patch(pathOf(params.id), { name: fields.text('name'), description: fields.text('description'), secret: fields.has('secret') })
  }),
  section: form(async (api, fields, { params }) => {
    await api.post(`${pathOf(params.id)}/sections`, { name: fields.text('section') })
  }),
  dropSection: form(async (api, fields, { params }) => {
    await api.delete(`${pathOf(params.id)}/sections/${encodeURIComponent(fields.text('id'))}`)
  }),
  remove: form(async (api, _fields, { params }) => {
    await api.delete(pathOf(params.id))
    redirect(303, '/boards')
  }),
}
