import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]
const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** CHROMIUM_PATH, else the system's Chromium, else the one that an npm package carries: `npm test` needs no step by hand. */
export async function openBrowser(): Promise<Browser> {
  const given = process.env.CHROMIUM_PATH ?? SYSTEM.find((path) => existsSync(path))
  if (given) return chromium.launch({ executablePath: given, args: FLAGS })
  const { default: packed } = await import('@sparticuz/chromium')
  return chromium.launch({ executablePath: await packed.executablePath(), args: [...packed.args, ...FLAGS] })
}

export interface Person {
  context: BrowserContext
  page: Page
  /** Errors of the page's own scripts, which a journey ends without. */
  errors: string[]
}

/** A person with a browser of their own. */
export async function person(
  browser: Browser,
  origin: string,
  { locale = 'en-US', javaScript = true, width = 1280, dark = false }: { locale?: string; javaScript?: boolean; width?: number; dark?: boolean } = {},
): Promise<Person> {
  const context = await browser.newContext({
    baseURL: origin,
    locale,
    javaScriptEnabled: javaScript,
    viewport: { width, height: width < 600 ? 844 : 900 },
    colorScheme: dark ? 'dark' : 'light',
  })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  return { context, page, errors }
}
