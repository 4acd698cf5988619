import { error, redirect } from '@sveltejs/kit'
import type { Page, ShownText } from '../../api-types.ts'
import { memberHere } from '../../composer/server.ts'
import { form } from '../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

type Layer = ShownText & { mine: boolean }

export const load: PageServerLoad = async ({ locals, url }) => {
  const viewer = memberHere({ locals, url })
  const [subjectKind, subjectId] = [url.searchParams.get('subjectKind'), url.searchParams.get('subjectId')]
  if (!subjectKind || !subjectId) error(404)
  const { items } = await locals.api.get<Page<Layer>>('/layers', { subjectKind, subjectId })
  const original = items.find((one) => one.origin === 'original')
  if (!original) error(404)
  const asked = url.searchParams.get('language') ?? locals.locale
  // Nobody translates a text into its own language.
  const language = asked === original.language ? (viewer.writes.find((one) => one !== original.language) ?? '') : asked
  const there = items.filter((one) => one.origin !== 'original' && one.language === language)
  const mine = there.find((one) => one.mine) ?? null
  return {
    subjectKind,
    subjectId,
    original,
    language,
    mine,
    start: mine ?? there.find((one) => one.origin === 'machine') ?? null,
    other: there.find((one) => !one.mine && one.by) ?? null,
    back: addressOf(subjectKind, subjectId),
  }
}

/** Where the text stands; a comment's short address is a note's. */
const addressOf = (kind: string, id: string): string => (kind === 'note' || kind === 'comment' ? `/notes/${encodeURIComponent(id)}` : '/')

export const actions: Actions = {
  save: form(async (api, fields) => {
    const wording = { title: fields.text('title'), body: fields.text('body'), warning: fields.text('warning') || null }
    const [subjectKind, subjectId, mine] = ['subjectKind', 'subjectId', 'mine'].map((name) => fields.text(name)) as [string, string, string]
    if (mine) await api.patch(`/layers/${encodeURIComponent(mine)}`, wording)
    else await api.post('/layers', { subjectKind, subjectId, language: fields.text('language'), ...wording })
    redirect(303, addressOf(subjectKind, subjectId))
  }),
  delete: form(async (api, fields) => {
    await api.delete(`/layers/${encodeURIComponent(fields.text('mine'))}`)
    redirect(303, addressOf(fields.text('subjectKind'), fields.text('subjectId')))
  }),
}
