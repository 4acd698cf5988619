import { afterEach, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { heldUp } from '#tests/overlap.ts'
import { registrationMode } from './index.ts'
import { lockAudit } from './queries/audit.ts'

let house: TestHouse
afterEach(() => house.close())
async function withHost(settings: Record<string, string> = {}) {
  house = await openHouse(settings)
  await house.a.member({ handle: 'host', role: 'admin' })
  await house.a.member({ handle: 'mod', role: 'moderator' })
  return house.as('host')
}

test('what an admin chooses holds at once and is in the log', async () => {
  const host = await withHost()
  expect((await host.get('/admin/settings')).json).toMatchObject({ name: 'Commonplace', registration: 'open', registrationSetByHost: false })
  const change = { name: '茶馆', registration: 'invite', description: { en: 'A tea house' }, rules: { en: 'Be kind.', 'zh-Hans': '友善。', fr: ' ' } }
  expect((await host.patch('/admin/settings', change)).json).toMatchObject({
    name: '茶馆',
    registration: 'invite',
    rules: { version: 1, texts: { en: 'Be kind.', 'zh-Hans': '友善。' } },
  })
  expect(await registrationMode(house.ground)).toBe('invite')
  expect((await house.as(null).get('/session')).json.place).toMatchObject({ name: '茶馆', registration: 'invite' })
  expect((await house.as(null).get('/place')).json).toEqual({
    name: '茶馆',
    description: { en: 'A tea house' },
    rules: { version: 1, texts: { en: 'Be kind.', 'zh-Hans': '友善。' } },
  })
  expect((await host.patch('/admin/settings', { rules: { en: 'Be kind and curious.' } })).json.rules.version).toBe(2)
  const { items } = (await host.get('/admin/audit')).json
  expect(items.flatMap((row: { facts: { setting?: string } }) => row.facts.setting ?? [])).toEqual(['rules', 'registration', 'rules', 'description', 'name'])
  expect((await host.get('/admin/audit?cursor=WzEsIngiLCJ5Il0')).json.type).toBe('/problems/bad-cursor')
})

test('two admins change settings one after the other: nothing is locked before the log, and both rules count', async () => {
  const host = await withHost()
  await host.patch('/admin/settings', { name: 'Tea' })
  const [free, ...ended] = await heldUp(
    house,
    lockAudit,
    ['Be kind.', 'Be curious.'].map((en) => () => host.patch('/admin/settings', { name: en, rules: { en } })),
    (tx) => tx.selectFrom('host_settings').select('key').where('key', '=', 'place-name').forUpdate().skipLocked().execute(),
  )
  expect(free).toHaveLength(1)
  expect(ended).toMatchObject([{ value: { status: 200 } }, { value: { status: 200 } }])
  expect((await house.as(null).get('/place')).json.rules.version).toBe(2)
})

test('what the environment sets wins and cannot be changed in the browser', async () => {
  const host = await withHost({ REGISTRATION: 'closed' })
  expect((await host.get('/admin/settings')).json).toMatchObject({ registration: 'closed', registrationSetByHost: true })
  expect((await host.patch('/admin/settings', { registration: 'open' })).json).toMatchObject({ type: '/problems/set-by-host', field: 'registration' })
  expect(await registrationMode(house.ground)).toBe('closed')
})

test('settings are for admins', async () => {
  await withHost()
  expect((await house.as('mod').get('/admin/settings')).status).toBe(404)
  expect((await house.as(null).patch('/admin/settings', { name: 'x' })).status).toBe(401)
})
