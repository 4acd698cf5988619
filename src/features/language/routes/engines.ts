import { z } from 'zod'
import { audit } from '#features/settings/index.ts'
import { subject } from '#ground/feature.ts'
import { defineRoute } from '#ground/http/route.ts'
import { pageQuery, zId, zLanguage, zPage } from '#ground/http/shapes.ts'
import { orderCursor, pageOf } from '#pure/cursor/index.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { normaliseLine } from '#pure/text/normalise.ts'
import { switchboard } from '../engines/choose.ts'
import { FILE_FAULTS } from '../engines/engine.ts'
import { daysUse, monthUse } from '../queries/engine-use.ts'
import { countTerms, deleteTerm, type EngineTerm, MOST_TERMS, putTerm, termsPage } from '../queries/terms.ts'
import { checkLanguage } from '../subject-access.ts'
import { tag } from './subject.ts'

const admin = { tag, who: 'admin', scope: 'admin' } as const
const zMonth = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)

const MOST_PAIRS = 60
const zEngine = z.object({
  name: z.string(),
  version: z.string().describe('Of the adapter and what it runs; kept with each layer'),
  pairs: z.array(z.object({ from: z.string(), to: z.string() })).describe(`At most ${MOST_PAIRS}; * is any language`),
  pairCount: z.int(),
  pausesFor: z.int().describe('Seconds in this process; 0: at work'),
  faults: z.array(z.object({ why: z.enum(FILE_FAULTS), file: z.string() })).describe('Files of a local engine that cannot be used'),
})

const use = defineRoute({
  ...admin,
  method: 'get',
  path: '/admin/engines',
  summary: 'What engines were sent in a month (UTC), by day, and what is left of its budget',
  query: z.object({ month: zMonth.optional() }),
  answer: z.object({
    month: zMonth,
    used: z.int().describe('Characters'),
    budget: z.int(),
    engines: z.array(zEngine),
    days: z.array(z.object({ day: z.string(), engine: z.string(), characters: z.int(), calls: z.int(), refused: z.int() })),
  }),
  refusals: ['second-factor-needed'],
  async handle(ground, _admin, { query }) {
    const month = query.month ?? ground.clock.now().toISOString().slice(0, 7)
    const board = switchboard(ground)
    const [used, days] = await Promise.all([monthUse(ground.db.q, month), daysUse(ground.db.q, `${month}-01`, lastDay(month))])
    // What every place has by itself needs no looking after.
    const hosts = board.engines.filter(({ instant }) => !instant)
    const engines = hosts.map((engine) => ({
      name: engine.name,
      version: engine.version,
      pairs: engine.pairs.slice(0, MOST_PAIRS),
      pairCount: engine.pairs.length,
      pausesFor: board.breaker(engine).pausesFor(),
      faults: [...(engine.faults?.() ?? [])],
    }))
    return { month, used, budget: ground.config.TRANSLATE_MONTHLY_CHARACTERS, engines, days }
  },
})

function lastDay(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = number === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(number) ? 30 : 31
  return `${month}-${days}`
}

const zTerm = z.object({ id: z.string(), language: z.string(), target: z.string().describe('* is any language'), term: z.string(), translation: z.string() })

const terms = defineRoute({
  ...admin,
  method: 'get',
  path: '/admin/engine-terms',
  summary: 'Words that engines translate as the host wants',
  query: z.object(pageQuery(50)),
  answer: zPage(zTerm),
  refusals: ['second-factor-needed', 'bad-cursor'],
  async handle(ground, _admin, { query: { cursor, limit } }) {
    const rows = await termsPage(ground.db.q, cursor === undefined ? null : orderCursor(cursor).id, limit + 1)
    return pageOf(rows, limit, ({ id }) => ({ key: 0, id }))
  },
})

const addTerm = defineRoute({
  ...admin,
  method: 'post',
  path: '/admin/engine-terms',
  summary: 'Fix the translation of a word; equal to the word itself: it is never translated',
  status: 200,
  body: z.object({
    language: zLanguage,
    target: z.union([z.literal('*'), zLanguage]),
    term: z.string().transform(normaliseLine).pipe(z.string().min(1).max(100)),
    translation: z.string().transform(normaliseLine).pipe(z.string().min(1).max(100)),
  }),
  answer: zTerm,
  refusals: ['second-factor-needed', 'language-unknown', 'too-many'],
  async handle(ground, me, { body }) {
    if ((await countTerms(ground.db.q)) >= MOST_TERMS) throw new Refusal('too-many', { count: MOST_TERMS })
    const target = body.target === '*' ? '*' : checkLanguage(body.target)
    const term: EngineTerm = { ...body, language: checkLanguage(body.language), target, id: ground.ids.next() }
    const id = await ground.db.transaction(async (tx) => {
      const kept = await putTerm(tx, term, ground.clock.now())
      const { language, term: word, translation } = term
      await audit(tx, ground, {
        by: me.id,
        act: 'engine-term.added',
        subject: subject('engine-term', kept),
        facts: { language, target, term: word, translation },
      })
      return kept
    })
    return { ...term, id }
  },
})

const dropTerm = defineRoute({
  ...admin,
  method: 'delete',
  path: '/admin/engine-terms/{id}',
  summary: 'Let engines translate a word as they like again',
  params: z.object({ id: zId('layer') }),
  answer: null,
  refusals: ['second-factor-needed', 'not-found'],
  async handle(ground, me, { params: { id } }) {
    await ground.db.transaction(async (tx) => {
      if (!(await deleteTerm(tx, id))) throw notFound()
      await audit(tx, ground, { by: me.id, act: 'engine-term.removed', subject: subject('engine-term', id), facts: {} })
    })
  },
})

export const engineRoutes = [use, terms, addTerm, dropTerm]
