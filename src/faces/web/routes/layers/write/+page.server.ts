import { error, redirect } from '@sveltejs/kit'
import { memberHere } from '../../../account/member.ts'
import type { Layers } from '../../../api-types.ts'
import { form, safePath } from '../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const viewer = memberHere({ locals, url })
  const [subjectKind, subjectId] = [url.searchParams.get('subjectKind'), url.searchParams.get('subjectId')]
  if (!subjectKind || !subjectId) error(404)
  const {
    items: [original],
    address,
  } = await locals.api.get<Layers>('/layers', { subjectKind, subjectId, limit: 1 })
  if (original?.origin !== 'original') error(404)
  const asked = url.searchParams.get('language') ?? locals.locale
  // Nobody translates a text into its own language.
  const language = asked === original.language ? (viewer.writes.find((one) => one !== original.language) ?? '') : asked
  const { items } = language ? await locals.api.get<Layers>('/layers', { subjectKind, subjectId, language, limit: 80 }) : { items: [] }
  const there = items.filter((one) => one.origin !== 'original')
  const mine = there.find((one) => one.mine) ?? null
  return {
    subjectKind,
    subjectId,
    original,
    language,
    mine,
    start: mine ?? there.find((one) => one.origin === 'machine') ?? null,
    other: there.find((one) => !one.mine && one.by) ?? null,
    back: address ?? '/',
  }
}

export const actions: Actions = {
  save: form(async (api, fields) => {
    const wording = {
      title: fields.text('title'),
      body: fields.text('body'),
      warning: fields.text('warning') || null,
      licence: fields.text('licence') || 'text',
    }
    const [subjectKind, subjectId, mine] = ['subjectKind', 'subjectId', 'mine'].map((name) => fields.text(name)) as [string, string, string]
    if (mine) await api.patch(`/layers/${encodeURIComponent(mine)}`, wording)
    else await api.post('/layers', { subjectKind, subjectId, language: fields.text('language'), ...wording })
    redirect(303, safePath(fields.text('back')))
  }),
  delete: form(async (api, fields) => {
    await api.delete(`/layers/${encodeURIComponent(fields.text('mine'))}`)
    redirect(303, safePath(fields.text('back')))
  }),
}
