import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { say } from '#pure/words/index.ts'
import { openBrowser, person } from './browser.ts'
import { awake, type Member, member, signIn } from './member.ts'
import { openPlace, type Site } from './site.ts'

let browser: Browser
let site: Site
let dana: Member
let mei: Member
let kai: Member
const words = (key: string, facts = {}) => say('en', key, facts)
const button = (page: Page, key: string, facts = {}) => page.locator('main').getByRole('button', { name: words(key, facts), exact: true })
const note = (who: Member, title: string, more = {}): Promise<{ id: string; url: string }> =>
  who.api.ask('POST', '/notes', { title, body: 'A few words.', visibility: 'public', language: 'en', ...more })

beforeAll(async () => {
  browser = await openBrowser()
  site = await openPlace()
  dana = await member(browser, site.origin, 'dana', ['en'])
  mei = await member(browser, site.origin, 'mei', ['en'])
  kai = await member(browser, site.origin, 'kai', ['en'])
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

test('a locked account is asked, accepts one and refuses another; only the one reads its notes', async () => {
  await dana.api.ask('PATCH', '/profile', { locked: true })
  const quiet = await note(dana, 'For followers', { visibility: 'followers' })
  const bare = await person(browser, site.origin, { javaScript: false })
  await signIn(bare.page, 'en', 'kai')
  for (const page of [mei.page, bare.page]) {
    await page.goto('/@dana')
    if (page === mei.page) await awake(page)
    await button(page, 'profile.follow').click()
    await button(page, 'profile.requested').waitFor()
  }
  const { page, errors } = dana
  await page.goto('/notifications')
  await page.getByText(words('notice.request', { who: 'mei' })).waitFor()
  await page.goto('/follow-requests')
  await awake(page)
  const row = (name: string) => page.getByRole('listitem').filter({ hasText: `@${name}` })
  await row('mei')
    .getByRole('button', { name: words('people.accept') })
    .click()
  await row('mei').waitFor({ state: 'detached' })
  await row('kai')
    .getByRole('button', { name: words('people.decline') })
    .click()
  await page.getByText(words('people.requests-empty'), { exact: true }).waitFor()
  await mei.page.goto(quiet.url)
  await mei.page.getByRole('heading', { level: 1, name: 'For followers' }).waitFor()
  expect((await bare.page.goto(quiet.url))?.status()).toBe(404)
  await dana.api.ask('PATCH', '/profile', { locked: false })
  expect(errors).toEqual([])
})

test('what does not fit on one page is on the next: lists, and the wordings of a note', async () => {
  for (let i = 1; i <= 21; i += 1) await kai.api.ask('POST', '/lists', { name: `list ${i}` })
  const { id, url } = await note(kai, 'wording 1')
  for (let i = 2; i <= 21; i += 1) await kai.api.ask('PATCH', `/notes/${id}`, { title: `wording ${i}` })
  const { page, errors } = kai
  await page.goto('/lists')
  await page.getByRole('link', { name: 'list 21', exact: true }).waitFor()
  expect(await page.getByRole('link', { name: 'list 1', exact: true }).count()).toBe(0)
  await page.getByRole('link', { name: words('feed.next') }).click()
  await page.getByRole('link', { name: 'list 1', exact: true }).waitFor()
  await page.goto(`${url}/history`)
  await page.getByText(words('note.history-now')).waitFor()
  expect(await page.getByText(words('note.history-first')).count()).toBe(0)
  await page.getByRole('link', { name: words('feed.next') }).click()
  await page.getByText(words('note.history-first')).waitFor()
  expect(await page.getByText(words('note.history-now')).count()).toBe(0)
  expect(errors).toEqual([])
})

test.each([
  ['with', true],
  ['without', false],
])('%s JavaScript a note is pinned on top of its author’s page and taken off again; others read it there', async (name, javaScript) => {
  await note(mei, `Kept on top, ${name}`)
  await note(mei, `Newer, ${name}`)
  const { page, errors } = javaScript ? mei : await person(browser, site.origin, { javaScript, width: 390 })
  if (!javaScript) await signIn(page, 'en', 'mei')
  const title = `Kept on top, ${name}`
  const top = (where: Page) => where.getByRole('region', { name: words('profile.pinned') })
  await page.goto('/@mei')
  await page.getByRole('button', { name: words('profile.pin', { title }), exact: true }).click()
  await top(page).getByRole('link', { name: title }).waitFor()
  await kai.page.goto('/@mei')
  await top(kai.page).getByRole('link', { name: title }).waitFor()
  expect(await kai.page.getByRole('button', { name: words('profile.unpin', { title }), exact: true }).count()).toBe(0)
  await top(page)
    .getByRole('button', { name: words('profile.unpin', { title }), exact: true })
    .click()
  await top(page).waitFor({ state: 'detached' })
  expect(errors).toEqual([])
})

test('a list is made, somebody is put on it, and its page shows their notes', async () => {
  await note(kai, 'On the list')
  const { page, errors } = dana
  await page.goto('/lists')
  await awake(page)
  await page.locator('[name=name]').fill('Cooks')
  await button(page, 'people.list-make').click()
  await page.getByRole('heading', { level: 1, name: 'Cooks' }).waitFor()
  await page.locator('[name=handle]').fill('@kai')
  await button(page, 'people.list-add-do').click()
  await page.getByRole('link', { name: 'On the list' }).waitFor()
  expect(errors).toEqual([])
})

for (const javaScript of [true, false]) {
  test(`a word, a topic, a person and a language are muted, with an end, and unmuted ${javaScript ? '' : '(without scripts)'}`, async () => {
    const { page, errors } = await person(browser, site.origin, { javaScript })
    await signIn(page, 'en', 'dana')
    for (const [kind, value, shown] of [
      ['word', 'spoilers', 'spoilers'],
      ['topic', '朋克', 'punk'],
      ['person', '@kai', '@kai'],
      ['language', 'de', 'Deutsch'],
    ] as const) {
      await page.goto('/settings/people')
      if (javaScript) await awake(page)
      await page.locator(`[name=kind][value=${kind}]`).check()
      if (kind === 'language') await page.locator('[name=language]').selectOption(value)
      else await page.locator('[name=value]').fill(value)
      await page.locator('[name=hours]').selectOption('24')
      await button(page, 'set.mute').click()
      const row = page.getByRole('listitem').filter({ hasText: shown })
      await row.getByText(/until/).waitFor()
      await row.getByRole('button', { name: words('set.unmute') }).click()
      await row.waitFor({ state: 'detached' })
    }
    await page.locator('[name=value]').fill('nobody-here')
    await page.locator('[name=kind][value=person]').check()
    await button(page, 'set.mute').click()
    await page.getByRole('alert').waitFor()
    expect(errors).toEqual([])
  })
}

test('two keep a secret board together: asked by handle, told, joined; notes into sections, order, taken off; left', async () => {
  const [one, two] = [await note(kai, 'First bowl'), await note(kai, 'Second bowl')]
  const { page } = dana
  await page.goto('/boards')
  await awake(page)
  await page.getByText(words('boards.new'), { exact: true }).click()
  await page.locator('[name=name]').fill('Noodles')
  await page.locator('[name=secret]').check()
  await button(page, 'boards.make').click()
  await page.waitForURL(/\/boards\/[0-9a-f-]{36}$/)
  const path = new URL(page.url()).pathname
  const id = path.split('/').at(-1)
  for (const { id: noteId } of [one, two]) await dana.api.ask('PUT', `/boards/${id}/notes/${noteId}`, {})
  expect((await mei.page.goto(path))?.status()).toBe(404)
  await page.goto(`${path}/arrange`)
  await awake(page)
  await page.locator('[name=handle]').fill('@mei')
  await button(page, 'boards.ask-do').click()
  await page.getByText(words('boards.person-asked'), { exact: true }).waitFor()

  // Mei answers and arranges by plain forms.
  const bare = await person(browser, site.origin, { javaScript: false })
  await signIn(bare.page, 'en', 'mei')
  await bare.page.goto('/boards')
  await bare.page.getByRole('link', { name: /Noodles/ }).click()
  await button(bare.page, 'people.accept').click()
  await bare.page.getByRole('link', { name: words('boards.arrange'), exact: true }).waitFor()
  // What Dana put there is on the board for Mei too, and hers to take off there, not here.
  const putBy = words('boards.put-by', { name: 'dana' })
  await mei.page.goto(one.url)
  await awake(mei.page)
  await mei.page.getByRole('link', { name: words('note.choose-boards') }).click()
  await mei.page.getByRole('dialog').getByText(putBy).waitFor()
  const held = bare.page.getByRole('checkbox', { name: `Noodles ${putBy}` })
  const noodles = bare.page.url()
  await bare.page.goto(`/notes/${one.id}/boards`)
  expect([await held.isChecked(), await held.isDisabled()]).toEqual([true, true])
  await bare.page.goto(noodles)
  await bare.page.getByRole('link', { name: words('boards.arrange'), exact: true }).click()
  expect(await bare.page.locator('[name=secret]').count()).toBe(0)
  await bare.page.locator('[name=section]').last().fill('Broth')
  await button(bare.page, 'boards.section-add').click()
  await bare.page.getByLabel(words('boards.section-of', { title: 'First bowl' })).selectOption({ label: 'Broth' })
  const first = bare.page.getByRole('listitem').filter({ hasText: 'First bowl' })
  await first.getByRole('button', { name: words('boards.section-put'), exact: true }).click()
  await button(bare.page, 'boards.raise', { title: 'First bowl' }).click()
  expect(await bare.page.locator('.rows .title').allTextContents()).toEqual(['First bowl', 'Second bowl'])
  await button(bare.page, 'boards.take-which', { title: 'Second bowl' }).click()
  expect(await bare.page.locator('.rows .title').allTextContents()).toEqual(['First bowl'])

  await page.goto('/notifications')
  await page.getByText(words('notice.board-joined', { who: 'mei' })).waitFor()
  await page.goto(path)
  await page.getByRole('link', { name: 'Broth' }).click()
  await page.getByRole('link', { name: 'First bowl' }).waitFor()
  await button(bare.page, 'boards.leave').click()
  expect((await bare.page.goto(path))?.status()).toBe(404)
})

test('a notice comes to an open page by itself, and all are read at once', async () => {
  const { page, errors } = kai
  const mine = await note(kai, 'Tell me')
  const listening = page.waitForResponse(/\/-\/api\/live/)
  await page.goto('/')
  await awake(page)
  await listening
  await page.evaluate(() => Object.assign(window, { before: true }))
  const bell = page.getByRole('navigation', { name: words('frame.main-nav') }).locator('a[href="/notifications"]')
  const unread = async () => /\d+/.exec(await bell.innerText())?.[0] ?? '0'
  const before = Number(await unread())
  await mei.api.ask('PUT', `/notes/${mine.id}/like`)
  await expect.poll(unread).toBe(String(before + 1))
  await bell.click()
  await page.getByText(words('notice.like', { who: 'mei' })).waitFor()
  expect(await unread()).toBe(String(before + 1))
  expect(await page.evaluate(() => 'before' in window)).toBe(true)
  await button(page, 'notices.read').click()
  await button(page, 'notices.read').waitFor({ state: 'detached' })
  await expect.poll(unread).toBe('0')
  expect((await kai.api.ask('GET', '/notices/unread')).count).toBe(0)
  expect(errors).toEqual([])
})

test.each([
  ['with', true],
  ['without', false],
])('%s JavaScript a member chooses of what they are told', async (_name, javaScript) => {
  const { page, errors } = javaScript ? kai : await person(browser, site.origin, { javaScript, width: 390 })
  if (!javaScript) await signIn(page, 'en', 'kai')
  await kai.api.ask('PUT', '/notices/kinds', { muted: [] })
  const mine = await note(kai, `Quietly, ${_name}`)
  await page.goto('/notifications')
  if (javaScript) await awake(page)
  await page.getByRole('link', { name: words('notices.choose') }).click()
  await page.getByRole('heading', { level: 1, name: words('set.notices') }).waitFor()
  const likes = page.getByLabel('Somebody liked this')
  expect(await likes.isChecked()).toBe(true)
  await likes.uncheck()
  await button(page, 'frame.save').click()
  await page.getByRole('status').getByText(words('set.profile-saved')).waitFor()
  expect(await likes.isChecked()).toBe(false)
  await mei.api.ask('PUT', `/notes/${mine.id}/like`)
  await mei.api.ask('PUT', `/notes/${mine.id}/boost`)
  await expect.poll(async () => (await kai.api.ask('GET', '/notices')).items.map(({ kind }: { kind: string }) => kind)).toContain('boost')
  await page.goto('/notifications')
  expect(await page.getByText(words('notice.like', { who: 'mei' })).count()).toBe(0)
  expect(errors).toEqual([])
})
