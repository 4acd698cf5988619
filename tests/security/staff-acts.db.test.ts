import { afterAll, beforeAll, expect, test } from 'vitest'
import { examine } from '#faces/cli/doctor.ts'
import { createSignInLink, createToken } from '#features/people/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { features } from '../../src/rooms.ts'
import { openHouse, type TestHouse } from '../house.ts'

let house: TestHouse
const ids: Record<string, string> = {}
beforeAll(async () => {
  house = await openHouse()
  for (const [handle, role] of [
    ['host', 'admin'],
    ['mod', 'moderator'],
    ['lin', 'member'],
    ['mei', 'member'],
    ['tom', 'member'],
  ] as const)
    ids[handle] = await house.a.member({ handle, role, languages: ['en'] })
})
afterAll(() => house.close())

interface Row {
  number: number
  by: string | null
  act: string
  subjectKind: string
  facts: Record<string, unknown>
}
const log = async (): Promise<Row[]> => (await house.as('host').get('/admin/audit?limit=50')).json.items

async function openCase(): Promise<string> {
  const note = await house.a.note('mei', { title: 'Cheap watches' })
  await house.as('lin').post('/reports', { subjectKind: 'note', subjectId: note, kind: 'spam' })
  return (await house.as('mod').get('/admin/reports?state=open')).json.items[0].id
}

async function layerOfOther(): Promise<string> {
  const note = await house.a.note('mei', { title: 'On the roof', language: 'en' })
  return (await house.as('lin').post('/layers', { subjectKind: 'note', subjectId: note, language: 'de', title: 'Auf dem Dach', body: '' })).json.id
}

/** Every route by which staff change something: who, what is sent, and the acts that the log then holds, newest first. */
const ACTS: Record<string, { who: string; act(): Promise<{ status: number }>; logged: string[] }> = {
  'PATCH /admin/members/{id}': {
    who: 'host',
    act: () => house.as('host').patch(`/admin/members/${ids.tom}`, { role: 'moderator', state: 'suspended' }),
    logged: ['member.changed', 'member.changed'],
  },
  'PATCH /admin/reports/{id}': {
    who: 'mod',
    act: async () => house.as('mod').patch(`/admin/reports/${await openCase()}`, { state: 'closed', answer: 'Gone.' }),
    logged: ['report.closed'],
  },
  'POST /admin/filter-terms': {
    who: 'host',
    act: () => house.as('host').post('/admin/filter-terms', { kind: 'word', term: 'casino' }),
    logged: ['filter-term.added'],
  },
  'DELETE /admin/filter-terms/{id}': {
    who: 'host',
    act: async () => house.as('host').delete(`/admin/filter-terms/${(await house.as('host').get('/admin/filter-terms')).json.items[0].id}`),
    logged: ['filter-term.removed'],
  },
  'PATCH /admin/settings': {
    who: 'host',
    act: () => house.as('host').patch('/admin/settings', { name: '茶馆', rules: { en: 'Be kind.' } }),
    logged: ['settings.changed', 'settings.changed'],
  },
  'POST /admin/engine-terms': {
    who: 'host',
    act: () => house.as('host').post('/admin/engine-terms', { language: 'zh-Hans', target: 'en', term: '共处', translation: 'Commonplace' }),
    logged: ['engine-term.added'],
  },
  'DELETE /admin/engine-terms/{id}': {
    who: 'host',
    act: async () => house.as('host').delete(`/admin/engine-terms/${(await house.as('host').get('/admin/engine-terms')).json.items[0].id}`),
    logged: ['engine-term.removed'],
  },
  'DELETE /culture-words/{id}': {
    who: 'mod',
    act: async () => {
      const word = { language: 'zh-Hans', headword: '水泥自赏', reading: 'shuǐ ní zì shǎng', en: 'shoegaze from factory towns', zhHans: '' }
      return house.as('mod').delete(`/culture-words/${(await house.as('lin').post('/culture-words', word)).json.id}`)
    },
    logged: ['culture-word.removed'],
  },
  'PUT /admin/topic-proposals/{id}': {
    who: 'mod',
    act: async () => {
      const asked = await house.as('lin').post('/topics/punk/proposals', { other: 'punkers', language: 'en', answer: 'same' })
      return house.as('mod').put(`/admin/topic-proposals/${asked.json.id}`, { state: 'apart', reason: 'Those are people.' })
    },
    logged: ['topic-proposal.decided'],
  },
  'PUT /admin/topics/{id}/links': {
    who: 'mod',
    act: () => house.as('mod').put('/admin/topics/shoegaze/links', { other: 'noodles', as: 'related' }),
    logged: ['topic.linked'],
  },
}
/** What members do with their own and staff with anyone's. */
const ON_OTHERS: typeof ACTS = {
  'DELETE /layers/{id}': { who: 'mod', act: async () => house.as('mod').delete(`/layers/${await layerOfOther()}`), logged: ['layer.deleted'] },
  'DELETE /invites/{id}': {
    who: 'mod',
    act: async () => house.as('mod').delete(`/invites/${(await house.as('mei').post('/invites', { label: '', uses: 1, days: 3 })).json.id}`),
    logged: ['invite.revoked'],
  },
}

test('every route that staff change something by is tried here', () => {
  const staff = features.flatMap(({ routes = [] }) => routes).filter(({ who, method }) => (who === 'moderator' || who === 'admin') && method !== 'get')
  expect(Object.keys(ACTS).sort()).toEqual(staff.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort())
})

test.each(Object.entries({ ...ON_OTHERS, ...ACTS }))('%s is in the audit log, by whom it was', async (_route, { who, act, logged }) => {
  const [before] = await log()
  expect((await act()).status).toBeLessThan(300)
  const rows = (await log()).filter(({ number }) => number > (before?.number ?? 0))
  expect(rows.map(({ act: name, by }) => [name, by])).toEqual(logged.map((name) => [name, ids[who]]))
})

test('what staff may not do, and what a member does with their own, is not', async () => {
  const [before] = await log()
  const host = house.as('host')
  expect((await host.delete('/admin/filter-terms/019ca945-f460-7513-8308-00a513cbf580')).status).toBe(404)
  expect((await host.patch(`/admin/members/${ids.host}`, { role: 'member' })).status).toBe(403)
  const own = await house.as('mei').post('/invites', { label: '', uses: 1, days: 3 })
  expect((await house.as('mei').delete(`/invites/${own.json.id}`)).status).toBe(204)
  expect((await log())[0]).toEqual(before)
})

test('what the host does at the command line is in it, without a secret', async () => {
  const { ground } = house
  const link = await createSignInLink(ground, ids.mei as ActorId)
  const token = await createToken(ground, { actorId: ids.mei as ActorId, scopes: ['read'], label: 'command line', byHost: true })
  await house.a.member({ handle: 'second', role: 'admin' })
  const rows = await log()
  expect(rows.slice(0, 3).map(({ act, by }) => [act, by])).toEqual([
    ['member.created', null],
    ['token.made', null],
    ['sign-in-link.made', null],
  ])
  for (const secret of [token, link.split('/').at(-1) ?? '']) expect(JSON.stringify(rows)).not.toContain(secret)
})

test('doctor says which row of the log somebody touched', async () => {
  const { ground } = house
  const found = async () => (await examine(ground)).find(({ name }) => name.startsWith('settings: rows of the audit log'))
  expect(await found()).toMatchObject({ ok: true, detail: '0' })
  const third = await ground.db.q.selectFrom('audit_log').select('facts').where('number', '=', 3).executeTakeFirstOrThrow()
  const write = (facts: unknown) =>
    ground.db.q
      .updateTable('audit_log')
      .set({ facts: JSON.stringify(facts) })
      .where('number', '=', 3)
      .execute()
  await write({ nothing: 'happened' })
  expect(await found()).toMatchObject({ ok: false, detail: '1, row 3' })
  await write(third.facts)
  expect(await found()).toMatchObject({ ok: true })
})
