import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Seat, seat } from '../../bench/member.ts'
import { openPlace, type Place } from '../../bench/place.ts'
import { audit, killRounds, startStream } from './kill.harness.ts'

/** Security R1–R3, R7, R8 on a server process of its own with the embedded database; `npm run bench -- faults` does many more rounds. */
let place: Place
let author: Seat

beforeAll(async () => {
  place = await openPlace()
  await place.start()
  author = await place.withDatabase((db) => seat(db, 'author'))
}, 120_000)
afterAll(() => place.close(), 60_000)

const notes = '/api/commonplace/v1/notes'
const post = (title: string, headers: Record<string, string> = {}) =>
  fetch(`${place.url}${notes}`, {
    method: 'POST',
    headers: { ...author.program, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ title, body: '', visibility: 'public' }),
  })

test('what was acknowledged survives kill -9 of server and database, once (R1, R2)', async () => {
  const { rounds, lost, doubled, odd } = await killRounds(place, 3, { finish: false })
  expect({ lost, doubled, odd: [...odd] }).toEqual({ lost: [], doubled: [], odd: [] })
  expect(rounds.map((one) => one.killed)).toEqual(['server', 'database', 'server'])
  expect(rounds.every((one) => one.acknowledged > 0)).toBe(true)
}, 240_000)

test('while the database is away the answer is 503 with Retry-After, and then it goes on by itself (R8)', async () => {
  const since = performance.now()
  place.killDatabase()
  const away: { status: number; after: string | null }[] = []
  let back = false
  while (!back) {
    const answer = await post('While away', { 'idempotency-key': 'away' })
    back = answer.ok && away.length > 0
    if (!answer.ok) away.push({ status: answer.status, after: answer.headers.get('retry-after') })
    await answer.text()
    // A session that outlived the postmaster for a moment may have answered; then nothing was ever away.
    if (away.length === 0 && performance.now() - since > 30_000) break
  }
  expect(away.length).toBeGreaterThan(0)
  expect(away.every((one) => one.status === 503 && Number(one.after) > 0)).toBe(true)
  expect(await place.readyAgain(since)).toBeLessThan(60)
}, 120_000)

test('SIGTERM lets requests under way finish, loses nothing acknowledged, hands its jobs on and ends with 0 (R3, R7)', async () => {
  const stream = startStream(place, author, 'term')
  while (stream.acknowledged.length < 5) await (await post('Beside the stream')).text()
  const under = Array.from({ length: 8 }, (_, i) => post(`Under way ${i}`, { connection: 'close' }))
  // One answer means that the server is at them.
  await Promise.race(under)
  const { code, seconds } = await place.stop()
  const answers = await Promise.allSettled(under)
  expect(code).toBe(0)
  expect(seconds).toBeLessThanOrEqual(10)
  expect(answers.map((one) => (one.status === 'fulfilled' ? one.value.status : String(one.reason)))).toEqual(Array(8).fill(201))
  await place.start()
  await stream.end()
  const after = await place.withDatabase((db) => audit(db, stream.acknowledged))
  expect(after).toEqual({ lost: [], doubled: [], unfinished: [] })
}, 120_000)
