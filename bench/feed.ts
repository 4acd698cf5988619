/**
 * Discover, note page, topic page and search at 10,000 and 100,000 notes: answer times at a fixed rate and the most a second, beside
 * /health/live of the same run, and what one request costs in CPU time of the server and of its database.
 */
import { parseArgs } from 'node:util'
import type { Pool } from 'undici'
import { fillNotes, fillPeople } from './bulk.ts'
import { type Ask, asFastAsItGoes, atRate, calm, client, type Measured } from './load.ts'
import { type Seat, seat } from './member.ts'
import { openPlace, type Place } from './place.ts'
import { noteId, type World } from './rows.ts'
import { table } from './table.ts'

/** Milliseconds at the 99th percentile, at these rates a second; growth is CPU per request at ten times the notes. */
const AIMS = { api: { rate: 50, p99: 60 }, html: { rate: 20, p99: 150 }, growth: 1.5 } as const
const CONNECTIONS = 8
const READERS = 20
const QUERIES = {
  en: ['guitar', 'basement concert', 'dumplings', 'summer night', 'vinyl record', 'post-punk'],
  zh: ['后朋克', '火锅', '朋友 唱片', '地下室', '妈妈做饭', '相机'],
} as const
const API = '/api/commonplace/v1'

interface Page {
  name: string
  kind: 'api' | 'html'
  asks: Ask[]
}

interface Timing {
  /** A second, instead of the rates of AIMS; 0: those. */
  rate: number
  seconds: number
  fastest: number
}

interface Result extends Page {
  rate: Measured
  fast: Measured
  serverMs: number
  databaseMs: number | null
}

async function cursorOfPage(place: Place, page: number, headers: Record<string, string>): Promise<string> {
  let cursor = ''
  for (let i = 1; i < page; i += 1) {
    const answer = (await (await fetch(`${place.url}${API}/feeds/discover${cursor}`, { headers })).json()) as { next: string | null }
    if (!answer.next) throw new Error(`Discover ends on page ${i}`)
    cursor = `?cursor=${encodeURIComponent(answer.next)}`
  }
  return cursor
}

/** What is asked for, as members' programs, as nobody, and as members' browsers. */
async function pagesOf(place: Place, world: World, members: Seat[]): Promise<Page[]> {
  const notes = Array.from({ length: 30 }, (_, i) => noteId(world, i))
  const topics = world.topics.slice(0, 5).map(({ id }) => id)
  const authors = await place.withDatabase(
    async (db) =>
      (await db.query<{ id: string; handle: string }>('select n.id, a.handle from notes n join actors a on a.id = n.author_id where n.id = any($1)', [notes]))
        .rows,
  )
  const pages: Page[] = []
  /** Each path for each of the readers in turn: what is kept for one must not be what is measured. */
  const add = (kind: Page['kind'], name: string, paths: string[], readers: Record<string, string>[]) =>
    pages.push({ name: `${kind.toUpperCase()} ${name}`, kind, asks: paths.flatMap((path) => readers.map((headers) => ({ path, headers }))) })
  const search = (base: string, words: readonly string[]) => words.map((q) => `${base}?q=${encodeURIComponent(q)}`)
  const deep = await cursorOfPage(place, 20, {})
  for (const [who, readers] of [
    ['member', members.map((one) => one.program)],
    ['anyone', [{}]],
  ] as [string, Record<string, string>[]][]) {
    add('api', `Discover 1, ${who}`, [`${API}/feeds/discover`], readers)
    add('api', `Discover 20, ${who}`, [`${API}/feeds/discover${deep}`], readers)
    const one = readers.slice(0, 1)
    add(
      'api',
      `note, ${who}`,
      notes.map((id) => `${API}/notes/${id}`),
      one,
    )
    add(
      'api',
      `topic, ${who}`,
      topics.map((id) => `${API}/topics/${id}/notes`),
      one,
    )
    add('api', `search en, ${who}`, search(`${API}/search`, QUERIES.en), one)
    add('api', `search zh, ${who}`, search(`${API}/search`, QUERIES.zh), one)
  }
  const browsers = members.map((one) => ({ ...one.browser, accept: 'text/html' }))
  add('html', 'Discover 1', ['/'], browsers)
  add('html', 'Discover 20', [`/${deep}`], browsers)
  const one = browsers.slice(0, 1)
  add(
    'html',
    'note',
    authors.map(({ id, handle }) => `/@${handle}/${id}`),
    one,
  )
  add(
    'html',
    'topic',
    topics.map((id) => `/topics/${id}`),
    one,
  )
  add('html', 'search en', search('/search', QUERIES.en), one)
  add('html', 'search zh', search('/search', QUERIES.zh), one)
  return pages
}

async function measure(place: Place, pool: Pool, page: Page, { rate: asked, seconds, fastest }: Timing): Promise<Result> {
  // Each ask once, so that neither side plans or compiles for the first time while the clock runs.
  await atRate(pool, page.asks, { rate: 50, seconds: page.asks.length / 50 })
  const before = await place.cpu()
  const rate = await atRate(pool, page.asks, { rate: asked || AIMS[page.kind].rate, seconds })
  const after = await place.cpu()
  const each = (a: number, b: number) => ((b - a) * 1000) / Math.max(1, rate.answered)
  const fast = fastest > 0 ? await asFastAsItGoes(place.url, page.asks, { connections: CONNECTIONS, seconds: fastest }) : rate
  return {
    ...page,
    rate,
    fast,
    serverMs: each(before.server, after.server),
    databaseMs: before.database === null || after.database === null ? null : each(before.database, after.database),
  }
}

const row = ({ name, kind, rate, fast, serverMs, databaseMs }: Result, live: Result): (string | number | null)[] => [
  name,
  rate.p50,
  rate.p99,
  `≤ ${AIMS[kind].p99}`,
  fast.perSecond,
  rate.p50 / live.rate.p50,
  fast.perSecond / live.fast.perSecond,
  serverMs,
  databaseMs,
  rate.failed + (fast === rate ? 0 : fast.failed),
]
const HEAD = ['', 'p50 ms', 'p99 ms', 'aim', 'most/s', 'p50 × live', 'most × live', 'server CPU ms', 'database CPU ms', 'failed']

async function round(place: Place, pages: Page[], timing: Timing): Promise<Result[]> {
  const pool = client(place.url)
  const results: Result[] = []
  if (!(await calm())) process.stderr.write('The machine did not come to rest: others were at work while this was measured.\n')
  for (const page of [{ name: '/health/live', kind: 'api', asks: [{ path: '/health/live' }] } as Page, ...pages]) {
    const result = await measure(place, pool, page, timing)
    results.push(result)
    process.stderr.write(`${page.name}\n`)
  }
  await pool.close()
  return results
}

const print = (title: string, results: Result[]) => {
  const live = results[0] as Result
  process.stdout.write(
    `\n${title}\n${table(
      HEAD,
      results.map((one) => row(one, live)),
    )}\n`,
  )
}

/** Readers who follow 20 topics and 50 people each, no two the same. */
async function seatReaders(place: Place, world: World): Promise<Seat[]> {
  return place.withDatabase(async (db) => {
    const readers: Seat[] = []
    for (let i = 0; i < READERS; i += 1) {
      const reader = await seat(db, `reader${i}`, i % 2 ? ['en'] : ['zh-Hans', 'en'])
      const topics = Array.from({ length: 20 }, (_, n) => world.topics[(i * 13 + n * 7) % world.topics.length]?.id)
      const people = Array.from({ length: 50 }, (_, n) => world.members[(i * 31 + n * n) % world.members.length])
      await db.query('insert into topic_follows select $1, unnest($2::text[]), now()', [reader.id, topics])
      await db.query(`insert into follows select $1, unnest($2::uuid[]), 'accepted', now() on conflict do nothing`, [reader.id, people])
      readers.push(reader)
    }
    return readers
  })
}

export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      notes: { type: 'string', default: '100000' },
      seconds: { type: 'string', default: '15' },
      fastest: { type: 'string', default: '5' },
      rate: { type: 'string', default: '0' },
      only: { type: 'string', default: '' },
    },
  })
  const [many, few] = [Number(values.notes), Number(values.notes) / 10]
  const timing = { rate: Number(values.rate), seconds: Number(values.seconds), fastest: Number(values.fastest) }
  const isWanted = ({ name }: Page) => name.toLowerCase().includes(values.only.toLowerCase())
  const place = await openPlace()
  try {
    await place.start()
    const world = await place.withDatabase((db) => fillPeople(db))
    const readers = await seatReaders(place, world)
    await load(place, world, 0, few)
    const grows = ({ name }: Page) => name.startsWith('API') && name.endsWith('member') && !name.includes('note')
    const small = await round(place, (await pagesOf(place, world, readers)).filter(isWanted).filter(grows), { ...timing, fastest: 0 })
    await load(place, world, few, many)
    const large = await round(place, (await pagesOf(place, world, readers)).filter(isWanted), timing)
    print(
      `${many.toLocaleString('en')} notes: API at ${timing.rate || AIMS.api.rate}/s, HTML at ${timing.rate || AIMS.html.rate}/s, ${timing.seconds} s each; most/s on ${CONNECTIONS} connections`,
      large,
    )
    return growth(small, large)
  } finally {
    await place.close()
  }
}

/** Notes `from` to `to`, and what a place that grew by the day has had done to it. */
export async function load(place: Place, world: World, from: number, to: number): Promise<void> {
  const since = performance.now()
  await place.withDatabase(async (db) => {
    await fillNotes(db, world, from, to)
    await db.query('vacuum (analyze)')
  })
  process.stdout.write(`Loaded notes ${from} to ${to} in ${((performance.now() - since) / 1000).toFixed(1)} s.\n`)
}

function growth(small: Result[], large: Result[]): number {
  const rows = small.slice(1).flatMap((before) => {
    const after = large.find((one) => one.name === before.name)
    const cost = (one: Result) => one.serverMs + (one.databaseMs ?? 0)
    return after
      ? [
          [
            before.name,
            before.rate.p50,
            after.rate.p50,
            after.rate.p50 / before.rate.p50,
            cost(before),
            cost(after),
            cost(after) / cost(before),
            `≤ ${AIMS.growth}`,
          ],
        ]
      : []
  })
  process.stdout.write(`\nTen times the notes\n${table(['', 'p50 ms before', 'after', '×', 'CPU ms before', 'after', '×', 'aim'], rows)}\n`)
  return large.some((one) => one.rate.failed + one.fast.failed > 0) ? 1 : 0
}
