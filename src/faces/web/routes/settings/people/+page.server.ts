import type { Items, Mute, Person } from '../../../account-types.ts'
import { form } from '../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api } }) => {
  const [mutes, blocks] = await Promise.all([api.get<Items<Mute>>('/mutes'), api.get<Items<Person>>('/blocks')])
  return { mutes: mutes.items, blocks: blocks.items }
}

export const actions: Actions = {
  mute: form(async (api, fields) => {
    const hours = Number(fields.text('hours'))
    await api.post('/mutes', { kind: fields.text('kind') || 'word', value: fields.text('value'), ...(hours > 0 ? { hours } : {}) })
  }),
  unmute: form(async (api, fields) => {
    await api.delete(`/mutes/${encodeURIComponent(fields.text('id'))}`)
  }),
  unblock: form(async (api, fields) => {
    await api.delete(`/actors/${encodeURIComponent(fields.text('id'))}/block`)
  }),
}
