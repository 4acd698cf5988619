import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { after, DAY, MINUTE } from '#ground/clock/index.ts'
import type { Database } from '#ground/database/index.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { type Random, seeded } from '#pure/recommender/random.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { wrongSums } from '../queries/payments.ts'
import { recordSignals } from '../signals/record.ts'
import { servedKey } from '../signals/serve.ts'
import { seal } from '../signals/served.ts'

let house: TestHouse
const notes: NoteId[] = []
const readers: Member[] = []

beforeAll(async () => {
  house = await openHouse()
  for (const handle of ['lin', 'dana', 'mei']) await house.a.member({ handle })
  for (let i = 0; i < 40; i += 1) {
    await house.a.member({ handle: `reader_${i}` })
    readers.push(await house.a.viewer(`reader_${i}`))
  }
  await house.a.member({ handle: 'host', role: 'admin' })
  house.clock.move(2 * DAY)
  for (const handle of ['lin', 'dana', 'mei']) notes.push(await house.a.note(handle, { title: `First of ${handle}` }))
  await house.settle()
}, 60_000)
afterAll(() => house.close())

interface Batch {
  reader: Member
  token: string
  slots: number[]
}

/** What readers did on pages of the last twenty hours, over midnight: half of it about one note, so that it is paid in full while others are at it. */
function batches(random: Random, count: number, key: string): Batch[] {
  const of = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  return Array.from({ length: count }, () => {
    const reader = of(readers)
    const at = after(house.clock.now(), -Math.floor(random() * 20 * 60) * MINUTE)
    const shown = notes.map((id) => ({ id, propensity: null }))
    const slots = [0, 1, 2].filter((slot) => random() < (slot === 0 ? 0.9 : 0.35))
    return { reader, token: seal(key, { reader: reader.id, at, surface: 'discover', notes: shown }), slots: slots.length > 0 ? slots : [0] }
  })
}

/** As a page sends it; with `isCut` the power goes before the commit. */
async function record({ reader, token, slots }: Batch, isCut: boolean): Promise<void> {
  const { db } = house.ground
  const cut: Database['transaction'] = (work) =>
    db.transaction(async (tx) => {
      await work(tx)
      throw new Error('cut off')
    })
  const ground = isCut ? { ...house.ground, db: { ...db, transaction: cut } } : house.ground
  await recordSignals(
    ground,
    reader,
    token,
    slots.map((slot) => [slot, 'impression'] as const),
  ).catch((error: Error) => {
    if (error.message !== 'cut off') throw error
  })
}

test('the ledger is the impressions, whatever comes twice, at once or is cut off', { timeout: 120_000 }, async () => {
  const random = seeded(20_261_123)
  const key = await servedKey(house.ground)
  for (let day = 0; day < 3; day += 1) {
    house.clock.move(DAY)
    const all = batches(random, 90, key)
    const left = [...all, ...all.filter((_, i) => i % 3 === 0)].map((batch, i) => ({ batch, isCut: i % 5 === 0 }))
    const work = async () => {
      for (let next = left.shift(); next; next = left.shift()) await record(next.batch, next.isCut)
    }
    await Promise.all([work(), work(), work(), work()])
  }
  const { rows } = await sql<{ seen: number; given: number; lines: number; owed: number; state: string }>`
    select p.owed, p.given, p.state, (select count(*)::int from feed_signals s where s.note_id = p.note_id and s.kind = 0) as seen,
      (select sum(l.given)::int from promise_payments l where l.promise_id = p.id) as lines from promises p order by p.made_at, p.id`.execute(house.ground.db.q)
  expect(rows).toHaveLength(3)
  for (const { seen, given, lines, owed, state } of rows) {
    expect(given).toBe(Math.min(owed, seen))
    expect(lines).toBe(given)
    expect(state).toBe(seen >= owed ? 'paid' : 'open')
  }
  expect(rows.map(({ state }) => state)).toContain('paid')
  expect(rows.map(({ state }) => state)).toContain('open')
  // While one runs, who paid it are those who saw it.
  const { rows: differ } = await sql`
    select note_id, reader_id, day from feed_signals where kind = 0 and note_id in (select note_id from promises where state = 'open')
    except select p.note_id, r.reader_id, r.day from promise_readers r join promises p on p.id = r.promise_id`.execute(house.ground.db.q)
  expect(differ).toEqual([])
  expect(await wrongSums(house.ground.db.q)).toEqual([])
})

test('everybody may read the ledger: its days add up, and nobody who looked can be found in it', async () => {
  const first = await house.as(null).get('/feed/promises/ledger?limit=2')
  const second = await house.as(null).get(`/feed/promises/ledger?limit=2&cursor=${first.json.next}`)
  const lines = [...first.json.items, ...second.json.items]
  expect(lines.map(({ noteId }) => noteId).sort()).toEqual([...notes].sort())
  expect(second.json.next).toBeNull()
  for (const { given, givenAcross, days } of lines) {
    const sum = (name: 'given' | 'givenAcross') => days.reduce((total: number, day: Record<string, number>) => total + (day[name] ?? 0), 0)
    expect([sum('given'), sum('givenAcross')]).toEqual([given, givenAcross])
    expect(days.every(({ day }: { day: string }) => /^\d{4}-\d\d-\d\d$/.test(day))).toBe(true)
  }
  const text = JSON.stringify(lines)
  expect(readers.filter(({ id }) => text.includes(id))).toEqual([])
  const { rows } = await sql<{ given: number }>`select sum(given)::int as given from promises`.execute(house.ground.db.q)
  expect(lines.reduce((total, { given }) => total + given, 0)).toBe(rows[0]?.given)
})

test('what a note was promised is its author’s to see, and the sums the host’s', async () => {
  const mine = await house.as('lin').get(`/notes/${notes[0]}/promises`)
  expect(mine.json.items).toMatchObject([{ kind: 'newcomer', state: 'paid', owed: 100, given: 100, begun: true }])
  expect((await house.as('dana').get(`/notes/${notes[0]}/promises`)).status).toBe(404)
  expect((await house.as(null).get(`/notes/${notes[0]}/promises`)).status).toBe(401)
  expect((await house.as('dana').get('/admin/promises')).status).toBe(404)
  const { json } = await house.as('host').get('/admin/promises')
  expect(json.sums.reduce((total: number, one: { promises: number }) => total + one.promises, 0)).toBe(3)
  expect(json.hour.most).toBe(5_000)
})

test('a note that is not for everybody any more loses its place in the ledger, not its line; a reader who leaves takes nothing out of it', async () => {
  await house.as('dana').patch(`/notes/${notes[1]}`, { visibility: 'followers' })
  await house.settle()
  const { json } = await house.as(null).get('/feed/promises/ledger')
  const gone = json.items.filter(({ noteId }: { noteId: string | null }) => noteId === null)
  expect(gone).toMatchObject([{ state: 'void', owed: 100 }])
  expect(gone[0].given).toBeGreaterThan(0)
  const before = JSON.stringify(json)
  const leaving = readers[0]?.id as ActorId
  for (const { forget } of house.ground.house.features) if (forget) await house.ground.db.transaction((tx) => forget(tx, leaving))
  expect((await sql`select 1 from promise_readers where reader_id = ${leaving}`.execute(house.ground.db.q)).rows).toEqual([])
  expect(JSON.stringify((await house.as(null).get('/feed/promises/ledger')).json)).toBe(before)
})
