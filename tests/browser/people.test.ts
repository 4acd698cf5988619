import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSink, tokenIn } from '#features/people/smtp.harness.ts'
import { say } from '#pure/words/index.ts'
import { codeOf, withKeys } from './authenticator.ts'
import { openBrowser, person } from './browser.ts'
import { awake, PASSWORD, signIn } from './member.ts'
import { openPlace, type Site } from './site.ts'

let browser: Browser
let site: Site
let sink: Awaited<ReturnType<typeof openSink>>
beforeAll(async () => {
  sink = await openSink()
  browser = await openBrowser()
  site = await openPlace({ SMTP_URL: sink.url })
  for (const handle of ['lin', 'dana', 'mei', 'tom'])
    await site.command('member', 'create', '--handle', handle, '--email', `${handle}@example.org`, '--password', PASSWORD)
})
afterAll(async () => {
  await browser.close()
  await site.stop()
  await sink.close()
})

const words = (key: string, facts = {}) => say('en', key, facts)
const button = (page: Page, key: string) => page.locator('main').getByRole('button', { name: words(key), exact: true })
const isIn = (page: Page, handle: string) => page.locator(`a[href="/@${handle}"]`).first().waitFor()
const letterTo = async (address: string): Promise<string> => {
  await expect.poll(() => sink.letters.some(({ to }) => to.includes(address))).toBe(true)
  return sink.letters.findLast(({ to }) => to.includes(address))?.text ?? ''
}

test('a passkey is added, signs in without a password, and is removed', async () => {
  const { page, errors } = await person(browser, site.origin)
  await withKeys(page)
  await signIn(page, 'en', 'lin')
  await page.goto('/settings/security')
  await awake(page)
  const keys = page.getByRole('region', { name: words('set.passkeys') })
  await keys.getByText(words('set.passkey-add')).first().click()
  await keys.locator('[name=label]').fill('My laptop')
  await keys.locator('[name=password]').last().fill(PASSWORD)
  await keys.getByRole('button', { name: words('set.passkey-add') }).click()
  await keys.getByText('My laptop').waitFor()

  await page.goto('/sign-out')
  await button(page, 'account.sign-out').click()
  await page.waitForURL((url) => url.pathname !== '/sign-out')
  await page.goto('/sign-in?back=%2Fsettings%2Fsecurity')
  await awake(page)
  await button(page, 'account.sign-in-passkey').click()
  await page.waitForURL('**/settings/security')
  await page.getByText(words('set.by-passkey')).waitFor()

  await awake(page)
  await keys.locator('form').first().getByText(words('set.remove')).first().click()
  await keys.locator('form').first().locator('[name=password]').fill(PASSWORD)
  await keys.getByRole('button', { name: words('set.remove') }).click()
  await page.getByText(words('set.done-passkey')).waitFor()
  expect(await keys.getByText('My laptop').count()).toBe(0)
  expect(errors).toEqual([])
})

test('somebody joins with a passkey alone', async () => {
  const { page, errors } = await person(browser, site.origin)
  await withKeys(page)
  await page.goto('/sign-up')
  await awake(page)
  await page.locator('[name=handle]').fill('keyed')
  await page.locator('[name=adult][value=yes]').check()
  await button(page, 'account.join-passkey').click()
  await isIn(page, 'keyed')
  expect(errors).toEqual([])
})

test('a second factor is set up by its picture, asked for after the password, and a recovery code stands in for it once', async () => {
  const { page, errors } = await person(browser, site.origin)
  await signIn(page, 'en', 'dana')
  await page.goto('/settings/security')
  await awake(page)
  const factor = page.getByRole('region', { name: words('set.factor') })
  await factor.locator('[name=password]').fill(PASSWORD)
  await factor.getByRole('button', { name: words('set.factor-start') }).click()
  await factor.getByRole('img', { name: words('set.factor-picture') }).waitFor()
  const secret = (await factor.locator('code').textContent()) ?? ''
  await factor.locator('[name=code]').fill('000000')
  await factor.getByRole('button', { name: words('set.factor-confirm') }).click()
  await factor.getByRole('alert').waitFor()
  await factor.locator('[name=code]').fill(codeOf(secret))
  await factor.getByRole('button', { name: words('set.factor-confirm') }).click()
  await factor.getByText(words('set.factor-done')).waitFor()
  const codes = await factor.locator('.codes code').allTextContents()
  expect(codes).toHaveLength(10)

  for (const code of [codeOf(secret, 1), codes[0] ?? '']) {
    const next = await person(browser, site.origin)
    await next.page.goto('/sign-in')
    await awake(next.page)
    await next.page.locator('[name=login]').fill('dana@example.org')
    await next.page.locator('[name=password]').fill(PASSWORD)
    await button(next.page, 'frame.sign-in').click()
    // Letters stand in recovery codes: no keypad of digits.
    expect(await next.page.locator('[name=code]').getAttribute('inputmode')).not.toBe('numeric')
    await next.page.locator('[name=code]').fill(code)
    await button(next.page, 'frame.sign-in').click()
    await isIn(next.page, 'dana')
    await next.context.close()
  }
  await page.reload()
  await factor.getByText(words('set.factor-left', { count: 9 })).waitFor()
  await awake(page)
  await factor.getByText(words('set.factor-drop')).first().click()
  await factor.locator('[name=password]').fill(PASSWORD)
  await factor.getByRole('button', { name: words('set.factor-drop') }).click()
  await page.getByText(words('set.done-factor')).waitFor()
  expect(errors).toEqual([])
})

test('the same without scripts: set up, and sign in with the code', async () => {
  const { page } = await person(browser, site.origin, { javaScript: false })
  await signIn(page, 'en', 'tom')
  await page.goto('/settings/security')
  const factor = page.getByRole('region', { name: words('set.factor') })
  await factor.locator('[name=password]').fill(PASSWORD)
  await factor.getByRole('button', { name: words('set.factor-start') }).click()
  const secret = (await factor.locator('code').textContent()) ?? ''
  // A wrong code does not take the secret away: the authenticator holds it already.
  await factor.locator('[name=code]').fill('000000')
  await factor.getByRole('button', { name: words('set.factor-confirm') }).click()
  await factor.getByRole('alert').waitFor()
  await factor.locator('[name=code]').fill(codeOf(secret))
  await factor.getByRole('button', { name: words('set.factor-confirm') }).click()
  await factor.getByText(words('set.factor-done')).waitFor()

  const again = await person(browser, site.origin, { javaScript: false })
  await again.page.goto('/sign-in')
  await again.page.locator('[name=login]').fill('tom')
  await again.page.locator('[name=password]').fill(PASSWORD)
  await button(again.page, 'frame.sign-in').click()
  await again.page.locator('[name=password]').fill(PASSWORD)
  await again.page.locator('[name=code]').fill(codeOf(secret, 1))
  await button(again.page, 'frame.sign-in').click()
  await isIn(again.page, 'tom')
})

for (const javaScript of [true, false]) {
  test(`a forgotten password is replaced by a letter, once ${javaScript ? '' : '(without scripts)'}`, async () => {
    const fresh = `another sentence to remember ${javaScript}`
    const { page } = await person(browser, site.origin, { javaScript })
    sink.letters.length = 0
    await page.goto('/sign-in')
    await page.getByRole('link', { name: words('account.forgot') }).click()
    await page.locator('[name=email]').fill('mei@example.org')
    await button(page, 'account.reset-do').click()
    await page.getByText(words('account.reset-sent')).waitFor()
    const path = `/reset-password/${tokenIn(await letterTo('mei@example.org'))}`
    await page.goto(path)
    await page.locator('[name=password]').fill(fresh)
    await button(page, 'frame.save').click()
    await page.waitForURL('**/sign-in?changed=1')
    await page.getByText(words('account.password-changed')).waitFor()
    await page.locator('[name=login]').fill('mei')
    await page.locator('[name=password]').fill(fresh)
    await button(page, 'frame.sign-in').click()
    await isIn(page, 'mei')
    await page.goto(path)
    await page.locator('[name=password]').fill(fresh)
    await button(page, 'frame.save').click()
    await page.getByRole('alert').waitFor()
  })

  test(`a newcomer confirms the address by the link of the letter ${javaScript ? '' : '(without scripts)'}`, async () => {
    const handle = `new${javaScript}`
    const { page } = await person(browser, site.origin, { javaScript })
    await page.goto('/sign-up')
    await page.locator('[name=handle]').fill(handle)
    await page.locator('[name=email]').fill(`${handle}@example.org`)
    await page.locator('[name=password]').fill(PASSWORD)
    await page.locator('[name=adult][value=yes]').check()
    await button(page, 'account.join').click()
    await page.waitForURL('**/sign-up/next?**')
    await page.getByRole('heading', { name: words('account.letter') }).waitFor()
    await button(page, 'account.letter-again').click()
    await page.getByText(words('account.letter-sent')).waitFor()
    await page.goto(`/confirm-email/${tokenIn(await letterTo(`${handle}@example.org`))}`)
    await button(page, 'account.confirm').click()
    await page.getByRole('heading', { name: words('account.confirmed') }).waitFor()
    await page.goto('/settings/security')
    await page.getByText(`${handle}@example.org`, { exact: true }).waitFor()
  })
}

test('a link of the host signs in once; signing out everywhere ends the other browsers', async () => {
  const link = new URL(await site.command('member', 'reset', '--handle', 'host'))
  const [here, there] = [await person(browser, site.origin), await person(browser, site.origin, { javaScript: false })]
  await here.page.goto(link.pathname)
  await awake(here.page)
  await button(here.page, 'frame.sign-in').click()
  await here.page.waitForURL('**/settings/security')
  await there.page.goto(link.pathname)
  await button(there.page, 'frame.sign-in').click()
  await there.page.getByRole('alert').waitFor()
  await signIn(there.page, 'en', 'host')

  await here.page.reload()
  await awake(here.page)
  await here.page.getByText(words('set.by-link')).waitFor()
  await button(here.page, 'set.sign-out-all').click()
  await button(here.page, 'set.sign-out-all').waitFor({ state: 'detached' })
  await there.page.goto('/settings/security')
  await there.page.waitForURL('**/sign-in?**')
  await here.page.goto('/settings/security')
  await isIn(here.page, 'host')
  expect(here.errors).toEqual([])
})
