import { redirect } from '@sveltejs/kit'
import { memberHere, throughDoor } from '../../../account/member.ts'
import type { Consent } from '../../../account-types.ts'
import { form } from '../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

const askedOf = ({ searchParams }: URL) => {
  const text = (name: string) => searchParams.get(name) ?? undefined
  return {
    clientId: text('client_id') ?? '',
    redirectUri: text('redirect_uri') ?? '',
    responseType: text('response_type') ?? '',
    scope: text('scope') ?? 'read',
    state: text('state'),
    codeChallenge: text('code_challenge'),
    codeChallengeMethod: text('code_challenge_method'),
  }
}

export const load: PageServerLoad = async (event) => {
  memberHere(event)
  return { consent: await throughDoor(event, () => event.locals.api.get<Consent>('/oauth-consents', askedOf(event.url))) }
}

export const actions: Actions = {
  default: form(async (api, fields, { url }) => {
    const { redirectTo } = await api.post<{ redirectTo: string }>('/oauth-consents', { ...askedOf(url), approve: fields.text('approve') === 'yes' })
    // To the program, at an address that it registered.
    redirect(303, redirectTo, { external: true })
  }),
}
