/**
 * Discover with an engine that has learnt, as notes grow: answer times at fixed rates and the most pages a second, as API answer and as HTML,
 * for many readers who come once each, for few who scroll on, and while the next model is learnt; memory, and what a page costs.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Pool } from 'undici'
import { train } from '#features/feed/model/train.ts'
import { systemClock } from '#ground/clock/index.ts'
import { openDatabase } from '#ground/database/index.ts'
import { fillPeople } from './bulk.ts'
import { load } from './feed.ts'
import { type Ask, asFastAsItGoes, atRate, calm, client, type Measured } from './load.ts'
import type { Seat } from './member.ts'
import { openPlace, type Place } from './place.ts'
import { seatReaders } from './readers.ts'
import { table } from './table.ts'

/** By notes: at so many API answers a second the 99th percentile in ms, and the most a second of readers who come once, and of readers who scroll. */
const AIMS: Record<number, { rate: number; p99: number; most: number; kept?: number; html?: number } | undefined> = {
  100000: { rate: 100, p99: 30, most: 150, kept: 300, html: 60 },
  1000000: { rate: 50, p99: 60, most: 80 },
}
const MEGABYTES = 1_500
const CONNECTIONS = 8
/** What is kept of a reader's candidates is gone before one of these comes again. */
const SEATS = 1_500
const SCROLLING = 20
const API = '/api/commonplace/v1/feeds/discover'

interface Timing {
  seconds: number
  fastest: number
}

type Line = (string | number | null)[]
const HEAD = ['', 'a second', 'p50 ms', 'p99 ms', 'most/s', 'most × live', 'aims', 'server CPU ms', 'database CPU ms', 'failed']

/** Learns from everything there is, in threads of this process, as the hourly job does in the server's. Answers seconds. */
const learn = (place: Place): Promise<number> =>
  place.withAddress(async (url) => {
    const db = openDatabase({ url, max: 2, statementTimeoutMs: 600_000 })
    const since = performance.now()
    try {
      if ((await train({ db, clock: systemClock, config: { dataDir: place.dataDir } as Parameters<typeof train>[0]['config'] })) === 0)
        throw new Error('nothing was learnt')
      return (performance.now() - since) / 1000
    } finally {
      await db.close()
    }
  })

/** Waits until the server answers by the new model, which a reason of a page tells. */
async function taken(place: Place, seat: Seat): Promise<void> {
  const end = performance.now() + 120_000
  while (performance.now() < end) {
    const { items } = (await (await fetch(place.url + API, { headers: seat.program })).json()) as { items: { why: { code: string } }[] }
    if (items.some(({ why }) => why.code === 'taste' || why.code === 'liked')) return
    await pause(1000)
  }
}

async function measure(
  place: Place,
  pool: Pool,
  asks: Ask[],
  rate: number,
  seconds: number,
): Promise<{ measured: Measured; server: number; database: number | null }> {
  const before = await place.cpu()
  const measured = await atRate(pool, asks, { rate, seconds })
  const after = await place.cpu()
  const each = (a: number, b: number) => ((b - a) * 1000) / Math.max(1, measured.answered)
  const database = before.database === null || after.database === null ? null : each(before.database, after.database)
  return { measured, server: each(before.server, after.server), database }
}

async function round(place: Place, notes: number, seats: Seat[], { seconds, fastest }: Timing): Promise<Line[]> {
  const pool = client(place.url)
  const aims = AIMS[notes]
  const program = (some: Seat[]): Ask[] => some.map((one) => ({ path: API, headers: one.program }))
  const browser: Ask[] = seats.map((one) => ({ path: '/', headers: { ...one.browser, accept: 'text/html' } }))
  const rate = aims?.rate ?? 50
  const live = [{ path: '/health/live' }]
  const kinds: [name: string, asks: Ask[], rate: number, aim: string][] = [
    ['/health/live', live, 100, ''],
    ['API, each reader once', program(seats), rate, aims ? `p99 ≤ ${aims.p99}, ≥ ${aims.most}/s` : ''],
    ['API, few scroll on', program(seats.slice(0, SCROLLING)), rate, aims?.kept ? `≥ ${aims.kept}/s` : ''],
    ['HTML, each reader once', browser, 20, aims?.html ? `≥ ${aims.html}/s` : ''],
  ]
  // So that neither side plans or compiles for the first time while the clock runs.
  await atRate(pool, program(seats), { rate: 50, seconds: 8 })
  await atRate(pool, browser, { rate: 20, seconds: 5 })
  const lines: Line[] = []
  let liveMost = 0
  for (const [name, asks, each, aim] of kinds) {
    const { measured, server, database } = await measure(place, pool, asks, each, seconds)
    const fast = await asFastAsItGoes(place.url, asks, { connections: CONNECTIONS, seconds: fastest })
    liveMost ||= fast.perSecond
    lines.push([name, each, measured.p50, measured.p99, fast.perSecond, fast.perSecond / liveMost, aim, server, database, measured.failed + fast.failed])
  }
  let isLearning = true
  const again = learn(place).finally(() => {
    isLearning = false
  })
  while (isLearning) {
    const { measured, server, database } = await measure(place, pool, program(seats), 50, seconds)
    if (isLearning || lines.length === kinds.length)
      lines.push(['API, while the next model is learnt', 50, measured.p50, measured.p99, null, null, '', server, database, measured.failed])
  }
  await again
  await pool.close()
  return lines
}

export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      notes: { type: 'string', default: '10000,100000,1000000' },
      readers: { type: 'string', default: '100000' },
      acts: { type: 'string', default: '20' },
      seconds: { type: 'string', default: '15' },
      fastest: { type: 'string', default: '8' },
    },
  })
  const place = await openPlace()
  let failed = 0
  try {
    await place.start()
    const world = await place.withDatabase((db) => fillPeople(db))
    let loaded = 0
    for (const notes of values.notes.split(',').map(Number)) {
      await load(place, world, loaded, notes)
      loaded = notes
      const seats = await place.withDatabase((db) =>
        seatReaders(db, { readers: Number(values.readers), acts: Number(values.acts), seats: SEATS, round: notes }),
      )
      const learnt = await learn(place)
      await taken(place, seats[0] as Seat)
      if (!(await calm())) process.stderr.write('The machine did not come to rest: others were at work while this was measured.\n')
      const lines = await round(place, notes, seats, { seconds: Number(values.seconds), fastest: Number(values.fastest) })
      failed += lines.reduce((sum, line) => sum + Number(line.at(-1)), 0)
      process.stdout.write(`\n${notes.toLocaleString('en')} notes, learnt in ${learnt.toFixed(1)} s; `)
      process.stdout.write(`memory of server and database ${place.memory()?.toFixed(0) ?? '?'} MB (aim ≤ ${MEGABYTES})\n${table(HEAD, lines)}\n`)
    }
    return failed > 0 ? 1 : 0
  } finally {
    await place.close()
  }
}
