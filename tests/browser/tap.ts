import type { Page } from 'playwright-core'

/** A finger on a word, where it stands in the running text; `within`: of a comment, for one. */
export async function tap(page: Page, wanted: string, within = ''): Promise<void> {
  await page.locator(`${within} .prose`).first().scrollIntoViewIfNeeded()
  const spot = await page.evaluate(
    ([text, prose]) => {
      const walker = document.createTreeWalker(document.querySelector(prose) as Node, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(text) ?? -1
        if (at < 0) continue
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + text.length)
        const { left, top, width, height } = range.getBoundingClientRect()
        return { x: left + width / 4, y: top + height / 2 }
      }
      throw new Error(`${text} is not on the page`)
    },
    [wanted, `${within} .prose`] as const,
  )
  await page.mouse.click(spot.x, spot.y)
}
