import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { after, DAY, HOUR, instant } from '#ground/clock/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { makeMonths } from '../queries/months.ts'
import { seenBy } from '../queries/signals.ts'
import { tidySignals } from './tidy.ts'

let house: TestHouse
const id: Record<string, ActorId> = {}
const notes: NoteId[] = []

interface Row {
  reader: string
  note: string
  kind: number
  day: string
  seconds: number | null
  slot: number
  part: string
}
const rows = async (): Promise<Row[]> =>
  (
    await sql<Row>`select reader_id as reader, note_id as note, kind, day::text, seconds, slot, tableoid::regclass::text as part from feed_signals order by day, note_id, kind, reader_id`.execute(
      house.ground.db.q,
    )
  ).rows
const pageOf = async (handle: string | null, path = '/feeds/discover') =>
  (await house.as(handle).get(path)).json as { served: string | null; items: { id: string }[] }
const send = (handle: string | null, served: unknown, events: unknown) => house.as(handle).post('/signals', { served, events })

beforeAll(async () => {
  house = await openHouse()
  for (const handle of ['ada', 'ben', 'cleo', 'dov']) id[handle] = await house.a.member({ handle })
  for (const handle of ['ben', 'cleo', 'ben']) {
    house.clock.move(60_000)
    notes.push(await house.a.note(handle, { title: `A note by ${handle}`, topics: ['tea'] }))
  }
  await house.settle()
})
afterAll(() => house.close())

test('every list of tiles is served to a member with its token, to a guest without', async () => {
  const list = (await house.as('ada').post('/lists', { name: 'Two' })).json.id
  for (const handle of ['ben', 'cleo']) {
    await house.as('ada').put(`/actors/${id[handle]}/follow`)
    await house.as('ada').put(`/lists/${list}/members/${id[handle]}`)
  }
  for (const path of ['/feeds/discover', '/feeds/following', '/topics/tea/notes', `/lists/${list}/notes`]) {
    const page = await pageOf('ada', path)
    expect(page.items.length, path).toBeGreaterThan(0)
    expect((await send('ada', page.served, [[0, 'open']])).status, path).toBe(204)
  }
  expect(await pageOf(null)).toMatchObject({ served: null })
  expect((await send(null, (await pageOf('ada')).served, [[0, 'open']])).status).toBe(401)
  await sql`delete from feed_signals`.execute(house.ground.db.q)
})

test('a batch is written once, however often it comes and in whatever pieces', async () => {
  const page = await pageOf('ada')
  const events = [
    [0, 'impression'],
    [1, 'impression'],
    [0, 'open'],
    [0, 'dwell', 12],
    [0, 'finish'],
  ]
  for (const part of [
    events,
    events.slice(1, 3),
    events,
    [
      [0, 'impression'],
      [0, 'impression'],
    ],
  ])
    expect((await send('ada', page.served, part)).status).toBe(204)
  const found = await rows()
  expect(found).toHaveLength(5)
  expect(found.every(({ reader, day }) => reader === id.ada && day === '2026-03-01')).toBe(true)
  expect(found.find(({ kind }) => kind === 1)).toMatchObject({ note: page.items[0]?.id, seconds: 10, slot: 0 })
  // The longer of two stays remains; one too short to be told apart is none.
  for (const seconds of [40, 11, 1]) await send('ada', page.served, [[0, 'dwell', seconds]])
  expect((await rows()).find(({ kind }) => kind === 1)?.seconds).toBe(30)
  await send('ada', page.served, [[1, 'dwell', 2]])
  expect(await rows()).toHaveLength(5)
})

test('an impression is counted once a reader and day, whatever page it was on', async () => {
  const before = (await rows()).length
  const [first, second] = [await pageOf('ada'), await pageOf('ada', '/topics/tea/notes')]
  for (const page of [first, second])
    await send(
      'ada',
      page.served,
      page.items.map((_, slot) => [slot, 'impression']),
    )
  expect((await rows()).filter(({ kind }) => kind === 0)).toHaveLength(3)
  expect((await rows()).length).toBe(before + 1)
  house.clock.move(DAY)
  const next = await pageOf('ada', '/topics/tea/notes')
  await send('ada', next.served, [[0, 'impression']])
  // A batch of yesterday's page that comes today is yesterday's.
  await send('ada', first.served, [
    [0, 'impression'],
    [1, 'impression'],
    [2, 'impression'],
  ])
  expect((await rows()).filter(({ kind }) => kind === 0).map(({ day }) => day)).toEqual(['2026-03-01', '2026-03-01', '2026-03-01', '2026-03-02'])
})

test('a page is answered for by its reader alone, for a day, in the slots it had', async () => {
  const before = await rows()
  const { served, items } = await pageOf('ada')
  const refused = async (handle: string, token: unknown, events: unknown, status = 422) => {
    const { status: found, json } = await send(handle, token, events)
    expect([found, json.type]).toEqual([status, status === 422 ? '/problems/page-not-served' : '/problems/bad-input'])
  }
  const text = served ?? ''
  // Another member, and the same page under a token that was made up.
  await refused('dov', text, [[0, 'impression']])
  await refused('ada', `${text.slice(0, 40)}${text[40] === 'A' ? 'B' : 'A'}${text.slice(41)}`, [[0, 'impression']])
  await refused('ada', `${text.split('.')[0]}.${'A'.repeat(43)}`, [[0, 'impression']])
  await refused('ada', '', [[0, 'impression']])
  await refused('ada', text, [[items.length, 'impression']])
  // One slot that was not there spoils the batch.
  await refused('ada', text, [
    [0, 'finish'],
    [items.length, 'impression'],
  ])
  for (const events of [
    [],
    [[0, 'like']],
    [[0, 'hide']],
    [[-1, 'open']],
    [[0.5, 'open']],
    [[0, 'dwell']],
    [[0, 'dwell', -1]],
    [[0]],
    'x',
    null,
    Array(300).fill([0, 'open']),
  ])
    await refused('ada', text, events, 400)
  house.clock.move(DAY + HOUR)
  await refused('ada', text, [[0, 'impression']])
  house.clock.move(-2 * DAY)
  await refused('ada', text, [[0, 'impression']])
  house.clock.move(DAY - HOUR)
  expect(await rows()).toEqual(before)
})

test('one looks at one’s own notes without trace', async () => {
  const page = await pageOf('ben', '/topics/tea/notes')
  await send(
    'ben',
    page.served,
    page.items.map((_, slot) => [slot, 'impression']),
  )
  const own = new Set([notes[0], notes[2]])
  const seen = (await rows()).filter(({ reader }) => reader === id.ben)
  expect(seen.map(({ note }) => note)).toEqual([notes[1]])
  expect(page.items.filter((item) => own.has(item.id as NoteId))).toHaveLength(2)
})

test('signals are told to nobody and count nowhere', async () => {
  const everything = async (handle: string | null) =>
    JSON.stringify(
      await Promise.all(
        [`/notes/${notes[0]}`, `/notes/${notes[0]}/comments`, '/actors/ben', '/actors/ben/notes', '/topics/tea/notes', '/search?q=note'].map(async (path) => {
          const { json } = await house.as(handle).get(path)
          return { ...json, served: null }
        }),
      ),
    )
  await house.settle()
  const before = await Promise.all(['ben', 'dov', null].map(everything))
  const told = (await house.as('ben').get('/notices')).json
  const page = await pageOf('ada', '/topics/tea/notes')
  await send(
    'ada',
    page.served,
    page.items.flatMap((_, slot) => [
      [slot, 'impression'],
      [slot, 'open'],
      [slot, 'finish'],
      [slot, 'dwell', 100],
    ]),
  )
  for (const choice of ['less', 'tried']) await house.as('ada').put(`/notes/${notes[0]}/choices/${choice}`)
  await house.settle()
  expect(await Promise.all(['ben', 'dov', null].map(everything))).toEqual(before)
  expect((await house.as('ben').get('/notices')).json).toEqual(told)
  for (const choice of ['less', 'tried']) await house.as('ada').delete(`/notes/${notes[0]}/choices/${choice}`)
})

test('what was seen is known for as long as one asks', async () => {
  const now = house.clock.now()
  const seen = await seenBy(house.ground.db.q, id.ada as ActorId, after(now, -2 * DAY))
  expect([...seen.keys()].sort()).toEqual([...notes].sort())
  expect(await seenBy(house.ground.db.q, id.dov as ActorId, instant(0))).toEqual(new Map())
  expect(await seenBy(house.ground.db.q, id.ada as ActorId, after(now, HOUR))).toEqual(new Map())
})

test('months are made ahead, take what lay beside, and go after 90 days', async () => {
  const tidy = () => tidySignals(house.ground).run({}, new AbortController().signal)
  const before = await rows()
  expect(new Set(before.map(({ part }) => part))).toEqual(new Set(['feed_signals_rest']))
  await tidy()
  const moved = await rows()
  expect(moved.map(({ part: _, ...row }) => row)).toEqual(before.map(({ part: _, ...row }) => row))
  expect(new Set(moved.map(({ part }) => part))).toEqual(new Set(['feed_signals_2026_03']))
  await makeMonths(house.ground.db, house.clock.now())
  // Three months on, none was made ahead: the batch is taken all the same.
  house.clock.set('2026-06-10T12:00:00Z')
  const page = await pageOf('ada')
  expect((await send('ada', page.served, [[0, 'impression']])).status).toBe(204)
  expect((await rows()).at(-1)?.part).toBe('feed_signals_rest')
  await tidy()
  const left = await rows()
  expect(left.map(({ day, part }) => [day, part])).toEqual([['2026-06-10', 'feed_signals_2026_06']])
  const parts = async () =>
    (
      await sql<{ part: string }>`select inhrelid::regclass::text as part from pg_inherits where inhparent = 'feed_signals'::regclass`.execute(
        house.ground.db.q,
      )
    ).rows.map(({ part }) => part)
  // March is not over for 90 days: of it the days go, and the month when its last one does.
  expect(await parts()).toEqual(expect.arrayContaining(['03', '04', '05', '06', '07', '08'].map((month) => `feed_signals_2026_${month}`)))
  house.clock.set('2026-07-01T12:00:00Z')
  await tidy()
  expect(await parts()).not.toContain('feed_signals_2026_03')
  expect(await rows()).toEqual(left)
})

test('rows of a month that is not over go by the day', async () => {
  house.clock.set('2026-09-09T12:00:00Z')
  await tidySignals(house.ground).run({}, new AbortController().signal)
  expect(await rows()).toEqual([])
})

test('nothing stays of a note that is gone, nor of a member who left', async () => {
  const page = await pageOf('ada', '/topics/tea/notes')
  await send(
    'ada',
    page.served,
    page.items.map((_, slot) => [slot, 'impression']),
  )
  await house.as('ada').put(`/notes/${notes[0]}/choices/hide`)
  await house.as('ada').put(`/notes/${notes[1]}/like`)
  await house.as('ada').delete(`/me/acts/${notes[1]}/like`)
  await house.as('ada').patch('/me/learning', { chronological: true })
  const kept = async (column: string, value: string | undefined): Promise<number> => {
    let count = 0
    for (const table of ['feed_signals', 'feed_choices', 'feed_forgotten', 'feed_controls']) {
      if (column === 'note_id' && table === 'feed_controls') continue
      const { rows: found } = await sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} = ${value}`.execute(house.ground.db.q)
      count += found.length
    }
    return count
  }
  expect(await kept('note_id', notes[0])).toBe(2)
  await house.as('ben').delete(`/notes/${notes[0]}`)
  await house.settle()
  expect(await kept('note_id', notes[0])).toBe(0)
  // A batch that comes behind it writes nothing.
  expect(
    (
      await send(
        'ada',
        page.served,
        page.items.map((_, slot) => [slot, 'finish']),
      )
    ).status,
  ).toBe(204)
  expect(await kept('note_id', notes[0])).toBe(0)
  expect(await kept('reader_id', id.ada)).toBeGreaterThan(3)
  const { forget } = (await import('../index.ts')).feed
  await house.ground.db.transaction(async (tx) => forget?.(tx, id.ada as ActorId))
  expect(await kept('reader_id', id.ada)).toBe(0)
})
