import { error } from '@sveltejs/kit'
import type { Layers, NoteView } from '../../api-types.ts'
import { form } from '../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

/** Every layer of a text: who made it, how it is rated, and what one can do with it. */
export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const [subjectKind, subjectId] = [url.searchParams.get('subjectKind'), url.searchParams.get('subjectId')]
  if (!subjectKind || !subjectId) error(404)
  const [cursor, at] = [url.searchParams.get('cursor'), url.searchParams.get('at')]
  const { items, next, address } = await api.get<Layers>('/layers', { subjectKind, subjectId, cursor, at })
  const noteId = noteOf(subjectKind, subjectId, address)
  const note = noteId === null ? null : await api.get<NoteView>(`/notes/${encodeURIComponent(noteId)}`)
  const original = items.find((one) => one.origin === 'original')
  if (!original) error(404)
  // Others may stand before those of this page.
  const isLater = cursor !== null || (at !== null && items.find((one) => one !== original)?.id === at)
  const layers = items.filter((one) => one !== original).sort((a, b) => a.language.localeCompare(b.language) || b.rating - a.rating)
  return { subjectKind, subjectId, original, layers, isLater, next, back: address ?? '/', licence: note?.licence ?? 'all-rights-reserved' }
}

/** Whose licence it is: the note itself, or the one that shows the picture. */
function noteOf(kind: string, id: string, address: string | null): string | null {
  if (kind === 'note') return id
  return kind === 'picture' && address && !address.includes('#') ? (address.split('/').at(-1) ?? null) : null
}

export const actions: Actions = {
  /** The same words again say that they still fit. */
  fits: form(async (api, fields, { url }) => {
    const of = { subjectKind: url.searchParams.get('subjectKind'), subjectId: url.searchParams.get('subjectId'), layerId: fields.text('id') }
    const layer = (await api.get<Layers>('/layers', of)).items.find((one) => one.id === of.layerId)
    if (layer) await api.patch(`/layers/${encodeURIComponent(layer.id)}`, { title: layer.title, body: layer.body, warning: layer.warning })
  }),
  vote: form(async (api, fields) => {
    await api.put(`/layers/${encodeURIComponent(fields.text('id'))}/vote`, { value: Number(fields.text('value')) })
  }),
}
