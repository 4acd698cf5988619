import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellMatches } from '#features/search/saved/tell-matches.ts'
import { after, DAY } from '#ground/clock/index.ts'
import { say } from '#pure/words/index.ts'
import { withGround } from '../../src/faces/cli/house.ts'
import { openBrowser, type Person, person } from './browser.ts'
import { awake, dictionary, found, type Member, member, photographs, signIn, uploaded } from './member.ts'
import { openPlace, type Site } from './site.ts'

/** Stands in every note, so that filters alone tell them apart. */
const WORD = 'kiln'
const FIRST = '第一炉 kiln'
const DAWN = 'The kiln opens at dawn'
const GLAZE = 'Kiln and glaze'
const PORK = '红烧肉要慢慢炖'
const ROCK = '楼下的摇滚'
const en = (key: string, facts?: Record<string, string | number>) => say('en', key, facts)

let browser: Browser
let site: Site
let lin: Member
let dana: Member
/** Dana with script, and the same account without. */
const seats: { name: string; who: Person; javaScript: boolean }[] = []

beforeAll(async () => {
  browser = await openBrowser()
  site = await openPlace()
  lin = await member(browser, site.origin, 'lin', ['zh-Hans'])
  dana = await member(browser, site.origin, 'dana', ['en'])
  const [shot] = await photographs(1)
  if (!shot) throw new Error('no picture')
  const publish = async (who: Member, title: string, more: object = {}): Promise<{ id: string; url: string }> =>
    who.api.ask('POST', '/notes', { title, body: '', visibility: 'public', topics: [], ...more })
  const picture = async (who: Member) => [{ id: await uploaded(who, site.origin, shot), alt: 'A circle' }]
  const zh = { language: 'zh-Hans' }
  await publish(lin, FIRST, { ...zh, placeId: 'chengdu', topics: ['朋克'], pictures: await picture(lin) })
  const dawn = await publish(dana, DAWN, { language: 'en' })
  await publish(dana, GLAZE, { language: 'en', pictures: await picture(dana) })
  await publish(lin, PORK, { ...zh, placeId: 'chengdu' })
  const rock = await publish(lin, ROCK, { ...zh, topics: ['摇滚'] })
  await lin.api.ask('POST', `/notes/${dawn.id}/comments`, { body: 'kiln 边上很热' })
  await dana.api.ask('POST', '/boards', { name: 'Kiln days', description: '', secret: false })
  await dictionary(lin, '乐队')
  await found(dana, '楼下', rock.id)
  const bare = await person(browser, site.origin, { javaScript: false, width: 390 })
  await signIn(bare.page, 'en', 'dana')
  seats.push({ name: 'with script', who: dana, javaScript: true }, { name: 'without', who: bare, javaScript: false })
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

const titles = async (page: Page): Promise<string[]> => (await page.locator('main .tile h2').allTextContents()).map((text) => text.trim()).sort()
const dayFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

async function look(page: Page, q: string, javaScript: boolean): Promise<void> {
  await page.goto('/search')
  if (javaScript) await awake(page)
  await page.locator('main [name=q]').fill(q)
  await page
    .locator('main')
    .getByRole('button', { name: en('frame.search') })
    .click()
  await page.waitForURL((url) => url.searchParams.get('q') === q)
}

const FILTERS: [name: string, set: (page: Page) => Promise<unknown>, wanted: string[]][] = [
  ['language', (page) => page.getByLabel(en('find.language')).selectOption('zh-Hans'), [FIRST]],
  ['topic', (page) => page.getByLabel(en('find.kind-topic'), { exact: true }).fill('#punk'), [FIRST]],
  ['place', (page) => page.getByLabel(en('find.place'), { exact: true }).fill('成都'), [FIRST]],
  ['author', (page) => page.getByLabel(en('find.author'), { exact: true }).fill('@dana'), [DAWN, GLAZE]],
  ['pictures', (page) => page.getByLabel(en('find.pictures')).check(), [FIRST, GLAZE]],
  ['last day', (page) => page.getByLabel(en('find.time')).selectOption('1'), [DAWN, FIRST, GLAZE]],
  ['since tomorrow', (page) => page.getByLabel(en('find.since')).fill(dayFromNow(2)), []],
  ['until yesterday', (page) => page.getByLabel(en('find.until')).fill(dayFromNow(-2)), []],
]

for (const at of [0, 1]) {
  const [name, javaScript] = at === 0 ? ['with script', true] : ['without script', false]

  test(`${name}: every filter narrows, kinds are told apart, and all can be taken away again`, async () => {
    const { page } = seats[at]?.who ?? dana
    const wrong: Record<string, string[]> = {}
    for (const [filter, set, wanted] of FILTERS) {
      await look(page, WORD, javaScript)
      expect(await titles(page)).toEqual([DAWN, FIRST, GLAZE].sort())
      const narrow = page.getByText(en('find.narrow'))
      if (!(await page.locator('main details').getAttribute('open'))) await narrow.click()
      await set(page)
      await page.getByRole('button', { name: en('find.apply') }).click()
      await page.waitForURL((url) => [...url.searchParams.values()].filter(Boolean).length === 2)
      await page.locator('.tile, .empty').first().waitFor()
      const seen = await titles(page)
      if (seen.join() !== [...wanted].sort().join()) wrong[filter] = seen
    }
    expect(wrong).toEqual({})
    await page.getByRole('link', { name: en('find.widen') }).click()
    await page.locator('.tile').first().waitFor()
    await page
      .getByRole('navigation', { name: en('find.kinds') })
      .getByRole('link', { name: en('find.comments') })
      .click()
    await page.getByRole('link', { name: 'kiln 边上很热' }).waitFor()
    expect(await titles(page)).toEqual([])
    await page
      .getByRole('navigation', { name: en('find.kinds') })
      .getByRole('link', { name: en('find.boards') })
      .click()
    await page.getByRole('link', { name: 'Kiln days' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })

  test(`${name}: English finds a Chinese note and says by which word; yaogun finds 摇滚`, async () => {
    const { page } = seats[at]?.who ?? dana
    await look(page, 'braised pork', javaScript)
    const tile = page.locator('.tile', { hasText: PORK })
    await tile.waitFor()
    expect(await tile.locator('.why').getAttribute('title')).toMatch(new RegExp(en('find.why-dictionary', { by: '.*红烧.*' })))
    await look(page, 'yaogun', javaScript)
    await page.locator('.tile', { hasText: ROCK }).waitFor()
    await page.locator('#topics + .row a', { hasText: '摇滚' }).first().waitFor()
  })

  test(`${name}: a misspelled word is asked about, and a tap asks for the other`, async () => {
    const { page } = seats[at]?.who ?? dana
    await look(page, 'glase', javaScript)
    await page.getByRole('link', { name: en('find.corrected-to', { word: 'glaze' }), exact: true }).click()
    await page.waitForURL((url) => url.searchParams.get('q') === 'glaze')
  })

  test(`${name}: a place leads to the notes around it, and further pages back to their first`, async () => {
    const { page } = seats[at]?.who ?? dana
    await page.goto('/places/chengdu')
    await page.getByRole('link', { name: en('people.place-near') }).click()
    await page.locator('.tile', { hasText: FIRST }).waitFor()
    const around = await titles(page)
    expect(around).toEqual([FIRST, PORK].sort())
    const { next } = await dana.api.ask('GET', '/feeds/nearby?placeId=chengdu&limit=1')
    await page.goto(`/nearby?place=chengdu&cursor=${encodeURIComponent(next)}`)
    await page.getByRole('link', { name: en('feed.first') }).click()
    await page.waitForURL((url) => !url.searchParams.has('cursor'))
    expect(new URL(page.url()).searchParams.get('place')).toBe('chengdu')
    await expect.poll(() => titles(page)).toEqual(around)
  })
}

test('while one types, names come in both scripts, and a tap goes there', async () => {
  const { page } = dana
  await page.goto('/search')
  await awake(page)
  await page.locator('main [name=q]').pressSequentially('yaog')
  const option = page.locator('[role=option]:visible', { hasText: '摇滚' }).first()
  await option.waitFor()
  await option.click()
  await page.waitForURL('**/topics/**')
})

test('a search is saved, with script and without; what is new to it is told to who looks for it, once', async () => {
  for (const { who, javaScript } of seats) {
    const { page } = who
    await look(page, javaScript ? 'wheel' : 'slip', javaScript)
    await page.getByRole('button', { name: en('find.save') }).click()
    await page.getByText(en('find.is-saved')).waitFor()
  }
  const { id } = await lin.api.ask('POST', '/notes', { title: 'A wheel and some slip', body: '', visibility: 'public', topics: [], language: 'en' })
  await found(dana, 'wheel', id)
  // The job that looks once a day, as it will run in two days.
  await withGround(
    async (ground) => {
      const clock = { ...ground.clock, now: () => after(ground.clock.now(), 2 * DAY) }
      await tellMatches({ ...ground, clock }).run({} as never, AbortSignal.timeout(30_000))
    },
    { DATA_DIR: site.dataDir, DATABASE_URL: '', LOG_LEVEL: 'error' },
  )
  await expect
    .poll(async () => (await dana.api.ask('GET', '/notices')).items.filter(({ kind }: { kind: string }) => kind === 'search').length, { timeout: 20_000 })
    .toBe(2)
  for (const { who } of seats) {
    await who.page.goto('/notifications')
    const told = who.page.getByText(en('notice.search', { who: 'lin' }))
    await told.first().waitFor()
    expect(await told.count()).toBe(2)
  }
  await dana.page.goto('/settings/searches')
  await dana.page.getByText('wheel').first().waitFor()
  expect(dana.errors).toEqual([])
})
