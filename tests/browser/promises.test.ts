import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { say } from '#pure/words/index.ts'
import { openBrowser, person } from './browser.ts'
import { member } from './member.ts'
import { openPlace, type Site } from './site.ts'
import { until } from './until.ts'

let browser: Browser
let site: Site
beforeAll(async () => {
  browser = await openBrowser()
  site = await openPlace()
})
afterAll(async () => {
  await site?.stop()
  await browser?.close()
})

test('an author reads what their first note is promised, and everybody the ledger of it, also as a table', async () => {
  const lin = await member(browser, site.origin, 'lin', ['en'])
  const note = await lin.api.ask('POST', '/notes', { title: 'My first note', body: 'Hello.', visibility: 'public' })
  await until(
    async () => (await lin.api.ask('GET', `/notes/${note.id}/promises`)).items,
    (items: unknown[]) => items.length > 0,
  )
  await lin.page.goto(`${note.url}/state`)
  await lin.page.getByRole('heading', { name: say('en', 'promise.title') }).waitFor()
  await lin.page.getByText(say('en', 'promise.newcomer', { owed: 100 })).waitFor()
  // The account is a minute old.
  await lin.page.getByText(say('en', 'promise.starts', { day: '|' }).split('|')[1] ?? '').waitFor()
  await lin.page.getByRole('link', { name: say('en', 'promise.ledger') }).click()
  const guest = await person(browser, site.origin, { javaScript: false })
  await guest.page.goto('/about/promises')
  const row = guest.page.locator('tbody tr')
  expect(await row.count()).toBe(1)
  expect(await row.locator('a').getAttribute('href')).toBe(`/notes/${note.id}`)
  expect(await row.textContent()).toContain(say('en', 'promise.state-open'))
  const table = await guest.context.request.get(`${site.origin}/about/promises/ledger.csv`)
  expect(table.headers()['content-type']).toContain('text/csv')
  const [head, line, ...more] = (await table.text()).trimEnd().split('\r\n')
  expect(head?.split(',').slice(0, 4)).toEqual(['note', 'kind', 'state', 'owed'])
  expect(line).toMatch(new RegExp(`^${note.id},newcomer,open,100,0,`))
  expect(more).toEqual([])
})
