import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertToken } from '#features/people/queries/sessions.ts'
import { openSession } from '#features/people/sessions.ts'
import type { Route } from '#ground/http/route.ts'
import { SCOPES, type Scope } from '#ground/http/viewer.ts'
import { type ActorId, fingerprint } from '#ground/ids/index.ts'
import { features } from '../../src/rooms.ts'
import { openHouse, type TestHouse } from '../house.ts'

/** Every route that the house lists: by whom it may be called at all, whatever is sent. */
const routes = features.flatMap((feature) => feature.routes ?? [])
const isStaff = ({ who }: Route): boolean => who === 'moderator' || who === 'admin'
const nameOf = ({ method, path }: Route): string => `${method.toUpperCase()} ${path}`
const addressOf = ({ path }: Route): string => path.replaceAll(/\{\w+\}/g, '019ca945-f460-7513-8308-00a513cbf580')

let house: TestHouse
const ids: Record<string, ActorId> = {}
beforeAll(async () => {
  house = await openHouse({ PUBLIC_READING: 'off' })
  for (const role of ['member', 'moderator', 'admin'] as const) ids[role] = await house.a.member({ handle: `${role}1`, role })
})
afterAll(() => house.close())

async function tokenWith(scopes: readonly Scope[]): Promise<string> {
  const secret = house.ground.ids.secret()
  await insertToken(house.ground.db.q, {
    hash: fingerprint(secret),
    program_id: null,
    actor_id: ids.admin as ActorId,
    scopes,
    label: 'test',
    created_at: house.clock.now(),
  })
  return secret
}

/** Status and code of a refusal; what is sent is never right, so that nothing is ever done. */
async function refusal(route: Route, face: 'program' | 'browser', headers: Record<string, string>): Promise<string> {
  const { origin } = house.ground.config
  const response = await house.api.fetch(
    new Request(`${origin}${face === 'program' ? '/api/commonplace/v1' : '/-/api'}${addressOf(route)}`, {
      method: route.method.toUpperCase(),
      headers: { origin, 'content-type': 'application/json', ...headers },
      ...(route.method === 'get' ? {} : { body: '[]' }),
    }),
    { address: '127.0.0.1' },
  )
  const text = response.headers.get('content-type')?.includes('problem+json') ? await response.text() : ''
  await response.body?.cancel().catch(() => {})
  return `${nameOf(route)}: ${response.status} ${text ? JSON.parse(text).type.slice('/problems/'.length) : ''}`
}

const every = (some: Route[], said: string): string[] => some.map((route) => `${nameOf(route)}: ${said}`)
const asked = async (some: Route[], ...by: [face: 'program' | 'browser', headers: Record<string, string>]): Promise<string[]> => {
  const found: string[] = []
  for (const route of some) found.push(await refusal(route, ...by))
  return found
}

test('without an account one is asked to sign in, on every route but those for guests', async () => {
  const some = routes.filter(({ who }) => who !== 'guest')
  expect(some.length).toBeGreaterThan(100)
  expect(await asked(some, 'program', {})).toEqual(every(some, '401 sign-in-needed'))
})

test('a token that is unknown is nobody on no route', async () => {
  expect(await asked(routes, 'program', { authorization: 'Bearer nothing-of-ours' })).toEqual(every(routes, '401 wrong-credentials'))
})

test.each(SCOPES)('a token with every scope but %s opens no route that needs it (A4)', async (scope) => {
  const some = routes.filter((route) => route.scope === scope && route.who !== 'guest')
  const authorization = `Bearer ${await tokenWith(SCOPES.filter((one) => one !== scope))}`
  expect(await asked(some, 'program', { authorization })).toEqual(every(some, '403 missing-scope'))
})

test('what staff do answers a member as if it were not there, and staff only after a second factor (A7)', async () => {
  const some = routes.filter(isStaff)
  expect(some.length).toBeGreaterThan(5)
  const cookie = async (role: string, strong: boolean) => ({
    cookie: `session=${await openSession(house.ground, ids[role] as ActorId, { strong, openedBy: 'password' }, { userAgent: 'test', network: 'unknown' })}`,
  })
  expect(await asked(some, 'browser', await cookie('member', true))).toEqual(every(some, '404 not-found'))
  const admins = some.filter(({ who }) => who === 'admin')
  expect(await asked(admins, 'browser', await cookie('moderator', true))).toEqual(every(admins, '404 not-found'))
  expect(await asked(some, 'browser', await cookie('admin', false))).toEqual(every(some, '401 second-factor-needed'))
})

test('a foreign page with the cookie changes nothing, on any route (X4)', async () => {
  const secret = await openSession(house.ground, ids.admin as ActorId, { strong: true, openedBy: 'password' }, { userAgent: 'test', network: 'unknown' })
  const some = routes.filter(({ method }) => method !== 'get')
  for (const origin of ['https://evil.example', 'null']) {
    expect(await asked(some, 'browser', { cookie: `session=${secret}`, origin })).toEqual(every(some, '403 foreign-origin'))
  }
})
