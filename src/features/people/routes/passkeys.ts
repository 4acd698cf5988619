import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'
import { defineRoute } from '#ground/http/route.ts'
import { zTime } from '#ground/http/shapes.ts'
import { addPasskey, passkeyOptions, removePasskey, signInByPasskey, signInPasskeyOptions } from '../passkeys.ts'
import { zCeremony, zPasskeyResponse } from '../present.ts'
import { proveSelf } from '../prove.ts'
import { passkeysOf } from '../queries/passkeys.ts'
import { needSession } from '../sessions.ts'

const zPassword = z.string().max(2000)

const signInOptions = defineRoute({
  method: 'post',
  path: '/session/passkey/options',
  tag: 'people',
  summary: 'What the browser needs to sign in with a passkey',
  who: 'guest',
  scope: 'read',
  unconfirmed: true,
  status: 200,
  limit: { count: 120, windowSeconds: 3600 },
  answer: zCeremony,
  handle: async (ground) => ({ ...(await signInPasskeyOptions(ground)) }),
})

const signInVerify = defineRoute({
  method: 'post',
  path: '/session/passkey/verify',
  tag: 'people',
  summary: 'Sign in with the browser’s answer',
  who: 'guest',
  scope: 'read',
  unconfirmed: true,
  status: 200,
  body: z.object({ response: zPasskeyResponse }),
  answer: z.object({ id: z.string() }),
  refusals: ['passkey-failed', 'passkey-unverified', 'slow-down', 'account-waiting', 'account-suspended'],
  async handle(ground, viewer, { body }, call) {
    const { id, session } = await signInByPasskey(ground, viewer, body.response as unknown as AuthenticationResponseJSON, call)
    call.cookie('session', session)
    return { id }
  },
})

const newOptions = defineRoute({
  method: 'post',
  path: '/passkeys/options',
  tag: 'people',
  summary: 'What the browser needs to add a passkey; asks for the password first',
  who: 'member',
  scope: 'write',
  unconfirmed: true,
  status: 200,
  body: z.object({ password: zPassword.optional() }).default({}),
  answer: zCeremony,
  refusals: ['session-needed', 'proof-needed', 'wrong-password', 'too-many-passkeys', 'slow-down'],
  async handle(ground, viewer, { body }, call) {
    needSession(viewer)
    await proveSelf(ground, viewer, body.password, call)
    return { ...(await passkeyOptions(ground, viewer)) }
  },
})

const newVerify = defineRoute({
  method: 'post',
  path: '/passkeys/verify',
  tag: 'people',
  summary: 'Add the passkey that the browser made',
  who: 'member',
  scope: 'write',
  unconfirmed: true,
  body: z.object({ response: zPasskeyResponse, label: z.string().trim().max(60).default('') }),
  answer: z.object({ id: z.string() }),
  refusals: ['session-needed', 'passkey-failed', 'passkey-known'],
  async handle(ground, viewer, { body }) {
    needSession(viewer)
    return { id: await addPasskey(ground, viewer, { response: body.response as unknown as RegistrationResponseJSON, label: body.label }) }
  },
})

const list = defineRoute({
  method: 'get',
  path: '/passkeys',
  tag: 'people',
  summary: 'One’s passkeys',
  who: 'member',
  scope: 'read',
  answer: z.object({
    items: z.array(z.object({ id: z.string(), label: z.string(), transports: z.array(z.string()), createdAt: zTime, usedAt: zTime.nullable() })),
  }),
  refusals: ['session-needed'],
  async handle({ db }, viewer) {
    needSession(viewer)
    const rows = await passkeysOf(db.q, viewer.id)
    return { items: rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), usedAt: row.usedAt?.toISOString() ?? null })) }
  },
})

const remove = defineRoute({
  method: 'delete',
  path: '/passkeys/{id}',
  tag: 'people',
  summary: 'Remove a passkey',
  who: 'member',
  scope: 'write',
  unconfirmed: true,
  params: z.object({ id: z.string().min(1).max(1400) }),
  body: z.object({ password: zPassword.optional() }).default({}),
  answer: null,
  refusals: ['session-needed', 'proof-needed', 'wrong-password', 'last-way-in', 'slow-down'],
  async handle(ground, viewer, { params, body }, call) {
    needSession(viewer)
    await proveSelf(ground, viewer, body.password, call)
    await removePasskey(ground, viewer, params.id)
  },
})

export const passkeyRoutes = [signInOptions, signInVerify, newOptions, newVerify, list, remove]
