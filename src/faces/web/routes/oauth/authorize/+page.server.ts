import { redirect } from '@sveltejs/kit'
import type { Consent } from '../../../account-types.ts'
import { ApiProblem } from '../../../api.ts'
import { form } from '../../../forms.ts'
import { signInFrom } from '../../../paths.ts'
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

export const load: PageServerLoad = async ({ locals: { viewer, api }, url }) => {
  const here = url.pathname + url.search
  if (!viewer) redirect(303, signInFrom(here))
  try {
    return { consent: await api.get<Consent>('/oauth-consents', askedOf(url)) }
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'second-factor-needed') redirect(303, `/sign-in/second-factor?back=${encodeURIComponent(here)}`)
    throw error
  }
}

export const actions: Actions = {
  default: form(async (api, fields, { url }) => {
    const { redirectTo } = await api.post<{ redirectTo: string }>('/oauth-consents', { ...askedOf(url), approve: fields.text('approve') === 'yes' })
    // To the program, at an address that it registered.
    redirect(303, redirectTo, { external: true })
  }),
}
