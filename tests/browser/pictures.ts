/**
 * `node tests/browser/pictures.ts [ORIGIN]`: photographs the pages into tests/pictures/, to be looked at by people.
 * Without ORIGIN it opens a place of its own with the demo world in it. With one, HANDLE and PASSWORD sign in there.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { apiOf, awake } from './member.ts'
import { openSite } from './site.ts'

const FOLDER = fileURLToPath(new URL('../pictures', import.meta.url))
const WIDTHS = [390, 1280]
const LIGHTS = ['light', 'dark'] as const
/** The last one is no language: the English page, mirrored and with longer words, as Arabic or German would press on it. */
const LOCALES = ['en', 'zh-Hans', 'ar-XB']
const PSEUDO = 'ar-XB'

/** Signs a browser in: by link of the host's tool in a place of our own, else by password. */
type Door = (context: BrowserContext) => Promise<void>

interface Shown {
  origin: string
  enter: Door
  close(): Promise<void>
}

async function demoPlace(): Promise<Shown> {
  const site = await openSite()
  process.stderr.write('Filling a place with the demo world; this takes a few minutes…\n')
  await site.command('demo')
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

/** Paths by name; a note, a topic and a profile of those that Discover shows. */
async function pagesOf(context: BrowserContext, origin: string): Promise<Record<string, string>> {
  const api = apiOf(context.request, origin)
  const { items } = (await api.ask('GET', '/feeds/discover')) as {
    items: { url: string; pictureCount: number; kind: string; topics: { url: string }[]; author: { url: string } }[]
  }
  const [photo, text] = [items.find((one) => one.pictureCount > 1 && one.topics.length > 0) ?? items[0], items.find((one) => one.pictureCount === 0)]
  return {
    discover: '/',
    following: '/following',
    ...(photo ? { note: photo.url, profile: photo.author.url } : {}),
    ...(text ? { 'note-text': text.url } : {}),
    topic: photo?.topics[0]?.url ?? '/topics/punk',
    search: '/search?q=punk',
    'search-empty': '/search',
    composer: '/new',
    notifications: '/notifications',
    boards: '/boards',
    settings: '/settings',
  }
}
const GUEST_PAGES: Record<string, string> = { 'sign-in': '/sign-in', 'sign-up': '/sign-up', 'not-found': '/nothing/here' }

async function photograph(page: Page, path: string, file: string, locale: string): Promise<void> {
  await page.goto(path)
  await awake(page)
  if (locale === PSEUDO) await page.evaluate(mirror)
  await page.evaluate(() => document.fonts.ready)
  await page.evaluate(() =>
    Promise.all([...document.images].filter((one) => one.getBoundingClientRect().top < innerHeight).map((one) => one.decode().catch(() => undefined))),
  )
  await page.screenshot({ path: join(FOLDER, `${file}.png`) })
}

/** Runs in the page. */
function mirror(): void {
  document.documentElement.dir = 'rtl'
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? ''
    if (/[a-z]{2}/i.test(text) && !node.parentElement?.closest('[lang], script, style')?.matches('[lang]:not(html)'))
      node.textContent = `[${text.trim().replace(/[aeiou]/gi, '$&$&')}]`
  }
}

/** `times`: how large the letters are, as the reader set it in the browser. */
async function series(browser: Browser, { origin, enter }: Shown, width: number, light: (typeof LIGHTS)[number], locale: string, times = 1): Promise<number> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: locale === 'zh-Hans' ? 'zh-CN' : 'en-US',
    colorScheme: light,
    viewport: { width, height: width < 600 ? 844 : 900 },
    deviceScaleFactor: width < 600 ? 2 : 1,
  })
  const open = async () => {
    const page = await context.newPage()
    if (times !== 1) await (await context.newCDPSession(page)).send('Page.setFontSizes', { fontSizes: { standard: 16 * times, fixed: 13 * times } })
    return page
  }
  const guest = await open()
  const tag = `${width}-${light}-${locale}${times === 1 ? '' : `-${times * 100}`}`
  let count = 0
  const take = async (page: Page, pages: Record<string, string>) => {
    for (const [name, path] of Object.entries(pages)) {
      await photograph(page, path, `${name}-${tag}`, locale)
      count += 1
    }
  }
  await take(guest, GUEST_PAGES)
  await enter(context)
  // A member's pages come in the member's language; here they come in the series'.
  await apiOf(context.request, origin)
    .ask('PATCH', '/me', { locale: locale === 'zh-Hans' ? 'zh-Hans' : 'en' })
    .catch(() => undefined)
  await take(await open(), await pagesOf(context, origin))
  await context.close()
  return count
}

async function main([origin]: string[]): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  const browser = await openBrowser()
  const shown = origin ? placeAt(origin.replace(/\/$/, '')) : await demoPlace()
  let count = 0
  try {
    for (const locale of LOCALES) for (const width of WIDTHS) for (const light of LIGHTS) count += await series(browser, shown, width, light, locale)
    count += await series(browser, shown, 390, 'light', 'en', 2)
  } finally {
    await browser.close()
    await shown.close()
  }
  process.stdout.write(`${count} pictures in tests/pictures/\n`)
}

await main(process.argv.slice(2))
