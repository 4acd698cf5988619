import { error } from '@sveltejs/kit'
import type { LanguageOfText, Layers } from '../../../api-types.ts'
import { form } from '../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

const pathOf = (kind: string, id: string): string => `/texts/${encodeURIComponent(kind)}/${encodeURIComponent(id)}`

/** Which language a text is in, for whoever knows better than what was heard. */
export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const [subjectKind, subjectId] = [url.searchParams.get('subjectKind'), url.searchParams.get('subjectId')]
  if (!subjectKind || !subjectId) error(404)
  const [{ items, address }, tongue] = await Promise.all([
    api.get<Layers>('/layers', { subjectKind, subjectId, limit: 1 }),
    api.get<LanguageOfText>(`${pathOf(subjectKind, subjectId)}/language`),
  ])
  const original = items.find((one) => one.origin === 'original')
  if (!original) error(404)
  return { subjectKind, subjectId, original, tongue, back: address ?? '/' }
}

export const actions: Actions = {
  say: form(async (api, fields) => {
    await api.patch(pathOf(fields.text('subjectKind'), fields.text('subjectId')), { language: fields.text('language') })
  }),
}
