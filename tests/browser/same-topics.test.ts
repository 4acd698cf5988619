import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { say } from '#pure/words/index.ts'
import { openBrowser, person } from './browser.ts'
import { awake, type Member, member, signIn } from './member.ts'
import { openPlace, type Site } from './site.ts'
import { until } from './until.ts'

const ZH = '天台演出'
const EN = 'rooftop gigs'
const word = (key: string, facts?: Record<string, string | number>) => say('en', key, facts)
const topicPath = (label: string): string => `/topics/${encodeURIComponent(label)}`

let browser: Browser
let site: Site
let lin: Member
let dana: Member
let mei: Member
let proposal: string
beforeAll(async () => {
  browser = await openBrowser()
  site = await openPlace()
  lin = await member(browser, site.origin, 'lin', ['zh-Hans'])
  dana = await member(browser, site.origin, 'dana', ['en', 'zh-Hans'])
  mei = await member(browser, site.origin, 'mei', ['en', 'zh-Hans'], { width: 390 })
  await member(browser, site.origin, 'wei', ['en', 'zh-Hans'])
  await lin.api.ask('POST', '/notes', { title: '楼顶见', body: '今晚。', topics: [ZH], visibility: 'public', language: 'zh-Hans' })
  await dana.api.ask('POST', '/notes', { title: 'Up the stairs', body: 'Tonight.', topics: [EN], visibility: 'public', language: 'en' })
  for (const label of [ZH, EN])
    await until(
      async () => (await mei.api.ask('GET', `${topicPath(label)}/notes`)).items.length,
      (count) => count === 1,
    )
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

/** Which topic answers for a label, and how many notes its page shows. */
async function shown(label: string): Promise<{ id: string; notes: number }> {
  const [topic, notes] = [await lin.api.ask('GET', topicPath(label)), await lin.api.ask('GET', `${topicPath(label)}/notes`)]
  return { id: topic.id, notes: notes.items.length }
}

test('Dana asks on the page of a topic whether another is the same; her answer is the first', async () => {
  const { page, errors } = dana
  await page.goto(topicPath(ZH))
  await awake(page)
  await page.getByText(word('same.ask'), { exact: true }).click()
  await page.getByLabel(word('same.other')).fill(EN)
  await page.getByRole('button', { name: word('same.propose'), exact: true }).click()
  await page.getByText(word('same.said-same')).waitFor()
  proposal = new URL(page.url()).pathname
  await page.getByText(word('same.missing', { count: 2 })).waitFor()
  expect(errors).toEqual([])
})

test('Mei finds it among the open ones, on a telephone, and confirms; who reads one side cannot', async () => {
  const { page, errors } = mei
  await page.goto('/topic-proposals')
  await awake(page)
  const card = page.getByRole('article').filter({ hasText: EN })
  await card.getByRole('button', { name: word('same.yes'), exact: true }).click()
  await card.getByText(word('same.missing', { count: 1 })).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await lin.page.goto(proposal)
  expect(await lin.page.getByRole('button', { name: say('zh-Hans', 'same.yes'), exact: true }).count()).toBe(0)
  expect(errors).toEqual([])
})

test('with scripts off the third confirms: one page, whichever label is opened, in a chip of both scripts', async () => {
  const { page } = await person(browser, site.origin, { javaScript: false, width: 390 })
  await signIn(page, 'en', 'wei')
  await page.goto(proposal)
  await page.getByRole('button', { name: word('same.yes'), exact: true }).click()
  await page.locator('article').getByText(word('same.state-same'), { exact: true }).waitFor()
  await until(
    () => shown(EN),
    ({ notes }) => notes === 2,
  )
  expect((await shown(ZH)).id).toBe((await shown(EN)).id)
  for (const label of [ZH, EN]) {
    await page.goto(topicPath(label))
    for (const title of ['楼顶见', 'Up the stairs']) await page.locator('main').getByText(title).first().waitFor()
  }
  const { items } = await dana.api.ask('GET', `/topics/suggestions?q=${encodeURIComponent('tiantai')}`)
  expect(items.map((one: { labels: { label: string }[] }) => one.labels.map(({ label }) => label).sort())).toEqual([[EN, ZH].sort()])
})

test('when all three find that they were wrong, with a reason, each label has its own page again and the history says who', async () => {
  for (const { page } of [dana, mei]) {
    await page.goto(proposal)
    await awake(page)
    await page.locator('summary', { hasText: word('same.no') }).click()
    await page.getByLabel(word('same.reason')).fill('A show is not a gig.')
    await page.getByRole('button', { name: word('same.no'), exact: true }).click()
    await page.getByText(word('same.said-apart')).waitFor()
  }
  const { page } = await person(browser, site.origin, { javaScript: false })
  await signIn(page, 'en', 'wei')
  await page.goto(proposal)
  await page.locator('summary', { hasText: word('same.no') }).click()
  await page.getByRole('button', { name: word('same.no'), exact: true }).click()
  // Without a reason it is not taken.
  await page.getByText(word('problem.reason-missing')).waitFor()
  await page.getByLabel(word('same.reason')).fill('They are two.')
  await page.getByRole('button', { name: word('same.no'), exact: true }).click()
  await page.locator('article').getByText(word('same.state-apart'), { exact: true }).waitFor()
  await page.getByText('They are two.').last().waitFor()
  await until(
    () => shown(ZH),
    ({ notes }) => notes === 1,
  )
  expect((await shown(ZH)).id).not.toBe((await shown(EN)).id)
  await page.goto(topicPath(ZH))
  await page.getByText(word('topic.apart')).waitFor()
})
