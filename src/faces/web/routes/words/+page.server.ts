import { redirect } from '@sveltejs/kit'
import { memberHere } from '../../account/member.ts'
import type { Page, SavedWord, WordAgain } from '../../api-types.ts'
import { form } from '../../forms.ts'
import { paths } from '../../paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  memberHere({ locals, url })
  const cursor = url.searchParams.get('cursor')
  // `removed`: without script the way back stands on the page.
  const [page, again] = await Promise.all([
    locals.api.get<Page<SavedWord>>('/words', { cursor }),
    cursor === null ? locals.api.get<{ items: WordAgain[] }>('/words/again') : { items: [] },
  ])
  return { page, again: again.items, isFirst: cursor === null, removed: url.searchParams.get('removed') }
}

const pathOf = (id: string): string => `/words/${encodeURIComponent(id)}`

export const actions: Actions = {
  met: form(async (api, fields) => {
    await api.post('/words/met', { ids: [fields.text('id')], how: fields.text('how') })
  }),
  remove: form(async (api, fields) => {
    const id = fields.text('id')
    await api.delete(pathOf(id))
    redirect(303, `${paths.words}?removed=${encodeURIComponent(id)}`)
  }),
  restore: form(async (api, fields) => {
    await api.put(pathOf(fields.text('id')))
    redirect(303, paths.words)
  }),
}
