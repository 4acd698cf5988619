import { z } from 'zod'
import { zActorBrief, zTile } from '#features/notes/index.ts'
import { zTopicBrief } from '#features/topics/index.ts'
import { defineRoute } from '#ground/http/route.ts'
import type { Viewer } from '#ground/http/viewer.ts'
import { countNotes } from './count-notes.ts'
import { filterShape, KINDS } from './filter-shape.ts'
import { find } from './find.ts'
import { againRoute } from './meet-again.ts'
import { presentFound, topicsFor } from './present.ts'
import { suggest } from './suggest.ts'

const reason = {
  why: z
    .enum(['text', 'topic', 'reading', 'dictionary'])
    .describe('By the words themselves, a topic of that name, a word that sounds so, or one that means it'),
  by: z.string().nullable().describe('The word it was found by, where it is another one'),
}

export const zFound = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('note'), ...reason, tile: zTile }),
  z.object({ kind: z.literal('person'), actor: zActorBrief }),
  z.object({ kind: z.literal('topic'), topic: zTopicBrief }),
  z.object({ kind: z.enum(['comment', 'board']), id: z.string(), ...reason, url: z.string(), excerpt: z.string(), actor: zActorBrief.nullable() }),
])

const search = defineRoute({
  method: 'get',
  path: '/search',
  tag: 'search',
  summary: 'Notes, comments, people, topics and boards that answer q in any language',
  who: 'anyone',
  scope: 'read',
  limit: { count: 120, windowSeconds: 60 },
  query: z.object({
    q: z.string().max(200),
    kind: z.enum(KINDS).optional(),
    ...filterShape,
    days: z.coerce.number().int().min(1).max(3650).optional(),
    since: z.iso.date().optional(),
    until: z.iso.date().optional(),
    cursor: z.string().max(512).optional(),
    limit: z.coerce.number().int().min(1).max(40).default(20),
  }),
  answer: z.object({ items: z.array(zFound), next: z.string().nullable(), corrected: z.string().nullable() }),
  async handle(ground, viewer: Viewer, { query }) {
    const first = query.cursor === undefined
    const topics = first && (query.kind === undefined || query.kind === 'topic') ? await topicsFor(ground, viewer, query.q) : []
    if (query.kind === 'topic') return { items: topics, next: null, corrected: null }
    const kinds = query.kind ? [query.kind] : first ? ['note', 'person', 'board'] : ['note', 'board']
    const found = await find(ground, viewer, { ...query, kinds, pictures: query.pictures === 'true' })
    return { items: [...topics.slice(0, 3), ...(await presentFound(ground, viewer, found.items))], next: found.next, corrected: found.corrected }
  },
})

const count = defineRoute({
  method: 'get',
  path: '/search/count',
  tag: 'search',
  summary: 'How many notes hold these words, counted up to 100',
  who: 'anyone',
  scope: 'read',
  limit: { count: 600, windowSeconds: 300 },
  query: z.object({ q: z.string().max(200) }),
  answer: z.object({ count: z.int(), more: z.boolean() }),
  handle: (ground, viewer: Viewer, { query }) => countNotes(ground, viewer, query.q),
})

const suggestions = defineRoute({
  method: 'get',
  path: '/search/suggestions',
  tag: 'search',
  summary: 'At most eight completions of q, topics in both scripts',
  who: 'anyone',
  scope: 'read',
  limit: { count: 600, windowSeconds: 60 },
  query: z.object({ q: z.string().max(60) }),
  answer: z.object({
    items: z.array(
      z.object({
        kind: z.enum(['topic', 'person', 'board', 'word']),
        label: z.string(),
        labels: z.array(z.object({ language: z.string(), label: z.string() })).optional(),
        url: z.string(),
      }),
    ),
  }),
  handle: async (ground, viewer: Viewer, { query }) => ({ items: await suggest(ground, viewer, query.q) }),
})

export const routes = [search, count, suggestions, againRoute]
