import { z } from 'zod'
import { defineRoute } from '#ground/http/route.ts'
import { pageQuery, zId, zPage, zTime } from '#ground/http/shapes.ts'
import { pageOf, timeStart } from '#pure/cursor/index.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { createToken } from '../create-token.ts'
import { answerConsent, checkStaff, viewConsent } from '../oauth/consent.ts'
import { registerProgram } from '../oauth/register-program.ts'
import { zScope } from '../present.ts'
import { countTokens, revokeToken, tokenPage } from '../queries/sessions.ts'
import { needSession } from '../sessions.ts'

const MOST_TOKENS = 100

const register = defineRoute({
  method: 'post',
  path: '/programs',
  tag: 'people',
  summary: 'Register a program (OAuth 2 client)',
  who: 'guest',
  scope: 'read',
  unconfirmed: true,
  limit: { count: 30, windowSeconds: 3600 },
  body: z.object({
    name: z.string().trim().min(1).max(60),
    website: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullish(),
    redirectUris: z.array(z.string().max(2000)).min(1).max(10),
    scopes: z.string().max(200).default('read').describe('Separated by spaces'),
    confidential: z.boolean().default(false).describe('true when the program can keep a secret'),
  }),
  answer: z.object({ id: z.string(), secret: z.string().nullable(), scopes: z.array(z.string()) }),
  refusals: ['redirect-wrong', 'unknown-scope'],
  handle: (ground, viewer, { body }) => registerProgram(ground, viewer, body),
})

const consentFields = {
  clientId: z.string().min(1).max(200),
  redirectUri: z.string().min(1).max(2000),
  responseType: z.string().max(40).default('code'),
  scope: z.string().max(200).default('read'),
  state: z.string().max(2000).optional(),
  codeChallenge: z.string().max(200).optional(),
  codeChallengeMethod: z.string().max(20).optional(),
}
const consentRefusals = [
  'session-needed',
  'program-unknown',
  'redirect-wrong',
  'response-type',
  'unknown-scope',
  'scope-wrong',
  'pkce-needed',
  'second-factor-needed',
]

const consent = defineRoute({
  method: 'get',
  path: '/oauth-consents',
  tag: 'people',
  summary: 'What a program asks for, for the consent page',
  who: 'member',
  scope: 'read',
  query: z.object(consentFields),
  answer: z.object({
    program: z.object({ id: z.string(), name: z.string(), website: z.string().nullable() }),
    redirectUri: z.string(),
    scopes: z.array(zScope),
  }),
  refusals: consentRefusals,
  handle: (ground, viewer, { query }) => viewConsent(ground, viewer, query),
})

const answer = defineRoute({
  method: 'post',
  path: '/oauth-consents',
  tag: 'people',
  summary: 'Say yes or no; answers where to send the browser',
  who: 'member',
  scope: 'write',
  unconfirmed: true,
  status: 200,
  body: z.object({ ...consentFields, approve: z.boolean() }),
  answer: z.object({ redirectTo: z.string() }),
  refusals: consentRefusals,
  async handle(ground, viewer, { body: { approve, ...request } }) {
    return { redirectTo: await answerConsent(ground, viewer, request, approve) }
  },
})

const zToken = z.object({
  id: z.string(),
  label: z.string(),
  scopes: z.array(z.string()),
  createdAt: zTime,
  program: z.object({ name: z.string(), website: z.string().nullable() }).nullable(),
})

const list = defineRoute({
  method: 'get',
  path: '/tokens',
  tag: 'people',
  summary: 'Programs and personal tokens that have access',
  who: 'member',
  scope: 'read',
  query: z.object(pageQuery()),
  answer: zPage(zToken),
  refusals: ['session-needed', 'bad-cursor'],
  async handle({ db }, viewer, { query: { cursor, limit } }) {
    needSession(viewer)
    const rows = await tokenPage(db.q, viewer.id, timeStart(cursor), limit)
    const { items, next } = pageOf(rows, limit, ({ id, createdAt }) => ({ key: createdAt.toISOString(), id }))
    return {
      items: items.map(({ programName, programWebsite, ...row }) => ({
        ...row,
        createdAt: row.createdAt.toISOString(),
        program: programName === null ? null : { name: programName, website: programWebsite },
      })),
      next,
    }
  },
})

const make = defineRoute({
  method: 'post',
  path: '/tokens',
  tag: 'people',
  summary: 'Make a personal access token; it is shown this once',
  who: 'member',
  scope: 'write',
  body: z.object({ label: z.string().trim().min(1).max(60), scopes: z.array(zScope).min(1) }),
  answer: z.object({ token: z.string() }),
  refusals: ['session-needed', 'scope-wrong', 'second-factor-needed', 'too-many-tokens'],
  async handle(ground, viewer, { body }) {
    needSession(viewer)
    if (body.scopes.includes('admin')) checkStaff(viewer)
    if ((await countTokens(ground.db.q, viewer.id)) >= MOST_TOKENS) throw new Refusal('too-many-tokens', { count: MOST_TOKENS })
    return { token: await createToken(ground, { actorId: viewer.id, ...body }) }
  },
})

const revoke = defineRoute({
  method: 'delete',
  path: '/tokens/{id}',
  tag: 'people',
  summary: 'Take a program’s access back, at once',
  who: 'member',
  scope: 'write',
  unconfirmed: true,
  params: z.object({ id: zId('token') }),
  answer: null,
  refusals: ['session-needed', 'not-found'],
  async handle({ db, clock, live }, viewer, { params }) {
    needSession(viewer)
    if (!(await revokeToken(db.q, viewer.id, params.id, clock.now()))) throw notFound()
    await live.endStreams(db.q, viewer.id)
  },
})

export const programRoutes = [register, consent, answer, list, make, revoke]
