import type { RequestEvent } from '@sveltejs/kit'
import type { ProfileView } from '../../../api-types.ts'
import { form } from '../../../forms.ts'
import { picturesIn, sendPicture } from '../../../pictures/send.ts'
import { placesFor } from '../../../places.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api, viewer }, url }) => ({
  profile: await api.get<ProfileView>(`/actors/${viewer?.handle ?? ''}`),
  found: await placesFor(api, url.searchParams.get('place')),
})

/** A picture sent with the form: its id, null to take the old one away, nothing to leave it. */
async function pictureOf(data: FormData, name: string, event: RequestEvent): Promise<string | null | undefined> {
  const [file] = picturesIn(data, name)
  if (file) return sendPicture(file, event, name)
  return data.has(`drop-${name}`) ? null : undefined
}
const given = (name: string, value: string | null | undefined): Record<string, string | null> => (value === undefined ? {} : { [name]: value })

async function placeOf(api: App.Locals['api'], q: string): Promise<Record<string, string>> {
  const [first] = await placesFor(api, q)
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
