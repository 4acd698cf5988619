import { redirect } from '@sveltejs/kit'
import { queryString } from '../../../api.ts'
import type { PlaceRules } from '../../../api-types.ts'
import { form } from '../../../forms.ts'
import { placesFor } from '../../../places.ts'
import type { Actions, PageServerLoad } from './$types'

const RULES = '/me/places'

export const load: PageServerLoad = async ({ locals: { api }, url }) => ({
  rules: await api.get<PlaceRules>(RULES),
  found: await placesFor(api, url.searchParams.get('place')),
})

const neverOf = async (api: App.Locals['api']): Promise<string[]> => (await api.get<PlaceRules>(RULES)).never.map((one) => one.id)

export const actions: Actions = {
  wait: form(async (api, fields) => {
    await api.patch(RULES, { wait: fields.text('wait') })
    return { done: true }
  }),
  keep: form(async (api, fields, { url }) => {
    const q = fields.text('placeQuery')
    const found = fields.has('placeId') ? [] : await placesFor(api, q)
    if (found.length > 1) redirect(303, `${url.pathname}${queryString({ place: q })}`)
    // What no place is called is refused by the API, in the reader's words.
    await api.patch(RULES, { never: [...(await neverOf(api)), fields.text('placeId') || (found[0]?.id ?? q)] })
    redirect(303, url.pathname)
  }),
  show: form(async (api, fields) => {
    const id = fields.text('id')
    await api.patch(RULES, { never: (await neverOf(api)).filter((one) => one !== id) })
  }),
}
