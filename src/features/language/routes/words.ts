import { z } from 'zod'
import { subject } from '#ground/feature.ts'
import { defineRoute } from '#ground/http/route.ts'
import { pageQuery, zId, zPage } from '#ground/http/shapes.ts'
import { ankiLines, type Card } from '#pure/gloss/anki.ts'
import { notFound } from '#pure/problem/index.ts'
import { meetWords } from '../my-words/meet-words.ts'
import { allWords, myWords, presentWords, zSavedWord } from '../my-words/my-words.ts'
import { saveWord } from '../my-words/save-word.ts'
import { markRemoved } from '../queries/saved-words.ts'
import { refOf, zOffset, zText } from './gloss.ts'
import { tag } from './subject.ts'

const params = z.object({ id: zId('word') })
const limit = { count: 300, windowSeconds: 600 }

const list = defineRoute({
  method: 'get',
  path: '/words',
  tag,
  summary: 'My words, the newest first',
  who: 'member',
  scope: 'read',
  query: z.object(pageQuery(40)),
  answer: zPage(zSavedWord),
  refusals: ['bad-cursor'],
  handle: (ground, me, { query }) => myWords(ground, me, query),
})

const save = defineRoute({
  method: 'post',
  path: '/words',
  tag,
  summary: 'Keep the word at a place of a text among my words; a text that is given may name the subject it belongs to',
  who: 'member',
  scope: 'write',
  limit,
  body: zText.extend({ offset: zOffset }),
  answer: zSavedWord,
  refusals: ['not-found', 'too-large', 'words-full'],
  async handle(ground, me, { body: { offset, ...of } }) {
    const where = of.subjectKind !== undefined && of.subjectId !== undefined ? subject(of.subjectKind, of.subjectId) : undefined
    const [word] = await presentWords(ground, me, [await saveWord(ground, me, refOf(of), offset, where)])
    if (!word) throw notFound()
    return word
  },
})

const remove = defineRoute({
  method: 'delete',
  path: '/words/{id}',
  tag,
  summary: 'Take a word out of mine; for a day it can be put back',
  who: 'member',
  scope: 'write',
  params,
  answer: null,
  refusals: ['not-found'],
  async handle({ db, clock }, me, { params: { id } }) {
    if (!(await markRemoved(db.q, me.id, id, clock.now()))) throw notFound()
  },
})

const putBack = defineRoute({
  method: 'put',
  path: '/words/{id}',
  tag,
  summary: 'Put a word back that I took out',
  who: 'member',
  scope: 'write',
  params,
  answer: null,
  refusals: ['not-found'],
  async handle({ db }, me, { params: { id } }) {
    if (!(await markRemoved(db.q, me.id, id, null))) throw notFound()
  },
})

const file = defineRoute({
  method: 'get',
  path: '/words/export',
  tag,
  summary: 'All my words as a text file that Anki imports: UTF-8, columns between tabs',
  who: 'member',
  scope: 'read',
  status: 200,
  limit: { count: 20, windowSeconds: 600 },
  answer: null,
  async handle(ground, me) {
    const cards: Card[] = []
    for await (const { address, ...word } of allWords(ground, me)) cards.push({ ...word, link: address && new URL(address, ground.config.origin).href })
    // Not JSON, as the answers of other routes are.
    return new Response([...ankiLines(cards)].join(''), {
      headers: { 'content-type': 'text/tab-separated-values; charset=utf-8', 'content-disposition': 'attachment; filename="my-words.tsv"' },
    }) as unknown as undefined
  },
})

const met = defineRoute({
  method: 'post',
  path: '/words/met',
  tag,
  summary: 'Words of mine that I met: `seen` in a note that I opened, `knew`, or to come back soon (`again`)',
  who: 'member',
  scope: 'write',
  status: 200,
  limit,
  body: z.object({ ids: z.array(zId('word')).min(1).max(50), how: z.enum(['seen', 'knew', 'again']) }),
  answer: z.object({ items: z.array(z.object({ id: z.string(), days: z.int().nullable().describe('Until it comes back; null: I know it') })) }),
  handle: async (ground, me, { body: { ids, how } }) => ({ items: await meetWords(ground, me, ids, how) }),
})

export const wordRoutes = [list, save, file, met, remove, putBack]
