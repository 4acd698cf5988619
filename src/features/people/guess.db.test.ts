import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { browser } from './browser.harness.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse({ RATE_LIMITS: 'on' })
  await house.a.member({ handle: 'lin', role: 'admin', password: 'paper plane accident' })
  await house.a.member({ handle: 'mei', password: 'paper plane accident' })
})
afterAll(() => house.close())

const guessFrom = (address: string, login: string, password: string) => browser(house, { address }).post('/session', { login, password })

test('after ten wrong passwords a network has to wait; the right one from elsewhere still works, and here again after 15 minutes', async () => {
  const statuses: number[] = []
  for (let i = 0; i < 12; i += 1) statuses.push((await guessFrom(`203.0.113.${i}`, 'lin', `wrong ${i}`)).status)
  expect(statuses).toEqual([...Array(10).fill(401), 429, 429])
  const refused = await guessFrom('203.0.113.99', 'lin', 'paper plane accident')
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await guessFrom('203.0.113.99', 'mei', 'paper plane accident')).status).toBe(429)
  expect((await guessFrom('198.51.100.1', 'lin', 'paper plane accident')).status).toBe(200)
  house.clock.move(16 * 60_000)
  expect((await guessFrom('203.0.113.99', 'lin', 'paper plane accident')).status).toBe(200)
})

test('fifty at once are no way around', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => guessFrom('192.0.2.7', 'mei', `wrong ${i}`)))
  expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(10)
  expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true)
  expect((await guessFrom('192.0.2.8', 'mei', 'wrong again')).status).not.toBe(200)
})

test('right passwords never use up the tries', async () => {
  for (let i = 0; i < 12; i += 1) expect((await guessFrom('198.51.100.77', 'mei', 'paper plane accident')).status).toBe(200)
})

test('links of letters and invites cannot be guessed at without end either', async () => {
  const statuses = async (path: string, send: 'post' | 'put', address: string, body: object) => {
    const seen = new Set<number>()
    for (let i = 0; i < 12; i += 1) seen.add((await browser(house, { address })[send](`${path}${i}`, body)).status)
    return [...seen]
  }
  expect(await statuses('/password-resets/guess', 'put', '192.0.2.130', { password: 'another long password' })).toEqual([410, 429])
  expect(await statuses('/email-confirmations/guess', 'post', '198.18.0.1', {})).toEqual([410, 429])
  expect(await statuses('/sign-in-links/guess', 'post', '198.18.5.1', {})).toEqual([410, 429])
  const invites = new Set<number>()
  for (let i = 0; i < 12; i += 1)
    invites.add(
      (
        await browser(house, { address: '198.18.9.1' }).post('/members', {
          handle: `x${i}`,
          languages: ['en'],
          adult: true,
          password: 'paper plane accident',
          invite: `guess${i}`,
        })
      ).status,
    )
  expect([...invites]).toEqual([422, 429])
})

test('what guests may do is counted where they come from, whoever they have become meanwhile', async () => {
  const program = { name: 'Phone', redirectUris: ['https://phone.example/back'], scopes: 'read' }
  const statuses: number[] = []
  for (let i = 0; i < 31; i += 1) statuses.push((await house.as(i % 2 ? 'lin' : 'mei').post('/programs', program)).status)
  expect(statuses).toEqual([...Array(30).fill(201), 429])
  expect((await browser(house, { address: '198.51.100.3' }).post('/programs', program)).status).toBe(201)
})
