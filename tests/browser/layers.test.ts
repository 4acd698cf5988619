import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { say } from '#pure/words/index.ts'
import { openBrowser, person } from './browser.ts'
import { awake, type Member, member, signIn } from './member.ts'
import { openPlace, type Site } from './site.ts'
import { marked, openTranslator, type Translator } from './translator.ts'
import { until } from './until.ts'

const MISHEARD = 'Domingo de chuva'
const MIXED = '这个 vibe 太 chill 了 lol'
const BODY = '我们今晚煮面。汤要熬五个小时。自己带碗来。猫很害羞。饿着肚子来。'
const CHANGED = '汤要熬五个多钟头。'
const MEIS = 'We cook noodles tonight. The broth takes five hours. Bring your own bowl. The cats are shy. Come hungry.'
/** The note and its changed sentence, in the languages that are read most here. */
const SOUPS = {
  de: [
    'Heute Abend kochen wir Nudeln. Die Brühe braucht fünf Stunden. Bring deine Schale mit. Die Katzen sind scheu. Komm hungrig.',
    'Die Brühe braucht über fünf Stunden.',
  ],
  es: ['Esta noche cocinamos fideos. El caldo tarda cinco horas. Trae tu cuenco. Los gatos son tímidos. Ven con hambre.', 'El caldo tarda más de cinco horas.'],
  fr: [
    'Ce soir, on cuisine des nouilles. Le bouillon prend cinq heures. Apporte ton bol. Les chats sont timides. Viens avec faim.',
    'Le bouillon prend plus de cinq heures.',
  ],
  it: [
    'Stasera cuciniamo gli spaghetti. Il brodo richiede cinque ore. Porta la tua ciotola. I gatti sono timidi. Vieni affamato.',
    'Il brodo richiede più di cinque ore.',
  ],
} as const
const taught = {
  ...Object.fromEntries(
    Object.entries(SOUPS).flatMap(([language, [whole, changed]]) => [
      [`zh-Hans>${language}: ${BODY}`, whole],
      [`zh-Hans>${language}: ${CHANGED}`, changed],
    ]),
  ),
  [`es: ${MISHEARD}`]: 'Sunday of sleet',
  [`pt: ${MISHEARD}`]: 'A rainy Sunday',
  '这个 [[x0]] 太 [[x1]] 了 [[x2]]': 'This [[x0]] is too [[x1]], [[x2]]',
  vibe: '氛围',
  chill: '放松',
  lol: '哈哈',
}
const en = (key: string, facts?: Record<string, string | number>) => say('en', key, facts)
const zh = (key: string, facts?: Record<string, string | number>) => say('zh-Hans', key, facts)

let browser: Browser
let translator: Translator
let site: Site
let lin: Member
let dana: Member
let mei: Member
/** The note whose second sentence is edited. */
let note: { id: string; url: string }
beforeAll(async () => {
  browser = await openBrowser()
  translator = await openTranslator(taught)
  site = await openPlace({ TRANSLATE_ENGINES: JSON.stringify([{ type: 'libretranslate', name: 'Fake', url: translator.url }]) })
  lin = await member(browser, site.origin, 'lin', ['zh-Hans'], { locale: 'zh-CN', width: 390 })
  dana = await member(browser, site.origin, 'dana', ['en'], { width: 390 })
  mei = await member(browser, site.origin, 'mei', ['en', 'zh-Hans'])
  // Most here read other languages: into English and Chinese nothing is translated before somebody asks.
  for (const name of ['ana', 'ines', 'rui', 'joao']) {
    const { context } = await member(browser, site.origin, name, ['de', 'es', 'fr', 'it', 'pt'])
    if (name !== 'ana') await context.close()
  }
})
afterAll(async () => {
  await browser.close()
  await site.stop()
  await translator.close()
})

const main = (page: Page) => page.locator('main')
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)

test('a note in Portuguese was heard as Spanish: three who read Portuguese say so, and the layer follows', async () => {
  const ana = await member(browser, site.origin, 'anabel', ['es'])
  const note = await ana.api.ask('POST', '/notes', { title: MISHEARD, body: '', visibility: 'public', topics: [] })
  await dana.page.goto(note.url)
  await awake(dana.page)
  await dana.page.getByText(en('layer.original-in', { language: 'Spanish' })).waitFor()
  await dana.page.getByRole('button', { name: en('layer.translate', { language: 'English' }) }).click()
  await dana.page.getByRole('heading', { level: 1, name: 'Sunday of sleet' }).waitFor()

  for (const [i, handle] of ['ines', 'rui', 'joao'].entries()) {
    const javaScript = i !== 1
    const { page, errors } = await person(browser, site.origin, { javaScript, width: 390 })
    await signIn(page, 'en', handle)
    await page.goto(note.url)
    if (javaScript) await awake(page)
    await page
      .getByRole('button', { name: en('frame.menu'), exact: true })
      .last()
      .click()
    await page
      .getByRole('link', { name: en('layer.wrong-language') })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: en('layering.language') }).waitFor()
    if (javaScript) await awake(page)
    await page.getByLabel(en('layering.language-is')).selectOption('pt')
    await page.getByRole('button', { name: en('layering.language-say') }).click()
    const count = en('layering.language-voices', { language: 'Portuguese', count: i + 1, needed: 3 })
    await page.getByText(count).waitFor()
    await page.getByText(en(i < 2 ? 'layering.language-heard' : 'layering.language-readers-said'), { exact: true }).waitFor()
    expect(await fits(page)).toBe(true)
    expect(errors).toEqual([])
  }

  const shown = () => dana.api.ask('GET', `/notes/${note.id}`)
  await until(shown, ({ text }) => text.shown.origin === 'machine' && text.original.language === 'pt')
  await dana.page.goto(note.url)
  await dana.page.getByRole('heading', { level: 1, name: 'A rainy Sunday' }).waitFor()
  expect(translator.asked.filter(({ q, target }) => q === MISHEARD && target === 'en').map(({ source }) => source)).toEqual(['es', 'pt'])
  expect(await main(dana.page).getByText('Sunday of sleet').count()).toBe(0)
  // Its author knows better than all of them, and says so on the same page.
  await ana.page.goto(`/layers/language?subjectKind=note&subjectId=${note.id}`)
  await awake(ana.page)
  await ana.page.getByText(say('es', 'layering.language-mine')).waitFor()
  await ana.page.getByLabel(say('es', 'layering.language-is')).selectOption('es')
  await ana.page.getByRole('button', { name: say('es', 'layering.language-say') }).click()
  await ana.page.getByText(say('es', 'layering.language-author'), { exact: true }).waitFor()
  expect(ana.errors).toEqual([])
})

test('a comment of two languages has its button for readers of either; each gets what is foreign to them, and no more', async () => {
  const note = await lin.api.ask('POST', '/notes', { title: '今晚的演出', body: '', visibility: 'public', language: 'zh-Hans', topics: [] })
  const wei = await member(browser, site.origin, 'wei', ['zh-Hans'])
  await wei.api.ask('POST', `/notes/${note.id}/comments`, { body: MIXED })
  for (const [who, word, own, other, wanted] of [
    [lin, zh, '中文', ['氛围', '放松', '哈哈'], '这个 氛围 太 放松 了 哈哈'],
    [dana, en, 'English', ['This', 'is too'], 'This vibe is too chill, lol'],
  ] as const) {
    await who.page.goto(note.url)
    await awake(who.page)
    const comment = who.page.locator('.comment', { hasText: 'wei' })
    await comment.getByText(MIXED).waitFor()
    for (const text of other) expect(await comment.getByText(text).count()).toBe(0)
    await comment.getByRole('button', { name: word('layer.translate', { language: own }) }).click()
    await comment.getByText(wanted).waitFor()
    await comment.getByRole('link', { name: word('layer.original'), exact: true }).click()
    await comment.getByText(MIXED).waitFor()
    expect(await fits(who.page)).toBe(true)
    expect(who.errors).toEqual([])
  }
  const sent = (target: string) => translator.asked.filter((one) => one.target.startsWith(target) && /vibe|太/.test(one.q)).map(({ source, q }) => [source, q])
  expect(sent('zh')).toEqual([['en', 'vibe']])
  expect(sent('en')).toEqual([['zh-Hans', '这个 [[x0]] 太 [[x1]] 了 [[x2]]']])

  // Without script the button is a plain form, and what came stays.
  const { page } = await person(browser, site.origin, { javaScript: false, width: 390 })
  await signIn(page, 'en', 'dana')
  await page.goto(note.url)
  await page.locator('.comment', { hasText: 'This vibe is too chill, lol' }).waitFor()
})

test.each([
  ['with', true],
  ['without', false],
])('%s JavaScript a bio is translated by its button, on the page of who wrote it', async (name, javaScript) => {
  const rosa = await member(browser, site.origin, javaScript ? 'rosa' : 'rosita', ['es'])
  const bio = `Hago pan y lo regalo, ${name}.`
  await rosa.api.ask('PATCH', '/profile', { bio, language: 'es' })
  const { page, errors } = javaScript ? dana : await person(browser, site.origin, { javaScript, width: 390 })
  if (!javaScript) await signIn(page, 'en', 'dana')
  await page.goto(`/@${rosa.handle}`)
  if (javaScript) await awake(page)
  await main(page).getByText(bio).waitFor()
  await main(page)
    .getByRole('button', { name: en('layer.translate', { language: 'English' }) })
    .click()
  await page.waitForURL(`**/@${rosa.handle}`)
  const translated = main(page).getByText(marked(bio, 'en'))
  if (!javaScript)
    await until(
      () => page.reload().then(() => translated.count()),
      (count) => count === 1,
    )
  await translated.waitFor()
  expect(errors).toEqual([])
})

test('sentence 2 of 5 is edited: the others stay in every layer, one is marked, the engine is asked for that one alone', async () => {
  note = await lin.api.ask('POST', '/notes', { title: '面', body: BODY, visibility: 'public', language: 'zh-Hans', topics: [] })
  const of = { subjectKind: 'note', subjectId: note.id }
  await mei.api.ask('POST', '/layers', { ...of, language: 'en', title: 'Noodles', body: MEIS })
  const layers = async () =>
    (await lin.api.ask('GET', `/layers?subjectKind=note&subjectId=${note.id}`)).items as { origin: string; language: string; stale: boolean; body: string }[]
  const machines = (all: { origin: string }[]) => all.filter(({ origin }) => origin === 'machine')
  // Into German, Spanish, French and Italian, beside Mei's.
  await until(layers, (all) => machines(all).length === 4)

  translator.asked.length = 0
  const { page } = lin
  await page.goto(`${note.url}/edit`)
  await awake(page)
  await page.locator('[name=body]').fill(BODY.replace('汤要熬五个小时。', CHANGED))
  await page.getByRole('button', { name: zh('frame.save'), exact: true }).click()
  await page.locator('article.note', { hasText: CHANGED }).waitFor()
  await until(layers, (all) => machines(all).length === 4 && all.every((one) => one.origin !== 'machine' || !one.stale))
  expect([...new Set(translator.asked.map(({ q }) => q))]).toEqual([CHANGED])
  expect(translator.asked).toHaveLength(4)
  const wordings = (await layers()).filter(({ origin }) => origin === 'machine').map(({ body }) => body)
  const renewed = Object.values(SOUPS).map(([whole, changed]) => whole.replace(/(?<=\. ).*?\. /, `${changed} `))
  expect(wordings.sort()).toEqual(renewed.sort())

  // She chose the original in a test before, and is remembered.
  await dana.page.goto(`${note.url}?show=translation`)
  await awake(dana.page)
  expect(await dana.page.locator('main mark').allTextContents()).toEqual(['The broth takes five hours.'])
  const prose = await dana.page.locator('article.note .prose').first().innerText()
  for (const sentence of MEIS.split(/(?<=\.) /)) expect(prose).toContain(sentence)
  await dana.page.goto(`${note.url}?show=both`)
  const line = dana.page.locator('.line', { hasText: CHANGED })
  await line.getByText('The broth takes five hours.').waitFor()
  await line.getByText(en('mend.stale')).waitFor()
  expect(await dana.page.getByText(en('mend.stale')).count()).toBe(1)
  expect(dana.errors).toEqual([])
})

test('who wrote the layer finds that the sentence still fits, and says so in its sheet; without script the whole layer', async () => {
  const { id, url } = note
  const { page, errors } = mei
  await page.goto(`/layers?subjectKind=note&subjectId=${id}`)
  await awake(page)
  await page
    .locator('section', { hasText: MEIS })
    .getByRole('link', { name: en('mend.title') })
    .click()
  await page.getByRole('link', { name: en('mend.open', { number: 3 }) }).click()
  await page.getByText(en('mend.stale')).waitFor()
  await awake(page)
  await page.getByRole('button', { name: en('mend.fits') }).click()
  await page.getByText(en('mend.said-fits')).waitFor()
  expect(await page.getByText(en('mend.stale')).count()).toBe(0)
  await dana.page.goto(`${url}?show=translation`)
  await dana.page.locator('article.note', { hasText: 'The broth takes five hours.' }).waitFor()
  expect(await dana.page.locator('main mark').count()).toBe(0)

  await lin.api.ask('PATCH', `/notes/${id}`, { title: '面', body: BODY })
  const bare = await person(browser, site.origin, { javaScript: false, width: 390 })
  await signIn(bare.page, 'en', 'mei')
  await bare.page.goto(`/layers?subjectKind=note&subjectId=${id}`)
  const mine = bare.page.locator('section', { hasText: MEIS })
  await mine.getByRole('button', { name: en('layering.fits') }).click()
  await mine.waitFor()
  expect(await mine.getByText(en('layer.stale')).count()).toBe(0)
  expect(await fits(bare.page)).toBe(true)
  expect(errors).toEqual([])
})
