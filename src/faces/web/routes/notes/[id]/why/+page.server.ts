import type { Choice, Tile } from '../../../../api-types.ts'
import { form } from '../../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

interface Why {
  reasons: { code: string; share: number; about: string | null }[]
  place: number | null
  of: number
  /** What I could switch, and where the note would stand then. */
  changes: { kind: string; id: string | null; place: number | null; changed: number }[]
  sides: { language: string; likes: number }[]
  topics: string[]
  person: boolean
  /** Mutes of mine that keep it from me; `value`: id of its author, or of its topic. */
  mutes: { id: string; kind: 'person' | 'topic'; value: string }[]
  tile: Tile
}

interface Sliders {
  across: number
  unexpected: number
  far: number
}

export const load: PageServerLoad = async ({ locals: { api, viewer }, params }) => {
  const path = `/notes/${encodeURIComponent(params.id)}`
  const [why, sliders, { choices }] = await Promise.all([
    api.get<Why>(`${path}/why`),
    viewer ? api.get<Sliders>('/me/sliders') : null,
    viewer ? api.get<{ choices: Choice[] }>(`${path}/choices`) : { choices: [] as Choice[] },
  ])
  const { tile } = why
  const of = (kind: 'person' | 'topic', id: string) => ({
    id,
    mutes: why.mutes.filter((one) => one.kind === kind && one.value === id).map((one) => one.id),
    change: why.changes.find((one) => one.kind === `unfollow-${kind}` && one.id === id) ?? null,
  })
  return {
    why,
    sliders,
    choices,
    topics: tile.topics.map(({ id, label }) => ({ ...of('topic', id), label, following: why.topics.includes(id) })),
    person: viewer?.id === tile.author.id ? null : { ...of('person', tile.author.id), label: tile.author.name, following: why.person },
  }
}

export const actions: Actions = {
  choose: form(async (api, fields, { params }) => {
    const path = `/notes/${encodeURIComponent(params.id)}/choices/${encodeURIComponent(fields.text('choice'))}`
    await (fields.has('on') ? api.put(path) : api.delete(path))
  }),
  follow: form(async (api, fields) => {
    const path = `/${fields.text('kind') === 'person' ? 'actors' : 'topics'}/${encodeURIComponent(fields.text('id'))}/follow`
    await (fields.has('on') ? api.put(path) : api.delete(path))
  }),
  mute: form(async (api, fields) => {
    // Two that were muted may have become one.
    if (fields.has('mute')) await Promise.all(fields.all('mute').map((id) => api.delete(`/mutes/${encodeURIComponent(id)}`)))
    else await api.post('/mutes', { kind: fields.text('kind'), value: fields.text('id'), label: fields.text('label') })
  }),
  sliders: form((api, fields) => {
    const value = (name: string) => Number(fields.text(name))
    return api.patch('/me/sliders', { across: value('across'), unexpected: value('unexpected'), far: value('far') })
  }),
}
