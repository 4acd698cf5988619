import { redirect } from '@sveltejs/kit'
import { signUpByForm } from '../../account/sign-up.ts'
import { whereTo } from '../../account/where.ts'
import { form } from '../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals: { viewer, place }, url }) => {
  if (place.firstRun) redirect(303, '/first-run')
  if (viewer) redirect(303, whereTo(url))
  return { back: whereTo(url), invite: url.searchParams.get('invite') ?? '' }
}

export const actions: Actions = { default: form(signUpByForm) }
