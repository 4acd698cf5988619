import type { Page, TopicProposal } from '../../api-types.ts'
import { form } from '../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

const STATES = ['open', 'same', 'apart'] as const

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const asked = url.searchParams.get('state')
  const state = STATES.find((one) => one === asked) ?? 'open'
  const languages = url.searchParams.get('languages') === 'all' ? 'all' : 'mine'
  const topic = url.searchParams.get('topic')
  const query = { state, languages, topic, cursor: url.searchParams.get('cursor') }
  return { page: await api.get<Page<TopicProposal>>('/topic-proposals', query), state, languages, topic, states: STATES }
}

export const actions: Actions = {
  answer: form(async (api, fields) => {
    await api.put(`/topic-proposals/${encodeURIComponent(fields.text('id'))}/answer`, { answer: fields.text('answer'), reason: fields.text('reason') })
  }),
}
