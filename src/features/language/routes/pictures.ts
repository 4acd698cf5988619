import { z } from 'zod'
import { defineRoute } from '#ground/http/route.ts'
import { zId, zLanguage } from '#ground/http/shapes.ts'
import { MOST_BOXES } from '#pure/boxes/index.ts'
import { placeWords } from '../pictures/place-words.ts'
import { zBox, zSeenWords } from '../pictures/present.ts'
import { seeWords } from '../pictures/see-words.ts'
import { tag } from './subject.ts'

const params = z.object({ id: zId('media') })
const show = defineRoute({
  method: 'get',
  path: '/pictures/{id}/words',
  tag,
  summary: 'What a picture says, where, and what it means',
  who: 'anyone',
  scope: 'read',
  params,
  query: z.object({ into: zLanguage.optional() }),
  answer: zSeenWords,
  refusals: ['not-found', 'language-unknown'],
  handle: (ground, viewer, { params: { id }, query: { into } }) => seeWords(ground, viewer, id, into),
})

const place = defineRoute({
  method: 'put',
  path: '/pictures/{id}/words',
  tag,
  summary: 'Write down what a picture says and where, with my layer of it in one language',
  who: 'member',
  scope: 'write',
  status: 200,
  limit: { count: 60, windowSeconds: 600 },
  params,
  body: z.object({
    revision: z.int().min(0).max(1_000_000).describe('Of the words that this changes; 0: there are none yet'),
    language: zLanguage.optional().describe('Of what stands there; absent: as it was, or detected'),
    into: zLanguage.optional().describe('Of the meanings; absent: no layer is touched'),
    boxes: z.array(zBox.extend({ words: z.string().max(5_000), meaning: z.string().max(5_000).optional() })).max(10 * MOST_BOXES),
  }),
  answer: zSeenWords,
  refusals: [
    'not-found',
    'conflict',
    'not-yours',
    'language-unknown',
    'same-language',
    'layers-full',
    'boxes-count',
    'box-outside',
    'box-empty',
    'layer-long',
    'forbidden-word',
    'forbidden-link',
    'slow-down',
  ],
  async handle(ground, viewer, { params: { id }, body }) {
    await placeWords(ground, viewer, id, body)
    return seeWords(ground, viewer, id, body.into)
  },
})

export const pictureRoutes = [show, place]
