import type { ActorBrief, Tile, TopicBrief } from '../../api-types.ts'
import type { PageServerLoad } from './$types'

export type Found =
  | { kind: 'note'; why: 'text' | 'topic'; tile: Tile }
  | { kind: 'person'; actor: ActorBrief }
  | { kind: 'topic'; topic: TopicBrief }
  | { kind: 'comment' | 'board'; id: string; url: string; excerpt: string; actor: ActorBrief | null }
export interface Answer {
  items: Found[]
  next: string | null
  corrected: string | null
}

const KINDS = ['note', 'person', 'topic', 'board', 'comment']
const DAYS = ['1', '7', '30', '365']
const oneOf = (value: string | null, known: string[]): string => (value && known.includes(value) ? value : '')

export const load: PageServerLoad = async ({ locals: { api, viewer }, url }) => {
  const text = (name: string) => url.searchParams.get(name)
  const q = (text('q') ?? '').trim().slice(0, 200)
  const filters = {
    kind: oneOf(text('kind'), KINDS),
    language: text('language') ?? '',
    days: oneOf(text('days'), DAYS),
    pictures: text('pictures') === 'true' ? 'true' : '',
  }
  const answer = q ? await api.get<Answer>('/search', { q, ...filters, cursor: text('cursor') }) : null
  // An empty page offers what one knows already.
  const topics = q || !viewer ? [] : (await api.get<{ items: TopicBrief[] }>('/topics', { followed: true })).items.slice(0, 12)
  return { q, filters, answer, topics, kinds: KINDS, days: DAYS }
}
