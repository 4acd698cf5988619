import { z } from 'zod'
import { actorsById } from '#features/people/index.ts'
import { instant } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import { defineRoute } from '#ground/http/route.ts'
import { pageQuery, zId, zLanguage, zPage, zTime } from '#ground/http/shapes.ts'
import type { Viewer } from '#ground/http/viewer.ts'
import { decodeCursor, pageOf, timeStart } from '#pure/cursor/index.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { explainWord, removeWord, revertWord, rewordWord, voteOnWord } from '../culture-words/explain-word.ts'
import type { CultureWordId } from '../culture-words/tables.ts'
import { type CultureWordRow, revisionsOf, wordById, wordsChangedBefore, wordVoteOf } from '../queries/culture-words.ts'
import { tag } from './subject.ts'

const params = z.object({ id: zId('culture-word') })
const limit = { count: 60, windowSeconds: 600 }
const explanation = {
  reading: z.string().max(400).default('').describe('Pinyin with tone marks, or IPA; may be empty'),
  en: z.string().max(1_000).default('').describe('What it means, for readers of any language but Chinese'),
  zhHans: z.string().max(1_000).default('').describe('What it means, for readers of Chinese'),
  meanings: z.record(zLanguage, z.string().max(1_000)).optional().describe('What it means, in other languages of the interface; an empty one is taken out'),
}
const zWriter = z.object({ handle: z.string(), name: z.string() }).nullable().describe('Whose wording this is; null when they left')
const zWording = z.object({
  revision: z.int(),
  reading: z.string(),
  en: z.string(),
  zhHans: z.string(),
  meanings: z.record(z.string(), z.string()),
  by: zWriter,
  at: zTime,
})
const zCultureWord = zWording.extend({
  id: z.string(),
  language: z.string(),
  headword: z.string(),
  score: z.int().describe('Readers whom it helped, less those whom it did not'),
  myVote: z.literal([1, 0, -1]).describe('0 in lists'),
})
const REFUSED = ['bad-input', 'forbidden-word', 'forbidden-link', 'slow-down']

type Written = Pick<CultureWordRow, 'revision' | 'reading' | 'en' | 'zhHans' | 'byActor'>

/** Wordings with the names of who wrote them, in one query. */
async function withWriters<T extends Written>({ db }: Ground, rows: readonly T[]): Promise<{ row: T; by: z.input<typeof zWriter> }[]> {
  const people = await actorsById(
    db.q,
    rows.flatMap(({ byActor }) => (byActor ? [byActor] : [])),
  )
  return rows.map((row) => {
    const writer = row.byActor ? people.get(row.byActor) : undefined
    return { row, by: writer ? { handle: writer.handle, name: writer.name } : null }
  })
}

async function present(ground: Ground, rows: readonly CultureWordRow[]): Promise<z.input<typeof zCultureWord>[]> {
  return (await withWriters(ground, rows)).map(({ row: { id, language, variant, revision, reading, en, zhHans, meanings, score, changedAt }, by }) => {
    return { id, language, headword: variant, revision, reading, en, zhHans, meanings, score, myVote: 0 as const, by, at: changedAt.toISOString() }
  })
}

async function one(ground: Ground, viewer: Viewer, id: CultureWordId): Promise<z.input<typeof zCultureWord>> {
  const row = await wordById(ground.db.q, id)
  const [word] = row ? await present(ground, [row]) : []
  if (!word) throw notFound()
  return { ...word, myVote: viewer.kind === 'member' ? await wordVoteOf(ground.db.q, id, viewer.id) : 0 }
}

const list = defineRoute({
  method: 'get',
  path: '/culture-words',
  tag,
  summary: 'Words that readers explained to each other, the last changed first',
  who: 'anyone',
  scope: 'read',
  query: z.object(pageQuery(40)),
  answer: zPage(zCultureWord),
  refusals: ['bad-cursor'],
  async handle(ground, _viewer, { query: { cursor, limit: most } }) {
    const place = timeStart(cursor)
    const rows = await wordsChangedBefore(ground.db.read(), place && { at: instant(place.key), id: place.id }, most + 1)
    const { items, next } = pageOf(rows, most, ({ changedAt, id }) => ({ key: changedAt.toISOString(), id }))
    return { items: await present(ground, items), next }
  },
})

const view = defineRoute({
  method: 'get',
  path: '/culture-words/{id}',
  tag,
  summary: 'One word that readers explained',
  who: 'anyone',
  scope: 'read',
  params,
  answer: zCultureWord,
  refusals: ['not-found'],
  handle: (ground, viewer, { params: { id } }) => one(ground, viewer, id),
})

const add = defineRoute({
  method: 'post',
  path: '/culture-words',
  tag,
  summary: 'Explain a word of slang or of a scene to everybody (CC0); `conflict` when it is explained already',
  who: 'member',
  scope: 'write',
  limit,
  body: z.object({ language: zLanguage, headword: z.string().min(1).max(200), ...explanation }),
  answer: zCultureWord,
  refusals: [...REFUSED, 'conflict'],
  handle: async (ground, me, { body }) => one(ground, me, await explainWord(ground, me, body)),
})

const change = defineRoute({
  method: 'patch',
  path: '/culture-words/{id}',
  tag,
  summary: 'Explain a word better than it is; `revision` is the one that was read',
  who: 'member',
  scope: 'write',
  limit,
  params,
  body: z.object({ revision: z.int().min(1).max(1_000_000), ...explanation }),
  answer: zCultureWord,
  refusals: [...REFUSED, 'not-found', 'conflict'],
  async handle(ground, me, { params: { id }, body: { revision, ...given } }) {
    await rewordWord(ground, me, id, revision, given)
    return one(ground, me, id)
  },
})

const revert = defineRoute({
  method: 'post',
  path: '/culture-words/{id}/revert',
  tag,
  summary: 'Bring an earlier explanation of a word back',
  who: 'member',
  scope: 'write',
  status: 200,
  limit,
  params,
  body: z.object({ revision: z.int().min(1).max(1_000_000) }),
  answer: zCultureWord,
  refusals: ['not-found', 'slow-down'],
  async handle(ground, me, { params: { id }, body: { revision } }) {
    await revertWord(ground, me, id, revision)
    return one(ground, me, id)
  },
})

const remove = defineRoute({
  method: 'delete',
  path: '/culture-words/{id}',
  tag,
  summary: 'Take a word out (moderators); whoever explains it anew brings its history back',
  who: 'moderator',
  scope: 'admin',
  params,
  answer: null,
  refusals: ['not-found'],
  handle: (ground, me, { params: { id } }) => removeWord(ground, me, id),
})

const history = defineRoute({
  method: 'get',
  path: '/culture-words/{id}/history',
  tag,
  summary: 'Every explanation a word ever had, the newest first',
  who: 'anyone',
  scope: 'read',
  params,
  query: z.object(pageQuery()),
  answer: zPage(zWording),
  refusals: ['not-found', 'bad-cursor'],
  async handle(ground, _viewer, { params: { id }, query: { cursor, limit: most } }) {
    if (!(await wordById(ground.db.q, id))) throw notFound()
    const before = cursor === undefined ? null : decodeCursor(cursor).key
    if (before !== null && !Number.isInteger(before)) throw new Refusal('bad-cursor')
    const { items, next } = pageOf(await revisionsOf(ground.db.q, id, before as number | null, most + 1), most, ({ revision }) => ({ key: revision, id }))
    const written = await withWriters(ground, items)
    return {
      items: written.map(({ row: { revision, reading, en, zhHans, meanings, at }, by }) => ({
        revision,
        reading,
        en,
        zhHans,
        meanings,
        by,
        at: at.toISOString(),
      })),
      next,
    }
  },
})

const vote = defineRoute({
  method: 'put',
  path: '/culture-words/{id}/vote',
  tag,
  summary: 'Whether the explanation helped me; one that more found of no use than of use steps behind the dictionaries',
  who: 'member',
  scope: 'write',
  status: 200,
  limit,
  params,
  body: z.object({ value: z.literal([1, 0, -1]) }),
  answer: z.object({ score: z.int() }),
  refusals: ['not-found', 'own-layer'],
  handle: async (ground, me, { params: { id }, body: { value } }) => ({ score: await voteOnWord(ground, me, id, value) }),
})

export const cultureWordRoutes = [list, vote, view, add, change, revert, remove, history]
