import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { passwordFor } from '#ground/database/embedded/place.ts'
import { say } from '#pure/words/index.ts'
import { openBrowser, person } from './browser.ts'
import { awake, dictionary, found, type Member, member, photographs, signIn, uploaded } from './member.ts'
import { openPlace, type Site } from './site.ts'
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
  site = await openPlace()
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
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: word('frame.save') }).click()])
  expect((await dana.api.ask('GET', '/me')).settings.levels).toEqual({ zh: 0 })
  // A place that has just loaded its dictionary cuts by it a moment later.
  await expect
    .poll(async () => {
      await page.goto(note.url)
      return readings(page)
    })
    .toEqual(['dìyīcì', 'páiliàn', 'wǒmen', 'de', 'yuèduì', 'zài', 'lóushàng', 'yǒu', 'wǔ', 'gè', 'rén'])
  await awake(page)
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
  expect(await readings(page)).toEqual(['dìyīcì', 'páiliàn', 'yuèduì', 'lóushàng'])
})

test('the next day a kept word is met in a note of somebody else: marked, listed, and put off or wanted again', async () => {
  const { page, api, errors } = dana
  await api.ask('PATCH', '/me', { settings: { levels: {} } })
  await api.ask('POST', '/words', { text: '乐队', language: 'zh-Hans', offset: 0 })
  await api.ask('POST', '/words', { text: '排练', language: 'zh-Hans', offset: 0 })
  await found(dana, '乐队', note.id)
  await page.goto('/words')
  expect(await page.getByRole('heading', { name: word('words.again'), exact: true }).count()).toBe(0)
  await dayLater()
  await page.goto('/words')
  await awake(page)
  const shelf = page.getByRole('region', { name: word('words.again') })
  expect(await shelf.getByRole('link', { name: title }).first().getAttribute('href')).toBe(note.url)

  const quiet = await person(browser, site.origin, { javaScript: false, width: 390 })
  await signIn(quiet.page, 'en', 'dana')
  await quiet.page.goto(note.url)
  expect(await quiet.page.locator('article mark').allTextContents()).toEqual(['排练', '乐队', '排练'])
  const row = quiet.page.getByRole('listitem').filter({ hasText: '乐队' })
  await row.getByRole('button', { name: word('again.knew') }).click()
  await quiet.page.locator('article.note').waitFor()
  expect(await quiet.page.locator('article mark').allTextContents()).toEqual(['排练', '排练'])
  await quiet.context.close()

  // With script, to open the note is to have met them.
  await page.goto(note.url)
  await awake(page)
  await expect.poll(async () => (await api.ask('GET', '/words')).items.map(({ meetings }: { meetings: number }) => meetings)).toEqual([1, 1])
  await page
    .getByRole('listitem')
    .filter({ hasText: '排练' })
    .getByRole('button', { name: word('again.soon'), exact: true })
    .click()
  await page.getByText(word('again.comes', { count: 1 })).waitFor()
  expect(errors).toEqual([])
})

test('where the browser has a voice for the language a word can be heard, elsewhere there is no button', async () => {
  const { page, context } = await person(browser, site.origin, { width: 390 })
  await context.addInitScript(() => {
    const voices = [{ lang: 'zh-CN', localService: true, default: false, name: 'Ting', voiceURI: 'ting' }]
    const said: string[] = []
    Object.assign(window, {
      said,
      SpeechSynthesisUtterance: class {
        text: string
        constructor(text: string) {
          this.text = text
        }
      },
    })
    const speech = Object.assign(new EventTarget(), {
      getVoices: () => voices,
      cancel: () => undefined,
      speak: ({ text, lang }: SpeechSynthesisUtterance) => said.push(`${lang} ${text}`),
    })
    Object.defineProperty(window, 'speechSynthesis', { value: speech })
  })
  await page.goto(note.url)
  await awake(page)
  await tap(page, '乐队')
  await page.getByRole('button', { name: word('gloss.listen', { word: '乐队' }) }).click()
  expect(await page.evaluate(() => (window as unknown as { said: string[] }).said)).toEqual(['zh-CN 乐队'])
  await context.close()
  const silent = await person(browser, site.origin, { width: 390 })
  await silent.page.goto(note.url)
  await awake(silent.page)
  await tap(silent.page, '乐队')
  await silent.page.getByRole('dialog').getByText('yuèduì', { exact: true }).waitFor()
  expect(await silent.page.getByRole('button', { name: word('gloss.listen', { word: '乐队' }) }).count()).toBe(0)
  await silent.context.close()
})

test('the words of a note that was read, and of comments under it, are explained without a connection', async () => {
  const { id, url } = await lin.api.ask('POST', '/notes', { title, body, topics: [], visibility: 'public', language: 'zh-Hans' })
  for (const said of ['明天见。', '银行旁边也有火锅。']) await lin.api.ask('POST', `/notes/${id}/comments`, { body: said, language: 'zh-Hans' })
  const { page, context, errors } = await person(browser, site.origin, { width: 390 })
  await page.goto('/')
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (!navigator.serviceWorker.controller) await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }))
  })
  const asked: string[] = []
  page.on('request', (request) => asked.push(...(request.url().includes('/gloss/') ? [request.url()] : [])))
  await page.goto(url)
  await awake(page)
  const kept = (name: string) => page.evaluate(async (cache) => (await (await caches.open(cache)).keys()).length, name)
  await expect.poll(() => kept('glosses')).toBe(3)
  expect(asked).toHaveLength(1)
  await expect.poll(() => kept('notes')).toBeGreaterThan(0)
  await context.setOffline(true)
  await page.goto(url)
  await awake(page)
  const gloss = page.getByRole('dialog', { name: word('gloss.title') })
  await expect
    .poll(async () => {
      await tap(page, '楼上')
      return gloss.getByText('lóushàng', { exact: true }).count()
    })
    .toBe(1)
  await page.keyboard.press('ArrowRight')
  await gloss.getByText('páiliàn', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await tap(page, '火锅', '.comment')
  await gloss.getByText('huǒguō', { exact: true }).waitFor()
  expect(errors).toEqual([])
  await context.close()
})

test('who reads the other script asks for a text in it, and is told how it came; from then on texts have it by themselves', async () => {
  const zh = (key: string, facts = {}) => say('zh-Hant', key, facts)
  const { page, context } = await member(browser, site.origin, 'mei', ['zh-Hant'], { javaScript: false, width: 390, locale: 'zh-TW' })
  const converted = async (address: string) => {
    await page.goto(address)
    return [await page.getByText('我們的樂隊在樓上排練。').count(), await page.getByText('簡繁轉換（OpenCC）').count()]
  }
  expect(await converted(note.url)).toEqual([0, 0])
  await page.getByRole('button', { name: zh('layer.convert', { language: '中文（繁體）' }) }).click()
  await expect.poll(() => converted(note.url)).toEqual([1, 1])
  await page.getByRole('heading', { level: 1, name: '第一次排練' }).waitFor()
  const next = await lin.api.ask('POST', '/notes', { title, body, topics: [], visibility: 'public', language: 'zh-Hans' })
  await expect.poll(() => converted(next.url)).toEqual([1, 1])
  await context.close()
})

/** As if a day had gone by for the words that are kept: the place's own clock cannot be moved. */
async function dayLater(): Promise<void> {
  const folder = join(site.dataDir, 'postgres')
  const password = passwordFor(readFileSync(join(folder, 'password'), 'utf8').trim(), 'commonplace')
  const db = new pg.Client({ host: join(folder, 'run'), user: 'commonplace', database: 'commonplace', password })
  await db.connect()
  try {
    await db.query("update saved_words set due_at = due_at - interval '1 day'")
  } finally {
    await db.end()
  }
}

test.each([
  ['with', true],
  ['without', false],
])('%s JavaScript what an author covered is opened by key, words and pictures each, and the key stays where it was', async (_name, javaScript) => {
  const [photograph] = await photographs(1)
  const pictures = photograph ? [{ id: await uploaded(lin, site.origin, photograph), alt: 'A spider' }] : []
  const { url } = await lin.api.ask('POST', '/notes', {
    title: 'In the cellar',
    body: 'It had eight legs.',
    warning: 'spiders',
    pictures,
    visibility: 'public',
    language: 'en',
  })
  const { page, errors } = await person(browser, site.origin, { javaScript, width: 390 })
  await page.goto(url)
  if (javaScript) await awake(page)
  const [text, picture] = [page.getByText('It had eight legs.'), page.getByRole('img', { name: 'A spider' })]
  const covers = page.locator('article summary', { hasText: word('note.covered', { warning: 'spiders' }) })
  expect([await covers.count(), await text.isVisible(), await picture.isVisible()]).toEqual([2, false, false])
  for (const [index, covered] of [picture, text].entries()) {
    const cover = covers.nth(index)
    await cover.focus()
    await page.keyboard.press('Enter')
    await covered.waitFor()
    expect(await cover.evaluate((one) => one === document.activeElement)).toBe(true)
    expect(await cover.getByText(word('note.cover-again')).isVisible()).toBe(true)
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  expect(errors).toEqual([])
})
