import { redirect } from '@sveltejs/kit'
import { whereTo } from '../../../account/where.ts'
import type { TopicBrief } from '../../../api-types.ts'
import { form } from '../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api, viewer }, url }) => {
  const waiting = url.searchParams.get('waiting') === 'true'
  if (!viewer && !waiting) redirect(303, '/sign-up')
  // Who has to confirm their address follows nothing yet.
  const letter = url.searchParams.get('letter') === 'true' || viewer?.confirmed === false
  const topics = waiting || letter ? [] : (await api.get<{ items: TopicBrief[] }>('/feeds/first-topics')).items
  return { waiting, letter, topics, back: whereTo(url) }
}

export const actions: Actions = {
  again: form(async (api) => {
    await api.post('/email-confirmations')
    return { sent: true }
  }),
  topics: form(async (api, fields) => {
    for (const id of fields.all('topic')) await api.put(`/topics/${encodeURIComponent(id)}/follow`)
  }),
}
