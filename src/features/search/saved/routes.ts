import { z } from 'zod'
import { defineRoute } from '#ground/http/route.ts'
import { zId } from '#ground/http/shapes.ts'
import { notFound } from '#pure/problem/index.ts'
import { zSavedFilters } from '../filter-shape.ts'
import { deleteSavedSearch, type SavedSearch, savedSearchesOf } from '../queries/saved.ts'
import { MOST_SEARCHES, saveSearch } from './save-search.ts'
import { addressOf } from './subject.ts'

const zSavedSearch = z.object({ id: z.string(), q: z.string(), filters: zSavedFilters, url: z.string(), createdAt: z.string() }).meta({ id: 'SavedSearch' })

const present = (search: SavedSearch): z.input<typeof zSavedSearch> => ({
  id: search.id,
  q: search.q,
  filters: search.filters,
  url: addressOf(search),
  createdAt: search.createdAt.toISOString(),
})

const list = defineRoute({
  method: 'get',
  path: '/saved-searches',
  tag: 'search',
  summary: `My saved searches, newest first: at most ${MOST_SEARCHES}`,
  who: 'member',
  scope: 'read',
  answer: z.object({ items: z.array(zSavedSearch), next: z.null() }),
  handle: async ({ db }, me) => ({ items: (await savedSearchesOf(db.q, me.id)).map(present), next: null }),
})

const save = defineRoute({
  method: 'post',
  path: '/saved-searches',
  tag: 'search',
  summary: 'Save a search: new notes that answer it are told once a day',
  who: 'member',
  scope: 'write',
  limit: { count: 60, windowSeconds: 600 },
  body: z.object({ q: z.string().trim().min(1).max(200), filters: zSavedFilters.default({}) }),
  answer: zSavedSearch,
  refusals: ['searches-full'],
  handle: async (ground, me, { body }) => present(await saveSearch(ground, me, body.q, body.filters)),
})

const remove = defineRoute({
  method: 'delete',
  path: '/saved-searches/{id}',
  tag: 'search',
  summary: 'Take a saved search away',
  who: 'member',
  scope: 'write',
  params: z.object({ id: zId('saved-search') }),
  answer: null,
  refusals: ['not-found'],
  async handle({ db }, me, { params: { id } }) {
    if (!(await deleteSavedSearch(db.q, me.id, id))) throw notFound()
  },
})

export const savedRoutes = [list, save, remove]
