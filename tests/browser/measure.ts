import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'
import { messagesOf } from '#pure/words/index.ts'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** What axe knows of its own rules. */
type Axe = typeof axe & { _audit: { rules: { id: string; impact: string | null }[] } }

/** Serious and critical faults that axe finds on the page, one line each. Rules whose faults are never more than moderate are not run. */
export async function faults(page: Page, only?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const found = await page.evaluate(async (wanted) => {
    const { run, _audit } = (window as unknown as { axe: Axe }).axe
    const light = _audit.rules.filter(({ impact }) => impact === 'minor' || impact === 'moderate').map(({ id }) => [id, { enabled: false }] as const)
    const choice = wanted ? { runOnly: { type: 'rule', values: wanted } as const } : { rules: Object.fromEntries(light) }
    return (await run(document, { resultTypes: ['violations'], ...choice })).violations
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
