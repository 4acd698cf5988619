import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { interfaceLanguages, say } from '#pure/words/index.ts'
import { setSecondFactor } from './authenticator.ts'
import { openBrowser, type Person, person } from './browser.ts'
import { bareKeys, faults, squeezed } from './measure.ts'
import { type Api, apiOf, awake, member, PASSWORD, signIn } from './member.ts'
import { openPlace, type Site } from './site.ts'
import { openTranslator, type Translator } from './translator.ts'
import { until } from './until.ts'
import { type Watched, watch } from './watch.ts'

const PAGES = [
  '/admin',
  '/admin/reports',
  '/admin/reports?state=closed',
  '/admin/promises',
  '/admin/terms',
  '/admin/engines',
  '/admin/engines?month=2020-02',
  '/admin/settings',
  '/settings/invites',
]
const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüssel'

let browser: Browser
let translator: Translator
let site: Site
let host: Person
let api: Api
let seen: Watched

/** A place with something on every page of those who run it: somebody waits, a note is reported twice and once, words are fixed and refused, engines have worked. */
beforeAll(async () => {
  browser = await openBrowser()
  translator = await openTranslator()
  site = await openPlace({ TRANSLATE_ENGINES: JSON.stringify([{ type: 'libretranslate', name: 'A translator with a longish name', url: translator.url }]) })
  const lin = await member(browser, site.origin, 'lin', ['zh-Hans'])
  const dana = await member(browser, site.origin, 'dana', ['en'])
  const note = await lin.api.ask('POST', '/notes', { title: '雨停以后', body: LONG, visibility: 'public', language: 'zh-Hans' })
  await lin.api.ask('POST', '/notes', { title: '修鞋匠', body: '三十年。', visibility: 'public', language: 'zh-Hans' })
  for (const who of [dana, lin]) {
    const about = who === dana ? note.id : (await dana.api.ask('POST', '/notes', { title: LONG, body: '', visibility: 'public', language: 'de' })).id
    await who.api.ask('POST', '/reports', { subjectKind: 'note', subjectId: about, kind: 'house-rules', words: `${LONG} ${'and why '.repeat(20)}` })
  }
  host = await person(browser, site.origin)
  await signIn(host.page, 'en', 'host')
  await host.page.goto('/settings/security')
  await awake(host.page)
  await setSecondFactor(host.page, 'en', PASSWORD)
  seen = await watch(host.context, site.origin)
  api = apiOf(host.context.request, site.origin)
  await api.ask('POST', '/admin/filter-terms', { kind: 'word', term: LONG.slice(0, 40), note: 'A word that nobody needs' })
  await api.ask('POST', '/admin/engine-terms', { language: 'zh-Hans', target: '*', term: '小红书', translation: '小红书' })
  await api.ask('POST', '/admin/engine-terms', { language: 'en', target: 'zh-Hans', term: LONG, translation: '船长室钥匙' })
  await api.ask('POST', '/invites', { label: LONG, uses: 3 })
  await api.ask('PATCH', '/admin/settings', { registration: 'approval' })
  const newcomer = { email: 'someone.with.a.long.address@a-long-name-of-a-host.example.org', password: PASSWORD, languages: ['en'], locale: 'en', adult: true }
  const { context } = await person(browser, site.origin)
  await apiOf(context.request, site.origin).ask('POST', '/members', { handle: 'a_handle_as_long_as_can_be', ...newcomer })
  await context.close()
  await until(
    async () => (await api.ask('GET', '/admin/engines')).days,
    (days) => days.length > 0,
  )
})
afterAll(async () => {
  await browser.close()
  await site.stop()
  await translator.close()
})

/** One script of each kind, looked at closely; words of every language must fit a telephone. */
const CLOSELY: readonly string[] = ['en', 'zh-Hans', 'ar']

/** At both widths and in both lights: the page that is there is drawn anew, not asked for again. */
async function closely(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    const here = [...(await faults(page)), ...(await page.evaluate(squeezed))]
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    here.push(...(await faults(page, ['color-contrast'])))
    found.push(...here.map((one) => `at ${width}: ${one}`))
  }
  return found
}

describe('every page of those who run the place', () => {
  test.each([...interfaceLanguages])('%s', async (locale) => {
    await api.ask('PATCH', '/me', { locale })
    const { page } = host
    const found: Record<string, string[]> = {}
    for (const path of PAGES) {
      await page.setViewportSize({ width: 390, height: 844 })
      const answer = await page.goto(path)
      expect([answer?.status(), new URL(page.url()).pathname], path).toEqual([200, path.split('?')[0]])
      await awake(page)
      expect(await page.getAttribute('html', 'lang')).toBe(locale)
      expect(await page.locator('h1').count()).toBe(1)
      const here = [...(await page.evaluate(squeezed)), ...(await bareKeys(page)), ...(CLOSELY.includes(locale) ? await closely(page) : [])]
      if (here.length > 0) found[path] = here
    }
    expect(found).toEqual({})
    expect(seen).toEqual({ foreign: [], violations: [], bare: [], errors: [] })
  })

  test('fields for a text of the place are in its language, their labels in the reader’s', async () => {
    await api.ask('PATCH', '/me', { locale: 'en' })
    const { page } = host
    await page.goto('/admin/settings')
    for (const one of await page.locator('textarea[name^="rules."]').all()) {
      const [lang, dir, label] = await one.evaluate((field: HTMLTextAreaElement) => [
        field.lang,
        field.dir,
        field.labels[0]?.closest('[lang]')?.getAttribute('lang'),
      ])
      expect([dir, label]).toEqual([lang === 'ar' ? 'rtl' : 'ltr', 'en'])
    }
    expect(await page.locator('textarea[name="rules.ar"][lang=ar]').count()).toBe(1)
  })

  test('all who wait are reached, and a search by handle holds on every page', async () => {
    const people = { password: PASSWORD, languages: ['en'], locale: 'en', adult: true }
    const headers = { origin: site.origin, 'content-type': 'application/json' }
    const joins = Array.from({ length: 41 }, (_, i) => ({ handle: `waits_${i}`, email: `waits${i}@example.org`, ...people }))
    await Promise.all(joins.map((body) => fetch(`${site.origin}/-/api/members`, { method: 'POST', headers, body: JSON.stringify(body) })))
    const { page } = host
    const waiting = page.getByRole('region', { name: say('en', 'admin.waiting') })
    const next = { name: say('en', 'feed.next') }
    await page.goto('/admin?handle=waits')
    const seen = await waiting.locator('.handle').allTextContents()
    await waiting.getByRole('link', next).click()
    await page.waitForURL((url) => url.searchParams.has('waiting'))
    expect(new URL(page.url()).searchParams.get('handle')).toBe('waits')
    seen.push(...(await waiting.locator('.handle').allTextContents()))
    expect(new Set(seen).size).toBe(41)
    await page.locator('[name=handle]').fill('nobody_like_that')
    await page.getByRole('button', { name: say('en', 'frame.search'), exact: true }).click()
    await page
      .getByRole('status')
      .filter({ hasText: say('en', 'admin.nobody') })
      .waitFor()
  })
})

test('a curator places a topic among the others; who is none sees no such form', async () => {
  const word = (key: string) => say('en', key)
  const { page } = host
  await page.goto('/topics/shoegaze')
  await awake(page)
  await page.locator('summary', { hasText: word('topic.link') }).click()
  const form = page.locator('form[action$="/link"]')
  await form.getByLabel(word('topic.link-as')).selectOption('related')
  await form.getByLabel(word('topic.link-other'), { exact: true }).fill('no such topic')
  await form.getByRole('button').click()
  await page.getByText(word('problem.topic-unknown')).waitFor()
  expect(await form.getByLabel(word('topic.link-as')).inputValue()).toBe('related')
  await form.getByLabel(word('topic.link-other'), { exact: true }).fill('刺绣')
  await form.getByRole('button').click()
  await page.locator('dl').getByRole('link', { name: 'embroidery' }).waitFor()
  expect((await api.ask('GET', '/topics/shoegaze')).related).toContainEqual(expect.objectContaining({ id: 'embroidery' }))
  const visitor = await person(browser, site.origin)
  await visitor.page.goto('/topics/shoegaze')
  await visitor.page.getByRole('link', { name: 'embroidery' }).waitFor()
  expect(await visitor.page.locator('form[action$="/link"]').count()).toBe(0)
  await visitor.context.close()
})
