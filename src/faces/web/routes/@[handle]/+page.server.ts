import { idOf } from '../../account/people.ts'
import type { Items, Mute } from '../../account-types.ts'
import type { Page, ProfileView, Tile } from '../../api-types.ts'
import { press } from '../../forms.ts'
import { translate } from '../../translate.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api, viewer }, params, url }) => {
  const path = `/actors/${encodeURIComponent(params.handle)}`
  // What one took down is one's own to see.
  const state = url.searchParams.get('state') === 'archived' && viewer?.handle === params.handle ? 'archived' : 'published'
  const [profile, page] = await Promise.all([
    api.get<ProfileView>(path),
    api.get<Page<Tile>>(`${path}/notes`, { state, cursor: url.searchParams.get('cursor') }),
  ])
  return { profile, page, path, state }
}

export const actions: Actions = {
  translate,
  /** A note to the front of what is pinned, or off it. */
  pin: press(async (api, fields, { params }) => {
    const { pinned } = await api.get<ProfileView>(`/actors/${encodeURIComponent(params.handle)}`)
    const others = pinned.map(({ id }) => id).filter((id) => id !== fields.text('pinned') && id !== fields.text('unpinned'))
    await api.patch('/profile', { pinned: fields.has('pinned') ? [fields.text('pinned'), ...others] : others })
  }),
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
