import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { say } from '#pure/words/index.ts'
import { openBrowser, type Person, person } from './browser.ts'
import { awake } from './member.ts'
import { openTown, type Town } from './town.ts'

let browser: Browser
let town: Town
let reader: Person
beforeAll(async () => {
  browser = await openBrowser()
  town = await openTown(browser)
  reader = await person(browser, town.site.origin, { width: 390 })
})
afterAll(async () => {
  await town?.close()
  await browser?.close()
})

test('the place can be installed as an app', async () => {
  const { page, context } = reader
  await page.goto('/')
  const href = await page.locator('link[rel=manifest]').getAttribute('href')
  const manifest = await (await context.request.get(`${town.site.origin}${href}`)).json()
  expect(manifest).toMatchObject({ name: say('en', 'site.name'), start_url: '/', display: 'standalone' })
  const sizes: string[] = []
  for (const { src, sizes: size, type } of manifest.icons) {
    const answer = await context.request.get(`${town.site.origin}${src}`)
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, type])
    sizes.push(size)
  }
  expect(sizes).toEqual(expect.arrayContaining(['192x192', '512x512']))
  // The browser's own opinion; it asks as this reader.
  const session = await context.newCDPSession(page)
  await context.addCookies([{ name: 'locale', value: 'zh-Hans', url: town.site.origin }])
  await page.reload()
  const { errors, data = '' } = await session.send('Page.getAppManifest')
  expect([errors, JSON.parse(data).name]).toEqual([[], say('zh-Hans', 'site.name')])
  await context.clearCookies()
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
})

test('a note that was read opens without a connection, another address shows the offline page', async () => {
  const { page, context, errors } = reader
  await page.goto('/')
  // Ready, and in charge of this page.
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (!navigator.serviceWorker.controller) await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }))
  })
  await awake(page)
  await page.locator(`.tile a[href="${town.pictured}"]`).click()
  await page.locator('article.note').waitFor()
  const title = await page.getByRole('heading', { level: 1 }).first().innerText()
  const kept = (path: string) =>
    page.evaluate(async (wanted) => (await (await caches.open('notes')).keys()).some((request) => new URL(request.url).pathname === wanted), path)
  await expect.poll(() => kept(town.pictured), { timeout: 20_000 }).toBe(true)

  await context.setOffline(true)
  await page.goto(town.pictured)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await page.goto(town.written)
  await page.getByText(say('en', 'offline.title')).first().waitFor()
  await page.getByRole('link', { name: title, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await page.goto('/topics/punk')
  await page.getByText(say('en', 'offline.title')).first().waitFor()

  await context.setOffline(false)
  // The offline page looks again by itself: it is not raced.
  const next = await context.newPage()
  await next.goto(town.written)
  await next.locator('article.note').waitFor()
  await next.close()
  expect(errors).toEqual([])
})

test('no device or proxy keeps a page for somebody else; pages of the account not even for the way back', async () => {
  for (const [path, kept] of [
    ['/', 'private, no-cache'],
    [town.pictured, 'private, no-cache'],
    ['/reset-password/a-token', 'private, no-store'],
    ['/settings', 'private, no-store'],
  ] as const)
    expect([path, (await town.dana.context.request.get(path, { maxRedirects: 0 })).headers()['cache-control']]).toEqual([path, kept])
})

/** Addresses of everything this page's site has stored on the device, and of what names `whom` in it. */
const stored = (page: Page, whom: string) =>
  page.evaluate(async (name) => {
    const all: { url: string; isNamed: boolean }[] = []
    for (const cache of await Promise.all((await caches.keys()).map((key) => caches.open(key))))
      for (const request of await cache.keys()) all.push({ url: request.url, isNamed: ((await (await cache.match(request))?.text()) ?? '').includes(name) })
    return { urls: all.map(({ url }) => url), named: all.filter(({ isNamed }) => isNamed).map(({ url }) => url) }
  }, whom)

/** Ready, in charge, and with a note that was read. */
async function hasRead(page: Page, note: string): Promise<void> {
  await page.goto('/')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.reload()
  await page.goto(note)
  await expect.poll(async () => (await stored(page, '')).urls).toContain(town.site.origin + note)
}

test('signing out leaves nothing that was read on the device, nor who it was', async () => {
  const { page, context } = town.dana
  await hasRead(page, town.pictured)
  const email = 'dana@example.org'
  const { urls: before } = await stored(page, email)
  const files = await page.evaluate(async () => {
    const shell = (await caches.keys()).find((name) => name.startsWith('shell-')) ?? ''
    return (await (await caches.open(shell)).keys()).map(({ url }) => url)
  })
  await page.goto('/sign-out')
  await page
    .locator('main')
    .getByRole('button', { name: say('en', 'account.sign-out') })
    .click()
  await page.locator('a[href^="/sign-in"]').first().waitFor()
  // What the guest's page shows now may be kept again.
  const shown = await page.evaluate(() => [...document.images].map((one) => one.currentSrc))
  const left = async () => (await stored(page, email)).urls.filter((url) => before.includes(url) && !files.includes(url) && !shown.includes(url))
  await expect.poll(left).toEqual([`${town.site.origin}/reader`])
  expect((await stored(page, email)).named).toEqual([])
  await context.setOffline(true)
  await page.goto(town.pictured)
  await page.getByText(say('en', 'offline.title')).first().waitFor()
  await context.setOffline(false)
})

test('a session that was ended elsewhere leaves nothing either, once the device hears of it', async () => {
  const { page, context } = town.lin
  await hasRead(page, town.pictured)
  await context.clearCookies()
  await page.goto('/about')
  expect((await stored(page, 'lin@example.org')).urls).not.toContain(town.site.origin + town.pictured)
  expect((await stored(page, 'lin@example.org')).named).toEqual([])
})
