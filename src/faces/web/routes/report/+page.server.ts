import { error, redirect } from '@sveltejs/kit'
import { memberHere } from '../../account/member.ts'
import type { Reported } from '../../account-types.ts'
import { queryString } from '../../api.ts'
import { form } from '../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

const KINDS = [
  'danger',
  'child-safety',
  'illegal',
  'sexual-without-consent',
  'harassment',
  'false-emergency',
  'spam',
  'house-rules',
  'wrong-translation',
  'missing-context',
  'unwanted',
]
/** A person is neither translated nor misread. */
const OF_TEXTS = ['wrong-translation', 'missing-context']

export const load: PageServerLoad = async ({ locals, url }) => {
  const viewer = memberHere({ locals, url })
  const asked = { subjectKind: url.searchParams.get('subjectKind') ?? '', subjectId: url.searchParams.get('subjectId') ?? '' }
  const done = url.searchParams.has('done')
  if (!done && (!asked.subjectKind || !asked.subjectId)) error(404)
  const about = done ? null : await locals.api.get<Reported>('/reports/subject', asked)
  const kinds = KINDS.filter((kind) => asked.subjectKind !== 'person' || !OF_TEXTS.includes(kind))
  return {
    ...asked,
    about,
    mine: about?.owner?.id === viewer.id,
    kinds,
    chosen: url.searchParams.get('kind'),
    done,
    unwanted: url.searchParams.has('unwanted'),
  }
}

export const actions: Actions = {
  default: form(async (api, fields) => {
    const asked = { subjectKind: fields.text('subjectKind'), subjectId: fields.text('subjectId') }
    const kind = fields.text('kind') || 'house-rules'
    if (kind === 'unwanted') redirect(303, `/report${queryString({ ...asked, unwanted: '1' })}`)
    await api.post('/reports', { ...asked, kind, words: fields.text('words') })
    redirect(303, '/report?done=1')
  }),
}
