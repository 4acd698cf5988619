import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { say } from '#pure/words/index.ts'
import { openBrowser, person } from './browser.ts'
import { awake, type Member, member, signIn, uploaded } from './member.ts'
import { openPlace, type Site } from './site.ts'
import { openTranslator, type Translator } from './translator.ts'

const [TITLE, WHEN, WHERE] = ['潮湿的房间', '今晚八点', '河边小店']
const word = (key: string, facts?: Record<string, string | number>) => say('en', key, facts)
const box = (number: number, words = '') => `${word('picture.box', { number })} ${words}`.trim()

let browser: Browser
let translator: Translator
let site: Site
let lin: Member
let mei: Member
let picture: string
let note: { id: string; url: string }

/** A poster of 900 × 1200 with three lines in it. */
async function poster(): Promise<Buffer> {
  const line = (y: number, size: number, text: string) => `<text x="450" y="${y}" font-size="${size}" text-anchor="middle" fill="#f6eedb">${text}</text>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1200"><rect width="100%" height="100%" fill="#7a2a22"/>${line(300, 120, TITLE)}${line(700, 80, WHEN)}${line(1_000, 60, WHERE)}</svg>`
  return sharp(Buffer.from(svg)).jpeg().toBuffer()
}

beforeAll(async () => {
  browser = await openBrowser()
  translator = await openTranslator({ [TITLE]: 'Damp rooms', [WHEN]: 'Tonight at eight', [WHERE]: 'The shop by the river' })
  site = await openPlace({ TRANSLATE_ENGINES: JSON.stringify([{ type: 'libretranslate', name: 'Fake', url: translator.url }]) })
  lin = await member(browser, site.origin, 'lin', ['zh-Hans'])
  mei = await member(browser, site.origin, 'mei', ['en', 'zh-Hans'], { width: 390 })
  await member(browser, site.origin, 'wei', ['en', 'zh-Hans'])
  picture = await uploaded(lin, site.origin, { mimeType: 'image/jpeg', buffer: await poster() })
  note = await lin.api.ask('POST', '/notes', {
    title: '海报',
    topics: [],
    visibility: 'public',
    language: 'zh-Hans',
    pictures: [{ id: picture, alt: '一张海报' }],
  })
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
  await translator?.close()
})

const seen = () => mei.api.ask('GET', `/pictures/${picture}/words?into=en`)
const plane = (page: Page) => page.getByRole('group', { name: word('picture.plane') })
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)

async function draw(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  await plane(page).scrollIntoViewIfNeeded()
  const area = (await plane(page).boundingBox()) ?? { x: 0, y: 0, width: 1, height: 1 }
  const at = ([x, y]: [number, number]): [number, number] => [area.x + x * area.width, area.y + y * area.height]
  await page.mouse.move(...at(from))
  await page.mouse.down()
  await page.mouse.move(...at(to), { steps: 5 })
  await page.mouse.up()
}

test('on a phone Mei draws boxes over the poster, moves one by keys, takes one away and back, and says what they mean', async () => {
  const { page, errors } = mei
  await page.goto(note.url)
  await awake(page)
  await page.getByRole('link', { name: word('picture.add') }).click()
  await page.getByRole('heading', { level: 1, name: word('picture.words') }).waitFor()
  await draw(page, [0.1, 0.16], [0.9, 0.28])
  await page.locator('[name="words.0"]').fill(TITLE)
  await page.locator('[name="meaning.0"]').fill('Damp rooms')
  await draw(page, [0.2, 0.52], [0.8, 0.6])
  await page.locator('[name="words.1"]').fill(WHEN)
  // By the keyboard alone.
  await page.getByRole('button', { name: word('picture.new-box') }).press('Enter')
  const third = plane(page).getByRole('button', { name: box(3), exact: true })
  for (let i = 0; i < 5; i += 1) await third.press('ArrowDown')
  await third.press('Shift+ArrowRight')
  await third.press('Enter')
  await page.keyboard.type(WHERE)
  await plane(page)
    .getByRole('button', { name: box(2, WHEN) })
    .press('Delete')
  await expect.poll(() => page.locator('textarea[name^="words."]').count()).toBe(2)
  await page.getByRole('button', { name: word('frame.undo'), exact: true }).click()
  await expect.poll(() => page.locator('[name="words.1"]').inputValue()).toBe(WHEN)
  expect(await fits(page)).toBe(true)
  await page.locator('[name=language]').selectOption('zh-Hans')
  await page.getByRole('button', { name: word('frame.save'), exact: true }).click()
  await page.waitForURL(`**${note.url}`)
  const { words, mine } = await seen()
  expect(mine.meanings).toEqual(['Damp rooms', '', ''])
  const places = words.boxes.map(({ x, y, width, height }: Record<string, number>) => [x, y, width, height].map((n) => Math.round((n ?? 0) * 100)))
  expect(places).toEqual([
    [10, 16, 80, 12],
    [20, 52, 60, 8],
    [30, 45, 41, 10],
  ])
  expect(errors).toEqual([])
})

test('an engine drafts what is not said yet, and Mei signs it', async () => {
  const { page, errors } = mei
  await expect.poll(async () => (await seen()).other?.meanings).toEqual(['Damp rooms', 'Tonight at eight', 'The shop by the river'])
  await mei.api.ask('PUT', `/pictures/${picture}/words`, {
    ...{ revision: 1, into: 'en' },
    boxes: (await seen()).words.boxes.map(({ original, x, y, width, height }: Record<string, unknown>) => ({ x, y, width, height, words: original })),
  })
  await page.goto(`/pictures/${picture}/words?into=en`)
  await awake(page)
  await page.getByText(word('layering.from-machine', { engine: 'Fake' })).waitFor()
  expect(await page.locator('[name="meaning.2"]').inputValue()).toBe('The shop by the river')
  await page.locator('[name="meaning.0"]').fill('Humid rooms')
  await page.getByRole('button', { name: word('frame.save'), exact: true }).click()
  await expect.poll(async () => (await seen()).mine?.meanings).toEqual(['Humid rooms', 'Tonight at eight', 'The shop by the river'])
  expect(errors).toEqual([])
})

test('a reader on a phone sees them over the picture, taps one open, and finds the list below; the page is sound for a screen reader', async () => {
  const { page, errors } = await person(browser, site.origin, { width: 390 })
  await page.goto(note.url)
  await awake(page)
  await page.getByText(word('picture.words'), { exact: true }).click()
  const slide = page.locator('#p-1')
  const over = slide.getByRole('button', { name: 'Tonight at eight' })
  await over.waitFor()
  const [image, place] = [await slide.locator('img').boundingBox(), await over.boundingBox()]
  // The picture stands in the middle of its slide, the box on the words.
  expect(((place?.y ?? 0) - (image?.y ?? 0)) / (image?.height ?? 1)).toBeCloseTo(0.52, 2)
  await over.click()
  const said = slide.locator('.said')
  expect(await said.locator('p').allTextContents()).toEqual([WHEN, 'Tonight at eight'])
  expect(await said.locator('bdi').first().getAttribute('lang')).toBe('zh-Hans')
  await page.keyboard.press('Escape')
  await expect.poll(() => said.count()).toBe(0)
  expect(await page.locator('details ol li').nth(2).locator('p').allTextContents()).toEqual([WHERE, 'The shop by the river'])
  await page
    .locator('.carousel')
    .getByRole('link', { name: word('layer.original'), exact: true })
    .click()
  await slide.getByRole('button', { name: WHEN }).waitFor()
  expect(await fits(page)).toBe(true)
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() => (window as never as { axe: typeof axe }).axe.run('.carousel'))
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  expect(errors).toEqual([])
})

test('in Arabic, from right to left, boxes stay where the picture has its words', async () => {
  const { page } = await person(browser, site.origin, { locale: 'ar', width: 390 })
  await page.goto(note.url)
  await awake(page)
  await page.getByText(say('ar', 'picture.words'), { exact: true }).click()
  const slide = page.locator('#p-1')
  const third = slide.locator('.box').nth(2)
  await third.waitFor()
  const [image, place] = [await slide.locator('.plane').boundingBox(), await third.boundingBox()]
  expect(((place?.x ?? 0) - (image?.x ?? 0)) / (image?.width ?? 1)).toBeCloseTo(0.3, 2)
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  expect(await fits(page)).toBe(true)
})

test('without script the list is under the picture, and boxes are typed in per cent', async () => {
  const { page } = await person(browser, site.origin, { javaScript: false, width: 390 })
  await page.goto(note.url)
  await page.getByText(word('picture.words'), { exact: true }).click()
  await page.locator('details ol').getByText('Tonight at eight').waitFor()
  await signIn(page, 'en', 'wei')
  await page.goto(`/pictures/${picture}/words?into=en`)
  // What somebody else wrote is not put into one's own mouth.
  expect(await page.locator('[name="meaning.0"]').inputValue()).toBe('')
  await page.locator('[name="meaning.0"]').fill('Rooms with mould')
  await page.locator('[name="words.2"]').fill('')
  const last = page.locator('fieldset').last()
  await last.locator('summary').click()
  for (const [name, value] of Object.entries({ x: '5', y: '90', width: '100', height: '5' })) await page.locator(`[name="${name}.3"]`).fill(value)
  await page.locator('[name="words.3"]').fill('免费入场')
  await page.getByRole('button', { name: word('frame.save'), exact: true }).click()
  await page.getByText(word('problem.box-outside')).waitFor()
  expect(await page.locator('[name="meaning.0"]').inputValue()).toBe('Rooms with mould')
  const typed = page.locator('[name="width.2"]')
  await page.locator('fieldset').nth(2).locator('summary').click()
  await typed.fill('40')
  await page.getByRole('button', { name: word('frame.save'), exact: true }).click()
  await page.waitForURL(`**${note.url}`)
  const { words } = await seen()
  expect(words.boxes.map(({ original }: { original: string }) => original)).toEqual([TITLE, WHEN, '免费入场'])
  expect(words.boxes[2]).toMatchObject({ x: 0.05, y: 0.9, width: 0.4, height: 0.05 })
})

test('the page of all layers holds thanks, licence and history of a picture’s words; an earlier wording comes back with its boxes', async () => {
  const { page, errors } = mei
  await page.goto(`/layers?subjectKind=picture&subjectId=${picture}`)
  await awake(page)
  const his = page.locator('section.card', { hasText: 'Rooms with mould' })
  await his.getByText(word('layering.licence-all-rights-reserved'), { exact: false }).waitFor()
  await his.getByRole('button', { name: word('layering.thank'), pressed: false }).click()
  await his.getByRole('button', { name: word('layering.thank'), pressed: true }).waitFor()
  await page
    .locator('.original')
    .getByRole('link', { name: word('layering.history', { count: 2 }) })
    .click()
  await page.getByRole('link', { name: word('picture.by', { name: 'wei' }) }).waitFor()
  await page.getByRole('button', { name: word('layering.revert') }).click()
  await expect.poll(async () => (await seen()).words.boxes.map(({ original }: { original: string }) => original)).toEqual([TITLE, WHEN, WHERE])
  expect((await seen()).words.boxes[2]).toMatchObject({ x: 0.3, y: 0.45 })
  expect(errors).toEqual([])
})
