import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { say } from '#pure/words/index.ts'
import { openBrowser } from './browser.ts'
import { awake, type Member, member } from './member.ts'
import { openPlace, type Site } from './site.ts'
import { openTranslator, type Translator } from './translator.ts'

const line = '从青城山下来的那条路难走吗？'
const reply = 'That way was a piece of cake.'
const replyZh = '那条路很好走。'
const back = 'That road is easy to walk.'

let browser: Browser
let translator: Translator
let site: Site
let lin: Member
beforeAll(async () => {
  browser = await openBrowser()
  translator = await openTranslator({ [reply]: replyZh, [replyZh]: back })
  site = await openPlace({ TRANSLATE_ENGINES: JSON.stringify([{ type: 'libretranslate', name: 'Parrot', url: translator.url }]) })
  lin = await member(browser, site.origin, 'lin', ['zh-Hans'])
})
afterAll(async () => {
  await site.stop()
  await browser.close()
  await translator.close()
})

test.each([
  ['with', true],
  ['without', false],
])('%s JavaScript a writer sees how it will be read before anything is sent', async (_name, javaScript) => {
  const { id, url } = await lin.api.ask('POST', '/notes', { title: line, body: '', visibility: 'public', language: 'zh-Hans' })
  const { page, api, errors } = await member(browser, site.origin, javaScript ? 'dana' : 'eva', ['en'], { javaScript, width: 390 })
  const before = translator.asked.length
  await page.goto(url)
  if (javaScript) await awake(page)
  await page.locator('[name=body]').fill(reply)
  expect(translator.asked).toHaveLength(before)
  await page.getByRole('button', { name: say('en', 'bridge.ask') }).click()
  const bridge = page.getByRole('status', { name: say('en', 'bridge.ask') })
  await bridge.waitFor()
  const read = await bridge.textContent()
  for (const part of [replyZh, back, 'piece of cake', 'very easy', 'Parrot', say('en', 'bridge.not-sent')]) expect(read).toContain(part)
  expect(await page.locator('[name=body]').inputValue()).toBe(reply)
  expect((await api.ask('GET', `/notes/${id}/comments`)).items).toEqual([])
  // The second writer of the same words pays nothing.
  expect(translator.asked.filter(({ q }) => q === reply)).toHaveLength(1)
  await page.getByRole('button', { name: say('en', 'note.comment-send'), exact: true }).click()
  await page.locator('.comment', { hasText: reply }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  expect(errors).toEqual([])
})
