import { redirect } from '@sveltejs/kit'
import { whereTo } from '../../account/where.ts'
import { form } from '../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals: { viewer, place }, url }) => {
  if (place.firstRun) redirect(303, '/first-run')
  if (viewer) redirect(303, whereTo(url))
  return { back: whereTo(url), changed: url.searchParams.has('changed'), left: url.searchParams.has('left') }
}

export const actions: Actions = {
  default: form(async (api, fields, { url }) => {
    const password = fields.data.get('password')?.toString() ?? ''
    await api.post('/session', { login: fields.text('login'), password, ...(fields.has('code') ? { code: fields.text('code').replaceAll(' ', '') } : {}) })
    redirect(303, whereTo(url))
  }),
}
