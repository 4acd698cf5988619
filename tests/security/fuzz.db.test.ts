import { afterAll, beforeAll, expect, test } from 'vitest'
import { jpeg, upload } from '#features/media/media.harness.ts'
import { postComment } from '#features/notes/index.ts'
import { openSession } from '#features/people/sessions.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { features } from '../../src/rooms.ts'
import { openHouse, type TestHouse } from '../house.ts'
import { chance, type Malformed, malformer } from './malformed.ts'

/** More before a release: `npm run bench -- fuzz --requests 100000 --seed 7`. */
const COUNT = Number(process.env.FUZZ_REQUESTS ?? 5_000)
const SEED = Number(process.env.FUZZ_SEED ?? 20260301)

let house: TestHouse
const known: string[] = []
const people: Record<string, ActorId> = {}
const sessions = new Map<string, string>()

async function open(handle: string): Promise<void> {
  sessions.set(
    handle,
    await openSession(house.ground, people[handle] as ActorId, { strong: true, openedBy: 'password' }, { userAgent: 'fuzz', network: 'unknown' }),
  )
}

beforeAll(async () => {
  house = await openHouse()
  for (const [handle, role] of [
    ['lin', 'member'],
    ['ada', 'admin'],
    ['other', 'member'],
  ] as const) {
    people[handle] = await house.a.member({ handle, role, languages: ['en', 'zh-Hans'] })
    await open(handle)
  }
  const lin = house.as('lin')
  for (const visibility of ['public', 'followers'] as const) {
    const note = await house.a.note('lin', {
      title: 'On the roof',
      body: 'hello #punk @other',
      topics: ['punk'],
      visibility,
      layers: [{ language: 'zh-Hans', title: '屋顶', body: '你好' }],
    })
    known.push(note, await postComment(house.ground, await house.viewer('other'), note, { body: 'yes' }).catch(() => note))
  }
  const made = [
    await lin.post('/drafts', { content: { title: 'draft' } }),
    await lin.post('/boards', { name: 'Board' }),
    await lin.post('/lists', { name: 'List' }),
    await lin.post('/mutes', { kind: 'word', value: 'rain' }),
  ]
  const picture = await upload(house, 'lin', await jpeg(90, 60))
  await lin.post('/notes', { title: 'Menu', visibility: 'public', pictures: [{ id: picture }] })
  const boxes = [{ x: 0.1, y: 0.1, width: 0.5, height: 0.1, words: '今日限定', meaning: 'Today only' }]
  await house.as('other').put(`/pictures/${picture}/words`, { revision: 0, language: 'zh-Hans', into: 'en', boxes })
  const words = await lin.get(`/layers?subjectKind=picture&subjectId=${picture}`)
  const layers = await lin.get(`/layers?subjectKind=note&subjectId=${known[0]}`)
  known.push(
    ...made.map(({ json }) => json.id),
    picture,
    ...[...words.json.items, ...layers.json.items].map(({ id }: { id: string }) => id),
    ...Object.values(people),
    'lin',
    'other',
    'ada',
    'punk',
    '朋克',
    'de',
    'fr',
  )
  await house.settle()
  known.push((await house.as('other').get('/feeds/discover')).json.served)
}, 60_000)
afterAll(() => house.close())

test(`${COUNT} malformed requests over every route: none is a bug`, { timeout: 120_000 + COUNT * 100 }, async () => {
  const lot = chance(SEED)
  const make = malformer(lot, known.filter(Boolean))
  // What ends the account that asks would leave nothing to ask with.
  const routes = features.flatMap((feature) => feature.routes ?? []).filter(({ method, path }) => !(method === 'delete' && path === '/me'))
  const bugs = new Map<string, string>()
  const statuses = new Map<number, number>()
  for (let sent = 0; sent < COUNT; sent += 1) {
    const given = make(routes[sent % routes.length] as (typeof routes)[number])
    const { status, text } = await send(given, lot.pick(['lin', 'lin', 'lin', 'ada', 'ada', 'ada', null]))
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    if (status >= 500 && status !== 503)
      bugs.set(`${given.method} ${given.path.split('?')[0]?.slice(0, 60)} ${text.slice(0, 60)}`, JSON.stringify(given).slice(0, 600))
    // Much is refused by the count of a day; the next day it is not.
    if (sent % 500 === 499) await nextDay()
    // Somebody signed out, or was.
    else if (status === 401 && sent % 10 === 0) await openAll()
  }
  console.log(
    `fuzz: ${COUNT} requests, seed ${SEED}, ${[...statuses]
      .sort()
      .map(([status, count]) => `${status}: ${count}`)
      .join(', ')}`,
  )
  expect(Object.fromEntries(bugs)).toEqual({})
  // It reached the handlers: a good part was understood.
  expect((statuses.get(200) ?? 0) + (statuses.get(201) ?? 0) + (statuses.get(204) ?? 0)).toBeGreaterThan(COUNT / 20)
})

async function nextDay(): Promise<void> {
  house.clock.move(24 * 3_600_000)
  await openAll()
}

async function openAll(): Promise<void> {
  for (const handle of sessions.keys()) {
    await house.ground.db.q
      .updateTable('members')
      .set({ state: 'active', role: handle === 'ada' ? 'admin' : 'member' })
      .where('actor_id', '=', people[handle] as ActorId)
      .execute()
    await open(handle)
  }
}

async function send({ method, path, headers, body }: Malformed, handle: string | null): Promise<{ status: number; text: string }> {
  const { origin } = house.ground.config
  const session = handle === null ? null : sessions.get(handle)
  const response = await house.api.fetch(
    new Request(`${origin}/-/api${path}`, {
      method,
      headers: { origin, ...headers, ...(session ? { cookie: `session=${session}` } : {}) },
      ...(body === undefined ? {} : { body: body as BodyInit }),
    }),
    { address: '127.0.0.1' },
  )
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return { status: response.status, text: await response.text() }
  await response.body?.cancel()
  return { status: response.status, text: '' }
}
