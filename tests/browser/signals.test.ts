import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { say } from '#pure/words/index.ts'
import { openBrowser, person } from './browser.ts'
import { awake, type Member, member, signIn } from './member.ts'
import { openPlace, type Site } from './site.ts'
import { until } from './until.ts'

const en = (key: string, facts = {}) => say('en', key, facts)
let browser: Browser
let site: Site
let lin: Member
let dana: Member
const notes: { id: string; url: string; title: string }[] = []

interface Acts {
  items: { noteId: string; kind: string }[]
}
const actsOf = async (who: Member): Promise<string[]> =>
  ((await who.api.ask('GET', '/me/acts')) as Acts).items.map(({ noteId, kind }) => `${kind} ${notes.findIndex(({ id }) => id === noteId)}`)
/** Batches come when the browser sends them. */
const knows = (act: string, known = true) =>
  until(
    () => actsOf(dana),
    (acts) => acts.includes(act) === known,
  )
const title = (note: number): string => notes[note]?.title ?? ''
const tile = (page: Page, note: number) => page.locator(`#n-${notes[note]?.id}`)
const press = (page: Page, key: string) =>
  page
    .locator('main')
    .getByRole('button', { name: en(key), exact: true })
    .first()
    .click()

beforeAll(async () => {
  browser = await openBrowser()
  site = await openPlace()
  lin = await member(browser, site.origin, 'lin', ['en'])
  dana = await member(browser, site.origin, 'dana', ['en'])
  for (const who of [lin, await member(browser, site.origin, 'mei', ['en'])])
    for (let i = 0; i < 2; i += 1) {
      const name = `A walk number ${notes.length}`
      notes.push(await who.api.ask('POST', '/notes', { title: name, body: `Along the river, ${name}.`, visibility: 'public', language: 'en' }))
    }
  // Discover has them when the projections know of them.
  await until(
    () => dana.api.ask('GET', '/feeds/discover'),
    ({ items }) => items.length === notes.length,
  )
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

test('what is seen, opened and read to the end is known, shown to whom it is about, and forgotten one by one', async () => {
  const { page, errors } = dana
  await page.goto('/')
  await awake(page)
  await until(
    () => dana.api.ask('GET', '/me/learning'),
    ({ impressions }) => impressions > 0,
  )
  await tile(page, 0).locator('.title a').click()
  await page.getByRole('heading', { level: 1, name: title(0) }).waitFor()
  // Its end is in view at once: it counts as read when one has stayed for a moment.
  await knows('finish 0')
  await page.goBack()
  await tile(page, 1).locator('.title a').click()
  await page.getByRole('heading', { level: 1, name: title(1) }).waitFor()
  await knows('open 1')
  await page.goto('/settings/learning')
  await awake(page)
  const row = (kind: string, note: number) =>
    page
      .getByRole('listitem')
      .filter({ hasText: title(note) })
      .filter({ hasText: en(`know.act-${kind}`) })
  await row('finish', 0).waitFor()
  await row('open', 1).getByRole('button').click()
  await row('open', 1).waitFor({ state: 'detached' })
  expect(await actsOf(dana)).not.toContain('open 1')
  expect(await actsOf(dana)).toContain('open 0')
  // Nobody else knows anything of it.
  expect(await actsOf(lin)).toEqual([])
  expect(errors).toEqual([])
})

test('a tile goes at once, comes back when that is undone, and stays away when it is not', async () => {
  const { page, errors } = dana
  // By time, what was seen a moment ago is there, too.
  await dana.api.ask('PATCH', '/me/learning', { chronological: true })
  await page.goto('/')
  await awake(page)
  const menu = async (note: number) => {
    await tile(page, note)
      .getByRole('link', { name: en('tile.why') })
      .click()
    await page.getByRole('button', { name: en('tile.less') }).waitFor()
  }
  await menu(2)
  await page.getByRole('link', { name: en('tile.save') }).click()
  await page.waitForURL(`**/notes/${notes[2]?.id}/boards`)
  await page.goBack()
  await tile(page, 2).waitFor()
  await awake(page)
  await menu(2)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: en('tile.less') }).waitFor({ state: 'detached' })
  await menu(2)
  await page.getByRole('button', { name: en('tile.less') }).click()
  await tile(page, 2).waitFor({ state: 'detached' })
  await page.getByText(en('tile.less-done')).waitFor()
  expect(await actsOf(dana)).toContain('less 2')
  await page.getByRole('button', { name: en('frame.undo') }).click()
  await tile(page, 2).waitFor()
  await knows('less 2', false)
  await menu(2)
  await page.getByRole('button', { name: en('tile.hide') }).click()
  await page.getByText(en('tile.hide-done')).waitFor()
  // Also on the way back from a note.
  await tile(page, 3).locator('.title a').click()
  await page.getByRole('heading', { level: 1, name: title(3) }).waitFor()
  await page.goBack()
  await tile(page, 3).waitFor()
  expect(await tile(page, 2).count()).toBe(0)
  await page.reload()
  await tile(page, 3).waitFor()
  expect(await tile(page, 2).count()).toBe(0)
  await dana.api.ask('DELETE', `/notes/${notes[2]?.id}/choices/hide`)
  expect(errors).toEqual([])
})

test('without scripts a note is hidden and shown again, learning is paused, and all is deleted', async () => {
  const { page } = await person(browser, site.origin, { javaScript: false })
  await signIn(page, 'en', 'dana')
  await page.goto('/')
  await tile(page, 2)
    .getByRole('link', { name: en('tile.why') })
    .click()
  await press(page, 'tile.hide')
  await page.getByText(en('why.away')).waitFor()
  await page.goto('/')
  await tile(page, 3).waitFor()
  expect(await tile(page, 2).count()).toBe(0)
  await page.goto(`/notes/${notes[2]?.id}/why`)
  await press(page, 'why.hide-back')
  await page.goto('/')
  await tile(page, 2).waitFor()

  await page.goto('/settings/learning')
  await press(page, 'know.pause')
  await page.getByText(en('know.paused')).waitFor()
  await press(page, 'know.go-on')
  await page.getByText(en('know.learning')).waitFor()
  await page.getByText(en('know.by-time')).waitFor()
  await page.goto('/')
  expect(await page.locator('.tile').evaluateAll((tiles) => tiles.map(({ id }) => id.slice(2)))).toEqual(notes.map(({ id }) => id).reverse())
  await page.goto('/settings/learning')
  await press(page, 'know.order-for-me')
  await page.getByText(en('know.for-me')).waitFor()
  await page.getByText(en('know.all'), { exact: true }).click()
  await press(page, 'know.all-do')
  await page.getByText(en('know.none')).waitFor()
  expect(await actsOf(dana)).toEqual([])
})

test('a browser that asks not to be tracked sends nothing', async () => {
  const { page, errors, context } = await person(browser, site.origin)
  const sent: string[] = []
  context.on('request', (request) => {
    if (request.url().endsWith('/signals')) sent.push(request.url())
  })
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })
  })
  await signIn(page, 'en', 'lin')
  await page.goto('/')
  await awake(page)
  await tile(page, 2).locator('.title a').click()
  await page.getByRole('heading', { level: 1, name: title(2) }).waitFor()
  await page.goto('/settings/learning')
  await page.getByText(en('know.asked')).waitFor()
  expect(sent).toEqual([])
  expect(await actsOf(lin)).toEqual([])
  expect(errors).toEqual([])
})
