import { error } from '@sveltejs/kit'
import type { Layers, Page, Revision } from '../../../../api-types.ts'
import { form } from '../../../../forms.ts'
import type { SeenWords } from '../../../../picture-types.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const [subjectKind, subjectId] = [url.searchParams.get('subjectKind'), url.searchParams.get('subjectId')]
  const cursor = url.searchParams.get('cursor')
  const [{ items }, page] = await Promise.all([
    api.get<Layers>('/layers', { subjectKind, subjectId, layerId: params.id }),
    api.get<Page<Revision>>(`/layers/${encodeURIComponent(params.id)}/history`, { cursor }),
  ])
  const layer = items.find((one) => one.id === params.id)
  if (!layer || !subjectKind || !subjectId) error(404)
  // The words of a picture may be brought back by whoever may change them.
  const mayRevert =
    layer.mine ||
    (layer.origin === 'original' && subjectKind === 'picture' && (await api.get<SeenWords>(`/pictures/${encodeURIComponent(subjectId)}/words`)).mayPlace)
  return { layer, mayRevert, page, isFirst: cursor === null, subjectKind, subjectId }
}

export const actions: Actions = {
  revert: form(async (api, fields, { params }) => {
    await api.post(`/layers/${encodeURIComponent(params.id)}/revert`, { revision: Number(fields.text('revision')) })
  }),
}
