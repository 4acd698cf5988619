import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { say } from '#pure/words/index.ts'
import { openBrowser, type Person, person } from './browser.ts'
import { type Api, apiOf, awake, dictionary, found, join, type Member, member, photographs, signIn } from './member.ts'
import { openPlace, type Site } from './site.ts'
import { openTranslator, type Translator } from './translator.ts'

const ENGINE = 'Parrot'
const title = '地下室里的第一场演出'
const line = '我们的乐队在菜市场楼上排练了很久。'
const titleEn = 'Our first show, in a basement'
const lineEn = 'Our band rehearsed above the wet market for a long time.'
const remark = 'How many people came? My first one had eleven.'
const remarkZh = '来了多少人？我的第一场来了十几个。'

let browser: Browser
let translator: Translator
beforeAll(async () => {
  browser = await openBrowser()
  translator = await openTranslator({ [title]: titleEn, [line]: lineEn, [remark]: remarkZh, 'How many people came?': '来了多少人？' })
})
afterAll(async () => {
  await browser.close()
  await translator.close()
})

describe('two people who do not share a language', () => {
  let site: Site
  let lin: Person & { api: Api }
  let dana: Person & { api: Api }
  let address: string

  beforeAll(async () => {
    site = await openPlace({ TRANSLATE_ENGINES: JSON.stringify([{ type: 'libretranslate', name: ENGINE, url: translator.url }]) })
    const [a, b] = await Promise.all([person(browser, site.origin, { locale: 'zh-CN' }), person(browser, site.origin)])
    lin = { ...a, api: apiOf(a.context.request, site.origin) }
    dana = { ...b, api: apiOf(b.context.request, site.origin) }
  })
  afterAll(() => site.stop())

  test('Dana joins in English and follows punk on its page', async () => {
    const { page, api } = dana
    await join(page, 'en', 'dana')
    await page.goto('/topics/punk')
    await awake(page)
    await page.getByRole('button', { name: say('en', 'topic.follow') }).click()
    await page.getByRole('button', { name: say('en', 'topic.unfollow') }).waitFor()
    await expect.poll(async () => (await api.ask('GET', '/topics/punk')).following).toBe(true)
  })

  test('Lin joins in Chinese and publishes three pictures and #朋克 through the composer', async () => {
    const { page, api } = lin
    await join(page, 'zh-Hans', 'lin')
    expect((await api.ask('GET', '/session')).viewer).toMatchObject({ reads: ['zh-Hans'], locale: 'zh-Hans' })
    await page.goto('/new')
    await awake(page)
    await page.locator('[name=files]').setInputFiles(await photographs(3))
    const alts = page.locator('textarea[name^="alt-"]')
    await expect.poll(() => alts.count()).toBe(3)
    for (const [i, alt] of ['台上的主唱', '台下的人', '散场以后'].entries()) await alts.nth(i).fill(alt)
    // Sent, and looked at by the server.
    await expect.poll(() => page.locator('.shot :is(progress, [role=status])').count()).toBe(0)
    await page.locator('[name=title]').fill(title)
    await page.locator('[name=body]').fill(`${line}\n#朋克`)
    const topics = page.locator('[name=newTopics]')
    await topics.pressSequentially('朋克')
    await page.locator('[role=option]:visible').first().click()
    await page.locator('[name=topic][value=punk]').waitFor({ state: 'attached' })
    await page
      .getByRole('button', { name: say('zh-Hans', 'write.publish'), exact: true })
      .last()
      .click()
    await page.waitForURL(/\/@lin\/[0-9a-f-]{36}$/)
    address = new URL(page.url()).pathname
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    expect(await page.locator('.strip img').count()).toBe(3)
    expect(await page.locator('a[href*="/topics/"]').allTextContents()).toEqual(['#朋克', '朋克·punk'])
  })

  test('Dana finds the note in Discover and by searching', async () => {
    const { page, api } = dana
    await found({ api }, 'punk', address.split('/').at(-1) ?? '')
    await expect.poll(async () => (await api.ask('GET', '/feeds/discover')).items.map((tile: { title: string }) => tile.title)).toContain(titleEn)
    await page.goto('/')
    await page.getByRole('link', { name: titleEn, exact: true }).waitFor()
    await page.getByRole('searchbox').first().fill('punk')
    await page.getByRole('searchbox').first().press('Enter')
    await page.waitForURL(/\/search\?q=punk/)
    await page.locator('main').getByRole('link', { name: titleEn, exact: true }).first().click()
    await page.waitForURL(`**${address}`)
  })

  test('she reads the layer, is told which engine made it, and taps a word of the original', async () => {
    const { page, api } = dana
    await page.getByRole('heading', { level: 1, name: titleEn }).waitFor()
    const article = page.locator('article.note')
    expect(await article.innerText()).toContain(lineEn)
    expect(await article.innerText()).toContain(ENGINE)
    expect(translator.asked.map(({ q }) => q)).toContain(line)

    await dictionary({ api }, '乐队')
    await article.getByRole('link', { name: say('en', 'layer.original'), exact: true }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await tap(page, '乐队')
    const entry = page.getByRole('dialog', { name: say('en', 'gloss.title') })
    await entry.getByText('yuèduì').waitFor()
    expect(await entry.innerText()).toMatch(/\bband\b/)
    await page.keyboard.press('Escape')
    await entry.waitFor({ state: 'hidden' })
  })

  test('Lin, with the note open, sees her comment come and can read it', async () => {
    await lin.page.evaluate(() => Object.assign(window, { before: true }))
    const { page } = dana
    await page.locator('[name=body]').fill(remark)
    await page.getByRole('button', { name: say('en', 'note.comment-send'), exact: true }).click()
    await page.locator('.comment', { hasText: remark }).waitFor()

    const comment = lin.page.locator('.comment', { hasText: 'dana' })
    await comment.getByText(remarkZh).waitFor()
    expect(await comment.innerText()).toContain(ENGINE)
    expect(await lin.page.evaluate(() => 'before' in window), 'the page was not loaded again').toBe(true)
    expect([lin.errors, dana.errors]).toEqual([[], []])
  })

  test('the same with scripts off: reading, layer, gloss, signing in, comment, follow, a note', async () => {
    const { page } = await person(browser, site.origin, { javaScript: false })
    await page.goto(address)
    await page
      .getByRole('heading', { level: 1, name: title })
      .or(page.getByRole('heading', { level: 1, name: titleEn }))
      .waitFor()
    await signIn(page, 'en', 'dana')
    // Discover has shown it to her; under its topic it stays.
    await page.goto('/topics/punk')
    await page.getByRole('link', { name: titleEn, exact: true }).click()
    await page.getByRole('heading', { level: 1, name: titleEn }).waitFor()
    expect(await page.locator('.strip img').count()).toBe(3)
    await page
      .locator('article.note')
      .getByRole('link', { name: say('en', 'layer.original'), exact: true })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    expect(await page.locator('article.note').innerText()).toContain(line)

    await page
      .getByRole('link', { name: say('en', 'layer.words') })
      .first()
      .click()
    await page.getByRole('link', { name: '乐队', exact: true }).click()
    await page.getByText('yuèduì').waitFor()
    expect(await page.locator('main').innerText()).toMatch(/\bband\b/)
    await page.getByRole('link', { name: say('en', 'gloss.to-note') }).click()

    await page.locator('[name=body]').fill('Written by a plain form.')
    await page.getByRole('button', { name: say('en', 'note.comment-send'), exact: true }).click()
    await page.locator('.comment', { hasText: 'Written by a plain form.' }).waitFor()

    await page.goto('/topics/livehouse')
    await page.getByRole('button', { name: say('en', 'topic.follow') }).click()
    await page.getByRole('button', { name: say('en', 'topic.unfollow') }).waitFor()

    await page.goto('/new')
    await page.locator('[name=title]').fill('No script was needed')
    await page.locator('[name=body]').fill('Only a form.')
    await page
      .getByRole('button', { name: say('en', 'write.publish'), exact: true })
      .last()
      .click()
    await page.waitForURL(/\/@dana\/[0-9a-f-]{36}$/)
    await page.getByRole('heading', { level: 1, name: 'No script was needed' }).waitFor()
  })
})

describe('a place without an engine', () => {
  let site: Site
  let lin: Member
  let mei: Member
  beforeAll(async () => {
    site = await openPlace()
    lin = await member(browser, site.origin, 'lin', ['zh-Hans'])
    mei = await member(browser, site.origin, 'mei', ['zh-Hans', 'en'])
  })
  afterAll(() => site.stop())

  test('a layer by Mei is read with her name on it, and the gloss works', async () => {
    const { id, url } = await lin.api.ask('POST', '/notes', { title, body: line, topics: ['朋克'], visibility: 'public', language: 'zh-Hans' })
    await mei.api.ask('POST', '/layers', { subjectKind: 'note', subjectId: id, language: 'en', title: titleEn, body: lineEn })
    const { page, errors } = await person(browser, site.origin)
    await page.goto(url)
    await page.getByRole('heading', { level: 1, name: titleEn }).waitFor()
    const bar = page.getByRole('group', { name: say('en', 'layer.bar') }).first()
    expect(await bar.innerText()).toContain(say('en', 'layer.by', { language: 'English', name: 'mei' }))
    expect(await bar.innerText()).not.toContain('machine')

    await dictionary(lin, '乐队')
    await awake(page)
    await bar.getByRole('link', { name: say('en', 'layer.original'), exact: true }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await tap(page, '乐队')
    await page.getByRole('dialog').getByText('yuèduì').waitFor()
    expect(errors).toEqual([])
  })

  test('Dana writes a layer of her own where nobody has, on its page', async () => {
    const { url } = await lin.api.ask('POST', '/notes', { title: '散场', body: line, visibility: 'public', language: 'zh-Hans' })
    const dana = await member(browser, site.origin, 'dana', ['en'])
    const { page, errors } = dana
    await page.goto(url)
    await awake(page)
    await page.getByRole('link', { name: say('en', 'layer.add') }).click()
    await page.locator('[name=title]').waitFor()
    await awake(page)
    await page.locator('[name=title]').fill('After the show')
    await page.locator('[name=body]').fill(lineEn)
    await page
      .locator('main')
      .getByRole('button', { name: say('en', 'frame.save'), exact: true })
      .click()
    await page.getByRole('heading', { level: 1, name: 'After the show' }).waitFor()
    expect(new URL(page.url()).pathname).toBe(url)
    expect(
      await page
        .getByRole('group', { name: say('en', 'layer.bar') })
        .first()
        .innerText(),
    ).toContain(say('en', 'layer.by', { language: 'English', name: 'dana' }))
    await awake(page)
    await page.getByRole('link', { name: say('en', 'layer.improve') }).click()
    await page.locator('[name=title]').waitFor()
    await awake(page)
    await page.locator('[name=title]').fill('When the show was over')
    await page
      .locator('main')
      .getByRole('button', { name: say('en', 'frame.save'), exact: true })
      .click()
    await page.getByRole('heading', { level: 1, name: 'When the show was over' }).waitFor()
    expect(errors).toEqual([])
  })

  test('a note that nobody translated is shown as it is, and offers no engine', async () => {
    const { url } = await lin.api.ask('POST', '/notes', { title: '没有人翻译', body: '只有原文。', visibility: 'public', language: 'zh-Hans' })
    const { page } = await person(browser, site.origin)
    await page.goto(url)
    await page.getByRole('heading', { level: 1, name: '没有人翻译' }).waitFor()
    expect(await page.getByRole('button', { name: say('en', 'layer.translate', { language: 'English' }) }).count()).toBe(0)
    expect(await page.getByRole('link', { name: say('en', 'layer.add') }).count()).toBe(1)
  })
})

/** A finger on a word, where it stands in the running text. */
async function tap(page: Person['page'], word: string): Promise<void> {
  const spot = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('.prose') as Node, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
      const { left, top, width, height } = range.getBoundingClientRect()
      return { x: left + width / 4, y: top + height / 2 }
    }
    throw new Error(`${wanted} is not on the page`)
  }, word)
  await page.mouse.click(spot.x, spot.y)
}
