import { redirect } from '@sveltejs/kit'
import type { CultureWord, Page } from '../../../../api-types.ts'
import { form } from '../../../../forms.ts'
import { paths } from '../../../../paths.ts'
import { meaningsOf } from '../meanings.ts'
import type { Actions, PageServerLoad } from './$types'

const pathOf = (id: string): string => `/culture-words/${encodeURIComponent(id)}`

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const [word, history] = await Promise.all([
    api.get<CultureWord>(pathOf(params.id)),
    api.get<Page<Omit<CultureWord, 'id' | 'language' | 'headword' | 'score' | 'myVote'>>>(`${pathOf(params.id)}/history`, {
      cursor: url.searchParams.get('cursor'),
    }),
  ])
  return { word, history }
}

export const actions: Actions = {
  change: form(async (api, fields, { params }) => {
    const { id } = params
    await api.patch(pathOf(id), {
      revision: Number(fields.text('revision')),
      reading: fields.text('reading'),
      en: fields.text('en'),
      zhHans: fields.text('zhHans'),
      meanings: meaningsOf(fields),
    })
  }),
  vote: form(async (api, fields, { params }) => {
    await api.put(`${pathOf((params as { id: string }).id)}/vote`, { value: Number(fields.text('value')) })
  }),
  revert: form(async (api, fields, { params }) => {
    await api.post(`${pathOf(params.id)}/revert`, { revision: Number(fields.text('revision')) })
  }),
  remove: form(async (api, _fields, { params }) => {
    await api.delete(pathOf(params.id))
    redirect(303, paths.cultureWords)
  }),
}
