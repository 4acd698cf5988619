/** From a finger on a word to its meaning on the screen, on a phone's width with the processor slowed down four times. */
import type { Page } from 'playwright-core'
import { openBrowser, person } from '#tests/browser/browser.ts'
import { awake, dictionary, member } from '#tests/browser/member.ts'
import { openSite } from '#tests/browser/site.ts'
import { ascending, quantile, table } from './table.ts'

const AIM_MS = 100
const SLOWER = 4
const TEXT = `昨天晚上我们在成都的地下室听了一场演出。乐队只有三个人，鼓手还是学生，贝斯手白天在银行上班。
第一首歌很慢，像下雨的窗户；后来声音越来越大，大家都站到了前面。
休息的时候，老板端来一锅豆腐和花椒，味道又香又麻。
我旁边的朋友第一次来，她说这里比电影院更像家。
结束以后我们一起走过大桥，月亮照着河水，谁也没有说话。`

interface Spot {
  x: number
  y: number
}

/** A place on every word of the text, top to bottom. */
const spots = (page: Page): Promise<Spot[]> =>
  page.evaluate(() => {
    const found: Spot[] = []
    const walker = document.createTreeWalker(document.querySelector('.prose') as Node, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      for (const { index, segment, isWordLike } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(node.data)) {
        if (!isWordLike) continue
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + segment.length)
        const { left, top, width, height } = range.getClientRects()[0] as DOMRect
        found.push({ x: left + width / 4, y: top + scrollY + height / 2 })
      }
    }
    return found
  })

/** Notes the time from each click to the frame that shows an entry. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const taken: number[] = []
    let begun: number | null = null
    document.addEventListener('click', ({ timeStamp }) => (begun = timeStamp), { capture: true })
    new MutationObserver(() => {
      if (begun === null || !document.querySelector('.gloss .entry')) return
      const from = begun
      begun = null
      requestAnimationFrame(() => setTimeout(() => taken.push(performance.now() - from)))
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
    Object.assign(window, { taken })
  })
const taken = (page: Page): Promise<number[]> => page.evaluate(() => (window as unknown as { taken: number[] }).taken)

async function tapAll(page: Page, places: readonly Spot[]): Promise<number[]> {
  for (const [i, { x, y }] of places.entries()) {
    // The sheet at the lower edge is closed before the next word.
    await page.evaluate((top) => scrollTo(0, top), y - 300)
    const above = await page.evaluate(() => scrollY)
    await page.mouse.click(x, y - above)
    await page.waitForFunction((count) => (window as unknown as { taken: number[] }).taken.length > count, i, { timeout: 20_000 })
    await page.keyboard.press('Escape')
    await page.locator('.gloss').waitFor({ state: 'hidden' })
  }
  return taken(page)
}

export async function main(): Promise<number> {
  const browser = await openBrowser()
  const site = await openSite()
  try {
    await site.command('member', 'create', '--handle', 'host', '--email', 'host@example.org', '--password', 'the house is open tonight', '--role', 'admin')
    const lin = await member(browser, site.origin, 'lin', ['zh-Hans'])
    const note = await lin.api.ask('POST', '/notes', { title: '地下室', body: TEXT, topics: [], visibility: 'public', language: 'zh-Hans' })
    await dictionary(lin, '乐队')
    const { page, context } = await person(browser, site.origin, { width: 390 })
    const cdp = await context.newCDPSession(page)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    await page.goto(note.url)
    await awake(page)
    await watch(page)
    const [first = 0, ...others] = await tapAll(page, await spots(page))
    const sorted = ascending(others)
    process.stdout.write(
      `${table(
        ['tap to gloss', 'taps', 'median ms', 'p95 ms', 'aim (median)'],
        [
          ['the first on a page', 1, first, null, null],
          ['every other', others.length, quantile(sorted, 0.5), quantile(sorted, 0.95), AIM_MS],
        ],
      )}\n`,
    )
    return quantile(sorted, 0.5) <= AIM_MS ? 0 : 1
  } finally {
    await browser.close()
    await site.stop()
  }
}
