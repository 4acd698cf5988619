import { z } from 'zod'
import { defineRoute } from '#ground/http/route.ts'
import { placeFacts } from '../place.ts'

const place = defineRoute({
  method: 'get',
  path: '/place',
  tag: 'settings',
  summary: 'Name, description and rules of this place, in the languages they were written in',
  who: 'guest',
  scope: 'read',
  answer: z.object({
    name: z.string(),
    description: z.record(z.string(), z.string()),
    rules: z.object({ version: z.int(), texts: z.record(z.string(), z.string()) }),
  }),
  handle: (ground) => placeFacts(ground.db.q),
})

export const placeRoutes = [place]
