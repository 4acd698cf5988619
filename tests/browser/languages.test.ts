import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { interfaceLanguages, messagesOf } from '#pure/words/index.ts'
import { openBrowser, type Person, person } from './browser.ts'
import { awake } from './member.ts'
import { openTown, type Town } from './town.ts'

let browser: Browser
let town: Town
beforeAll(async () => {
  browser = await openBrowser()
  town = await openTown(browser)
})
afterAll(async () => {
  await town?.close()
  await browser?.close()
})

const PAGES = (): string[] => [
  '/',
  town.pictured,
  '/topics/punk',
  '/@lin',
  '/search?q=punk',
  '/new',
  '/notifications',
  '/boards',
  '/lists',
  '/drafts',
  '/words',
  '/settings',
  '/settings/profile',
  '/settings/security',
  `/layers?subjectKind=note&subjectId=${town.pictured.split('/').at(-1)}`,
]

/** Runs in the page: what sticks out of the screen, and words of the interface that their own box cuts off. */
function squeezed(): string[] {
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
async function bareKeys(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText()
  return Object.keys(messagesOf('en')).filter((key) => key.includes('.') && new RegExp(`(^|\\s)${key.replace('.', '\\.')}(\\s|$)`).test(text))
}

describe('every language fits a telephone', () => {
  test('the measure sees what is cut and what sticks out', async () => {
    const { page, context } = await person(browser, town.site.origin, { locale: 'en', width: 390 })
    await page.goto('/sign-in')
    await awake(page)
    expect(await page.evaluate(squeezed)).toEqual([])
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('main h1')?.style.setProperty('translate', '80vw 0')
      for (const button of document.querySelectorAll<HTMLElement>('main form button'))
        button.style.cssText = 'inline-size: 3rem; overflow: hidden; white-space: nowrap'
    })
    const found = await page.evaluate(squeezed)
    expect(found.some((one) => one.startsWith('cut:'))).toBe(true)
    expect(found.some((one) => one.startsWith('outside:'))).toBe(true)
    await context.close()
  })

  test.each([...interfaceLanguages])('%s', async (locale) => {
    const seat: Person = await person(browser, town.site.origin, { locale, width: 390 })
    await seat.context.addCookies(await town.dana.context.cookies())
    await town.dana.api.ask('PATCH', '/me', { locale })
    const faults: Record<string, string[]> = {}
    for (const path of PAGES()) {
      await seat.page.goto(path)
      await awake(seat.page)
      expect(await seat.page.getAttribute('html', 'lang')).toBe(locale)
      expect(await seat.page.getAttribute('html', 'dir')).toBe(locale === 'ar' ? 'rtl' : 'ltr')
      const found = [...(await seat.page.evaluate(squeezed)), ...(await bareKeys(seat.page))]
      if (found.length > 0) faults[path] = found
    }
    expect(faults).toEqual({})
    await seat.context.close()
  })
})
