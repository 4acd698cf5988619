import { z } from 'zod'
import { defineRoute } from '#ground/http/route.ts'
import { changeRules, rulesFor } from '../place-rules.ts'
import { zPlaceRules } from '../present.ts'

const MOST_NEVER = 10
const zPlaceId = z.string().max(80)

const see = defineRoute({
  method: 'get',
  path: '/me/places',
  tag: 'notes',
  summary: 'How places of my notes are shown',
  who: 'member',
  scope: 'read',
  query: z.object({ placeId: zPlaceId.optional().describe('Asks also how a note with this place will be shown') }),
  answer: zPlaceRules,
  refusals: ['place-unknown'],
  handle: (ground, viewer, { query }) => rulesFor(ground, viewer, query.placeId ?? null),
})

const change = defineRoute({
  method: 'patch',
  path: '/me/places',
  tag: 'notes',
  summary: 'Choose when places of my notes are shown, and which never; for notes published or edited from now on',
  who: 'member',
  scope: 'write',
  unconfirmed: true,
  body: z.object({ wait: zPlaceRules.shape.wait, never: z.array(zPlaceId).max(MOST_NEVER).describe('Ids, the whole list') }).partial(),
  answer: zPlaceRules,
  refusals: ['place-unknown'],
  async handle(ground, viewer, { body }) {
    await changeRules(ground, viewer, body)
    return rulesFor(ground, viewer, null)
  },
})

export const placeRoutes = [see, change]
