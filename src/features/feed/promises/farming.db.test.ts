import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { after, DAY, HOUR } from '#ground/clock/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { projectNote } from '../queries/projection.ts'
import { keepPromise, markKey } from './keep-promise.ts'

const SHOW = 'Last night in the basement the band went on stage for the first time, and the neighbours came down to listen until two in the morning.'
let house: TestHouse
let key: string
beforeAll(async () => {
  house = await openHouse()
  key = await markKey(house.ground)
})
afterAll(() => house.close())

interface Fake {
  author: ActorId
  note: NoteId
  marks: string[]
  text: string
}
const fakes = (count: number, like: (i: number) => { marks: string[]; text: string }): Fake[] =>
  Array.from({ length: count }, (_, i) => ({ author: house.ground.ids.next<ActorId>(), note: house.ground.ids.next<NoteId>(), ...like(i) }))

/** Members of two days, each with a public note, as rows: by the verbs a thousand would take minutes. */
async function write(all: Fake[]): Promise<void> {
  const { q } = house.ground.db
  const now = house.clock.now()
  const made = sql`unnest(${all.map(({ author }) => author)}::uuid[], ${all.map(({ note }) => note)}::uuid[], ${all.map(({ text }) => text)}::text[]) made (author, note, text)`
  await sql`insert into actors (id, handle, uri, name, created_at) select author, 'f' || right(author::text, 12), 'test:' || author, 'f', ${after(now, -2 * DAY)} from ${made}`.execute(
    q,
  )
  await sql`insert into members (actor_id, role, state, locale, reads, writes, time_zone, minor, created_at)
    select author, 'member', 'active', 'en', '{en}', '{en}', 'UTC', false, ${after(now, -2 * DAY)} from ${made}`.execute(q)
  await sql`insert into notes (id, uri, author_id, kind, visibility, state, language, licence, cover_pattern, picture_count, created_at, published_at)
    select note, 'test:' || note, author, 'text', 'public', 'published', 'en', 'CC0-1.0', 0, 0, ${now}, ${now} from ${made}`.execute(q)
  await sql`insert into layers (id, subject_kind, subject_id, language, origin, by_actor, title, body, revision, source_revision, created_at, updated_at)
    select gen_random_uuid(), 'note', note::text, 'en', 'original', author, '', text, 1, 1, ${now}, ${now} from ${made}`.execute(q)
  const origins = all.flatMap(({ author, marks }) => marks.map((mark) => ({ actor_id: author, mark, at: now })))
  if (origins.length > 0) await q.insertInto('member_origins').values(origins).execute()
}

/** What hearing `note.published` does, four at a time. */
async function hear(all: Fake[]): Promise<void> {
  const left = [...all]
  const one = async () => {
    for (let fake = left.pop(); fake; fake = left.pop()) {
      const { note } = fake
      await house.ground.db.transaction(async (tx) => {
        await projectNote(tx, note)
        await keepPromise(tx, house.ground, key, note)
      })
    }
  }
  await Promise.all([one(), one(), one(), one()])
}

async function promisedTo(all: Fake[]): Promise<number> {
  const { rows } = await sql<{
    owed: number
  }>`select coalesce(sum(owed), 0)::int as owed from promises where author_id = any(${all.map(({ author }) => author)}::uuid[])`.execute(house.ground.db.q)
  return rows[0]?.owed ?? 0
}

const ONE_FLOOR = 3 * 100

test('a thousand fakes made quickly share one floor; honest newcomers beside them get theirs', async () => {
  const thousand = fakes(1_000, (i) => ({ marks: [`device-${i % 40}`, 'hour-one'], text: `Short ${i}` }))
  const honest = fakes(5, (i) => ({ marks: [`home-${i}`], text: `What I cooked on day ${i}` }))
  await write(thousand)
  await write(honest)
  await hear([...thousand, ...honest])
  expect(await promisedTo(thousand)).toBe(ONE_FLOOR)
  expect(await promisedTo(honest)).toBe(5 * 100)
})

test('so do those of one device over many hours, and those of many networks that say the same', async () => {
  const oneDevice = fakes(40, (i) => ({ marks: ['device-of-all', `hour-${i}`], text: '' }))
  const oneText = fakes(40, (i) => ({ marks: [`elsewhere-${i}`], text: `${i} ${i % 2 === 0 ? SHOW.toUpperCase() : SHOW}` }))
  await write(oneDevice)
  await write(oneText)
  await hear([...oneDevice, ...oneText])
  expect(await promisedTo(oneDevice)).toBe(ONE_FLOOR)
  expect(await promisedTo(oneText)).toBe(ONE_FLOOR)
})

test('what joins two groups of fakes gives them no second floor', async () => {
  const some = fakes(60, (i) => ({ marks: ['bridge', `part-${i % 6}`], text: '' }))
  await write(some)
  await hear(some)
  expect(await promisedTo(some)).toBe(ONE_FLOOR)
  house.clock.move(HOUR)
  await hear(some)
  expect(await promisedTo(some)).toBe(ONE_FLOOR)
})
