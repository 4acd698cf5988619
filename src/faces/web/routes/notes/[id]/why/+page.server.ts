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
  /** Mutes of mine that keep it from me; `value`: id of its author, or of its topic. */
  mutes: { id: string; kind: 'person' | 'topic'; value: string }[]
  tile: Tile
}

export const load: PageServerLoad = async ({ locals: { api, viewer }, params }) => {
  const why = await api.get<Why>(`/notes/${encodeURIComponent(params.id)}/why`)
  const mutesOf = (kind: string, value: string): string[] => why.mutes.filter((one) => one.kind === kind && one.value === value).map(({ id }) => id)
  const { tile } = why
  return {
    why,
    topics: tile.topics.map(({ id, label }) => ({ id, label, following: why.topics.includes(id), mutes: mutesOf('topic', id) })),
    person: viewer?.id === tile.author.id ? null : { id: tile.author.id, name: tile.author.name, mutes: mutesOf('person', tile.author.id) },
  }
}

export const actions: Actions = {
  follow: form(async (api, fields) => {
    const path = `/topics/${encodeURIComponent(fields.text('id'))}/follow`
    await (fields.has('on') ? api.put(path) : api.delete(path))
  }),
  mute: form(async (api, fields) => {
    // Two that were muted may have become one.
    if (fields.has('mute')) await Promise.all(fields.all('mute').map((id) => api.delete(`/mutes/${encodeURIComponent(id)}`)))
    else await api.post('/mutes', { kind: fields.text('kind'), value: fields.text('id'), label: fields.text('label') })
  }),
}
