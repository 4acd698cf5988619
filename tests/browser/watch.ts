import type { BrowserContext, Page } from 'playwright-core'

/** What no page of ours may do, noted while it happens. */
export interface Watched {
  /** Addresses of other hosts that a page asked for. */
  foreign: string[]
  /** Directives of the content security policy that a page broke. */
  violations: string[]
  /** Pages that came without the policy. */
  bare: string[]
  /** Errors of scripts. */
  errors: string[]
}

export async function watch(context: BrowserContext, origin: string): Promise<Watched> {
  const seen: Watched = { foreign: [], violations: [], bare: [], errors: [] }
  const hear = (page: Page) => {
    page.on('pageerror', (error) => seen.errors.push(`${new URL(page.url()).pathname}: ${error.message}`))
    page.on('console', (message) => {
      if (/Content.Security.Policy/i.test(message.text())) seen.violations.push(`${new URL(page.url()).pathname}: ${message.text()}`)
    })
  }
  context.pages().forEach(hear)
  context.on('page', hear)
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== origin) seen.foreign.push(url.href)
  })
  context.on('response', (response) => {
    const { 'content-type': type = '', 'content-security-policy': policy = '' } = response.headers()
    if (type.startsWith('text/html') && !/script-src 'self' 'nonce-/.test(policy)) seen.bare.push(response.url())
  })
  return seen
}

/** Sums what moved on the page since it opened, in the unit of Cumulative Layout Shift; `shifts()` also says what it was. */
export async function measureShifts(page: Page): Promise<() => Promise<{ sum: number; moved: string[] }>> {
  await page.addInitScript(() => {
    const seen = { sum: 0, moved: [] as string[] }
    Object.assign(window, { shifts: seen })
    type Shift = PerformanceEntry & {
      value: number
      hadRecentInput: boolean
      sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[]
    }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) {
        if (entry.hadRecentInput) continue
        seen.sum += entry.value
        const place = ({ x, y, width, height }: DOMRectReadOnly) => [x, y, width, height].map(Math.round).join(' ')
        for (const { node, previousRect, currentRect } of entry.sources)
          seen.moved.push(
            `${node instanceof Element ? `${node.tagName.toLowerCase()}.${node.className}` : String(node?.textContent).slice(0, 30)}: ${place(previousRect)} → ${place(currentRect)}`,
          )
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return async () => {
    // Shifts are told after the frame in which they were.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    return page.evaluate(() => (window as unknown as { shifts: { sum: number; moved: string[] } }).shifts)
  }
}
