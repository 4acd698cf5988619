import type { Page, TopicProposal, TopicStep } from '../../../api-types.ts'
import { form } from '../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

const pathOf = (id: string): string => `/topic-proposals/${encodeURIComponent(id)}`

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const [proposal, history] = await Promise.all([
    api.get<TopicProposal>(pathOf(params.id)),
    api.get<Page<TopicStep>>(`${pathOf(params.id)}/history`, { cursor: url.searchParams.get('cursor') }),
  ])
  return { proposal, history }
}

export const actions: Actions = {
  answer: form(async (api, fields, { params }) => {
    await api.put(`${pathOf(params.id)}/answer`, { answer: fields.text('answer'), reason: fields.text('reason') })
  }),
  overrule: form(async (api, fields, { params }) => {
    await api.put(`/admin${pathOf(params.id)}`, { state: fields.text('state'), reason: fields.text('reason') })
  }),
}
