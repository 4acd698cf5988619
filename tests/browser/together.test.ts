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

test('a note is saved to two boards at once, one of them new, and that is undone', async () => {
  const { id, url } = await mei.api.ask('POST', '/notes', { title: 'Rye, slowly', body: 'Two days.', visibility: 'public', language: 'en' })
  await dana.api.ask('POST', '/boards', { name: 'Bread', secret: false })
  const { page, errors } = dana
  const boards = async (): Promise<string[]> => (await dana.api.ask('GET', `/notes/${id}/save`)).boards.map(({ name }: { name: string }) => name).sort()
  await page.goto(url)
  await awake(page)
  await page.getByRole('link', { name: words('note.choose-boards') }).click()
  const sheet = page.getByRole('dialog', { name: words('boards.save-to') })
  await sheet.getByRole('checkbox', { name: /Bread/ }).check()
  await sheet.getByLabel(words('boards.new')).fill('This winter')
  await sheet.getByRole('button', { name: words('frame.save'), exact: true }).click()
  await page.getByText(words('boards.saved', { count: 2 })).waitFor()
  expect(await boards()).toEqual(['Bread', 'This winter'])
  expect((await mei.api.ask('GET', `/notes/${id}`)).saveCount).toBe(1)
  await page.getByRole('button', { name: words('frame.undo') }).click()
  await expect.poll(boards).toEqual([])
  expect(errors).toEqual([])
})

test('under a note stands what is like it, by itself or one step away; a licence is named where one is given', async () => {
  const about = { body: 'Flour and water.', visibility: 'public', language: 'en', topics: ['sourdough'] }
  await mei.api.ask('POST', '/notes', { ...about, title: 'A starter that lives' })
  const { url } = await dana.api.ask('POST', '/notes', { ...about, title: 'Overnight loaf', licence: 'CC-BY-SA-4.0' })
  const { page, errors } = dana
  await page.goto(url)
  await page.getByRole('link', { name: 'CC BY-SA 4.0' }).waitFor()
  await awake(page)
  await page.mouse.wheel(0, 10_000)
  await page
    .getByRole('region', { name: words('note.similar') })
    .getByRole('link', { name: 'A starter that lives' })
    .waitFor()
  const bare = await person(browser, site.origin, { javaScript: false, width: 390 })
  await bare.page.goto(url)
  await bare.page.getByRole('link', { name: words('note.similar') }).click()
  await bare.page.getByRole('heading', { level: 1, name: words('note.similar') }).waitFor()
  await bare.page.getByRole('link', { name: 'A starter that lives' }).waitFor()
  expect(await bare.page.getByRole('link', { name: 'Overnight loaf' }).count()).toBe(0)
  expect(errors).toEqual([])
})

test('what one took down is found on one’s own page, and by nobody else', async () => {
  const { id } = await dana.api.ask('POST', '/notes', { title: 'Not for now', body: 'Later perhaps.', visibility: 'public', language: 'en' })
  await dana.api.ask('PUT', `/notes/${id}/archive`)
  const { page, errors } = dana
  await page.goto('/@dana')
  await awake(page)
  expect(await page.getByText('Not for now').count()).toBe(0)
  await page.getByRole('link', { name: words('band.archived'), exact: true }).click()
  await page.getByRole('link', { name: 'Not for now' }).click()
  await page.getByText(words('band.archived-more')).waitFor()
  await mei.page.goto('/@dana?state=archived')
  await mei.page.getByRole('link', { name: 'Overnight loaf' }).first().waitFor()
  expect(await mei.page.getByText('Not for now').count()).toBe(0)
  expect(await mei.page.getByRole('link', { name: words('band.archived'), exact: true }).count()).toBe(0)
  expect(errors).toEqual([])
})
