import { redirect } from '@sveltejs/kit'
import { form } from '../../forms.ts'
import { interfaceNames } from '../../locale.ts'
import type { Actions } from './$types'

const YEAR = 365 * 86_400

export const actions: Actions = {
  language: form(async (api, fields, { cookies, locals }) => {
    const locale = fields.text('locale')
    if (!interfaceNames[locale]) return
    cookies.set('locale', locale, { path: '/', maxAge: YEAR, httpOnly: false, sameSite: 'lax' })
    if (locals.viewer) await api.patch('/me', { locale })
  }),
  light: form(async (_api, fields, { cookies }) => {
    const theme = fields.text('theme')
    if (theme === 'light' || theme === 'dark') cookies.set('theme', theme, { path: '/', maxAge: YEAR, httpOnly: false, sameSite: 'lax' })
    else cookies.delete('theme', { path: '/' })
  }),
}

/** The menu is on every page; its address alone leads home. */
export const load = ({ request }: { request: Request }) => {
  if (request.method === 'GET') redirect(303, '/')
}
