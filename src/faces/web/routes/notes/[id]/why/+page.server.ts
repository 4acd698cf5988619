import type { Items, Mute } from '../../../../account-types.ts'
import type { Tile } from '../../../../api-types.ts'
import { form } from '../../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

interface Why {
  reason: 'topic' | 'person' | 'new' | 'quality'
  topic: string | null
  shares: { code: string; share: number }[]
  quality: number
  freshness: number
  topics: string[]
  tile: Tile
}

export const load: PageServerLoad = async ({ locals: { api, viewer }, params }) => {
  const [why, mutes] = await Promise.all([
    api.get<Why>(`/notes/${encodeURIComponent(params.id)}/why`),
    viewer ? api.get<Items<Mute>>('/mutes') : { items: [] as Mute[] },
  ])
  const muteOf = (kind: string, value: string): string | null => mutes.items.find((one) => one.kind === kind && one.value === value)?.id ?? null
  const { tile } = why
  return {
    why,
    topics: tile.topics.map(({ id, label }) => ({ id, label, following: why.topics.includes(id), mute: muteOf('topic', id) })),
    person: viewer?.id === tile.author.id ? null : { id: tile.author.id, name: tile.author.name, mute: muteOf('person', tile.author.id) },
  }
}

export const actions: Actions = {
  follow: form(async (api, fields) => {
    const path = `/topics/${encodeURIComponent(fields.text('id'))}/follow`
    await (fields.has('on') ? api.put(path) : api.delete(path))
  }),
  mute: form(async (api, fields) => {
    if (fields.has('mute')) await api.delete(`/mutes/${encodeURIComponent(fields.text('mute'))}`)
    else await api.post('/mutes', { kind: fields.text('kind'), value: fields.text('id'), label: fields.text('label') })
  }),
}
