import { idOf } from '../../account/people.ts'
import type { Items, Mute } from '../../account-types.ts'
import type { Page, ProfileView, Tile } from '../../api-types.ts'
import { press } from '../../forms.ts'
import { translate } from '../../translate.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const path = `/actors/${encodeURIComponent(params.handle)}`
  const [profile, page] = await Promise.all([api.get<ProfileView>(path), api.get<Page<Tile>>(`${path}/notes`, { cursor: url.searchParams.get('cursor') })])
  return { profile, page, path }
}

export const actions: Actions = {
  translate,
  block: press(async (api, fields, { params }) => {
    const path = `/actors/${await idOf(api, params.handle)}/block`
    await (fields.has('on') ? api.put(path) : api.delete(path))
  }),
  mute: press(async (api, fields, { params }) => {
    const id = await idOf(api, params.handle)
    if (fields.has('on')) return void (await api.post('/mutes', { kind: 'person', value: id, label: `@${params.handle}` }))
    const { items } = await api.get<Items<Mute>>('/mutes')
    await Promise.all(items.filter((one) => one.kind === 'person' && one.value === id).map((one) => api.delete(`/mutes/${one.id}`)))
  }),
  follow: press(async (api, fields, { params }) => {
    const path = `/actors/${await idOf(api, params.handle)}/follow`
    await (fields.has('on') ? api.put(path) : api.delete(path))
  }),
}
