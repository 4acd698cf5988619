import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { say } from '#pure/words/index.ts'
import { openBrowser, person } from './browser.ts'
import { awake, dictionary, type Member, member, signIn } from './member.ts'
import { openSite, type Site } from './site.ts'
import { tap } from './tap.ts'

const title = '第一次排练'
const body = '我们的乐队在楼上排练。\n\n乐队有五个人。'

let browser: Browser
let site: Site
let lin: Member
let dana: Member
let note: { id: string; url: string }
beforeAll(async () => {
  browser = await openBrowser()
  site = await openSite()
  await site.command('member', 'create', '--handle', 'host', '--email', 'host@example.org', '--password', 'the house is open tonight', '--role', 'admin')
  lin = await member(browser, site.origin, 'lin', ['zh-Hans'])
  dana = await member(browser, site.origin, 'dana', ['en'], { width: 390 })
  note = await lin.api.ask('POST', '/notes', { title, body, topics: [], visibility: 'public', language: 'zh-Hans' })
  await dictionary(lin, '乐队')
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const word = (key: string, facts?: Record<string, string | number>) => say('en', key, facts)
const readings = (page: Page) => page.locator('article rt').allTextContents()

test('who begins chooses readings in the settings, and reads them over the words; nobody else does', async () => {
  const { page, errors } = dana
  await page.goto('/settings')
  await awake(page)
  await page.locator('[name=level-zh]').selectOption('0')
  await page.getByRole('button', { name: word('frame.save') }).click()
  await expect.poll(async () => (await dana.api.ask('GET', '/me')).settings.levels).toEqual({ zh: 0 })
  await page.goto(note.url)
  await awake(page)
  expect(await readings(page)).toEqual(['dìyīcì', 'páiliàn', 'wǒmen', 'de', 'yuèduì', 'zài', 'lóushàng', 'yǒu', 'wǔ', 'gè', 'rén'])
  // A screen reader hears the words alone.
  expect((await page.getByRole('heading', { level: 1 }).ariaSnapshot()).replaceAll(' ', '')).toContain(`"${title}"`)

  const stranger = await person(browser, site.origin)
  await stranger.page.goto(note.url)
  expect(await readings(stranger.page)).toEqual([])
  await stranger.context.close()
  expect(errors).toEqual([])
})

test('a tap means the word, on its letters and on its reading; what is copied has no readings in it', async () => {
  const { page } = dana
  await page.goto(note.url)
  await awake(page)
  const gloss = page.getByRole('dialog', { name: word('gloss.title') })
  await tap(page, '乐队')
  await gloss.getByText('yuèduì', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await page.locator('article rt', { hasText: 'lóushàng' }).click()
  await gloss.getByText('lóushàng', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  const copied = await page.evaluate(() => {
    const text = document.querySelector('.prose') as Node
    getSelection()?.selectAllChildren(text)
    return getSelection()?.toString()
  })
  expect(copied?.trim()).toBe(body)
})

test('readings stand there without script', async () => {
  const { page } = await person(browser, site.origin, { javaScript: false, width: 390 })
  await signIn(page, 'en', 'dana')
  await page.goto('/settings')
  await page.locator('[name=level-zh]').selectOption('3')
  await page.getByRole('button', { name: word('frame.save') }).click()
  await page.goto(note.url)
  expect(await readings(page)).toEqual(['páiliàn', 'yuèduì', 'lóushàng'])
})
