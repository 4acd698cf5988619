import { error, redirect } from '@sveltejs/kit'
import { memberHere } from '../../../../account/member.ts'
import { idOf } from '../../../../account/people.ts'
import type { BoardNote, FullBoard } from '../../../../account-types.ts'
import type { Page } from '../../../../api-types.ts'
import { type Fields, form } from '../../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

const pathOf = (id: string): string => `/boards/${encodeURIComponent(id)}`
const within = (name: string, fields: Fields): string => `${name}/${encodeURIComponent(fields.text('id'))}`

export const load: PageServerLoad = async ({ locals, params, url }) => {
  memberHere({ locals, url })
  const path = pathOf(params.id)
  const cursor = url.searchParams.get('cursor')
  const [board, page] = await Promise.all([locals.api.get<FullBoard>(path), locals.api.get<Page<BoardNote>>(`${path}/notes`, { cursor })])
  if (board.part !== 'owner' && board.part !== 'joined') error(404)
  return { board, page, here: url.pathname + url.search }
}

export const actions: Actions = {
  change: form(async (api, fields, { params }) => {
    await api.patch(pathOf(params.id), { name: fields.text('name'), description: fields.text('description'), secret: fields.has('secret') })
  }),
  addSection: form(async (api, fields, { params }) => {
    await api.post(`${pathOf(params.id)}/sections`, { name: fields.text('section') })
  }),
  renameSection: form(async (api, fields, { params }) => {
    await api.patch(`${pathOf(params.id)}/${within('sections', fields)}`, { name: fields.text('section') })
  }),
  dropSection: form(async (api, fields, { params }) => {
    await api.delete(`${pathOf(params.id)}/${within('sections', fields)}`)
  }),
  ask: form(async (api, fields, { params }) => {
    await api.put(`${pathOf(params.id)}/people/${await idOf(api, fields.text('handle'))}`)
  }),
  dropPerson: form(async (api, fields, { params }) => {
    await api.delete(`${pathOf(params.id)}/${within('people', fields)}`)
  }),
  leave: form(async (api, _fields, { params }) => {
    await api.delete(`${pathOf(params.id)}/part`)
    redirect(303, '/boards')
  }),
  place: form(async (api, fields, { params }) => {
    await api.put(`${pathOf(params.id)}/${within('notes', fields)}`, { sectionId: fields.text('section') || null })
  }),
  raise: form(async (api, fields, { params }) => {
    await api.put(`${pathOf(params.id)}/${within('notes', fields)}`, { before: fields.text('before') })
  }),
  take: form(async (api, fields, { params }) => {
    await api.delete(`${pathOf(params.id)}/${within('notes', fields)}`)
  }),
  remove: form(async (api, _fields, { params }) => {
    await api.delete(pathOf(params.id))
    redirect(303, '/boards')
  }),
}
