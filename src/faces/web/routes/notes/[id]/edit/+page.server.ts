import { error, redirect } from '@sveltejs/kit'
import { memberHere } from '../../../../account/member.ts'
import { queryString } from '../../../../api.ts'
import type { NoteView, Page, ShownText } from '../../../../api-types.ts'
import { contentOf, type Preview } from '../../../../composer/content.ts'
import { changeOf, placeOfNote } from '../../../../composer/editor.svelte.ts'
import { contentFrom, topicsOf } from '../../../../composer/server.ts'
import { type Fields, form } from '../../../../forms.ts'
import { placeById, placeRules, placesFor } from '../../../../places.ts'
import type { Actions, PageServerLoad } from './$types'

const pathOf = (id: string): string => `/notes/${encodeURIComponent(id)}`

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const viewer = memberHere({ locals, url })
  const note = await locals.api.get<NoteView>(pathOf(params.id))
  if (!note.mine) error(404)
  const typed = locals.refused ? await typedOf(locals.api, locals.refused) : null
  const [found, rules, layers] = await Promise.all([
    placesFor(locals.api, url.searchParams.get('place')),
    placeRules(locals.api, typed ? typed.content.placeId : placeOfNote(note)?.id),
    locals.api.get<Page<ShownText & { mine: boolean }>>('/layers', { subjectKind: 'note', subjectId: note.id, origin: 'author', limit: 80 }),
  ])
  const own = layers.items.filter((one) => one.mine && one.origin === 'author')
  return { viewer, note, found, rules, layers: own, layer: locals.refused?.text('newLayer') || url.searchParams.get('layer'), typed }
}

/** A refused form as it was, over whichever revision it was about. */
async function typedOf(api: App.Locals['api'], fields: Fields) {
  const content = contentOf(fields)
  const [topics, place] = await Promise.all([topicsOf(api, content.topics), placeById(api, content.placeId)])
  return { content, revision: Number(fields.text('revision')), topics, place, placeQuery: fields.text('placeQuery'), reader: fields.text('reader') }
}

export const actions: Actions = {
  edit: form(async (api, fields, event) => {
    const { content, search } = await contentFrom(api, fields, event)
    const note = await api.patch<NoteView>(pathOf(event.params.id), changeOf(content, Number(fields.text('revision'))))
    const isChange = ['move', 'dropPicture', 'dropTopic', 'dropPlace'].some((name) => fields.has(name))
    const layer = fields.text('newLayer')
    redirect(303, search || layer || isChange ? `${event.url.pathname}${queryString({ place: search, layer })}` : note.url)
  }),
  /** Nothing is changed: the page comes back with what was typed, and how it will be read. */
  preview: form(async (api, fields, event) => {
    const { content } = await contentFrom(api, fields, event)
    const reader = fields.text('reader')
    const of = { subjectKind: 'note', subjectId: event.params.id }
    return { content, reader, preview: await api.post<Preview>('/previews', { ...of, content, language: reader, ask: fields.has('ask') }) }
  }),
  archive: form(async (api, _fields, { params }) => {
    await api.put(`${pathOf(params.id)}/archive`)
    const note = await api.get<NoteView>(pathOf(params.id))
    redirect(303, note.url)
  }),
  unarchive: form(async (api, _fields, { params }) => {
    await api.delete(`${pathOf(params.id)}/archive`)
    const note = await api.get<NoteView>(pathOf(params.id))
    redirect(303, note.url)
  }),
  remove: form(async (api, _fields, { params, locals }) => {
    await api.delete(pathOf(params.id))
    redirect(303, `/@${locals.viewer?.handle ?? ''}`)
  }),
}
