import { redirect } from '@sveltejs/kit'
import { say } from '#pure/words/index.ts'
import { memberHere } from '../../account/member.ts'
import { ApiProblem } from '../../api.ts'
import type { NoteView, Page } from '../../api-types.ts'
import { bodyOf, type Content, contentOf, type DraftView, isBlank, type Preview } from '../../composer/content.ts'
import { draftAddress, keepDraft, topicsOf, versionOf } from '../../composer/server.ts'
import { type Fields, form } from '../../forms.ts'
import { placeById, placeRules, placesFor } from '../../places.ts'
import { instantOf } from '../../time.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const viewer = memberHere({ locals, url })
  const { api, refused } = locals
  const kept = await draftOf(locals, url)
  // Refused only after it was kept: the draft says it all.
  const draft = refused && !locals.kept ? asTyped(kept, refused, viewer.timeZone) : kept
  const latest = draft ? null : ((await api.get<Page<DraftView>>('/drafts', { limit: 1 })).items[0] ?? null)
  const asked = url.searchParams.get('topic')
  const first: Partial<Content> = { topics: asked ? [asked] : [] }
  const [topics, place, found, rules] = await Promise.all([
    topicsOf(api, draft?.content.topics ?? first.topics ?? []),
    placeById(api, draft?.content.placeId),
    placesFor(api, url.searchParams.get('place')),
    placeRules(api, draft?.content.placeId),
  ])
  const refusal = draft?.refusal ? say(locals.locale, `problem.${draft.refusal.code}`, draft.refusal.facts as Record<string, string | number>) : ''
  const reader = refused?.text('reader') || url.searchParams.get('reader')
  const preview = kept && reader && !refused ? await previewOf(api, kept, reader, url.searchParams.has('ask')) : null
  return {
    viewer,
    draft,
    /** As it is on the server, where that is another than the one here. */
    other: kept && draft !== kept ? kept.version : null,
    latest,
    first,
    topics,
    place,
    placeQuery: refused?.text('placeQuery') ?? '',
    found,
    rules,
    refusal,
    remind: url.searchParams.has('remind') || (refused?.has('reminded') ?? false),
    layer: refused?.text('newLayer') || url.searchParams.get('layer'),
    reader,
    preview,
  }
}

/** The draft that the form was about or the address names; null for a new one, and when what was typed outlived its draft. */
async function draftOf({ api, refused, kept }: App.Locals, url: URL): Promise<DraftView | null> {
  const id = kept ?? (refused?.text('draft') || url.searchParams.get('draft'))
  if (!id) return null
  return api.get<DraftView>(`/drafts/${encodeURIComponent(id)}`).catch((error: unknown) => {
    if (refused) return null
    throw error
  })
}

/** As the form says it that was not kept. */
function asTyped(draft: DraftView | null, fields: Fields, timeZone = 'UTC'): DraftView {
  const wall = fields.text('scheduledFor')
  const empty = { id: '', updatedAt: '', pictures: [], refusal: null }
  return { ...(draft ?? empty), content: contentOf(fields), version: versionOf(fields), scheduledFor: wall ? instantOf(wall, timeZone) : null }
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
    const { draft, search } = await keepDraft(api, fields, event)
    event.locals.kept = draft.id
    return go(draft, search, fields, api)
  })

export const actions: Actions = {
  /** Something of the form was moved, added or taken away: shown again as it is now. */
  change: saved(async (draft, search, fields) => redirect(303, draftAddress(draft.id, { place: search, layer: fields.text('newLayer') }))),
  preview: saved(async (draft, search, fields) =>
    redirect(303, `${draftAddress(draft.id, { place: search, reader: fields.text('reader'), ask: fields.text('ask') })}#preview`),
  ),
  save: saved(async () => redirect(303, '/drafts')),
  /** The other device's words go on here; these become a draft of their own. */
  other: form(async (api, fields) => {
    const content = { ...bodyOf(contentOf(fields)), pictures: [] }
    if (!isBlank(content)) await api.post('/drafts', { content })
    redirect(303, draftAddress(fields.text('draft')))
  }),
  publish: saved(async (draft, search, fields, api) => {
    const isBare = draft.content.pictures?.some((one) => !one.alt) ?? false
    if (draft.scheduledFor) redirect(303, '/drafts')
    if (search || (isBare && !fields.has('reminded'))) redirect(303, draftAddress(draft.id, { place: search, ...(isBare ? { remind: '1' } : {}) }))
    const note = await api.post<NoteView>(`/drafts/${draft.id}/publish`)
    redirect(303, note.url)
  }),
}
