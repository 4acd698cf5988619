import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY, HOUR } from '#ground/clock/index.ts'
import { FetchFailed } from '#ground/fetch/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { checkDueLinks } from './check-links.ts'

const PROOF = '<a rel="me" href="http://localhost:3000/@lin">me</a>'
let house: TestHouse
/** What stands at each address; null: nobody answers. */
const pages: Record<string, string | null> = {}
const asked: string[] = []
beforeAll(async () => {
  house = await openHouse()
  await house.a.member({ handle: 'lin' })
  house.ground.fetch.get = async (url) => {
    asked.push(url)
    const page = pages[url]
    if (page == null) throw new FetchFailed('away')
    return { status: 200, headers: new Headers({ 'content-type': 'text/html' }), url, body: new Uint8Array(), text: () => page, json: () => null }
  }
})
afterAll(() => house.close())

const HOME = 'https://home.example/'
const OTHER = 'https://other.example/'
const proved = async () => (await house.as(null).get('/actors/lin')).json.links.map((link: { verifiedAt: string | null }) => link.verifiedAt !== null)
/** Which pages the hourly job looks at when so much time has gone by. */
async function after(ms: number): Promise<string[]> {
  house.clock.move(ms)
  asked.length = 0
  await checkDueLinks(house.ground)
  await house.settle()
  return asked.toSorted()
}

test('a proved link is looked at again after 30 days, one that proves nothing after 1, 2 and 4 days', async () => {
  pages[HOME] = PROOF
  pages[OTHER] = '<p>soon</p>'
  await house.as('lin').patch('/profile', {
    links: [
      { label: '', url: HOME },
      { label: '', url: OTHER },
    ],
  })
  await house.settle()
  expect(await proved()).toEqual([true, false])
  expect(await after(23 * HOUR)).toEqual([])
  expect(await after(HOUR)).toEqual([OTHER])
  expect(await after(DAY)).toEqual([])
  expect(await after(DAY)).toEqual([OTHER])
  pages[OTHER] = PROOF
  expect(await after(4 * DAY)).toEqual([OTHER])
  expect(await proved()).toEqual([true, true])
  expect(await after(22 * DAY)).toEqual([])
  expect(await after(DAY)).toEqual([HOME])
  expect(await after(7 * DAY)).toEqual([OTHER])
})

test('a page that stopped linking back loses its mark, one that is away keeps it and is tried again the next day', async () => {
  pages[HOME] = null
  pages[OTHER] = '<p>moved</p>'
  expect(await after(31 * DAY)).toEqual([HOME, OTHER])
  expect(await proved()).toEqual([true, false])
  pages[HOME] = PROOF
  expect(await after(DAY)).toEqual([HOME, OTHER])
  expect(await proved()).toEqual([true, false])
})

test('without links nothing is looked at; how often is nobody else’s business', async () => {
  expect(JSON.stringify((await house.as('lin').get('/actors/lin')).json)).not.toContain('misses')
  await house.as('lin').patch('/profile', { links: [] })
  expect(await after(400 * DAY)).toEqual([])
})
