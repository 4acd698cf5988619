import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { say } from '#pure/words/index.ts'
import { openBrowser } from './browser.ts'
import { awake, type Member, member, photographs } from './member.ts'
import { openPlace, type Site } from './site.ts'

const words = (key: string, facts = {}) => say('en', key, facts)
let browser: Browser
let site: Site
let dana: Member
beforeAll(async () => {
  browser = await openBrowser()
  site = await openPlace()
  dana = await member(browser, site.origin, 'dana', ['en'])
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

/** Opens the composer. */
async function write(page: Page): Promise<void> {
  await page.goto('/new')
  await awake(page)
}
/** Sent, and looked at by the server. */
const prepared = (page: Page) => expect.poll(() => page.locator('.shot :is(progress, [role=status])').count()).toBe(0)
const described = (page: Page) =>
  page.locator('.list textarea[name^="alt-"]').evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value))

test('pictures are put in order by keys and by dragging, keep in sight what they should, and are asked for a description once', async () => {
  const { page, api, errors } = dana
  await write(page)
  await page.locator('[name=files]').setInputFiles(await photographs(3))
  await expect.poll(() => page.locator('textarea[name^="alt-"]').count()).toBe(3)
  await prepared(page)
  for (const [i, alt] of ['first', 'second'].entries()) await page.locator('textarea[name^="alt-"]').nth(i).fill(alt)

  await page.getByRole('button', { name: words('write.move-up', { number: 3 }), exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByText(words('write.moved', { number: 2, count: 3 })).waitFor({ state: 'attached' })
  expect(await described(page)).toEqual(['first', '', 'second'])

  // Tall pictures: the second row is brought before the first by its picture.
  const shots = page.locator('.shot .focal img')
  await shots.nth(1).scrollIntoViewIfNeeded()
  const [to, from] = [await shots.nth(0).boundingBox(), await shots.nth(1).boundingBox()]
  if (!to || !from) throw new Error('two pictures are on the page')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2 - 20, { steps: 5 })
  await page.mouse.move(to.x + to.width / 2, to.y + 10, { steps: 20 })
  await expect.poll(() => described(page)).toEqual(['', 'first', 'second'])
  await page.mouse.up()
  await expect.poll(() => page.locator('#dnd-action-dragged-el').count()).toBe(0)

  const point = page.locator('.focal').first()
  await point.focus()
  for (let step = 0; step < 10; step += 1) await page.keyboard.press('ArrowLeft')
  await page.getByRole('button', { name: words('write.focal', { x: 0, y: 50 }) }).waitFor()

  await page.locator('[name=title]').fill('Three of one evening')
  const publish = (key: string) =>
    page
      .getByRole('button', { name: words(key), exact: true })
      .last()
      .click()
  await publish('write.publish')
  await page
    .locator('.remind')
    .getByText(words('write.remind', { count: 1 }))
    .waitFor()
  await publish('write.publish-bare')
  await page.waitForURL(/\/@dana\/[0-9a-f-]{36}$/)
  const { pictures } = await api.ask('GET', `/notes/${page.url().split('/').at(-1)}`)
  expect(pictures.map(({ alt, focal }: { alt: string; focal: object }) => [alt, focal])).toEqual([
    ['', { x: 0, y: 0.5 }],
    ['first', { x: 0.5, y: 0.5 }],
    ['second', { x: 0.5, y: 0.5 }],
  ])
  // Its tile shows that part of the first one.
  await page.goto('/@dana')
  const cover = page.locator('.tile', { hasText: 'Three of one evening' }).locator('.cover img')
  expect(await cover.evaluate((image) => getComputedStyle(image).objectPosition)).toBe('0% 50%')
  expect(errors).toEqual([])
})

test('pictures chosen without a connection wait for one, and are sent when it is there', async () => {
  const { page, context } = dana
  await write(page)
  await context.setOffline(true)
  await page.locator('[name=files]').setInputFiles(await photographs(1))
  await page.locator('.shot progress').waitFor()
  await context.setOffline(false)
  await prepared(page)
  await page.locator('.shot .focal img').waitFor()
})
