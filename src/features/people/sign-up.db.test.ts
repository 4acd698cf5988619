import { afterEach, expect, test, vi } from 'vitest'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { browser } from './browser.harness.ts'
import { people } from './index.ts'

let house: TestHouse
afterEach(() => house.close())

const form = { languages: ['en'], adult: true, password: 'paper plane accident' }
const withAdmin = async (settings: Record<string, string> = {}) => {
  house = await openHouse(settings)
  await house.a.member({ handle: 'host', role: 'admin' })
}

test('the first account on a fresh place is its admin, the second a member; both are signed in at once', async () => {
  house = await openHouse()
  const first = browser(house)
  expect((await first.get('/session')).json.place).toMatchObject({ firstRun: true, firstRunCode: false, registration: 'open' })
  expect((await first.post('/members', { ...form, handle: 'Dana', email: 'dana@example.org' })).json).toMatchObject({ state: 'active', letter: false })
  expect((await first.get('/session')).json).toMatchObject({
    viewer: { handle: 'dana', role: 'admin', confirmed: true, strong: false },
    place: { firstRun: false },
  })
  const second = browser(house)
  await second.post('/members', { ...form, handle: 'lin', languages: ['zh-CN', 'en'], locale: 'zh-Hans' })
  expect((await second.get('/session')).json.viewer).toMatchObject({ handle: 'lin', role: 'member', reads: ['zh-Hans', 'en'] })
})

test.each([
  ['listening to the network', { HOST: '0.0.0.0' }],
  ['behind a proxy of its own', { HOST: '127.0.0.1', ORIGIN: 'https://example.org' }],
])('where others can reach the place, %s, the first account needs the code that the server printed', async (_how, settings) => {
  const said: string[] = []
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  house = await openHouse({ ...settings, REGISTRATION: 'closed' })
  await people.start?.(house.ground)
  write.mockRestore()
  const code = /code: (\S+)/.exec(said.join(''))?.[1]
  const visitor = browser(house)
  expect((await visitor.get('/session')).json.place).toMatchObject({ firstRun: true, firstRunCode: true })
  expect((await visitor.post('/members', { ...form, handle: 'eve' })).json.type).toBe('/problems/first-run-code')
  expect((await visitor.post('/members', { ...form, handle: 'eve', firstRunCode: 'guess' })).json.type).toBe('/problems/first-run-code')
  expect((await visitor.post('/members', { ...form, handle: 'dana', firstRunCode: code })).status).toBe(201)
  expect((await visitor.get('/session')).json.viewer).toMatchObject({ handle: 'dana', role: 'admin' })
  expect((await browser(house).post('/members', { ...form, handle: 'eve', firstRunCode: code })).json.type).toBe('/problems/registration-closed')
})

test('of two first accounts at the same moment one becomes admin', async () => {
  house = await openHouse()
  const answers = await Promise.all(['a', 'b', 'c'].map((handle) => browser(house).post('/members', { ...form, handle })))
  const roles = await house.ground.db.q.selectFrom('members').select('role').execute()
  expect(roles.filter(({ role }) => role === 'admin')).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 201).length).toBe(roles.length)
})

test('a person younger than 16 starts with a locked account', async () => {
  await withAdmin()
  await browser(house).post('/members', { ...form, handle: 'mia', adult: false })
  const row = await house.ground.db.q
    .selectFrom('actors')
    .innerJoin('members', 'actor_id', 'id')
    .select(['locked', 'minor'])
    .where('handle', '=', 'mia')
    .executeTakeFirstOrThrow()
  expect(row).toEqual({ locked: true, minor: true })
})

test('by invitation: an invite lets in as often as it says, and no more', async () => {
  await withAdmin({ REGISTRATION: 'invite' })
  expect((await browser(house).post('/members', { ...form, handle: 'lin' })).json.type).toBe('/problems/invite-needed')
  expect((await browser(house).post('/members', { ...form, handle: 'lin', invite: 'guess' })).json.type).toBe('/problems/invite-wrong')
  const { json } = await house.as('host').post('/invites', { label: 'friends', uses: 1 })
  const answers = await Promise.all(['lin', 'mei'].map((handle) => browser(house).post('/members', { ...form, handle, invite: json.code })))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 422])
  expect((await house.as('host').get('/invites')).json.items).toEqual([])
  const late = await house.as('host').post('/invites', { days: 1 })
  house.clock.move(2 * 86_400_000)
  expect((await browser(house).post('/members', { ...form, handle: 'tom', invite: late.json.code })).json.type).toBe('/problems/invite-wrong')
})

test('a member has five open invites for one person each, sees only their own, and can take one back', async () => {
  await withAdmin({ REGISTRATION: 'invite' })
  await house.a.member({ handle: 'lin' })
  const lin = house.as('lin')
  await house.as('host').post('/invites', {})
  const answers = await Promise.all(Array.from({ length: 9 }, () => lin.post('/invites', {})))
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(5).fill(201), ...Array(4).fill(422)])
  expect(answers.find(({ status }) => status === 422)?.json.type).toBe('/problems/too-many-invites')
  const { items } = (await lin.get('/invites')).json
  expect(items).toHaveLength(5)
  await house.a.member({ handle: 'eve' })
  expect((await house.as('eve').delete(`/invites/${items[0].id}`)).status).toBe(404)
  expect((await lin.delete(`/invites/${items[0].id}`)).status).toBe(204)
  expect((await lin.post('/invites', { uses: 2 })).json.type).toBe('/problems/too-many-invites')
})

test('by approval: someone who waits cannot sign in until let in, and is forgotten when refused', async () => {
  await withAdmin({ REGISTRATION: 'approval' })
  const lin = browser(house)
  const { json } = await lin.post('/members', { ...form, handle: 'lin' })
  await browser(house).post('/members', { ...form, handle: 'spam' })
  expect(json.state).toBe('waiting')
  expect(await lin.who()).toBeNull()
  expect((await lin.post('/session', { login: 'lin', password: form.password })).json.type).toBe('/problems/account-waiting')
  const host = house.as('host')
  const waiting = (await host.get('/admin/members?state=waiting')).json.items
  expect(waiting.map((row: { handle: string }) => row.handle)).toEqual(['spam', 'lin'])
  expect((await host.patch(`/admin/members/${json.id}`, { state: 'active' })).json.state).toBe('active')
  expect((await lin.post('/session', { login: 'lin', password: form.password })).status).toBe(200)
  expect((await host.patch(`/admin/members/${waiting[0].id}`, { state: 'refused' })).json).toBeNull()
  await house.settle()
  expect((await host.get('/admin/members')).json.items.map((row: { handle: string }) => row.handle)).toEqual(['lin', 'host'])
})

test('what is wrong with a form is said about its field', async () => {
  await withAdmin()
  await browser(house).post('/members', { ...form, handle: 'lin', email: 'lin@example.org' })
  const wrong = async (body: object) => {
    const { json } = await browser(house).post('/members', { ...form, handle: 'mei', ...body })
    return `${json.type} ${json.field}`
  }
  expect(await wrong({ handle: 'LIN' })).toBe('/problems/handle-taken handle')
  expect(await wrong({ email: 'Lin@Example.org' })).toBe('/problems/email-taken email')
  expect(await wrong({ email: '"lin"@example.org' })).toBe('/problems/email-form email')
  expect(await wrong({ password: 'short' })).toBe('/problems/password-short password')
  expect(await wrong({ password: undefined })).toBe('/problems/password-needed password')
  expect(await wrong({ languages: ['zz-!!'] })).toMatch(/bad-input/)
})
