import { redirect } from '@sveltejs/kit'
import { everyBoard } from '../../../../account/boards.ts'
import { memberHere } from '../../../../account/member.ts'
import type { BoardView, SavedOn } from '../../../../account-types.ts'
import type { NoteView } from '../../../../api-types.ts'
import { form } from '../../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

const pathOf = (id: string): string => `/notes/${encodeURIComponent(id)}`

/** The sheet of boards as a page of its own, for browsers without script. */
export const load: PageServerLoad = async ({ locals, url, params }) => {
  memberHere({ locals, url })
  const { api } = locals
  const [note, boards, there] = await Promise.all([api.get<NoteView>(pathOf(params.id)), everyBoard(api), api.get<SavedOn>(`${pathOf(params.id)}/save`)])
  return { note, boards, there: locals.refused?.all('board') ?? there.boards.map((one) => one.id), others: there.others }
}

export const actions: Actions = {
  default: form(async (api, fields, { params }) => {
    const boardIds = fields.all('board')
    if (fields.has('name')) boardIds.push((await api.post<BoardView>('/boards', { name: fields.text('name') })).id)
    await (boardIds.length > 0 ? api.put(`${pathOf(params.id)}/save`, { boardIds }) : api.delete(`${pathOf(params.id)}/save`))
    redirect(303, (await api.get<NoteView>(pathOf(params.id))).url)
  }),
}
