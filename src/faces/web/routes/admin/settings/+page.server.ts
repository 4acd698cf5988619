import { asStaff } from '../../../account/staff.ts'
import type { HostSettings } from '../../../account-types.ts'
import { type Fields, form } from '../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => asStaff(event, async () => ({ settings: await event.locals.api.get<HostSettings>('/admin/settings') }))

/** By language: `rules.fr` is the field of the French rules. */
const textsOf = (fields: Fields, name: string): Record<string, string> =>
  Object.fromEntries(
    [...fields.data.keys()].flatMap((key) => (key.startsWith(`${name}.`) && fields.has(key) ? [[key.slice(name.length + 1), fields.text(key)]] : [])),
  )

export const actions: Actions = {
  default: form(async (api, fields) => {
    const { rules } = await api.get<HostSettings>('/admin/settings')
    const written = textsOf(fields, 'rules')
    const isNew = JSON.stringify(Object.entries(written).sort()) !== JSON.stringify(Object.entries(rules.texts).sort())
    await api.patch('/admin/settings', {
      name: fields.text('name'),
      description: textsOf(fields, 'description'),
      // A change of the rules is a new version of them.
      ...(isNew ? { rules: written } : {}),
      ...(fields.has('registration') ? { registration: fields.text('registration') } : {}),
    })
    return { done: true }
  }),
}
