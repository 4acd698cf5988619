import { type RequestEvent, redirect } from '@sveltejs/kit'
import { API, type Api, ApiProblem, queryString } from '../api.ts'
import type { PlaceBrief, PlaceRules, TopicBrief } from '../api-types.ts'
import type { Fields } from '../forms.ts'
import { hereOf } from '../here.ts'
import { signInFrom } from '../paths.ts'
import { instantOf } from '../time.ts'
import { bodyOf, type Content, contentOf, type DraftView, limits } from './content.ts'

/** Composing is for members; others sign in and come back. */
export function memberHere({ locals: { viewer }, url }: Pick<RequestEvent, 'locals' | 'url'>) {
  if (!viewer) redirect(303, signInFrom(hereOf(url)))
  return viewer
}

/** Pictures of a form without script, sent on one by one as they came. Throws ApiProblem of the first that is refused. */
export async function filesOf(fields: Fields, { fetch }: RequestEvent, room: number): Promise<{ id: string; alt: string }[]> {
  const files = fields.data.getAll('files').filter((one): one is File => typeof one !== 'string' && one.size > 0)
  const ids: { id: string; alt: string }[] = []
  for (const file of files.slice(0, room)) {
    const answer = await fetch(`${API}/media`, {
      method: 'POST',
      headers: { 'content-type': file.type || 'application/octet-stream' },
      body: await file.arrayBuffer(),
    })
    const body = (await answer.json().catch(() => ({}))) as { id: string; title?: string }
    if (!answer.ok) throw new ApiProblem(answer.status, body)
    ids.push({ id: body.id, alt: '' })
  }
  return ids
}

/** The form's content with its new pictures, and with a place that was typed and is the only one of its name. */
export async function contentFrom(api: Api, fields: Fields, event: RequestEvent): Promise<{ content: Content; search: string }> {
  const content = bodyOf(contentOf(fields))
  content.pictures.push(...(await filesOf(fields, event, limits.pictures - content.pictures.length)))
  if (fields.has('dropPlace')) content.placeId = null
  const q = fields.text('placeQuery')
  if (content.placeId || !q) return { content, search: '' }
  const { items } = await api.get<{ items: PlaceBrief[] }>('/places/suggestions', { q })
  if (items.length === 1) content.placeId = items[0]?.id ?? null
  return { content, search: items.length > 1 ? q : '' }
}

/** Which version of its draft a form is about. The button of a conflict carries the other version behind the form's own. */
export const versionOf = (fields: Fields): number => Number(fields.all('version').filter(Boolean).at(-1) ?? 0)

/** Keeps what the form says in its draft; answers where it is. */
export async function keepDraft(api: Api, fields: Fields, event: RequestEvent): Promise<{ draft: DraftView; search: string }> {
  const { content, search } = await contentFrom(api, fields, event)
  const wall = fields.text('scheduledFor')
  const body = { content, scheduledFor: wall ? instantOf(wall, event.locals.viewer?.timeZone ?? 'UTC') : null }
  const id = fields.text('draft')
  return {
    draft: id
      ? await api.put<DraftView>(`/drafts/${encodeURIComponent(id)}`, { ...body, version: versionOf(fields) })
      : await api.post<DraftView>('/drafts', body),
    search,
  }
}

export const draftAddress = (id: string, more: Record<string, string> = {}): string => `/new${queryString({ draft: id, ...more })}`

export async function topicsOf(api: Api, topics: readonly string[]): Promise<TopicBrief[]> {
  const found = await Promise.all(topics.map((topic) => api.get<TopicBrief>(`/topics/${encodeURIComponent(topic)}`).catch(() => null)))
  // A draft may hold a label; the brief is then known by that.
  return found.flatMap((one, i) => (one ? [{ ...one, id: topics[i] ?? one.id }] : []))
}

export const placesFor = async (api: Api, q: string | null): Promise<PlaceBrief[]> =>
  q ? (await api.get<{ items: PlaceBrief[] }>('/places/suggestions', { q: q.slice(0, 60) })).items : []
export const placeById = (api: Api, id: string | null | undefined): Promise<PlaceBrief | null> =>
  id ? api.get<PlaceBrief>(`/places/${encodeURIComponent(id)}`).catch(() => null) : Promise.resolve(null)
/** How a note with this place will be shown; a place that is none is said when the note is sent. */
export const placeRules = (api: Api, placeId: string | null | undefined): Promise<PlaceRules> =>
  api.get<PlaceRules>('/me/places', { placeId }).catch(() => api.get<PlaceRules>('/me/places'))
