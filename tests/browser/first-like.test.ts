import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { awake, member } from './member.ts'
import { openTown, type Town } from './town.ts'

/** Enough for a page to be chosen from when a telephone has fetched the first ones ahead. */
const NOTES = 60
let browser: Browser
let town: Town
/** A newcomer for each try. */
let retries = 0
beforeAll(async () => {
  browser = await openBrowser()
  town = await openTown(browser, { notes: NOTES, pictures: 0 })
})
afterAll(async () => {
  await town?.close()
  await browser?.close()
})

const idsOf = (page: Page) => page.locator('.tile').evaluateAll((tiles) => tiles.map(({ id }) => id.slice('n-'.length)))
const next = (page: Page) => page.locator('.end a[rel=next]')

test('a new reader likes one note, and the next page of the same scroll is another one because of it', async () => {
  const { page, context, api, errors } = await member(browser, town.site.origin, `newcomer${retries++}`, ['en'], { width: 390 })
  // Who asks not to be watched tells nothing else: the like stands alone.
  await context.addInitScript(() => Object.defineProperty(navigator, 'doNotTrack', { value: '1' }))
  await page.goto('/')
  await awake(page)
  // The page fetches ahead for some screens; where it goes on after that stands in its link.
  const isAhead = () => next(page).evaluate((link) => link.getBoundingClientRect().top > 4 * innerHeight)
  await expect.poll(isAhead).toBe(true)
  const cursor = new URL((await next(page).getAttribute('href')) ?? '', town.site.origin).searchParams.get('cursor') ?? ''
  const nextPage = async (): Promise<string[]> => {
    const { items } = await api.ask('GET', `/feeds/discover?cursor=${encodeURIComponent(cursor)}`)
    return items.map(({ id }: { id: string }) => id)
  }
  const without = await nextPage()
  expect(await nextPage(), 'nothing happened').toEqual(without)
  expect((await api.ask('GET', '/me/acts')).items).toEqual([])

  const shown = await idsOf(page)
  const like = page.locator('.tile form[action*="?/like"] button').first()
  await like.click()
  await expect
    .poll(async () => (await api.ask('GET', '/me/acts')).items.map(({ noteId, kind }: { noteId: string; kind: string }) => [noteId, kind]))
    .toEqual([[shown[0], 'like']])
  const because = await nextPage()
  expect(because, 'a like').not.toEqual(without)

  await next(page).scrollIntoViewIfNeeded()
  await expect.poll(() => page.locator('.tile').count()).toBeGreaterThan(shown.length)
  expect((await idsOf(page)).slice(shown.length, shown.length + because.length)).toEqual(because)
  expect(because.filter((id) => shown.includes(id))).toEqual([])
  expect(errors).toEqual([])
})
