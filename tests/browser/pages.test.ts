import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { say } from '#pure/words/index.ts'
import { openBrowser, type Person, person } from './browser.ts'
import { faults } from './measure.ts'
import { awake, member } from './member.ts'
import { openTown, type Town } from './town.ts'
import { measureShifts, type Watched, watch } from './watch.ts'

/** Three pages of Discover, which come by so many. */
const SLOTS = 12
const NOTES = 60
const PICTURES = 12
let browser: Browser
let town: Town
let origin: string
beforeAll(async () => {
  browser = await openBrowser()
  town = await openTown(browser, { notes: NOTES, pictures: PICTURES })
  origin = town.site.origin
})
afterAll(async () => {
  await town?.close()
  await browser?.close()
})

const idOf = (path: string) => path.split('/').at(-1) ?? ''
const spotless: Watched = { foreign: [], violations: [], bare: [], errors: [] }

const PUBLIC: Record<string, () => string> = {
  Discover: () => '/',
  'Following, for guests': () => '/following',
  Nearby: () => '/nearby',
  'a topic': () => '/topics/punk',
  'a place': () => '/places/chengdu',
  'a note with pictures': () => town.pictured,
  'a note without': () => town.written,
  'a comment': () => town.comment,
  'a profile': () => '/@lin',
  'a board': () => town.board,
  'word by word': () => `/gloss?subjectKind=note&subjectId=${idOf(town.pictured)}`,
  search: () => '/search?q=punk',
  'sign in': () => '/sign-in',
  'sign up': () => '/sign-up',
  'a forgotten password': () => '/reset-password',
  rules: () => '/rules',
  about: () => '/about',
  'the ledger of promises': () => '/about/promises',
  offline: () => '/offline',
}
const MEMBERS: Record<string, () => string> = {
  'Discover, for members': () => '/',
  Following: () => '/following',
  'a note, for members': () => town.pictured,
  'my profile': () => '/@dana',
  composer: () => '/new',
  drafts: () => '/drafts',
  'changing a note': () => `${town.written}/edit`,
  'the state of a note': () => `${town.written}/state`,
  notifications: () => '/notifications',
  boards: () => '/boards',
  lists: () => '/lists',
  'topics to begin with': () => '/sign-up/next',
  settings: () => '/settings',
  'settings, profile': () => '/settings/profile',
  'settings, security': () => '/settings/security',
  'what is learnt of me': () => '/settings/learning',
  'settings, notices': () => '/settings/notices',
  'settings, programs': () => '/settings/programs',
  'a report': () => `/report?subjectKind=note&subjectId=${idOf(town.pictured)}`,
  'all layers': () => `/layers?subjectKind=note&subjectId=${idOf(town.pictured)}`,
  'a better layer': () => `/layers/write?subjectKind=note&subjectId=${idOf(town.pictured)}&language=en`,
  'the language of a text': () => `/layers/language?subjectKind=note&subjectId=${idOf(town.pictured)}`,
  'my words': () => '/words',
  'sign out': () => '/sign-out',
  across: () => '/across',
  'why a note': () => `/notes/${idOf(town.pictured)}/why`,
}

/** A page as it must be: in its reader's language, without faults in either light, and no wider than the screen. */
async function look(page: Page, path: string, locale: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const answer = await page.goto(path)
  expect(answer?.status(), path).toBe(200)
  await awake(page)
  expect(await page.getAttribute('html', 'lang')).toBe(locale)
  expect(await page.title()).not.toMatch(/^\s*·|undefined|[a-z]+\.[a-z]+-/)
  expect(await faults(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  expect(await faults(page, ['color-contrast']), 'in the dark').toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 'pixels too wide').toBeLessThanOrEqual(0)
}

describe('every page, in both languages and both lights', () => {
  let seats: { locale: string; guest: Person; member: Person; seen: Watched[] }[]
  beforeAll(async () => {
    // English on a wide screen as Dana, Chinese on a telephone as Lin: both scripts, both widths.
    const phone = await member(browser, origin, 'phone', ['zh-Hans'], { locale: 'zh-CN', width: 390 })
    seats = [
      { locale: 'en', guest: await person(browser, origin), member: town.dana, seen: [] },
      { locale: 'zh-Hans', guest: await person(browser, origin, { locale: 'zh-CN', width: 390 }), member: phone, seen: [] },
    ]
    for (const seat of seats) for (const who of [seat.guest, seat.member]) seat.seen.push(await watch(who.context, origin))
  })

  /** One address is opened in each seat at once. */
  const visit = async (who: 'guest' | 'member', path: string) => {
    // Only the author changes a note, and reads its states.
    const there = seats.filter(({ locale }) => locale === 'en' || !/\/(edit|state)$/.test(path))
    await Promise.all(there.map(({ locale, [who]: { page } }) => look(page, path, locale)))
    for (const seen of seats.flatMap((seat) => seat.seen)) expect(seen).toEqual(spotless)
  }
  test.each(Object.entries(PUBLIC))('%s', (_, path) => visit('guest', path()))
  test.each(Object.entries(MEMBERS))('%s', (_, path) => visit('member', path()))

  test('an address where nothing is', async () => {
    const { page } = seats[0]?.guest ?? (await person(browser, origin))
    expect((await page.goto('/nothing/here'))?.status()).toBe(404)
    await page.getByText(say('en', 'error.not-found'), { exact: true }).waitFor()
    expect(await faults(page)).toEqual([])
  })
})

describe('how pages behave', () => {
  test('nothing moves while pictures come late, in Discover and on a note', async () => {
    const { page, context } = await person(browser, origin)
    for (const path of ['/', town.pictured]) {
      let release = (): void => {}
      const held = new Promise<void>((done) => {
        release = done
      })
      await context.route('**/media/files/**', async (route) => {
        await held
        await route.continue()
      })
      const shifts = await measureShifts(page)
      await page.goto(path, { waitUntil: 'domcontentloaded' })
      await awake(page)
      await page.evaluate(() => document.fonts.ready)
      release()
      await expect
        .poll(() =>
          page.evaluate(
            () => [...document.images].filter((one) => one.getBoundingClientRect().top < innerHeight && !(one.complete && one.naturalWidth > 0)).length,
          ),
        )
        .toBe(0)
      expect(await page.locator('main img').count()).toBeGreaterThan(0)
      expect(await shifts()).toEqual({ sum: 0, moved: [] })
      await context.unroute('**/media/files/**')
    }
  })

  test('back from a note is the same pixel of the same list', async () => {
    const { page } = await person(browser, origin)
    await page.goto('/')
    await awake(page)
    const tiles = page.locator('.tile')
    await expect
      .poll(
        async () => {
          await page.mouse.wheel(0, 4000)
          return tiles.count()
        },
        { timeout: 30_000 },
      )
      .toBeGreaterThan(2 * SLOTS)
    const count = await tiles.count()
    const link = tiles.nth(2 * SLOTS).locator('h2 a')
    await link.scrollIntoViewIfNeeded()
    await page.evaluate(() => scrollBy(0, 37))
    const before = await page.evaluate(() => scrollY)
    expect(before).toBeGreaterThan(900)
    await link.evaluate((element: HTMLElement) => element.click())
    await page.locator('article.note').waitFor()
    expect(await page.evaluate(() => scrollY)).toBe(0)
    await page.goBack()
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(before)
    expect(await tiles.count()).toBeGreaterThanOrEqual(count)
  })

  const columns = (page: Page) => page.locator('.tiles').evaluate((element) => getComputedStyle(element).gridTemplateColumns.split(' ').length)
  test('at 1280 px there are four columns, at 390 px two', async () => {
    const { page } = await person(browser, origin)
    await page.goto('/')
    expect(await columns(page)).toBe(4)
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await columns(page)).toBe(2)
  })

  test('on a telephone the line of settings shows which of them one is at', async () => {
    const page = await town.dana.context.newPage()
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/settings/notices')
    await awake(page)
    const here = page.locator('.settings nav [aria-current]')
    await expect.poll(async () => ((await here.boundingBox())?.x ?? 390) + ((await here.boundingBox())?.width ?? 0)).toBeLessThanOrEqual(390)
    await page.close()
  })

  test('with letters twice as large a telephone shows one column, and nothing sticks out', async () => {
    const { page, context } = await person(browser, origin, { width: 390 })
    // The reader's own setting of the browser: media queries hear of it, as they do not of a style.
    await (await context.newCDPSession(page)).send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
    for (const path of ['/', town.pictured, '/sign-in', '/@lin']) {
      await page.goto(path)
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px')
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0)
      if (path === '/') expect(await columns(page)).toBe(1)
    }
  })

  test('who asked for less motion gets none; written from right to left the frame mirrors and nothing sticks out', async () => {
    const { page } = await person(browser, origin)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const path of ['/', town.pictured, '/@lin']) {
      await page.goto(path)
      await awake(page)
      expect(await page.evaluate(moving)).toEqual([])
      await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
      const rail = await page.locator('nav.nav').boundingBox()
      expect((rail?.x ?? 0) + (rail?.width ?? 0), 'the rail stands at the right edge').toBeGreaterThan(1260)
      expect(
        await page.evaluate(() =>
          [...document.querySelectorAll('main *')]
            .filter((one) => one.checkVisibility() && one.getBoundingClientRect().left < -1 && !one.closest('.hidden, .strip, .skip'))
            .map((one) => one.outerHTML.slice(0, 80)),
        ),
      ).toEqual([])
    }
  })
})

/** Runs in the page: what takes longer than a moment to change. */
function moving(): string[] {
  const seconds = (text: string) => Math.max(...text.split(',').map((one) => Number.parseFloat(one) * (one.trim().endsWith('ms') ? 0.001 : 1)))
  return [...document.querySelectorAll('*')]
    .filter((one) =>
      ['', '::before', '::after'].some((part) => {
        const style = getComputedStyle(one, part || null)
        return seconds(style.transitionDuration) > 0.01 || seconds(style.animationDuration) > 0.01 || style.scrollBehavior === 'smooth'
      }),
    )
    .map((one) => one.outerHTML.slice(0, 80))
}

describe('without a mouse', () => {
  test('a note is opened, liked, commented and left, and one sees where one is', async () => {
    // Somebody whom Discover has shown nothing yet.
    const { page, api, errors } = await member(browser, origin, 'keys', ['en'])
    await page.goto('/')
    await awake(page)
    const target = town.pictured
    await tabTo(page, `.tile a[href="${target}"]`)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${target}`)

    const like = 'article.note form[action$="?/like"] button'
    await tabTo(page, like)
    const before = await page.locator(like).first().getAttribute('aria-pressed')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator(like).first().getAttribute('aria-pressed')).not.toBe(before)
    await expect.poll(async () => String((await api.ask('GET', `/notes/${idOf(target)}`)).liked)).not.toBe(before)

    await tabTo(page, 'textarea[name=body]')
    await page.keyboard.type('By keys alone.')
    await tabTo(page, '#write button')
    await page.keyboard.press('Enter')
    await page.locator('.comment', { hasText: 'By keys alone.' }).waitFor()

    await tabTo(page, 'nav a[href="/"]', 'Shift+Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${origin}/`)
    await page.locator('.tiles').waitFor()
    expect(errors).toEqual([])
  })
})

const MOST_STEPS = 150
/** Goes on with Tab until the focus is there; every stop on the way must be seen. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press(key)
    const here = await page.evaluate((wanted) => {
      const one = document.activeElement
      if (!one || one === document.body) return { there: false, unseen: '' }
      const marks = [one, one.parentElement, one.nextElementSibling].flatMap((element) =>
        element ? [getComputedStyle(element), getComputedStyle(element, '::after')] : [],
      )
      const isSeen = marks.some((style) => (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none')
      return { there: one.matches(wanted), unseen: isSeen ? '' : one.outerHTML.slice(0, 120) }
    }, selector)
    expect(here.unseen, 'a stop that is not to be seen').toBe('')
    if (here.there) return
  }
  throw new Error(`Tab never came to ${selector}`)
}
