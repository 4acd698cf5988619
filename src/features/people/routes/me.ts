import { z } from 'zod'
import { defineRoute } from '#ground/http/route.ts'
import { zLanguage } from '#ground/http/shapes.ts'
import { changeEmail, changeMe } from '../change-me.ts'
import { changePassword } from '../change-password.ts'
import { leave } from '../leave.ts'
import { zReaderSettings, zSelf } from '../present.ts'
import { proveSelf } from '../prove.ts'
import { selfOf } from './session.ts'

const zPassword = z.string().max(2000)

const seeMe = defineRoute({
  method: 'get',
  path: '/me',
  tag: 'people',
  summary: 'One’s own account',
  who: 'member',
  scope: 'read',
  answer: zSelf,
  handle: (ground, viewer) => selfOf(ground, viewer),
})

const patchMe = defineRoute({
  method: 'patch',
  path: '/me',
  tag: 'people',
  summary: 'Languages, time zone and settings of one’s own pages',
  who: 'member',
  scope: 'write',
  unconfirmed: true,
  body: z.object({
    locale: zLanguage.optional(),
    reads: z.array(zLanguage).min(1).max(20).optional(),
    writes: z.array(zLanguage).min(1).max(20).optional(),
    timeZone: z.string().min(1).max(60).optional(),
    settings: zReaderSettings.partial().optional(),
  }),
  answer: zSelf,
  refusals: ['time-zone', 'language-unknown'],
  async handle(ground, viewer, { body }) {
    await changeMe(ground, viewer, body)
    return selfOf(ground, viewer)
  },
})

const putEmail = defineRoute({
  method: 'put',
  path: '/me/email',
  tag: 'people',
  summary: 'Ask for another e-mail address; with mail it counts once its letter is answered',
  who: 'member',
  scope: 'write',
  unconfirmed: true,
  limit: { count: 10, windowSeconds: 3600 },
  body: z.object({ email: z.string().max(300), password: zPassword.optional() }),
  answer: null,
  refusals: ['email-form', 'email-taken', 'proof-needed', 'wrong-password', 'slow-down'],
  handle: (ground, viewer, { body }, call) => changeEmail(ground, viewer, body, call),
})

const putPassword = defineRoute({
  method: 'put',
  path: '/me/password',
  tag: 'people',
  summary: 'Change the password; signs out everywhere else',
  who: 'member',
  scope: 'write',
  unconfirmed: true,
  body: z.object({ current: zPassword.optional(), password: zPassword }),
  answer: null,
  refusals: ['password-short', 'password-long', 'proof-needed', 'wrong-password', 'slow-down'],
  handle: (ground, viewer, { body }, call) => changePassword(ground, viewer, body, call),
})

const deleteMe = defineRoute({
  method: 'delete',
  path: '/me',
  tag: 'people',
  summary: 'Delete one’s account and everything one made here',
  who: 'member',
  scope: 'write',
  unconfirmed: true,
  body: z.object({ password: zPassword.optional() }).default({}),
  answer: null,
  refusals: ['proof-needed', 'wrong-password', 'last-admin', 'slow-down'],
  async handle(ground, viewer, { body }, call) {
    await proveSelf(ground, viewer, body.password, call)
    await leave(ground, viewer.id)
    call.cookie('session', null)
  },
})

export const meRoutes = [seeMe, patchMe, putEmail, putPassword, deleteMe]
