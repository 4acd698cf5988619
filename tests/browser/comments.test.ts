import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { say } from '#pure/words/index.ts'
import { openBrowser, person } from './browser.ts'
import { awake, type Member, member, photographs, signIn } from './member.ts'
import { openPlace, type Site } from './site.ts'

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
  site = await openPlace()
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

test('a comment is liked without JavaScript, and the reader stays at it', async () => {
  const { id, url } = await note('Liked by hand')
  const one = await said(id, 'Like me.')
  const page = await open(false)
  await page.goto(url)
  const heart = comment(page, 'Like me.').getByRole('button', { name: words('tile.like-of', { title: words('note.comment-by', { name: 'mei' }) }) })
  await heart.click()
  await page.waitForURL(`${url}#c-${one}`)
  expect(await heart.getAttribute('aria-pressed')).toBe('true')
  expect(await dana.api.ask('GET', `/comments/${one}`)).toMatchObject({ liked: true, likeCount: 1 })
  expect(await dana.api.ask('GET', `/notes/${id}`)).toMatchObject({ liked: false, likeCount: 0 })
  await heart.click()
  await page.waitForLoadState()
  expect(await dana.api.ask('GET', `/comments/${one}`)).toMatchObject({ liked: false, likeCount: 0 })
})

test.each(WAYS)('%s JavaScript every reply can be read, page by page, and what one answers is a step away', async (_name, javaScript) => {
  const { id, url } = await note('A long thread')
  const top = await said(id, 'Ask me anything.')
  for (let i = 1; i <= 22; i += 1) await said(id, `Question ${i}.`, top)
  const page = await open(javaScript)
  await go(page, url, javaScript)
  expect(await page.locator('.comment').count()).toBe(4)
  await page.getByRole('link', { name: words('note.replies', { count: 19 }), exact: true }).click()
  await page.getByText('Question 20.').waitFor()
  expect(await page.locator('.comment').count()).toBe(21)
  await page.getByRole('link', { name: words('note.more-replies') }).click()
  await page.getByText('Question 22.').waitFor()
  expect(await page.locator('.comment').count()).toBe(3)

  // Whoever writes here answers the comment that stands here.
  await comment(page, 'Question 22.')
    .getByRole('link', { name: words('note.reply') })
    .click()
  await page.waitForURL(/reply=/)
  await page.locator('[name=body]').fill('And question 23?')
  await page.getByRole('button', { name: words('note.comment-send'), exact: true }).click()
  await comment(page, 'And question 23?').waitFor()
  await page.locator('[name=body]').fill('And question 24?')
  await page.getByRole('button', { name: words('note.comment-send'), exact: true }).click()
  await comment(page, 'And question 24?').waitFor()
  expect(await page.locator('.comment').count()).toBe(3)
  await page.getByRole('link', { name: words('note.answers') }).click()
  await page.getByText('Question 20.').waitFor()
  await page.getByRole('link', { name: words('note.all-comments') }).click()
  await page.getByRole('link', { name: words('note.replies', { count: 19 }), exact: true }).waitFor()
  // Who answers what many have answered finds the own words, not the first of all.
  await page.getByRole('link', { name: words('note.replies', { count: 19 }), exact: true }).click()
  await page.waitForURL(/thread=/)
  await page.locator('[name=body]').fill('Late to the party.')
  await page.getByRole('button', { name: words('note.comment-send'), exact: true }).click()
  await comment(page, 'Late to the party.').waitFor()
  expect((await dana.api.ask('GET', `/comments/${top}`)).replyCount).toBe(23)
  // The address that a notice leads to.
  const [one] = (await dana.api.ask('GET', `/comments/${top}/replies?limit=1`)).items
  expect((await page.goto(one.url))?.status()).toBe(200)
  await comment(page, 'Question 1.').waitFor()
  expect(dana.errors).toEqual([])
})

test.each(WAYS)('%s JavaScript comments stand newest, oldest or most liked first', async (_name, javaScript) => {
  const { id, url } = await note('In an order')
  const ids: string[] = []
  for (const body of ['One.', 'Two.', 'Three.']) ids.push(await said(id, body))
  await dana.api.ask('PUT', `/notes/${ids[1]}/like`)
  const page = await open(javaScript)
  await go(page, url, javaScript)
  const order = async (): Promise<string[]> => (await page.locator('.list > .comment').allInnerTexts()).map((text) => /One|Two|Three/.exec(text)?.[0] ?? '')
  const orders = page.getByRole('navigation', { name: words('note.sort') })
  expect(await order()).toEqual(['Three', 'Two', 'One'])
  for (const [way, wanted] of [
    ['old', ['One', 'Two', 'Three']],
    ['liked', ['Two', 'Three', 'One']],
    ['new', ['Three', 'Two', 'One']],
  ] as const) {
    await orders.getByRole('link', { name: words(`note.sort-${way}`), exact: true }).click()
    await orders.locator('[aria-current=true]', { hasText: words(`note.sort-${way}`) }).waitFor()
    expect(await order()).toEqual(wanted)
  }
})

test.each(WAYS)('%s JavaScript a comment brings a picture and what it shows; what is no picture is said, and the words stay', async (_name, javaScript) => {
  const { id, url } = await note('Show me')
  const page = await open(javaScript)
  await go(page, url, javaScript)
  const send = () => page.getByRole('button', { name: words('note.comment-send'), exact: true }).click()
  const file = page.locator('#write [name=picture]')
  const choosePicture = async (picture: { name: string; mimeType: string; buffer: Buffer }) => {
    if (!(await file.isVisible())) await page.locator('#write summary').click()
    await file.setInputFiles(picture)
  }
  await choosePicture({ name: 'none.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture at all') })
  await page.locator('#write [name=body]').fill('Ours looks so.')
  await page.locator('#write [name=alt]').fill('A blue circle')
  await send()
  await page.locator('#write').getByRole('alert').waitFor()
  expect(await page.locator('#write [name=body]').inputValue()).toBe('Ours looks so.')
  expect(await page.locator('#write [name=alt]').inputValue()).toBe('A blue circle')
  expect((await dana.api.ask('GET', `/notes/${id}/comments`)).items).toEqual([])

  const [picture] = await photographs(1)
  await choosePicture(picture as NonNullable<typeof picture>)
  await send()
  await comment(page, 'Ours looks so.').getByRole('img', { name: 'A blue circle' }).waitFor()
  const { items } = await dana.api.ask('GET', `/notes/${id}/comments`)
  expect(items).toMatchObject([{ picture: { alt: 'A blue circle', width: 1200, height: 1600 } }])
  // A picture says enough by itself.
  if (javaScript) await awake(page)
  await choosePicture(picture as NonNullable<typeof picture>)
  await send()
  await expect.poll(async () => (await dana.api.ask('GET', `/notes/${id}/comments`)).items.length).toBe(2)
  expect(dana.errors).toEqual([])
})

/** Opens the menu of a comment and goes to one of its lines, by keys alone. */
async function choose(page: Page, body: string, name: string, line: string): Promise<void> {
  const menu = comment(page, body).getByRole('button', { name: words('note.comment-menu', { name }) })
  await menu.focus()
  await page.keyboard.press('Enter')
  const wanted = page.locator('.menu-sheet:popover-open').getByText(line, { exact: true })
  await wanted.waitFor()
  for (let i = 0; i < 5; i += 1) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluate((one) => one === document.activeElement)) return page.keyboard.press('Enter')
  }
  throw new Error(`${line} is not reached by keys`)
}

test.each(WAYS)('%s JavaScript a comment is pinned, changed, deleted and reported from its menu, by keys, by those who may', async (_name, javaScript) => {
  const { id, url } = await note('With a menu')
  const meis = await said(id, 'Pin this one.')
  const own = (await dana.api.ask('POST', `/notes/${id}/comments`, { body: 'Thier words.' })).id
  await said(id, 'An answer stays.', own)
  const page = await open(javaScript)
  await go(page, url, javaScript)
  const top = page.locator('.list > .comment').first()
  await choose(page, 'Pin this one.', 'mei', words('note.pin'))
  await top.getByText(words('note.pinned')).waitFor()
  expect(await dana.api.ask('GET', `/notes/${id}`)).toMatchObject({ pinnedCommentId: meis })
  if (javaScript) await awake(page)
  await choose(page, 'Pin this one.', 'mei', words('note.unpin'))
  await page.getByText(words('note.pinned')).waitFor({ state: 'detached' })

  if (javaScript) await awake(page)
  await choose(page, 'Thier words.', 'dana', words('note.edit'))
  await page.getByText(words('note.comment-edit')).waitFor()
  expect(await page.locator('.menu-sheet:popover-open').count()).toBe(0)
  const field = page.locator('[name=body]')
  expect(await field.inputValue()).toBe('Thier words.')
  await field.fill('Their words.')
  await page
    .locator('#write')
    .getByRole('button', { name: words('frame.save'), exact: true })
    .click()
  await comment(page, 'Their words.').waitFor()
  expect(await field.inputValue()).toBe('')
  expect((await dana.api.ask('GET', `/comments/${own}`)).text.original.body).toBe('Their words.')

  await go(page, url, javaScript)
  const mine = page.locator(`#c-${own}`)
  await mine.getByRole('button', { name: words('note.comment-menu', { name: 'dana' }) }).click()
  await page.getByText(words('note.delete'), { exact: true }).click()
  await page.getByRole('button', { name: words('note.delete-sure'), exact: true }).click()
  await mine.waitFor({ state: 'detached' })
  await comment(page, 'An answer stays.').waitFor()

  if (javaScript) await awake(page)
  await choose(page, 'Pin this one.', 'mei', words('note.report'))
  await page.waitForURL(`**/report?subjectKind=comment&subjectId=${meis}`)
  await page.getByRole('blockquote').getByText('Pin this one.').waitFor()
  await page.locator('[name=kind][value=spam]').check({ force: true })
  await page.locator('main [name=words]').fill('The same under every note.')
  await page.getByRole('button', { name: words('reporting.send') }).click()
  await page.getByRole('heading', { name: words('reporting.done') }).waitFor()
  expect((await dana.api.ask('GET', '/reports')).items[0]).toMatchObject({ kind: 'spam' })

  // Whose note it is not pins nothing, and has no words of others to change.
  await mei.page.goto(url)
  await comment(mei.page, 'Pin this one.').waitFor()
  expect(await mei.page.getByText(words('note.pin'), { exact: true }).count()).toBe(0)
  await mei.page.goto(`${url}?edit=${own}`)
  expect(await mei.page.locator('[name=body]').inputValue()).toBe('')
  expect(dana.errors).toEqual([])
})
