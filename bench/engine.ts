/**
 * What the engine alone takes for a page, at made-up notes: fold-in, scan, both stages together in one thread and in two, memory. A reader
 * has 50 acts in three interests and has seen 300 notes; 200 notes are asked for, as Discover asks for them.
 */
import { parseArgs } from 'node:util'
import { servingThreads } from '#features/feed/model/serving.ts'
import type { Work } from '#features/feed/model/serving-thread.ts'
import { openPool } from '#ground/threads/pool.ts'
import { sharedDoubles, sharedIntegers, sharedNumbers } from '#pure/recommender/matrix.ts'
import { normal, seeded } from '#pure/recommender/random.ts'
import { actsOf } from '#pure/recommender/serving/acts.ts'
import { foldingIn } from '#pure/recommender/serving/fold-in.ts'
import { type EngineModel, read8 } from '#pure/recommender/serving/model.ts'
import { ALL_LANGUAGES, WIDTH } from '#pure/recommender/serving/nearest.ts'
import { makeRoom, type Room } from '#pure/recommender/serving/room.ts'
import { scanning } from '#pure/recommender/serving/scan.ts'
import { type History, layModel } from '#pure/recommender/serving/server.ts'
import { ascending, quantile, table } from './table.ts'

/** Fold-in in microseconds; pages a second with all threads. */
const AIM = { foldIn: 200, pages: { 100000: 500, 1000000: 120 } as Record<number, number> }
const [ACTS, SEEN, ASKED, GROUPS, REFERENCE, FACTORS] = [50, 300, 200, 40, 512, 128]
const random = seeded(9)
const below = (count: number) => Math.floor(random() * count)

/** Rows around the centre of their group, which is their number modulo GROUPS. */
function rows(count: number, width: number) {
  const centres = Array.from({ length: GROUPS }, () => Float32Array.from({ length: width }, (_, i) => normal(random) / Math.sqrt(1 + i / 4)))
  const numbers = new Int8Array(new SharedArrayBuffer(count * width))
  for (let row = 0, at = 0; row < count; row++) {
    const centre = centres[row % GROUPS] as Float32Array
    for (let i = 0; i < width; i++) numbers[at++] = 24 * (centre[i] as number) + 24 * (random() + random() - 1)
  }
  const scales = sharedNumbers(count)
  return { width, rows: numbers, scales: scales.fill(1 / 127) }
}

/** As training leaves it, with numbers that are drawn. */
function madeUp(items: number): EngineModel {
  const factors = rows(items, FACTORS)
  const gram = sharedDoubles(FACTORS * FACTORS)
  for (let i = 0; i < FACTORS; i++) gram[i * FACTORS + i] = 220 * 0.05
  const each = Math.max(32, Math.min(300, Math.floor(2 ** 24 / items)))
  const starts = sharedIntegers(items + 1)
  const columns = sharedIntegers(items * each)
  for (let item = 0; item < items; item++) {
    starts[item + 1] = (item + 1) * each
    for (let at = 0; at < each; at++) columns[item * each + at] = (item + GROUPS * below(items / GROUPS)) % items
  }
  const reference = sharedIntegers(REFERENCE)
  for (let at = 0; at < REFERENCE; at++) reference[at] = below(items)
  return {
    items,
    factors,
    gram,
    mean: sharedNumbers(FACTORS),
    roots: sharedNumbers(items).fill(3),
    neighbours: { starts, columns, weights: sharedNumbers(columns.length).fill(0.1) },
    smooth: rows(items, items > 300_000 ? 64 : 256),
    reference,
    content: null,
  }
}

const readerOf = (items: number) => {
  const groups = Array.from({ length: 3 }, () => below(GROUPS))
  const history: History = Array.from({ length: ACTS }, (_, at) => [GROUPS * below(items / GROUPS) + (groups[at % 3] as number), 1] as const)
  return { history, filters: { limit: ASKED, languages: ALL_LANGUAGES, skip: Array.from({ length: SEEN }, () => below(items)), blocked: [7] } }
}

function timed(times: number, work: () => void): number[] {
  for (let at = 0; at < 20; at++) work()
  return ascending(
    Array.from({ length: times }, () => {
      const since = performance.now()
      work()
      return performance.now() - since
    }),
  )
}

function foldInMicros(model: EngineModel, width: number): number {
  const gram = new Float64Array(width * width)
  for (let i = 0; i < width; i++) gram[i * width + i] = model.gram[0] as number
  const fold = foldingIn({ dimensions: width, gram, regularisation: 0.01, background: 220, steps: 6, vector: (item, into) => read8(model.factors, item, into) })
  const readers = Array.from({ length: 20 }, () => actsOf(readerOf(model.items).history))
  return (
    1000 *
    quantile(
      timed(400, () => void fold(readers[below(20)] as (typeof readers)[number])),
      0.5,
    )
  )
}

function scanMillis(model: EngineModel, room: Room, queries: number): number[] {
  const nearest = scanning(room, 0)
  const asked = Array.from({ length: queries }, () => ({ vector: Float32Array.from({ length: WIDTH }, () => normal(random)), offset: 0 }))
  return timed(60, () => void nearest.search(asked, { ...readerOf(model.items).filters, limit: 350 }))
}

/** Pages a second, and how long one took, with so many threads always at work. */
async function pages(model: EngineModel, room: Room, threads: number, seconds: number) {
  const pool = openPool(new URL('../src/features/feed/model/serving-thread.ts', import.meta.url), threads, (error) => {
    throw error
  })
  await pool.askAll((desk) => ({ do: 'open', engine: model, room, desk }) satisfies Work)
  const times: number[] = []
  const ask = async () => {
    const work: Work = { do: 'rate', items: new Uint32Array(), ...readerOf(model.items) }
    const since = performance.now()
    await pool.ask(work)
    times.push(performance.now() - since)
  }
  for (let at = 0; at < 20; at++) await ask()
  times.length = 0
  const since = performance.now()
  await Promise.all(
    Array.from({ length: threads }, async () => {
      while (performance.now() - since < 1000 * seconds) await ask()
    }),
  )
  const rate = times.length / ((performance.now() - since) / 1000)
  const megabytes = process.memoryUsage().rss / 2 ** 20
  await pool.close()
  return { rate, times: ascending(times), megabytes }
}

export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { notes: { type: 'string', default: '100000,1000000' }, seconds: { type: 'string', default: '8' } } })
  const lines: (string | number)[][] = []
  const found: boolean[] = []
  for (const notes of values.notes.split(',').map(Number)) {
    const model = madeUp(notes)
    const room = makeRoom({ capacity: notes, authorCapacity: 1_000, desks: 2 })
    layModel(model, room, (item) => ({ language: 1 << (item % 12), author: item % 1_000 }))
    const [narrow, wide] = [foldInMicros(model, WIDTH), foldInMicros(model, FACTORS)]
    const [one, four] = [scanMillis(model, room, 1), scanMillis(model, room, 4)]
    lines.push(
      [`${notes}: fold-in, 64 numbers, 50 acts`, narrow / 1000, Number.NaN, 1e6 / narrow],
      ['fold-in, 128 numbers', wide / 1000, Number.NaN, 1e6 / wide],
    )
    for (const [name, times] of [
      ['scan, one vector', one],
      ['scan, a reader of three interests', four],
    ] as const)
      lines.push([name, quantile(times, 0.5), quantile(times, 0.99), 1000 / quantile(times, 0.5)])
    let last = { rate: 0, megabytes: 0 }
    for (const threads of new Set([1, servingThreads()])) {
      const { rate, times, megabytes } = await pages(model, room, threads, Number(values.seconds))
      lines.push([`page, ${threads} thread${threads > 1 ? 's' : ''}`, quantile(times, 0.5), quantile(times, 0.99), rate])
      last = { rate, megabytes }
    }
    lines.push([`memory ${last.megabytes.toFixed(0)} MB`, Number.NaN, Number.NaN, Number.NaN])
    found.push(narrow <= AIM.foldIn && last.rate >= (AIM.pages[notes] ?? 0))
  }
  process.stdout.write(
    `${table(
      ['notes', 'p50 ms', 'p99 ms', 'per s'],
      lines.map((line) => line.map((cell) => (Number.isNaN(cell) ? null : cell))),
    )}\n`,
  )
  process.stdout.write(
    `Aim: fold-in ≤ ${AIM.foldIn} µs; pages per s ${Object.entries(AIM.pages)
      .map(([notes, rate]) => `≥ ${rate} at ${notes}`)
      .join(', ')}.\n`,
  )
  return found.every(Boolean) ? 0 : 1
}
