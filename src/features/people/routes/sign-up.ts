import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'
import { defineRoute } from '#ground/http/route.ts'
import { zLanguage } from '#ground/http/shapes.ts'
import { askForConfirmation, confirmEmail } from '../confirm-email.ts'
import { signUpPasskeyOptions } from '../passkeys.ts'
import { zCeremony, zPasskeyResponse } from '../present.ts'
import { askForReset, resetPassword } from '../reset-password.ts'
import { signUp } from '../sign-up.ts'

const HOUR_SECONDS = 3600

const makeMember = defineRoute({
  method: 'post',
  path: '/members',
  tag: 'people',
  summary: 'Sign up with an e-mail address and a password, or with a passkey',
  who: 'guest',
  scope: 'read',
  unconfirmed: true,
  limit: { count: 30, windowSeconds: HOUR_SECONDS },
  body: z.object({
    handle: z.string().min(1).max(60),
    name: z.string().max(300).optional(),
    email: z.string().max(300).optional(),
    password: z.string().max(2000).optional(),
    passkey: zPasskeyResponse.optional().describe('Answer of the browser to POST /members/passkey-options'),
    languages: z.array(zLanguage).min(1).max(20),
    locale: zLanguage.default('en'),
    adult: z.boolean().describe('16 or older'),
    invite: z.string().max(100).optional(),
    firstRunCode: z.string().max(100).optional(),
  }),
  answer: z.object({ id: z.string(), state: z.enum(['active', 'waiting']), letter: z.boolean() }),
  refusals: [
    'handle-form',
    'handle-taken',
    'name-length',
    'email-form',
    'email-taken',
    'email-needed',
    'password-needed',
    'password-short',
    'password-long',
    'language-unknown',
    'registration-closed',
    'invite-needed',
    'invite-wrong',
    'first-run-code',
    'first-run-over',
    'passkey-failed',
    'passkey-known',
    'slow-down',
  ],
  async handle(ground, viewer, { body }, call) {
    const { session, ...made } = await signUp(ground, viewer, { ...body, passkey: body.passkey as RegistrationResponseJSON | undefined }, call)
    if (session) call.cookie('session', session)
    return made
  },
})

const passkeyOptions = defineRoute({
  method: 'post',
  path: '/members/passkey-options',
  tag: 'people',
  summary: 'What the browser needs to make a passkey for a new account',
  who: 'guest',
  scope: 'read',
  unconfirmed: true,
  status: 200,
  limit: { count: 60, windowSeconds: HOUR_SECONDS },
  body: z.object({ handle: z.string().min(1).max(60) }),
  answer: zCeremony,
  refusals: ['handle-form', 'handle-taken'],
  handle: async (ground, _viewer, { body }) => ({ ...(await signUpPasskeyOptions(ground, body.handle)) }),
})

const confirm = defineRoute({
  method: 'post',
  path: '/email-confirmations/{token}',
  tag: 'people',
  summary: 'Confirm an e-mail address by the token of the letter',
  who: 'guest',
  scope: 'read',
  unconfirmed: true,
  params: z.object({ token: z.string().min(1).max(100) }),
  answer: null,
  refusals: ['link-expired', 'email-taken', 'slow-down'],
  handle: (ground, _viewer, { params }, call) => confirmEmail(ground, params.token, call),
})

const confirmAgain = defineRoute({
  method: 'post',
  path: '/email-confirmations',
  tag: 'people',
  summary: 'Send the letter with the confirmation link again',
  who: 'member',
  scope: 'write',
  unconfirmed: true,
  limit: { count: 5, windowSeconds: HOUR_SECONDS },
  answer: null,
  refusals: ['mail-unavailable'],
  handle: (ground, viewer) => askForConfirmation(ground, viewer),
})

const askReset = defineRoute({
  method: 'post',
  path: '/password-resets',
  tag: 'people',
  summary: 'Ask for a letter with a link to set a new password; answers the same for every address',
  who: 'guest',
  scope: 'read',
  unconfirmed: true,
  limit: { count: 10, windowSeconds: HOUR_SECONDS },
  body: z.object({ email: z.string().min(1).max(300) }),
  answer: null,
  refusals: ['mail-unavailable'],
  handle: (ground, _viewer, { body }) => askForReset(ground, body.email),
})

const reset = defineRoute({
  method: 'put',
  path: '/password-resets/{token}',
  tag: 'people',
  summary: 'Set a new password by the token of the letter; ends every session',
  who: 'guest',
  scope: 'read',
  unconfirmed: true,
  params: z.object({ token: z.string().min(1).max(100) }),
  body: z.object({ password: z.string().max(2000) }),
  answer: null,
  refusals: ['link-expired', 'password-short', 'password-long', 'slow-down'],
  handle: (ground, _viewer, { params, body }, call) => resetPassword(ground, { token: params.token, password: body.password }, call),
})

export const signUpRoutes = [makeMember, passkeyOptions, confirmAgain, confirm, askReset, reset]
