import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { messagesOf } from '#pure/words/index.ts'

/** Serious and critical faults that axe finds on the page, one line each. */
export async function faults(page: Page, only?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(async (rules) => {
    const { run } = (window as unknown as { axe: typeof axe }).axe
    const result = await run(document, { resultTypes: ['violations'], ...(rules ? { runOnly: { type: 'rule', values: rules } } : {}) })
    return result.violations
  }, only ?? null)
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary?.split('\n')[1]?.trim()})`)
          .join(' | ')}`,
    )
}

/** Runs in the page: what sticks out of the screen, and words of the interface that their own box cuts off. */
export function squeezed(): string[] {
  const found: string[] = []
  const wide = document.documentElement.scrollWidth - innerWidth
  if (wide > 0) found.push(`the page is ${wide} px too wide`)
  for (const one of document.querySelectorAll<HTMLElement>('a, button, label, summary, h1, h2, legend, small, p, th')) {
    // What members wrote may be cut with an ellipsis; a word of ours may not. One pixel is rounding.
    if (one.closest('[lang]') !== document.documentElement || one.closest('.hidden, .skip') || one.offsetParent === null) continue
    const style = getComputedStyle(one)
    const isSilent = one.clientWidth <= 1 || style.clipPath !== 'none'
    const cuts = style.overflowX !== 'visible' && style.overflowX !== 'auto' && style.overflowX !== 'scroll'
    if (!isSilent && cuts && one.scrollWidth > one.clientWidth + 1) found.push(`cut: ${one.textContent?.trim().slice(0, 60)}`)
    const box = one.getBoundingClientRect()
    const isScrolled = one.closest('[role="tablist"], nav, .strip, [data-scrolls]') !== null
    if (!isSilent && !isScrolled && box.width > 1 && (box.left < -1 || box.right > innerWidth + 1))
      found.push(`outside: ${one.textContent?.trim().slice(0, 60)}`)
  }
  return found
}

/** Keys that came instead of words. */
export async function bareKeys(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText()
  return Object.keys(messagesOf('en')).filter((key) => key.includes('.') && new RegExp(`(^|\\s)${key.replace('.', '\\.')}(\\s|$)`).test(text))
}
