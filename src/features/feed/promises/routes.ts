import { z } from 'zod'
import { noteById } from '#features/notes/index.ts'
import { after, DAY, type Instant } from '#ground/clock/index.ts'
import { defineRoute } from '#ground/http/route.ts'
import { pageQuery, zId, zPage } from '#ground/http/shapes.ts'
import type { Viewer } from '#ground/http/viewer.ts'
import { pageOf, timeStart } from '#pure/cursor/index.ts'
import { notFound } from '#pure/problem/index.ts'
import { FLOOR_KINDS, PROVEN } from '#pure/recommender/promises/floor.ts'
import { type LedgerRow, ledgerPage, type NotePromise, promisesOf, sumsSince } from '../queries/ledger.ts'
import { givenInHour } from '../queries/payments.ts'

const tag = 'feed'
const zCount = z.number().int()
const zSums = { owed: zCount, owedAcross: zCount, given: zCount, givenAcross: zCount }
const zFloor = { kind: z.enum(FLOOR_KINDS), state: z.enum(['open', 'paid', 'expired', 'void']) }
const SINCE_DAYS = 30

const zPromise = z.object({
  ...zFloor,
  ...zSums,
  begun: z.boolean().describe('False while the account of its author is not a day old'),
  startsAt: z.string(),
  dueAt: z.string(),
  closedAt: z.string().nullable(),
})
const present = ({ madeAt: _, startsAt, dueAt, closedAt, ...rest }: NotePromise, now: Instant): z.input<typeof zPromise> => ({
  ...rest,
  begun: startsAt <= now,
  startsAt: startsAt.toISOString(),
  dueAt: dueAt.toISOString(),
  closedAt: closedAt?.toISOString() ?? null,
})

const zLine = z.object({
  ...zFloor,
  ...zSums,
  noteId: z.string().nullable().describe('Null for a note that is not for everybody any more'),
  madeOn: z.string().describe('Day, UTC'),
  dueOn: z.string(),
  closedOn: z.string().nullable(),
  days: z.array(z.object({ day: z.string(), given: zCount, givenAcross: zCount })).describe('They add up to `given` and `givenAcross`'),
})
const dayOf = (at: Instant): string => at.toISOString().slice(0, 10)
const presentLine = ({ id: _, madeAt, startsAt: __, dueAt, closedAt, ...rest }: LedgerRow): z.input<typeof zLine> => ({
  ...rest,
  madeOn: dayOf(madeAt),
  dueOn: dayOf(dueAt),
  closedOn: closedAt ? dayOf(closedAt) : null,
})

export const promiseRoutes = [
  defineRoute({
    method: 'get',
    path: '/notes/{id}/promises',
    tag,
    summary: 'Impressions that a note of mine was promised and given',
    who: 'member',
    scope: 'read',
    params: z.object({ id: zId('note') }),
    answer: z.object({ items: z.array(zPromise) }),
    refusals: ['not-found'],
    async handle({ db, clock }, viewer, { params }) {
      const note = await noteById(db.read(), params.id)
      if (note?.authorId !== viewer.id || note.state === 'author-deleted') throw notFound()
      const now = clock.now()
      return { items: (await promisesOf(db.read(), params.id)).map((one) => present(one, now)) }
    },
  }),
  defineRoute({
    method: 'get',
    path: '/feed/promises/ledger',
    tag,
    summary: 'What notes were promised and given, day by day, newest promise first; nobody is named',
    who: 'anyone',
    scope: 'read',
    query: z.object(pageQuery(40)),
    answer: zPage(zLine),
    async handle({ db }, viewer: Viewer, { query: { cursor, limit } }) {
      const rows = await ledgerPage(db.read(), viewer, timeStart(cursor), limit + 1)
      const { items, next } = pageOf(rows, limit, ({ id, madeAt }) => ({ key: madeAt.toISOString(), id }))
      return { items: items.map(presentLine), next }
    },
  }),
  defineRoute({
    method: 'get',
    path: '/admin/promises',
    tag,
    summary: 'Sums of the promises of the last 30 days, and what all floors were given in this hour',
    who: 'admin',
    scope: 'admin',
    answer: z.object({
      sums: z.array(z.object({ ...zFloor, promises: zCount, owed: zCount, given: zCount })),
      hour: z.object({ given: zCount, most: zCount }),
    }),
    async handle({ db, clock }) {
      const now = clock.now()
      const [sums, given] = await Promise.all([sumsSince(db.read(), after(now, -SINCE_DAYS * DAY)), givenInHour(db.read(), now)])
      return { sums, hour: { given, most: PROVEN.perHour } }
    },
  }),
]
