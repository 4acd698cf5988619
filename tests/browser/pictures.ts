/**
 * `node tests/browser/pictures.ts [ORIGIN]`: photographs the pages into tests/pictures/, to be looked at by people.
 * Without ORIGIN it opens a place of its own with the demo world in it (`--data`: a folder that a demo world was filled into).
 * With one, HANDLE and PASSWORD sign in there. `--only note,topic` and `--locales ar,ru` take fewer.
 */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { apiOf, awake } from './member.ts'
import { openSite } from './site.ts'

const FOLDER = fileURLToPath(new URL('../pictures', import.meta.url))
const WIDTHS = [390, 1280]
const LIGHTS = ['light', 'dark'] as const
/** Arabic for the mirrored page, Russian for long words. */
const LOCALES = ['en', 'zh-Hans', 'ar', 'ru']

/** Signs a browser in: by link of the host's tool in a place of our own, else by password. */
type Door = (context: BrowserContext) => Promise<void>

interface Shown {
  origin: string
  enter: Door
  close(): Promise<void>
}

async function demoPlace(data: string | undefined): Promise<Shown> {
  const site = await openSite(data ? { DATA_DIR: resolve(data) } : {})
  if (!data) {
    process.stderr.write('Filling a place with the demo world; this takes some minutes…\n')
    await site.command('demo')
  }
  return {
    origin: site.origin,
    async enter(context) {
      const link = await site.command('member', 'reset', '--handle', 'dana')
      const page = await context.newPage()
      await page.goto(site.origin + new URL(link).pathname)
      await page.locator('main form button').first().click()
      await page.locator('a[href="/@dana"]').first().waitFor({ state: 'attached' })
      await page.close()
    },
    close: () => site.stop(),
  }
}

function placeAt(origin: string): Shown {
  const { HANDLE: login, PASSWORD: password } = process.env
  return {
    origin,
    async enter(context) {
      if (login && password) await apiOf(context.request, origin).ask('POST', '/session', { login, password })
    },
    close: async () => {},
  }
}

/** What is done on a page before its picture is taken; without scripts it is taken as it came. */
const BEFORE: Record<string, (page: Page) => Promise<void>> = {
  'discover-menu': async (page) => {
    await page.locator('.tile .why').first().click()
    await page.locator('.menu-sheet:popover-open').waitFor()
  },
  'topic-end': async (page) => {
    const caughtUp = page.locator('main .end h2')
    while ((await caughtUp.count()) === 0) await page.mouse.wheel(0, 4000)
    await caughtUp.scrollIntoViewIfNeeded()
  },
}

/** Paths by name; a note, a topic and a profile of those that Discover shows. */
async function pagesOf(context: BrowserContext, origin: string): Promise<Record<string, string>> {
  const api = apiOf(context.request, origin)
  const { items } = (await api.ask('GET', '/feeds/discover')) as {
    items: { id: string; url: string; pictureCount: number; kind: string; topics: { url: string }[]; author: { url: string } }[]
  }
  const [photo, text] = [items.find((one) => one.pictureCount > 1 && one.topics.length > 0) ?? items[0], items.find((one) => one.pictureCount === 0)]
  return {
    discover: '/',
    'discover-menu': '/',
    following: '/following',
    across: '/across',
    nearby: '/nearby',
    ...(photo ? { note: photo.url, profile: photo.author.url } : {}),
    ...(text ? { 'note-text': text.url } : {}),
    topic: photo?.topics[0]?.url ?? '/topics/punk',
    'topic-end': photo?.topics[0]?.url ?? '/topics/punk',
    search: '/search?q=punk',
    'search-empty': '/search',
    composer: '/new',
    notifications: '/notifications',
    boards: '/boards',
    lists: '/lists',
    words: '/words',
    drafts: '/drafts',
    settings: '/settings',
    'first-topics': '/sign-up/next',
    'about-promises': '/about/promises',
    ...Object.fromEntries(
      ['profile', 'security', 'people', 'places', 'programs', 'searches', 'learning', 'notices'].map((part) => [`settings-${part}`, `/settings/${part}`]),
    ),
    ...(photo
      ? {
          layers: `/layers?subjectKind=note&subjectId=${photo.id}`,
          why: `/notes/${photo.id}/why`,
          report: `/report?subjectKind=note&subjectId=${photo.id}`,
        }
      : {}),
    proposals: '/topic-proposals',
  }
}
const GUEST_PAGES: Record<string, string> = { 'sign-in': '/sign-in', 'sign-up': '/sign-up', 'not-found': '/nothing/here' }

async function photograph(page: Page, path: string, file: string, script: boolean, before?: (page: Page) => Promise<void>): Promise<void> {
  await page.goto(path, { waitUntil: 'load' })
  if (script) await awake(page)
  await page.evaluate(() => document.fonts.ready)
  await page.evaluate(() =>
    Promise.all([...document.images].filter((one) => one.getBoundingClientRect().top < innerHeight).map((one) => one.decode().catch(() => undefined))),
  )
  if (script) await before?.(page)
  await page.screenshot({ path: join(FOLDER, `${file}.png`) })
}

interface Look {
  width: number
  light: (typeof LIGHTS)[number]
  locale: string
  /** How large the letters are, as the reader set it in the browser. */
  times?: number
  script?: boolean
}

async function series(browser: Browser, { origin, enter }: Shown, look: Look, only: ReadonlySet<string>): Promise<number> {
  const { width, light, locale, times = 1, script = true } = look
  const context = await browser.newContext({
    baseURL: origin,
    locale,
    colorScheme: light,
    viewport: { width, height: width < 600 ? 844 : 900 },
    deviceScaleFactor: width < 600 ? 2 : 1,
  })
  const open = async (from: BrowserContext) => {
    const page = await from.newPage()
    if (times !== 1) await (await from.newCDPSession(page)).send('Page.setFontSizes', { fontSizes: { standard: 16 * times, fixed: 13 * times } })
    return page
  }
  const tag = `${width}-${light}-${locale}${times === 1 ? '' : `-${times * 100}`}${script ? '' : '-noscript'}`
  let count = 0
  const take = async (page: Page, pages: Record<string, string>) => {
    for (const [name, path] of Object.entries(pages)) {
      if (only.size > 0 && !only.has(name)) continue
      await photograph(page, path, `${name}-${tag}`, script || page.context() === context, BEFORE[name])
      count += 1
    }
  }
  await take(await open(context), GUEST_PAGES)
  await enter(context)
  // A member's pages come in the member's language; here they come in the series'.
  await apiOf(context.request, origin).ask('PATCH', '/me', { locale })
  const pages = await pagesOf(context, origin)
  if (script) await take(await open(context), pages)
  else {
    const plain = await browser.newContext({
      baseURL: origin,
      locale,
      javaScriptEnabled: false,
      viewport: { width, height: 844 },
      storageState: await context.storageState(),
    })
    await take(await open(plain), pages)
    await plain.close()
  }
  await context.close()
  return count
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { data: { type: 'string' }, only: { type: 'string', default: '' }, locales: { type: 'string', default: LOCALES.join(',') } },
  })
  const [origin] = positionals
  const only = new Set(values.only.split(',').filter(Boolean))
  mkdirSync(FOLDER, { recursive: true })
  const browser = await openBrowser()
  const shown = origin ? placeAt(origin.replace(/\/$/, '')) : await demoPlace(values.data)
  let count = 0
  try {
    for (const locale of values.locales.split(','))
      for (const width of WIDTHS) for (const light of LIGHTS) count += await series(browser, shown, { width, light, locale }, only)
    count += await series(browser, shown, { width: 390, light: 'light', locale: 'en', times: 2 }, only)
    count += await series(browser, shown, { width: 390, light: 'light', locale: 'en', script: false }, only)
  } finally {
    await browser.close()
    await shown.close()
  }
  process.stdout.write(`${count} pictures in tests/pictures/\n`)
}

await main()
