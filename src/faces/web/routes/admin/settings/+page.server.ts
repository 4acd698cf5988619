import { asStaff } from '../../../account/staff.ts'
import type { HostSettings } from '../../../account-types.ts'
import { form } from '../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => asStaff(event, async () => ({ settings: await event.locals.api.get<HostSettings>('/admin/settings') }))

const textsOf = (languages: string[], texts: string[]): Record<string, string> =>
  Object.fromEntries(languages.flatMap((language, i) => (language && texts[i] ? [[language, texts[i]]] : [])))

export const actions: Actions = {
  default: form(async (api, fields) => {
    const languages = fields.all('language')
    const { rules } = await api.get<HostSettings>('/admin/settings')
    const written = textsOf(languages, fields.all('rules'))
    const isNew = JSON.stringify(Object.entries(written).sort()) !== JSON.stringify(Object.entries(rules.texts).sort())
    await api.patch('/admin/settings', {
      name: fields.text('name'),
      description: textsOf(languages, fields.all('description')),
      // A change of the rules is a new version of them.
      ...(isNew ? { rules: written } : {}),
      ...(fields.has('registration') ? { registration: fields.text('registration') } : {}),
    })
    return { done: true }
  }),
}
