import { redirect } from '@sveltejs/kit'
import type { Page, Tile, TopicProposal, TopicView } from '../../../api-types.ts'
import { form, press } from '../../../forms.ts'
import { proposalPath } from '../../../paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const path = `/topics/${encodeURIComponent(params.id)}`
  const language = url.searchParams.get('language')
  const [topic, page] = await Promise.all([
    api.get<TopicView>(path),
    api.get<Page<Tile>>(`${path}/notes`, { language, cursor: url.searchParams.get('cursor') }),
  ])
  return { topic, page, path, language }
}

export const actions: Actions = {
  follow: press(async (api, fields, { params }) => {
    const path = `/topics/${encodeURIComponent(params.id)}/follow`
    await (fields.has('on') ? api.put(path) : api.delete(path))
  }),
  link: form(async (api, fields, { params }) => {
    const path = `/topics/${encodeURIComponent(params.id)}`
    await api.put(`/admin${path}/links`, { other: fields.text('other'), as: fields.text('as') })
    redirect(303, path)
  }),
  ask: form(async (api, fields, { params }) => {
    const [other, language, answer, reason] = ['other', 'language', 'answer', 'reason'].map((name) => fields.text(name))
    const { id } = await api.post<TopicProposal>(`/topics/${encodeURIComponent(params.id)}/proposals`, { other, language, answer, reason })
    redirect(303, proposalPath(id))
  }),
}
