import type { RequestEvent } from '@sveltejs/kit'
import { API, ApiProblem } from '../../../api.ts'
import type { PlaceBrief, ProfileView } from '../../../api-types.ts'
import { placesFor } from '../../../composer/server.ts'
import { form } from '../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api, viewer }, url }) => ({
  profile: await api.get<ProfileView>(`/actors/${viewer?.handle ?? ''}`),
  found: await placesFor(api, url.searchParams.get('place')),
})

/** A picture sent with the form: its id, null to take the old one away, nothing to leave it. */
async function pictureOf(data: FormData, name: string, { fetch }: RequestEvent): Promise<string | null | undefined> {
  const file = data.get(name)
  if (file === null || typeof file === 'string' || file.size === 0) return data.has(`drop-${name}`) ? null : undefined
  const answer = await fetch(`${API}/media`, {
    method: 'POST',
    headers: { 'content-type': file.type || 'application/octet-stream' },
    body: await file.arrayBuffer(),
  })
  const body = (await answer.json().catch(() => ({}))) as { id: string; title?: string }
  if (!answer.ok) throw new ApiProblem(answer.status, { ...body, field: name })
  return body.id
}
const given = (name: string, value: string | null | undefined): Record<string, string | null> => (value === undefined ? {} : { [name]: value })

async function placeOf(api: App.Locals['api'], q: string): Promise<Record<string, string>> {
  if (!q) return {}
  const first = (await api.get<{ items: PlaceBrief[] }>('/places/suggestions', { q })).items[0]
  return first ? { placeId: first.id } : {}
}

export const actions: Actions = {
  default: form(async (api, fields, event) => {
    const links: { label: string; url: string }[] = []
    for (let i = 0; fields.data.has(`url.${i}`); i += 1)
      if (fields.has(`url.${i}`)) links.push({ label: fields.text(`label.${i}`), url: fields.text(`url.${i}`) })
    const placeId = fields.text('placeId') || null
    await api.patch('/profile', {
      name: fields.text('name'),
      bio: fields.text('bio'),
      links,
      locked: fields.has('locked'),
      placeId: fields.has('dropPlace') ? null : placeId,
      ...(placeId || fields.has('dropPlace') ? {} : await placeOf(api, fields.text('placeQuery'))),
      ...given('avatarId', await pictureOf(fields.data, 'avatar', event)),
      ...given('bannerId', await pictureOf(fields.data, 'banner', event)),
    })
    return { done: true }
  }),
}
