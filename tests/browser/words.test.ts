import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { say } from '#pure/words/index.ts'
import { openBrowser, person } from './browser.ts'
import { awake, dictionary, found, type Member, member, signIn } from './member.ts'
import { openPlace, type Site } from './site.ts'
import { tap } from './tap.ts'

const title = '第一次排练'
const body = '我们的乐队在楼上排练。'
const layerTitle = 'First rehearsal'

let browser: Browser
let site: Site
let lin: Member
let dana: Member
let note: { id: string; url: string }
beforeAll(async () => {
  browser = await openBrowser()
  site = await openPlace()
  lin = await member(browser, site.origin, 'lin', ['zh-Hans'])
  dana = await member(browser, site.origin, 'dana', ['en', 'zh-Hans'])
  note = await lin.api.ask('POST', '/notes', { title, body, topics: ['朋克'], visibility: 'public', language: 'zh-Hans' })
  await lin.api.ask('POST', '/layers', { subjectKind: 'note', subjectId: note.id, language: 'en', title: layerTitle, body: 'Our band rehearses upstairs.' })
  await dictionary(lin, '乐队')
  await found(lin, '乐队', note.id)
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

const word = (key: string, facts?: Record<string, string | number>) => say('en', key, facts)

test('a tapped word is kept with its sentence, found among my words, taken out and put back', async () => {
  const { page, errors, api } = dana
  for (const { id } of (await api.ask('GET', '/words')).items) await api.ask('DELETE', `/words/${id}`)
  await page.goto(`${note.url}?show=original`)
  await awake(page)
  await tap(page, '乐队')
  const gloss = page.getByRole('dialog', { name: word('gloss.title') })
  await gloss.getByText('yuèduì').waitFor()
  await gloss.getByRole('link', { name: word('gloss.notes', { count: 1 }) }).waitFor()
  const better = await gloss.getByRole('link', { name: word('gloss.explain') }).getAttribute('href')
  expect(Object.fromEntries(new URL(better ?? '', site.origin).searchParams)).toEqual({ word: '乐队', language: 'zh-Hans' })
  await gloss.getByRole('button', { name: word('gloss.save'), exact: true }).click()
  await gloss.getByRole('button', { name: word('gloss.saved'), exact: true }).waitFor()
  await gloss.getByRole('link', { name: word('gloss.my-words') }).click()
  await page.getByRole('heading', { level: 1, name: word('words.title') }).waitFor()
  await gloss.waitFor({ state: 'hidden' })
  await page.locator('main').getByText('yuèduì').waitFor()
  const met = page.getByRole('link', { name: body })
  expect(await met.getAttribute('href')).toBe(note.url)

  await page.getByRole('button', { name: word('words.remove', { word: '乐队' }) }).click()
  await page.getByRole('heading', { name: word('words.empty') }).waitFor()
  await page.getByRole('button', { name: word('frame.undo') }).click()
  await met.waitFor()
  const file = page.waitForEvent('download')
  await page.getByRole('link', { name: word('words.file') }).click()
  expect((await file).suggestedFilename()).toBe('my-words.tsv')
  expect(errors).toEqual([])
})

test('readers of both languages rate a layer; its maker compares wordings and brings one back', async () => {
  const { page } = dana
  const all = `/layers?subjectKind=note&subjectId=${note.id}`
  await page.goto(note.url)
  await awake(page)
  await page.getByRole('link', { name: word('layer.all', { count: 2 }) }).click()
  await page.getByRole('heading', { level: 1, name: word('layering.all') }).waitFor()
  await page.getByText(word('layering.thanks', { count: 0 })).waitFor()
  await page.getByRole('button', { name: word('layering.thank') }).click()
  await page.getByText(word('layering.thanks', { count: 1 })).waitFor()
  expect(await page.getByRole('button', { name: word('layering.thank') }).getAttribute('aria-pressed')).toBe('true')

  const zh = (key: string) => say('zh-Hans', key)
  await lin.page.goto(`/layers/write?subjectKind=note&subjectId=${note.id}&language=en`)
  await awake(lin.page)
  await lin.page.locator('[name=title]').fill('First practice')
  await lin.page.getByLabel(zh('mend.licence')).selectOption('CC0-1.0')
  await lin.page.getByRole('button', { name: zh('frame.save') }).click()
  await lin.page.waitForURL((url) => url.pathname !== '/layers/write')
  await lin.page.goto(all)
  await awake(lin.page)
  await lin.page.getByText(zh('layering.licence-CC0-1.0')).waitFor()
  await lin.page.getByRole('link', { name: say('zh-Hans', 'layering.history', { count: 2 }) }).click()
  await lin.page.locator('ins', { hasText: 'practice' }).waitFor()
  await awake(lin.page)
  await lin.page.getByRole('button', { name: say('zh-Hans', 'layering.revert') }).click()
  await lin.page.locator('ins', { hasText: 'rehearsal' }).waitFor()
  expect([dana.errors, lin.errors]).toEqual([[], []])
})

test('the reason for a note is told with its parts, and what it says can be changed there', async () => {
  const { page } = dana
  await page.goto(`/notes/${note.id}/why`)
  await awake(page)
  await page.getByText(word('why.part-note')).waitFor()
  expect(await page.locator('dt').count()).toBeLessThanOrEqual(4)
  await page.getByRole('button', { name: word('why.follow-topic', { topic: 'punk' }) }).click()
  await page.getByText(word('why.part-topic', { topic: 'punk' })).waitFor()
  await page.getByRole('button', { name: word('why.mute-person', { name: 'lin' }) }).click()
  await page.getByRole('button', { name: word('why.unmute-person', { name: 'lin' }) }).click()
  await page.getByRole('button', { name: word('why.mute-person', { name: 'lin' }) }).waitFor()
})

test('the same with scripts off: a word kept and taken out, a vote, the reason', async () => {
  const { page } = await person(browser, site.origin, { javaScript: false, width: 390 })
  await signIn(page, 'en', 'dana')
  await page.goto(`${note.url}?show=original`)
  await page
    .getByRole('link', { name: word('layer.words') })
    .first()
    .click()
  await page.getByRole('link', { name: '排练', exact: true }).click()
  await page.getByRole('button', { name: word('gloss.save'), exact: true }).click()
  await page.getByRole('button', { name: word('gloss.saved'), exact: true }).waitFor()
  await page.getByRole('link', { name: word('gloss.my-words') }).click()
  const out = page.getByRole('button', { name: word('words.remove', { word: '排练' }) })
  await out.click()
  await page.getByText(word('words.removed'), { exact: true }).waitFor()
  expect(await out.count()).toBe(0)
  await page.getByRole('button', { name: word('frame.undo') }).click()
  await out.waitFor()

  await page.goto(`/layers?subjectKind=note&subjectId=${note.id}`)
  await page.getByRole('button', { name: word('layering.wrong') }).click()
  await page.getByText(word('layering.score', { score: -1 })).waitFor()
  await page.getByRole('link', { name: word('layering.report') }).click()
  expect(await page.locator('[name=kind][value=wrong-translation]').isChecked()).toBe(true)

  await page.goto('/')
  await page.locator(`a[href="/notes/${note.id}/why"]`).click()
  await page.getByRole('heading', { level: 1, name: word('why.title') }).waitFor()
})

test('a word of a scene is explained, explained better by somebody else, and brought back; without script too', async () => {
  const { page } = await person(browser, site.origin, { javaScript: false, width: 390 })
  await signIn(page, 'en', 'dana')
  await page.goto(`/words/culture?${new URLSearchParams({ word: '水泥自赏', language: 'zh-Hant' })}`)
  await page.getByText(word('culture.empty')).waitFor()
  expect(await page.getByLabel(word('culture.word'), { exact: true }).inputValue()).toBe('水泥自赏')
  expect(await page.getByLabel(word('culture.language')).inputValue()).toBe('zh-Hans')
  await page.getByLabel(word('culture.reading')).fill('shuǐ ní zì shǎng')
  // A field of several lines speaks the language that is typed into it, as one of one line does.
  for (const [field, language, dir] of [
    ['en', 'en', 'ltr'],
    ['zhHans', 'zh-Hans', 'ltr'],
    ['meaning-ar', 'ar', 'rtl'],
  ]) {
    const typed = page.locator(`textarea[name="${field}"]`)
    expect([await typed.getAttribute('lang'), await typed.getAttribute('dir')]).toEqual([language, dir])
  }
  await page.getByLabel(word('culture.en')).fill('the sound of the old factory')
  await page.getByRole('button', { name: word('culture.save') }).click()
  await page.getByRole('heading', { level: 1, name: '水泥自赏' }).waitFor()
  const here = new URL(page.url()).pathname

  await lin.page.goto(here)
  await awake(lin.page)
  const zh = (key: string) => say('zh-Hans', key)
  await lin.page.getByText(zh('culture.better')).click()
  await lin.page.getByLabel(zh('culture.zh')).fill('老厂房里的声音')
  await lin.page.getByLabel(zh('culture.en')).fill('cement shoegaze')
  await lin.page.getByRole('button', { name: zh('culture.save') }).click()
  await lin.page.getByRole('listitem').filter({ hasText: '老厂房里的声音' }).waitFor()
  expect(await lin.page.locator('ol li').count()).toBe(2)

  await page.goto(here)
  await page.getByRole('button', { name: word('culture.revert') }).click()
  await page.locator('section', { hasText: 'the sound of the old factory' }).waitFor()
  expect(await page.locator('ol li').count()).toBe(3)
  const gloss = await dana.api.ask('GET', `/gloss?language=zh-Hans&offset=1&text=${encodeURIComponent('水泥自赏')}`)
  expect(gloss.source).toEqual({ name: '@dana', licence: 'CC0-1.0', url: here })
  expect(lin.errors).toEqual([])
})
