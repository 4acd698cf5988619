import { redirect } from '@sveltejs/kit'
import { memberHere } from '../../../account/member.ts'
import { whereTo } from '../../../account/where.ts'
import { form } from '../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

/** For sessions that were opened without a second factor, where one is needed. */
export const load: PageServerLoad = async (event) => {
  memberHere(event)
  const { since } = await event.locals.api.get<{ since: string | null }>('/second-factor')
  return { isSet: since !== null }
}

export const actions: Actions = {
  default: form(async (api, fields, { url }) => {
    await api.put('/session/second-factor', { code: fields.text('code').replaceAll(' ', '') })
    redirect(303, whereTo(url))
  }),
}
