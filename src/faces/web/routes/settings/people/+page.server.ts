import { idOf } from '../../../account/people.ts'
import type { Items, Mute, Person } from '../../../account-types.ts'
import type { Api } from '../../../api.ts'
import type { Page, TopicView } from '../../../api-types.ts'
import { type Fields, form } from '../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const [mutes, blocks] = await Promise.all([api.get<Items<Mute>>('/mutes'), api.get<Page<Person>>('/blocks', { cursor: url.searchParams.get('cursor') })])
  return { mutes: mutes.items, blocks, first: { kind: url.searchParams.get('kind') ?? '', value: url.searchParams.get('value') ?? '' } }
}

/** What people type, as the API knows it: a handle is a person, a name in any language a topic. */
async function muted(api: Api, kind: string, fields: Fields): Promise<{ value: string; label?: string }> {
  const typed = fields.text('value')
  if (kind === 'language') return { value: fields.text('language') }
  if (kind === 'person' && typed) return { value: await idOf(api, typed), label: `@${typed.replace(/^@/, '')}` }
  if (kind === 'topic' && typed) {
    const { id, label } = await api.get<TopicView>(`/topics/${encodeURIComponent(typed.replace(/^#/, ''))}`)
    return { value: id, label }
  }
  return { value: typed }
}

export const actions: Actions = {
  mute: form(async (api, fields) => {
    const [kind, hours] = [fields.text('kind'), Number(fields.text('hours'))]
    await api.post('/mutes', { kind, ...(await muted(api, kind, fields)), ...(hours > 0 ? { hours } : {}) })
  }),
  unmute: form(async (api, fields) => {
    await api.delete(`/mutes/${encodeURIComponent(fields.text('id'))}`)
  }),
  unblock: form(async (api, fields) => {
    await api.delete(`/actors/${encodeURIComponent(fields.text('id'))}/block`)
  }),
}
