import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { say } from '#pure/words/index.ts'
import { openBrowser, person } from './browser.ts'
import { awake, type Member, member, PASSWORD, signIn } from './member.ts'
import { openPlace, type Site } from './site.ts'

const en = (key: string, facts = {}) => say('en', key, facts)
let browser: Browser
let site: Site
let lin: Member
let dana: Member

beforeAll(async () => {
  browser = await openBrowser()
  site = await openPlace()
  dana = await member(browser, site.origin, 'dana', ['en'])
  lin = await member(browser, site.origin, 'lin', ['en', 'zh-Hans'])
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const noteOf = (who: Member, title: string) => who.api.ask('POST', '/notes', { title, body: `${title}，人很多，也很吵。`, language: 'zh-Hans' })
const press = (within: Page | Locator, key: string): Promise<void> =>
  within
    .getByRole('button', { name: en(key), exact: true })
    .last()
    .click()

describe('whoever is signed out meanwhile loses nothing', () => {
  const words = 'I would come along on Friday.'
  /** Signs in on the tab that the link opens, and comes back to the one that waits. */
  async function signInBeside(page: Page, handle: string): Promise<void> {
    const opened = page.context().waitForEvent('page')
    await page
      .locator('main')
      .getByRole('link', { name: en('frame.sign-in'), exact: true })
      .click()
    const tab = await opened
    await tab.locator('[name=login]').fill(handle)
    await tab.locator('[name=password]').fill(PASSWORD)
    await press(tab.locator('main'), 'frame.sign-in')
    await tab.locator(`a[href="/@${handle}"]`).first().waitFor()
    await tab.close()
  }

  test('a comment with JavaScript stays where it was written, and nobody says that it was sent', async () => {
    const { url } = await noteOf(lin, '市场')
    const { page, context } = await person(browser, site.origin)
    await signIn(page, 'en', 'dana')
    await page.goto(url)
    await awake(page)
    await page.locator('#write [name=body]').fill(words)
    await context.clearCookies()
    await press(page.locator('#write'), 'note.comment-send')
    await page.locator('#write').getByText(en('problem.sign-in-needed')).waitFor()
    expect(await page.getByText(en('note.comment-sent')).count()).toBe(0)
    expect(await page.locator('#write [name=body]').inputValue()).toBe(words)
    await signInBeside(page, 'dana')
    await press(page.locator('#write'), 'note.comment-send')
    await page.locator('.comment').getByText(words).waitFor()
    await context.close()
  })

  test.each(['a comment', 'a profile'])('%s without JavaScript waits beside the form to sign in, and is sent from there', async (what) => {
    const { url } = await noteOf(lin, '公园')
    const { page, context } = await person(browser, site.origin, { javaScript: false })
    await signIn(page, 'en', 'dana')
    await page.goto(what === 'a comment' ? url : '/settings/profile')
    const field = what === 'a comment' ? page.locator('[name=body]') : page.locator('[name=bio]')
    await field.fill(words)
    await context.clearCookies()
    await press(page.locator('main form', { has: field }), what === 'a comment' ? 'note.comment-send' : 'frame.save')
    await page.getByText(en('problem.sign-in-needed')).waitFor()
    await signInBeside(page, 'dana')
    await press(page, 'frame.retry')
    if (what === 'a comment') await page.locator('.comment').getByText(words).waitFor()
    else await expect.poll(async () => (await dana.api.ask('GET', '/actors/dana')).bio.original.body).toBe(words)
    await context.close()
  })

  test('a guest’s like goes to sign in straight away, and back', async () => {
    const { url } = await noteOf(lin, '河边')
    const { page, context } = await person(browser, site.origin, { javaScript: false })
    await page.goto(url)
    await page.locator('main form.like button').first().click()
    await page.waitForURL(`**/sign-in?back=${encodeURIComponent(url)}`)
    await context.close()
  })
})

test('the next member at this browser does not meet the words of the last', async () => {
  const { page, context } = await person(browser, site.origin)
  const left = () => page.evaluate(() => Object.keys(localStorage).filter((key) => /^(composer|edit) /.test(key)))
  await signIn(page, 'en', 'dana')
  await page.goto('/new')
  await awake(page)
  await page.route('**/-/api/drafts', (route) => route.abort())
  await page.locator('[name=body]').fill('Only for me')
  await expect.poll(left).toEqual([expect.stringMatching(/^composer .+ new$/)])
  // The session ends elsewhere: nobody signed out here.
  await context.clearCookies()
  await page.unroute('**/-/api/drafts')
  await page.goto('/sign-in')
  await signIn(page, 'en', 'lin')
  await page.goto('/new')
  await awake(page)
  expect(await page.locator('[name=body]').inputValue()).toBe('')
  await page.goto('/sign-out')
  await awake(page)
  await press(page.locator('main'), 'account.sign-out')
  await page.waitForURL(`${site.origin}/`)
  expect(await left()).toEqual([])
  await context.close()
})
