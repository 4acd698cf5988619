import { form } from '../../../forms.ts'
import type { NoticeKind } from '../../../notices.ts'
import type { Actions, PageServerLoad } from './$types'

const KINDS = '/notices/kinds'

export const load: PageServerLoad = async ({ locals: { api } }) => ({ kinds: (await api.get<{ items: NoticeKind[] }>(KINDS)).items })

export const actions: Actions = {
  default: form(async (api, fields) => {
    const wanted = new Set(fields.all('kind'))
    // Kinds that came since the page was opened stay as they are.
    const muted = fields.all('shown').filter((kind) => !wanted.has(kind))
    await api.put(KINDS, { muted })
    return { done: true }
  }),
}
