import { z } from 'zod'
import { defineRoute } from '#ground/http/route.ts'
import { composition } from '#pure/recommender/page/weights.ts'
import { putSliders, settingsOf } from './queries/sliders.ts'

const zSliders = z.object({
  across: z.int().min(0).max(composition.mostAcross).describe('Notes of twelve from other languages and countries that people of several languages like'),
  unexpected: z.number().min(-1).max(1).describe('−1 familiar … 1 new'),
  far: z.number().min(-1).max(1).describe('−1 near … 1 far'),
})

export const sliderRoutes = [
  defineRoute({
    method: 'get',
    path: '/me/sliders',
    tag: 'feed',
    summary: 'How I set the sliders of Discover',
    who: 'member',
    scope: 'read',
    answer: zSliders,
    handle: async ({ db }, viewer) => (await settingsOf(db.q, viewer.id)).sliders,
  }),
  defineRoute({
    method: 'patch',
    path: '/me/sliders',
    tag: 'feed',
    summary: 'Set sliders of Discover; what is not named stays',
    who: 'member',
    scope: 'write',
    body: zSliders.partial(),
    answer: null,
    handle: ({ db }, viewer, { body }) => putSliders(db.q, viewer.id, body),
  }),
]
