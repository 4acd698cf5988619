import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { say } from '#pure/words/index.ts'
import { openBrowser, person } from './browser.ts'
import { awake, type Member, member, signIn } from './member.ts'
import { openPlace, type Site } from './site.ts'
import { openTranslator, type Translator } from './translator.ts'
import { until } from './until.ts'

const title = '今晚煮面'
const body = '我们今晚煮面。汤要熬五个小时。自己带碗来。'
const WRONG = 'The soup boils at five o’clock.'
const BETTER = 'The broth takes five hours.'
const taught = { [title]: 'Noodles tonight', [body]: `We cook noodles tonight. ${WRONG} Bring your own bowl.` }
const word = (key: string, facts?: Record<string, string | number>) => say('en', key, facts)
/** The title is the first sentence of the note. */
const THIRD = word('mend.open', { number: 3 })

let browser: Browser
let translator: Translator
let site: Site
let dana: Member
let readers: Member[]
let note: { id: string; url: string }
let layer: string
beforeAll(async () => {
  browser = await openBrowser()
  translator = await openTranslator(taught)
  site = await openPlace({ TRANSLATE_ENGINES: JSON.stringify([{ type: 'libretranslate', name: 'Fake', url: translator.url }]) })
  const lin = await member(browser, site.origin, 'lin', ['zh-Hans'])
  dana = await member(browser, site.origin, 'dana', ['en'])
  readers = await Promise.all(['theo', 'mei'].map((handle) => member(browser, site.origin, handle, ['en', 'zh-Hans'])))
  await member(browser, site.origin, 'wei', ['en', 'zh-Hans'])
  note = await lin.api.ask('POST', '/notes', { title, body, topics: [], visibility: 'public', language: 'zh-Hans' })
  const layers = () => lin.api.ask('GET', `/layers?subjectKind=note&subjectId=${note.id}`)
  const machineOf = async (): Promise<string | undefined> => (await layers()).items.find(({ origin }: { origin: string }) => origin === 'machine')?.id
  layer = (await until(machineOf, (id) => id !== undefined)) ?? ''
})
afterAll(async () => {
  await browser.close()
  await site.stop()
  await translator.close()
})

const sentences = () => `/layers/${layer}/sentences?subjectKind=note&subjectId=${note.id}`
const lineOf = (page: Page, text: string) => page.getByRole('group', { name: word('mend.sides') }).locator('.line', { hasText: text })

test('Dana words one sentence better, in its own sheet, from both sides laid beside each other', async () => {
  const { page, errors } = dana
  await page.goto(`${note.url}?show=both`)
  await awake(page)
  const line = lineOf(page, WRONG)
  expect(await line.getByText('汤要熬五个小时。').count()).toBe(1)
  // To point at either side lights both.
  const colour = () => line.evaluate((one) => getComputedStyle(one).backgroundColor)
  const still = await colour()
  await line.getByText('汤要熬五个小时。').hover()
  await expect.poll(colour).not.toBe(still)
  expect(
    await page
      .getByRole('group', { name: word('mend.sides') })
      .getByText('libretranslate')
      .count(),
  ).toBe(1)
  await line.getByRole('link', { name: THIRD }).click()
  const sheet = page.getByRole('dialog', { name: THIRD })
  await sheet.getByLabel(word('mend.yours')).fill(BETTER)
  await sheet.getByRole('button', { name: word('mend.propose') }).click()
  await sheet.getByText(word('mend.votes', { count: 0 })).waitFor()
  expect(await sheet.getByRole('link', { name: word('mend.by', { name: 'dana' }) }).count()).toBe(1)
  // Who wrote it does not vote for it.
  expect(await sheet.getByRole('button', { name: word('mend.thank') }).count()).toBe(0)
  await sheet.getByRole('button', { name: word('frame.close') }).click()
  await lineOf(page, WRONG).waitFor()
  expect(errors).toEqual([])
})

test('two readers of both languages thank for it; the sentence is still the machine’s', async () => {
  for (const { page, errors } of readers) {
    await page.goto(`/layers?subjectKind=note&subjectId=${note.id}`)
    await awake(page)
    await page.getByRole('link', { name: word('mend.title') }).click()
    await page.getByRole('heading', { level: 1, name: word('mend.title') }).waitFor()
    await page.getByRole('link', { name: THIRD }).click()
    await page.getByRole('button', { name: word('mend.thank'), pressed: false }).click()
    await page.getByRole('button', { name: word('mend.thank'), pressed: true }).waitFor()
    expect(errors).toEqual([])
  }
  await dana.page.goto(note.url)
  await dana.page.locator('main').getByText(WRONG).waitFor()
})

test('with scripts off the third thanks, and the next reader meets Dana’s sentence with her name', async () => {
  const { page } = await person(browser, site.origin, { javaScript: false, width: 390 })
  await signIn(page, 'en', 'wei')
  await page.goto(sentences())
  await page.getByRole('link', { name: THIRD }).click()
  await page.getByText(word('mend.votes', { count: 2 })).waitFor()
  await page.getByRole('button', { name: word('mend.thank') }).click()
  await page.getByText(word('mend.taken')).waitFor()

  const guest = await person(browser, site.origin, { javaScript: false, width: 390 })
  await guest.page.goto(`${note.url}?show=both`)
  const line = lineOf(guest.page, BETTER)
  await line.getByRole('link', { name: word('mend.by', { name: 'dana' }) }).waitFor()
  expect(await lineOf(guest.page, WRONG).count()).toBe(0)
  expect(await guest.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await guest.page.goto(note.url)
  await guest.page.locator('main').getByText(BETTER).waitFor()
})

test('with scripts off one proposes too, and takes it back', async () => {
  const { page } = await person(browser, site.origin, { javaScript: false })
  await signIn(page, 'en', 'wei')
  await page.goto(sentences())
  await page.getByRole('link', { name: word('mend.open', { number: 4 }) }).click()
  await page.getByLabel(word('mend.yours')).fill('Bring a bowl of your own.')
  await page.getByRole('button', { name: word('mend.propose') }).click()
  await page.getByText('Bring a bowl of your own.').first().waitFor()
  await page.getByRole('button', { name: word('mend.withdraw') }).click()
  await page.getByRole('heading', { level: 1, name: word('mend.title') }).waitFor()
  expect(await page.getByRole('button', { name: word('mend.withdraw') }).count()).toBe(0)
})
