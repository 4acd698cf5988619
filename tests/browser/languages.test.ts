import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { interfaceLanguages } from '#pure/words/index.ts'
import { openBrowser, type Person, person } from './browser.ts'
import { bareKeys, squeezed } from './measure.ts'
import { awake } from './member.ts'
import { openTown, type Town } from './town.ts'

let browser: Browser
let town: Town
/** A layer of the note with pictures. */
let layer: string
let proposal: string
beforeAll(async () => {
  browser = await openBrowser()
  town = await openTown(browser)
  const { ask } = town.dana.api
  layer = (await ask('GET', `/layers?${of()}&origin=person`)).items.at(-1).id
  proposal = (await ask('POST', '/topics/punk/proposals', { other: 'punkers', language: 'en', answer: 'same' })).id
  await ask('POST', '/culture-words', { language: 'zh-Hans', headword: '水泥自赏', reading: 'shuǐ ní zì shǎng', en: 'shoegaze of factory towns', zhHans: '' })
})
afterAll(async () => {
  await town?.close()
  await browser?.close()
})

const of = (): string => `subjectKind=note&subjectId=${town.pictured.split('/').at(-1)}`
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
  '/settings/notices',
  '/settings/searches',
  '/words/culture',
  '/topic-proposals?languages=all',
  `/topic-proposals/${proposal}`,
  `/layers?${of()}`,
  `/layers/language?${of()}`,
  `/layers/write?${of()}&language=fr`,
  `/layers/${layer}/sentences?${of()}`,
]

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
