import { error, redirect } from '@sveltejs/kit'
import { memberHere } from '../../composer/server.ts'
import { form } from '../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

const KINDS = ['danger', 'child-safety', 'illegal', 'sexual-without-consent', 'harassment', 'false-emergency', 'spam', 'house-rules']

export const load: PageServerLoad = ({ locals, url }) => {
  memberHere({ locals, url })
  const [kind, id] = [url.searchParams.get('subjectKind'), url.searchParams.get('subjectId')]
  const done = url.searchParams.has('done')
  if (!done && (!kind || !id)) error(404)
  return { subjectKind: kind ?? '', subjectId: id ?? '', kinds: KINDS, done }
}

export const actions: Actions = {
  default: form(async (api, fields) => {
    await api.post('/reports', {
      subjectKind: fields.text('subjectKind'),
      subjectId: fields.text('subjectId'),
      kind: fields.text('kind') || 'house-rules',
      words: fields.text('words'),
    })
    redirect(303, '/report?done=1')
  }),
}
