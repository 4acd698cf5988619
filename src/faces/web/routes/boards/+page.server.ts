import { redirect } from '@sveltejs/kit'
import { memberHere } from '../../account/member.ts'
import type { BoardView } from '../../account-types.ts'
import type { Page } from '../../api-types.ts'
import { form } from '../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  memberHere({ locals, url })
  const [page, asked] = await Promise.all([
    locals.api.get<Page<BoardView>>('/boards', { cursor: url.searchParams.get('cursor') }),
    locals.api.get<Page<BoardView>>('/board-invitations'),
  ])
  return { page, asked: asked.items }
}

export const actions: Actions = {
  make: form(async (api, fields) => {
    const { url } = await api.post<BoardView>('/boards', { name: fields.text('name'), secret: fields.has('secret') })
    redirect(303, url)
  }),
}
