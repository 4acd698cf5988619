import { z } from 'zod'
import { defineRoute } from '#ground/http/route.ts'
import type { Viewer } from '#ground/http/viewer.ts'
import { notFound } from '#pure/problem/index.ts'
import { zPlaceBrief } from './present.ts'
import { placeBriefs, placeById, placesByPrefix } from './queries/places.ts'

const suggestions = defineRoute({
  method: 'get',
  path: '/places/suggestions',
  tag: 'places',
  summary: 'Places whose name in any language begins with q',
  who: 'anyone',
  scope: 'read',
  query: z.object({ q: z.string().min(1).max(60), limit: z.coerce.number().int().min(1).max(20).default(8) }),
  answer: z.object({ items: z.array(zPlaceBrief) }),
  async handle({ db }, viewer: Viewer, { query }) {
    const ids = await placesByPrefix(db.read(), query.q, query.limit)
    const briefs = await placeBriefs(db.read(), ids, viewer.locale)
    return { items: ids.flatMap((id) => briefs.get(id) ?? []) }
  },
})

const place = defineRoute({
  method: 'get',
  path: '/places/{id}',
  tag: 'places',
  summary: 'A place',
  who: 'anyone',
  scope: 'read',
  params: z.object({ id: z.string().max(80) }),
  answer: zPlaceBrief.extend({ kind: z.enum(['country', 'region', 'city']), parent: zPlaceBrief.nullable(), timeZone: z.string().nullable() }),
  async handle({ db }, viewer: Viewer, { params }) {
    const row = await placeById(db.read(), params.id)
    if (!row) throw notFound()
    const briefs = await placeBriefs(db.read(), [row.id, ...(row.parent_id ? [row.parent_id] : [])], viewer.locale)
    const brief = briefs.get(row.id)
    if (!brief) throw notFound()
    return { ...brief, kind: row.kind, parent: (row.parent_id && briefs.get(row.parent_id)) || null, timeZone: row.time_zone }
  },
})

export const routes = [suggestions, place]
