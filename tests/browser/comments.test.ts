import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { say } from '#pure/words/index.ts'
import { openBrowser, person } from './browser.ts'
import { awake, type Member, member, signIn } from './member.ts'
import { openSite, type Site } from './site.ts'

let browser: Browser
let site: Site
let dana: Member
let mei: Member
const words = (key: string, facts = {}) => say('en', key, facts)
const comment = (page: Page, body: string) => page.locator('.comment', { hasText: body }).last()

/** A note of Dana's. */
const note = (title: string): Promise<{ id: string; url: string }> =>
  dana.api.ask('POST', '/notes', { title, body: 'A few words.', visibility: 'public', language: 'en' })
/** Mei says it; answers its id. */
async function said(noteId: string, body: string, parentId: string | null = null): Promise<string> {
  return (await mei.api.ask('POST', `/notes/${noteId}/comments`, { body, parentId, language: 'en' })).id
}
/** Dana's browser, or one of hers that runs no scripts. */
async function open(javaScript: boolean): Promise<Page> {
  if (javaScript) return dana.page
  const { page } = await person(browser, site.origin, { javaScript, width: 390 })
  await signIn(page, 'en', 'dana')
  return page
}
async function go(page: Page, address: string, javaScript: boolean): Promise<void> {
  await page.goto(address)
  if (javaScript) await awake(page)
}

beforeAll(async () => {
  browser = await openBrowser()
  site = await openSite()
  await site.command('member', 'create', '--handle', 'host', '--email', 'host@example.org', '--password', 'the house is open tonight', '--role', 'admin')
  dana = await member(browser, site.origin, 'dana', ['en'])
  mei = await member(browser, site.origin, 'mei', ['en'])
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

const WAYS = [
  ['with', true],
  ['without', false],
] as const

test.each(WAYS)('%s JavaScript a comment of the second page is answered, and not the note', async (_name, javaScript) => {
  const { id, url } = await note('Many voices')
  const first = await said(id, 'The first of all.')
  for (let i = 2; i <= 21; i += 1) await said(id, `Voice ${i}`)
  const page = await open(javaScript)
  await go(page, url, javaScript)
  await page.getByRole('link', { name: words('note.more-comments') }).click()
  await comment(page, 'The first of all.')
    .getByRole('link', { name: words('note.reply') })
    .click()
  await page.getByText(words('note.reply-to', { name: 'mei' })).waitFor()
  await page.locator('[name=body]').fill('An answer to the first.')
  await page.getByRole('button', { name: words('note.comment-send'), exact: true }).click()
  await page.waitForURL(/#c-/)
  expect(
    (await dana.api.ask('GET', `/comments/${first}/replies`)).items.map((one: { text: { original: { body: string } } }) => one.text.original.body),
  ).toEqual(['An answer to the first.'])
})
