import { fail, redirect } from '@sveltejs/kit'
import { say } from '#pure/words/index.ts'
import { ApiProblem } from '../../api.ts'
import type { NoteView, Page } from '../../api-types.ts'
import type { Content, DraftView, Preview } from '../../composer/content.ts'
import { draftAddress, keepDraft, memberHere, placeById, placeRules, placesFor, topicsOf } from '../../composer/server.ts'
import { type Fields, form } from '../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const viewer = memberHere({ locals, url })
  const { api } = locals
  const id = url.searchParams.get('draft')
  const draft = id ? await api.get<DraftView>(`/drafts/${encodeURIComponent(id)}`) : null
  const latest = id ? null : ((await api.get<Page<DraftView>>('/drafts', { limit: 1 })).items[0] ?? null)
  const asked = url.searchParams.get('topic')
  const first: Partial<Content> = { topics: asked ? [asked] : [] }
  const [topics, place, found, rules] = await Promise.all([
    topicsOf(api, draft?.content.topics ?? first.topics ?? []),
    placeById(api, draft?.content.placeId),
    placesFor(api, url.searchParams.get('place')),
    placeRules(api, draft?.content.placeId),
  ])
  const refusal = draft?.refusal ? say(locals.locale, `problem.${draft.refusal.code}`, draft.refusal.facts as Record<string, string | number>) : ''
  const reader = url.searchParams.get('reader')
  const preview = draft && reader ? await previewOf(api, draft, reader, url.searchParams.has('ask')) : null
  return {
    viewer,
    draft,
    latest,
    first,
    topics,
    place,
    found,
    rules,
    refusal,
    remind: url.searchParams.has('remind'),
    layer: url.searchParams.get('layer'),
    reader,
    preview,
  }
}

/** What engines once said of these words is kept, so that looking again asks nobody. */
const previewOf = (api: App.Locals['api'], { id, content }: DraftView, language: string, ask: boolean): Promise<Preview | null> =>
  api.post<Preview>('/previews', { subjectKind: 'draft', subjectId: id, content, language, ask }).catch((error: unknown) => {
    // Too long, say: publishing tells it beside the field.
    if (error instanceof ApiProblem && error.status < 500) return null
    throw error
  })

const saved = (go: (draft: DraftView, search: string, fields: Fields, api: App.Locals['api']) => Promise<never>) =>
  form(async (api, fields, event) => {
    try {
      const { draft, search } = await keepDraft(api, fields, event)
      return await go(draft, search, fields, api)
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'conflict') return fail(409, { conflict: Number(error.facts.version ?? 0) })
      throw error
    }
  })

export const actions: Actions = {
  /** Something of the form was moved, added or taken away: shown again as it is now. */
  change: saved(async (draft, search, fields) => redirect(303, draftAddress(draft.id, { place: search, layer: fields.text('newLayer') }))),
  preview: saved(async (draft, search, fields) =>
    redirect(303, `${draftAddress(draft.id, { place: search, reader: fields.text('reader'), ask: fields.text('ask') })}#preview`),
  ),
  save: saved(async () => redirect(303, '/drafts')),
  publish: saved(async (draft, search, fields, api) => {
    const isBare = draft.content.pictures?.some((one) => !one.alt) ?? false
    if (draft.scheduledFor) redirect(303, '/drafts')
    if (search || (isBare && !fields.has('reminded'))) redirect(303, draftAddress(draft.id, { place: search, ...(isBare ? { remind: '1' } : {}) }))
    const note = await api.post<NoteView>(`/drafts/${draft.id}/publish`)
    redirect(303, note.url)
  }),
}
