import { redirect } from '@sveltejs/kit'
import { signUpByForm } from '../../account/sign-up.ts'
import { form } from '../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals: { place } }) => {
  if (!place.firstRun) redirect(303, '/')
}

export const actions: Actions = { default: form(signUpByForm) }
