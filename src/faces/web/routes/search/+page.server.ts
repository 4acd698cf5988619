import { type Api, ApiProblem, queryString } from '../../api.ts'
import type { ActorBrief, Tile, TopicBrief } from '../../api-types.ts'
import { form } from '../../forms.ts'
import { placesFor } from '../../places.ts'
import type { Actions, PageServerLoad } from './$types'

interface Reason {
  why: 'text' | 'topic' | 'reading' | 'dictionary'
  /** The word it was found by, where it is another one. */
  by: string | null
}
export type Found =
  | ({ kind: 'note'; tile: Tile } & Reason)
  | { kind: 'person'; actor: ActorBrief }
  | { kind: 'topic'; topic: TopicBrief }
  | ({ kind: 'comment' | 'board'; id: string; url: string; excerpt: string; actor: ActorBrief | null } & Reason)
export interface Answer {
  items: Found[]
  next: string | null
  corrected: string | null
}

const KINDS = ['note', 'person', 'topic', 'board', 'comment']
const DAYS = ['1', '7', '30', '365']
const DATE = /^\d{4}-\d{2}-\d{2}$/
/** What the API keeps of a saved search. */
const KEPT = ['language', 'topic', 'place', 'author', 'pictures'] as const
const oneOf = (value: string | null, known: string[]): string => (value && known.includes(value) ? value : '')

/** Null when there is no such thing. */
const ifThere = <T>(asked: Promise<T>): Promise<T | null> =>
  asked.catch((error) => {
    if (error instanceof ApiProblem && error.status === 404) return null
    throw error
  })

/** A place by its id, else by its name in any language. */
async function placeOf(api: Api, typed: string): Promise<{ id: string; name: string } | null> {
  if (!typed) return null
  const known = /^[\w-]+$/.test(typed) ? await ifThere(api.get<{ id: string; name: string }>(`/places/${encodeURIComponent(typed)}`)) : null
  return known ?? (await placesFor(api, typed))[0] ?? null
}

export const load: PageServerLoad = async ({ locals: { api, viewer }, url }) => {
  const text = (name: string) => (url.searchParams.get(name) ?? '').trim().slice(0, 120)
  const date = (name: string) => (DATE.test(text(name)) && !Number.isNaN(Date.parse(text(name))) ? text(name) : '')
  const q = (url.searchParams.get('q') ?? '').trim().slice(0, 200)
  const [place, topic] = await Promise.all([
    placeOf(api, text('place')),
    text('topic') ? ifThere(api.get<TopicBrief>(`/topics/${encodeURIComponent(text('topic').replace(/^#/, ''))}`)) : null,
  ])
  const filters = {
    kind: oneOf(text('kind'), KINDS),
    language: text('language'),
    days: oneOf(text('days'), DAYS),
    since: date('since'),
    until: date('until'),
    // What nobody knows finds nothing, as it was asked for.
    place: place?.id ?? text('place'),
    topic: topic?.id ?? text('topic'),
    author: text('author').replace(/^@/, ''),
    pictures: text('pictures') === 'true' ? 'true' : '',
  }
  const answer = q ? await api.get<Answer>('/search', { q, ...filters, cursor: url.searchParams.get('cursor') }) : null
  // An empty page offers what one knows already.
  const topics = q || !viewer ? [] : (await api.get<{ items: TopicBrief[] }>('/topics', { limit: 12 })).items
  const names = { place: place?.name ?? text('place'), topic: topic?.label ?? text('topic') }
  return {
    q,
    filters,
    names,
    answer,
    topics,
    kinds: KINDS,
    days: DAYS,
    saved: text('saved') === 'true',
    kept: KEPT,
    here: `/search${queryString({ q, ...filters })}`,
  }
}

export const actions: Actions = {
  save: form(async (api, fields) => {
    const filters = Object.fromEntries(KEPT.filter((name) => fields.has(name)).map((name) => [name, fields.text(name)]))
    await api.post('/saved-searches', { q: fields.text('q'), filters })
  }),
}
