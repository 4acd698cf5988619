import { z } from 'zod'
import { activeMutes, blockedEitherWay } from '#features/graph/index.ts'
import { instant } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import { defineRoute } from '#ground/http/route.ts'
import { pageQuery, zId, zPage, zTime } from '#ground/http/shapes.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { pageOf, timeStart } from '#pure/cursor/index.ts'
import { say } from '#pure/words/index.ts'
import { openStream } from './live-stream.ts'
import { noticeNames } from './notice.ts'
import { presentNotices, zNotice } from './present.ts'
import { mutedKinds, putMutes } from './queries/mutes.ts'
import { countUnread, markRead, noticePage } from './queries/notices.ts'

const tag = 'notifications'
const zCount = z.object({ count: z.int().describe('Unread ones; 100 is many') })

/** Muting or blocking somebody takes what they did out of sight, also what was there. */
async function unwanted({ db, clock }: Ground, me: Member): Promise<ActorId[]> {
  const [blocked, { persons }] = await Promise.all([blockedEitherWay(db.q, me.id), activeMutes(db.q, me.id, clock.now())])
  return [...new Set([...blocked, ...persons])]
}

const list = defineRoute({
  method: 'get',
  path: '/notices',
  tag,
  summary: 'What happened around me, latest first',
  who: 'member',
  scope: 'read',
  query: z.object(pageQuery()),
  answer: zPage(zNotice),
  async handle(ground, me, { query }) {
    const rows = await noticePage(ground.db.q, me.id, {
      except: await unwanted(ground, me),
      cursor: timeStart(query.cursor),
      limit: query.limit,
    })
    const { items, next } = pageOf(rows, query.limit, ({ at, id }) => ({ key: at.toISOString(), id }))
    return { items: await presentNotices(ground, me, items), next }
  },
})

const unread = defineRoute({
  method: 'get',
  path: '/notices/unread',
  tag,
  summary: 'How many notices are unread',
  who: 'member',
  scope: 'read',
  answer: zCount,
  handle: async (ground, me) => ({ count: await countUnread(ground.db.q, me.id, await unwanted(ground, me)) }),
})

const read = defineRoute({
  method: 'put',
  path: '/notices/read',
  tag,
  summary: 'Mark as read what happened until then, or until now',
  who: 'member',
  scope: 'write',
  unconfirmed: true,
  body: z.object({ until: zTime.optional() }).default({}),
  answer: zCount,
  async handle(ground, me, { body }) {
    const now = ground.clock.now()
    await markRead(ground.db.q, me.id, body.until ? instant(body.until) : now, now)
    return { count: await countUnread(ground.db.q, me.id, await unwanted(ground, me)) }
  },
})

const zKinds = z.object({
  items: z.array(
    z.object({
      kind: z.enum(noticeNames),
      sentence: z.string().describe('How it reads, of nobody in particular, in the language of the interface'),
      told: z.boolean(),
    }),
  ),
})

/** Every kind there is, and whether this member is told of it. */
async function kindsFor({ db }: Ground, { id, locale }: Member): Promise<z.input<typeof zKinds>> {
  const muted = await mutedKinds(db.q, id)
  const who = say(locale, 'notice.somebody')
  return { items: noticeNames.map((kind) => ({ kind, sentence: capitalise(say(locale, `notice.${kind}`, { who }), locale), told: !muted.has(kind) })) }
}
const capitalise = (text: string, locale: string): string => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)

const kinds = defineRoute({
  method: 'get',
  path: '/notices/kinds',
  tag,
  summary: 'Kinds of notices, and which of them I am told',
  who: 'member',
  scope: 'read',
  answer: zKinds,
  handle: kindsFor,
})

const mute = defineRoute({
  method: 'put',
  path: '/notices/kinds',
  tag,
  summary: 'Be told of everything but these kinds; what was told of them before is out of sight as long',
  who: 'member',
  scope: 'write',
  unconfirmed: true,
  body: z.object({ muted: z.array(z.enum(noticeNames)).max(noticeNames.length) }),
  answer: zKinds,
  async handle(ground, me, { body }) {
    await ground.db.transaction((tx) => putMutes(tx, me.id, body.muted))
    return kindsFor(ground, me)
  },
})

const live = defineRoute({
  method: 'get',
  path: '/live',
  tag,
  summary: 'Server-sent events: `notice`, and with `note` also `comment` and `layer` under that note',
  who: 'member',
  scope: 'read',
  status: 200,
  limit: { count: 120, windowSeconds: 60 },
  query: z.object({ note: zId('note').optional() }),
  answer: null,
  refusals: ['not-found', 'too-many-requests'],
  handle: (ground, me, { query }, call) => openStream(ground, me, query.note, call) as unknown as Promise<void>,
})

export const routes = [list, unread, read, kinds, mute, live]
