import { createHash, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { say } from '#pure/words/index.ts'
import { setSecondFactor } from './authenticator.ts'
import { openBrowser, type Person, person } from './browser.ts'
import { apiOf, awake, join, type Member, member, PASSWORD, signIn } from './member.ts'
import { openPlace, openSite, type Site } from './site.ts'

let browser: Browser
let site: Site
let host: Person
let mei: Member
const words = (key: string, facts = {}) => say('en', key, facts)
const button = (page: Page, key: string) => page.locator('main').getByRole('button', { name: words(key), exact: true })

beforeAll(async () => {
  browser = await openBrowser()
  site = await openPlace()
  mei = await member(browser, site.origin, 'mei', ['en'])
  host = await person(browser, site.origin)
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

async function allow(mode: string): Promise<void> {
  await host.page.goto('/admin/settings')
  await awake(host.page)
  await host.page.locator(`[name=registration][value=${mode}]`).check()
  await button(host.page, 'frame.save').click()
  await host.page.getByText(words('admin.saved')).waitFor()
}

async function ask(page: Page, handle: string): Promise<void> {
  await page.locator('[name=handle]').fill(handle)
  await page.locator('[name=email]').fill(`${handle}@example.org`)
  await page.locator('[name=password]').fill(PASSWORD)
  await page.locator('[name=adult][value=yes]').check()
  await button(page, 'account.join').click()
}

test('who runs the place is asked for a second factor first, and comes back to where they wanted to go', async () => {
  const { page, errors } = host
  await signIn(page, 'en', 'host')
  await page.goto('/admin')
  await page.waitForURL('**/sign-in/second-factor?**')
  await page.getByRole('link', { name: words('account.second-set') }).click()
  await page.waitForURL('**/settings/security')
  await awake(page)
  await setSecondFactor(page, 'en', PASSWORD)
  await page.goto('/admin')
  await page.getByRole('heading', { name: words('admin.title') }).waitFor()
  expect(errors).toEqual([])
})

test('by invitation: a member makes one, its link lets one newcomer in', async () => {
  await allow('invite')
  await mei.page.goto('/settings/invites')
  await awake(mei.page)
  await mei.page.locator('[name=label]').fill('Zoe')
  await button(mei.page, 'set.invite-make').click()
  const link = new URL((await mei.page.locator('.card code').textContent()) ?? '')

  const stranger = await person(browser, site.origin, { javaScript: false })
  await stranger.page.goto('/sign-up')
  await stranger.page.locator('[name=invite]').fill('made up')
  await ask(stranger.page, 'zoe')
  await stranger.page.getByRole('alert').first().waitFor()
  await stranger.page.goto(link.pathname + link.search)
  await ask(stranger.page, 'zoe')
  await stranger.page.locator('a[href="/@zoe"]').first().waitFor()

  const late = await person(browser, site.origin)
  await late.page.goto(link.pathname + link.search)
  await ask(late.page, 'late')
  await late.page.getByRole('alert').first().waitFor()
})

test('after a look: a newcomer waits until the host lets them in', async () => {
  await allow('approval')
  const [kai, ada] = [await person(browser, site.origin), await person(browser, site.origin, { javaScript: false })]
  for (const [one, handle] of [
    [kai, 'kai'],
    [ada, 'ada'],
  ] as const) {
    await one.page.goto('/sign-up')
    await ask(one.page, handle)
    await one.page.getByRole('heading', { name: words('account.waiting') }).waitFor()
  }
  const { page } = host
  await page.goto('/admin')
  await awake(page)
  const row = (handle: string) => page.getByRole('listitem').filter({ hasText: `@${handle}` })
  await row('kai')
    .getByRole('button', { name: words('admin.approve') })
    .click()
  await row('kai')
    .getByRole('button', { name: words('admin.suspend') })
    .waitFor()
  await row('ada')
    .getByRole('button', { name: words('admin.refuse') })
    .click()
  await row('ada').waitFor({ state: 'detached' })
  await signIn(kai.page, 'en', 'kai')
  await ada.page.goto('/sign-in')
  await ada.page.locator('[name=login]').fill('ada')
  await ada.page.locator('[name=password]').fill(PASSWORD)
  await button(ada.page, 'frame.sign-in').click()
  await ada.page.getByRole('alert').first().waitFor()
})

test('closed: the page says so and offers no form; open again, everyone comes in', async () => {
  await allow('closed')
  const { page } = await person(browser, site.origin)
  await page.goto('/sign-up')
  await page.getByRole('heading', { name: words('account.closed') }).waitFor()
  expect(await page.locator('[name=handle]').count()).toBe(0)
  await allow('open')
  await join(page, 'en', 'tom')
})

test.each(['with', 'without'])('%s JavaScript a newcomer chooses what they love and begins with it, or does not', async (way) => {
  const { page, context, errors } = await person(browser, site.origin, { javaScript: way === 'with', locale: 'zh-CN', width: 390 })
  const followed = async () => (await apiOf(context.request, site.origin).ask('GET', '/topics')).items.map(({ id }: { id: string }) => id)
  await page.goto('/sign-up?back=/notifications')
  await page.locator('[name=handle]').fill(`newcomer_${way}`)
  await page.locator('[name=password]').fill(PASSWORD)
  await page.locator('[name=email]').fill(`newcomer_${way}@example.org`)
  await page.locator('[name=adult][value=yes]').check()
  await page.getByRole('button', { name: say('zh-Hans', 'account.join'), exact: true }).click()
  await page.getByRole('heading', { level: 1, name: say('zh-Hans', 'account.topics') }).waitFor()
  // Both scripts on every chip.
  expect(await page.locator('.choice', { has: page.locator('[value=cooking]') }).textContent()).toMatch(/烹饪.*cooking/)
  for (const topic of ['cooking', 'music', 'dance']) await page.locator(`[name=topic][value=${topic}]`).check()
  await page.getByRole('button', { name: say('zh-Hans', 'account.topics-do') }).click()
  await page.waitForURL('**/notifications')
  expect((await followed()).sort()).toEqual(['cooking', 'dance', 'music'])
  // Who comes again is offered others, and may leave it.
  await page.goto('/sign-up/next')
  expect(await page.locator('[name=topic][value=cooking]').count()).toBe(0)
  await page.getByRole('link', { name: say('zh-Hans', 'account.topics-skip') }).click()
  await page.waitForURL(`${site.origin}/`)
  expect(await followed()).toHaveLength(3)
  expect(errors).toEqual([])
})

test('who opens a place that nobody has yet makes the first account, which runs it; the next one is a member', async () => {
  const empty = await openSite()
  try {
    const founder = await person(browser, empty.origin, { javaScript: false })
    await founder.page.goto('/sign-up')
    await founder.page.waitForURL('**/first-run')
    await founder.page.getByRole('heading', { level: 1, name: words('account.first') }).waitFor()
    await founder.page.locator('[name=handle]').fill('founder')
    await founder.page.locator('[name=password]').fill(PASSWORD)
    await founder.page.locator('[name=adult][value=yes]').check()
    await button(founder.page, 'account.first-do').click()
    await founder.page.waitForURL('**/sign-up/next?**')
    const roleOf = async (one: Person) => (await apiOf(one.context.request, empty.origin).ask('GET', '/session')).viewer.role
    expect(await roleOf(founder)).toBe('admin')
    const second = await person(browser, empty.origin)
    await second.page.goto('/first-run')
    await second.page.waitForURL(`${empty.origin}/`)
    await join(second.page, 'en', 'second')
    expect(await roleOf(second)).toBe('member')
    expect(second.errors).toEqual([])
  } finally {
    await empty.stop()
  }
})

/** A program with a page of its own, as a telephone's would be: it notes what comes back. */
async function openProgram() {
  const came: URLSearchParams[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://here.invalid')
    if (url.pathname === '/back') came.push(url.searchParams)
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Phone</title><h1>Back in the program</h1>')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const redirectUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/back`
  const verifier = randomBytes(32).toString('base64url')
  const api = `${site.origin}/api/commonplace/v1`
  const registered = await fetch(`${api}/programs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Pocket', redirectUris: [redirectUri], scopes: 'read write' }),
  })
  const { id } = (await registered.json()) as { id: string }
  const query = {
    client_id: id,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'read write',
    state: 'a b&c',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }
  return {
    came,
    path: `/oauth/authorize?${new URLSearchParams(query)}`,
    async token(): Promise<string> {
      const code = came.at(-1)?.get('code') ?? ''
      const answer = await fetch(`${site.origin}/oauth/token`, {
        method: 'POST',
        body: new URLSearchParams({ grant_type: 'authorization_code', client_id: id, redirect_uri: redirectUri, code, code_verifier: verifier }),
      })
      return ((await answer.json()) as { access_token: string }).access_token
    },
    status: async (token: string): Promise<number> => (await fetch(`${api}/boards`, { headers: { authorization: `Bearer ${token}` } })).status,
    close: () => new Promise((done) => server.close(done)),
  }
}

for (const javaScript of [true, false]) {
  test(`a program asks for the account: refused, agreed to, used, and ended ${javaScript ? '' : '(without scripts)'}`, async () => {
    const program = await openProgram()
    const { page, errors } = await person(browser, site.origin, { javaScript })
    await page.goto(program.path)
    await page.waitForURL('**/sign-in?back=**')
    await page.locator('[name=login]').fill('mei')
    await page.locator('[name=password]').fill(PASSWORD)
    await button(page, 'frame.sign-in').click()
    await page.getByRole('heading', { name: words('account.consent', { name: 'Pocket' }) }).waitFor()
    expect(await page.locator('.rights li').allTextContents()).toEqual([words('account.scope-read'), words('account.scope-write')])
    await button(page, 'account.consent-no').click()
    await page.getByRole('heading', { name: 'Back in the program' }).waitFor()
    expect([program.came.at(-1)?.get('error'), program.came.at(-1)?.get('state')]).toEqual(['access_denied', 'a b&c'])

    await page.goto(site.origin + program.path)
    await button(page, 'account.consent-yes').click()
    await page.getByRole('heading', { name: 'Back in the program' }).waitFor()
    const token = await program.token()
    expect(await program.status(token)).toBe(200)

    await page.goto(`${site.origin}/settings/programs`)
    const row = page.getByRole('listitem').filter({ hasText: 'Pocket' })
    await row.getByRole('button', { name: words('set.take-back') }).click()
    await row.waitFor({ state: 'detached' })
    expect(await program.status(token)).toBe(401)
    expect(errors).toEqual([])
    await program.close()
  })
}
