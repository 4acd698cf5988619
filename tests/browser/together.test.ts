import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { say } from '#pure/words/index.ts'
import { openBrowser, person } from './browser.ts'
import { awake, type Member, member, signIn } from './member.ts'
import { openPlace, type Site } from './site.ts'

let browser: Browser
let site: Site
let dana: Member
let mei: Member
const words = (key: string, facts = {}) => say('en', key, facts)
const DAY_MS = 86_400_000

beforeAll(async () => {
  browser = await openBrowser()
  site = await openPlace()
  dana = await member(browser, site.origin, 'dana', ['en'])
  mei = await member(browser, site.origin, 'mei', ['en'])
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

for (const javaScript of [true, false]) {
  test(`a co-author is asked, finds the question, says yes, and can take the name off again ${javaScript ? '' : '(without scripts)'}`, async () => {
    const title = `A zine by two ${javaScript ? '' : 'again'}`.trim()
    const { url } = await dana.api.ask('POST', '/notes', { title, body: 'Half each.', visibility: 'public', language: 'en', coauthors: [mei.handle] })
    const { page } = javaScript ? mei : await person(browser, site.origin, { javaScript })
    if (!javaScript) await signIn(page, 'en', 'mei')
    await page.goto('/notifications')
    await page
      .getByText(words('notice.coauthor-asked', { who: 'dana' }))
      .first()
      .waitFor()
    await page.goto(url)
    await page.getByText(words('note.asked', { name: 'dana' })).waitFor()
    await page.getByRole('button', { name: words('note.join'), exact: true }).click()
    await page.getByText(words('note.with', { names: 'mei' })).waitFor()
    await page.goto('/@mei')
    await page.getByRole('link', { name: title }).first().waitFor()
    await dana.page.goto('/notifications')
    await dana.page
      .getByText(words('notice.coauthor-joined', { who: 'mei' }))
      .first()
      .waitFor()
    await page.goto(url)
    await page.getByRole('button', { name: words('note.leave'), exact: true }).click()
    await page.getByText(words('note.with', { names: 'mei' })).waitFor({ state: 'detached' })
  })
}

test('a note is scheduled in the composer, waits among the drafts where nobody else sees it, and goes out at once when its day is taken away', async () => {
  const { page, errors } = dana
  await page.goto('/new')
  await awake(page)
  await page.locator('[name=title]').fill('Tomorrow’s bread')
  await page.locator('[name=body]').fill('The dough is in the fridge.')
  await page.getByText(words('write.later'), { exact: true }).click()
  const tomorrow = new Date(Date.now() + DAY_MS).toISOString().slice(0, 16)
  await page.locator('[name=scheduledFor]').fill(tomorrow)
  await page.getByRole('button', { name: words('write.schedule'), exact: true }).click()
  await page.waitForURL(/\/drafts/)
  const draft = page.getByRole('listitem').filter({ hasText: 'Tomorrow’s bread' })
  await draft.waitFor()
  expect(await draft.innerText()).toMatch(new RegExp(words('write.goes-out', { when: '.+' })))
  await mei.page.goto('/@dana')
  expect(await mei.page.getByText('Tomorrow’s bread').count()).toBe(0)
  await draft.getByRole('link').click()
  await awake(page)
  await page.locator('[name=scheduledFor]').fill('')
  await page.getByRole('button', { name: words('write.publish'), exact: true }).click()
  await page.waitForURL(/\/@dana\//)
  await page.getByRole('heading', { level: 1, name: 'Tomorrow’s bread' }).waitFor()
  // Who loads a list again sees what is new, not what it was.
  await mei.page.reload()
  await awake(mei.page)
  await mei.page.getByRole('link', { name: 'Tomorrow’s bread' }).first().waitFor()
  expect(errors).toEqual([])
})
