import { error } from '@sveltejs/kit'
import type { Layers, MendableSentence, Page } from '../../../../api-types.ts'
import { form } from '../../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

/** A layer sentence by sentence, or (`key`) one of them, with what readers would say instead. */
export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const [subjectKind, subjectId] = [url.searchParams.get('subjectKind'), url.searchParams.get('subjectId')]
  const [key, cursor] = [url.searchParams.get('key'), url.searchParams.get('cursor')]
  if (!subjectKind || !subjectId) error(404)
  const [{ items, address }, page] = await Promise.all([
    api.get<Layers>('/layers', { subjectKind, subjectId, layerId: params.id }),
    api.get<Page<MendableSentence>>(`/layers/${encodeURIComponent(params.id)}/sentences`, { key, cursor }),
  ])
  const layer = items.find((one) => one.id === params.id)
  const original = items.find((one) => one.origin === 'original')
  if (!layer || !original || (key && page.items.length === 0)) error(404)
  return { layer, from: original.language, page, single: key !== null, subjectKind, subjectId, back: address ?? '/' }
}

const mendPath = (id: string): string => `/mends/${encodeURIComponent(id)}`

export const actions: Actions = {
  propose: form(async (api, fields, { params }) => {
    const mend = { sentence: fields.text('sentence'), text: fields.text('text'), licence: fields.text('licence') || 'text' }
    await api.post(`/layers/${encodeURIComponent(params.id)}/mends`, mend)
  }),
  vote: form(async (api, fields) => {
    await api.put(`${mendPath(fields.text('mend'))}/vote`, { value: Number(fields.text('value')) })
  }),
  revert: form(async (api, fields) => {
    await api.delete(mendPath(fields.text('mend')))
  }),
}
