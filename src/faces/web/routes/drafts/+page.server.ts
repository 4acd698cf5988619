import { memberHere } from '../../account/member.ts'
import type { Page } from '../../api-types.ts'
import type { DraftView } from '../../composer/content.ts'
import { form } from '../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const viewer = memberHere({ locals, url })
  return { viewer, drafts: await locals.api.get<Page<DraftView>>('/drafts', { cursor: url.searchParams.get('cursor') }) }
}

export const actions: Actions = {
  drop: form(async (api, fields) => {
    await api.delete(`/drafts/${encodeURIComponent(fields.text('id'))}`)
  }),
}
