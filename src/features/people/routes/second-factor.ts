import { z } from 'zod'
import { defineRoute } from '#ground/http/route.ts'
import { zTime } from '#ground/http/shapes.ts'
import { proveSelf } from '../prove.ts'
import { secondFactorOf } from '../queries/second-factors.ts'
import { checkSecondFactor, confirmFirstCode, removeSecondFactor, startSecondFactor } from '../second-factor.ts'
import { needSession, strengthenSession } from '../sessions.ts'

const zPassword = z.string().max(2000)
const zCode = z.string().min(1).max(40)

const see = defineRoute({
  method: 'get',
  path: '/second-factor',
  tag: 'people',
  summary: 'Whether an authenticator is asked for at sign-in',
  who: 'member',
  scope: 'read',
  answer: z.object({ since: zTime.nullable(), recoveryLeft: z.int() }),
  refusals: ['session-needed'],
  async handle({ db }, viewer) {
    needSession(viewer)
    const found = await secondFactorOf(db.q, viewer.id)
    return { since: found?.confirmedAt?.toISOString() ?? null, recoveryLeft: found?.confirmedAt ? found.recoveryLeft : 0 }
  },
})

const start = defineRoute({
  method: 'post',
  path: '/second-factor',
  tag: 'people',
  summary: 'Make a secret for an authenticator; it counts once a code confirmed it',
  who: 'member',
  scope: 'write',
  unconfirmed: true,
  body: z.object({ password: zPassword.optional() }).default({}),
  answer: z.object({ secret: z.string(), uri: z.string(), picture: z.string().describe('QR code as a data: address') }),
  refusals: ['session-needed', 'proof-needed', 'wrong-password', 'second-factor-on', 'slow-down'],
  async handle(ground, viewer, { body }, call) {
    needSession(viewer)
    await proveSelf(ground, viewer, body.password, call)
    return startSecondFactor(ground, viewer)
  },
})

const confirm = defineRoute({
  method: 'put',
  path: '/second-factor',
  tag: 'people',
  summary: 'Confirm the authenticator by a first code; answers recovery codes, shown this once',
  who: 'member',
  scope: 'write',
  unconfirmed: true,
  body: z.object({ code: zCode }),
  answer: z.object({ recoveryCodes: z.array(z.string()) }),
  refusals: ['session-needed', 'second-factor-off', 'second-factor-on', 'wrong-code', 'slow-down'],
  async handle(ground, viewer, { body }, call) {
    needSession(viewer)
    const { recoveryCodes, session } = await confirmFirstCode(ground, viewer, body.code, call)
    if (session) call.cookie('session', session)
    return { recoveryCodes }
  },
})

const strengthen = defineRoute({
  method: 'put',
  path: '/session/second-factor',
  tag: 'people',
  summary: 'Show a code in a session that was opened without one',
  who: 'member',
  scope: 'write',
  unconfirmed: true,
  body: z.object({ code: zCode }),
  answer: null,
  refusals: ['session-needed', 'second-factor-off', 'wrong-code', 'slow-down'],
  async handle(ground, viewer, { body }, call) {
    needSession(viewer)
    await checkSecondFactor(ground, viewer.id, body.code, call)
    call.cookie('session', await strengthenSession(ground, viewer, call))
  },
})

const remove = defineRoute({
  method: 'delete',
  path: '/second-factor',
  tag: 'people',
  summary: 'Stop asking for a code',
  who: 'member',
  scope: 'write',
  unconfirmed: true,
  body: z.object({ password: zPassword.optional() }).default({}),
  answer: null,
  refusals: ['session-needed', 'proof-needed', 'wrong-password', 'slow-down'],
  async handle(ground, viewer, { body }, call) {
    needSession(viewer)
    await proveSelf(ground, viewer, body.password, call)
    await removeSecondFactor(ground, viewer)
  },
})

export const secondFactorRoutes = [see, start, confirm, strengthen, remove]
