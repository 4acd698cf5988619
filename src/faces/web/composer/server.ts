import type { RequestEvent } from '@sveltejs/kit'
import { type Api, queryString } from '../api.ts'
import type { TopicBrief } from '../api-types.ts'
import type { Fields } from '../forms.ts'
import { picturesIn, sendPicture } from '../pictures/send.ts'
import { placesFor } from '../places.ts'
import { instantOf } from '../time.ts'
import { bodyOf, type Content, contentOf, type DraftView, limits } from './content.ts'

/** Pictures of a form without script, sent on one by one as they came. Throws ApiProblem of the first that is refused. */
export async function filesOf(fields: Fields, event: RequestEvent, room: number): Promise<{ id: string; alt: string }[]> {
  const ids: { id: string; alt: string }[] = []
  for (const file of picturesIn(fields.data, 'files').slice(0, room)) ids.push({ id: await sendPicture(file, event), alt: '' })
  return ids
}

/** The form's content with its new pictures, and with a place that was typed and is the only one of its name. */
export async function contentFrom(api: Api, fields: Fields, event: RequestEvent): Promise<{ content: Content; search: string }> {
  const content = bodyOf(contentOf(fields))
  content.pictures.push(...(await filesOf(fields, event, limits.pictures - content.pictures.length)))
  if (fields.has('dropPlace')) content.placeId = null
  const q = fields.text('placeQuery')
  if (content.placeId || !q) return { content, search: '' }
  const found = await placesFor(api, q)
  if (found.length === 1) content.placeId = found[0]?.id ?? null
  return { content, search: found.length > 1 ? q : '' }
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
