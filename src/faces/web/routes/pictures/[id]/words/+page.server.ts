import { redirect } from '@sveltejs/kit'
import { memberHere } from '../../../../account/member.ts'
import { form, safePath } from '../../../../forms.ts'
import { pictureWordsPath } from '../../../../paths.ts'
import type { SeenWords } from '../../../../picture-types.ts'
import { bodyOf } from '../../../../pictures/form.ts'
import type { Actions, PageServerLoad } from './$types'

const pathOf = (id: string): string => `/pictures/${encodeURIComponent(id)}/words`

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends('app:picture')
  memberHere({ locals, url })
  return { seen: await locals.api.get<SeenWords>(pathOf(params.id), { into: url.searchParams.get('into') }), isAsked: url.searchParams.has('asked') }
}

export const actions: Actions = {
  save: form(async (api, fields, { params: { id } }) => {
    const { address } = await api.put<SeenWords>(pathOf(id as string), bodyOf(fields))
    const here = pictureWordsPath(id as string, fields.text('into'))
    redirect(303, fields.has('goOn') ? here : safePath(address ?? here))
  }),
  /** All of it, in every language. */
  take: form(async (api, fields) => {
    await api.delete(`/layers/${encodeURIComponent(fields.text('original'))}`)
    redirect(303, safePath(fields.text('back')))
  }),
  /** The words go to an engine as those of any text do; its draft comes to this page. */
  ask: form(async (api, fields, { params: { id } }) => {
    await api.post('/translations', { subjectKind: 'picture', subjectId: id, language: fields.text('into') })
    redirect(303, `${pictureWordsPath(id as string, fields.text('into'))}&asked`)
  }),
}
