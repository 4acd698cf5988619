import { error, redirect } from '@sveltejs/kit'
import type { NoteView } from '../../../../api-types.ts'
import { changeOf } from '../../../../composer/editor.svelte.ts'
import { contentFrom, memberHere, placesFor } from '../../../../composer/server.ts'
import { form } from '../../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

const pathOf = (id: string): string => `/notes/${encodeURIComponent(id)}`

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const viewer = memberHere({ locals, url })
  const note = await locals.api.get<NoteView>(pathOf(params.id))
  if (!note.mine) error(404)
  return { viewer, note, found: await placesFor(locals.api, url.searchParams.get('place')) }
}

export const actions: Actions = {
  edit: form(async (api, fields, event) => {
    const { content, search } = await contentFrom(api, fields, event)
    const note = await api.patch<NoteView>(pathOf(event.params.id), changeOf(content, Number(fields.text('revision'))))
    const isChange = ['move', 'dropPicture', 'dropTopic', 'dropPlace'].some((name) => fields.has(name))
    redirect(303, search || isChange ? `${event.url.pathname}${search ? `?place=${encodeURIComponent(search)}` : ''}` : note.url)
  }),
  archive: form(async (api, _fields, { params }) => {
    await api.put(`${pathOf(params.id)}/archive`)
    const note = await api.get<NoteView>(pathOf(params.id))
    redirect(303, note.url)
  }),
  remove: form(async (api, _fields, { params, locals }) => {
    await api.delete(pathOf(params.id))
    redirect(303, `/@${locals.viewer?.handle ?? ''}`)
  }),
}
