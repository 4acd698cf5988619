/** How heavy the pages are: client JavaScript that a first visit loads, all chunks, as it comes over the line. */
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Page, Response } from 'playwright-core'
import { openBrowser, person } from '#tests/browser/browser.ts'
import { awake } from '#tests/browser/member.ts'
import { openTown } from '#tests/browser/town.ts'
import { table } from './table.ts'

const AIM_KB = 60
/** KB as in a budget: 1000 bytes. */
const kb = (bytes: number): string => (bytes / 1000).toFixed(1)

interface Weight {
  files: number
  raw: number
  gzip: number
  brotli: number
  /** Styles and fonts, as sent. */
  styles: number
  fonts: number
  /** Messages of the interface, gzip. */
  words: number
}

/** Loads the page as someone who was never here, waits until its scripts have taken over, and weighs what came. */
async function weigh(page: Page, origin: string, path: string): Promise<Weight> {
  const bodies: { kind: string; body: Buffer }[] = []
  const coming: Promise<void>[] = []
  const hear = (response: Response): void => {
    const kind = response.request().resourceType()
    const isWords = new URL(response.url()).pathname.startsWith('/interface/')
    if (!isWords && !['script', 'stylesheet', 'font'].includes(kind)) return
    coming.push(
      response.body().then(
        (body) => void bodies.push({ kind: isWords ? 'words' : kind, body }),
        () => undefined,
      ),
    )
  }
  page.on('response', hear)
  const answer = await page.goto(origin + path)
  if (answer?.status() !== 200) throw new Error(`${path}: ${answer?.status()}`)
  await awake(page)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForLoadState('load')
  page.off('response', hear)
  await Promise.all(coming)
  const of = (kind: string) => bodies.filter((one) => one.kind === kind).map(({ body }) => body)
  const sum = (list: Buffer[], size: (body: Buffer) => number) => list.reduce((all, body) => all + size(body), 0)
  const scripts = of('script')
  return {
    files: scripts.length,
    raw: sum(scripts, (body) => body.length),
    gzip: sum(scripts, (body) => gzipSync(body, { level: 9 }).length),
    brotli: sum(scripts, (body) => brotliCompressSync(body).length),
    styles: sum(of('stylesheet'), (body) => gzipSync(body, { level: 9 }).length),
    fonts: sum(of('font'), (body) => body.length),
    words: sum(of('words'), (body) => gzipSync(body).length),
  }
}

export async function main(): Promise<number> {
  const browser = await openBrowser()
  const town = await openTown(browser)
  try {
    const { origin } = town.site
    const pages: [name: string, path: string, who: 'guest' | 'member'][] = [
      ['Discover', '/', 'guest'],
      ['note', town.pictured, 'guest'],
      ['topic', '/topics/punk', 'guest'],
      ['profile', '/@lin', 'guest'],
      ['search', '/search?q=punk', 'guest'],
      ['Discover, member', '/', 'member'],
      ['note, member', town.pictured, 'member'],
      ['composer', '/new', 'member'],
      ['settings', '/settings', 'member'],
    ]
    const rows: (string | number)[][] = []
    for (const [name, path, who] of pages) {
      // A browser that keeps nothing: every page is a first visit.
      const seat = await person(browser, origin)
      if (who === 'member') await seat.context.addCookies(await town.dana.context.cookies())
      const { files, raw, gzip, brotli, styles, fonts, words } = await weigh(seat.page, origin, path)
      rows.push([name, files, kb(raw), kb(gzip), name === 'Discover' ? `≤ ${AIM_KB}` : '', kb(brotli), kb(styles), kb(fonts), kb(words)])
      await seat.context.close()
    }
    process.stdout.write(
      `Client JavaScript of a first visit, KB (1 KB = 1000 bytes)\n\n${table(['page', 'files', 'raw', 'gzip', 'aim', 'brotli', 'CSS gzip', 'fonts', 'words gzip'], rows)}\n`,
    )
    return 0
  } finally {
    await town.close()
    await browser.close()
  }
}
