import { LEVELLED } from '#pure/gloss/levels.ts'
import { type Fields, form } from '../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

const YEAR = 365 * 86_400

const levelsOf = (fields: Fields): Record<string, number> =>
  Object.fromEntries(LEVELLED.flatMap((one) => (fields.has(`level-${one}`) ? [[one, Number(fields.text(`level-${one}`))]] : [])))

const languages = (fields: Fields, name: string): string[] => fields.all(name).filter(Boolean)

/** What a refused form had chosen: it comes back as it was. */
export const load: PageServerLoad = ({ locals: { refused } }) => ({
  chosen: refused
    ? {
        reads: languages(refused, 'reads'),
        writes: languages(refused, 'writes'),
        keepOriginal: languages(refused, 'keepOriginal'),
        levels: levelsOf(refused),
        show: refused.text('show'),
        locale: refused.text('locale'),
        theme: refused.text('theme'),
        timeZone: refused.text('timeZone'),
      }
    : null,
})

export const actions: Actions = {
  default: form(async (api, fields, { cookies }) => {
    const theme = fields.text('theme')
    const locale = fields.text('locale')
    const chosen = (name: string) => {
      const all = languages(fields, name)
      return all.length > 0 ? { [name]: all } : {}
    }
    await api.patch('/me', {
      locale,
      ...chosen('reads'),
      ...chosen('writes'),
      ...(fields.has('timeZone') ? { timeZone: fields.text('timeZone') } : {}),
      settings: { show: fields.text('show'), theme, keepOriginal: languages(fields, 'keepOriginal'), levels: levelsOf(fields) },
    })
    cookies.set('locale', locale, { path: '/', maxAge: YEAR, httpOnly: false, sameSite: 'lax' })
    if (theme === 'auto') cookies.delete('theme', { path: '/' })
    else cookies.set('theme', theme, { path: '/', maxAge: YEAR, httpOnly: false, sameSite: 'lax' })
  }),
}
