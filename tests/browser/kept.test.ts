import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { say } from '#pure/words/index.ts'
import { setSecondFactor } from './authenticator.ts'
import { openBrowser, type Person, person } from './browser.ts'
import { type Api, apiOf, awake, type Member, member, PASSWORD, photographs, signIn, uploaded } from './member.ts'
import { openPlace, type Site } from './site.ts'

/** Nothing that somebody typed is lost: every form that is refused without script comes back as it was. */

const REFUSED = 'qwertyuiop'
const en = (key: string, facts = {}) => say('en', key, facts)
let browser: Browser
let site: Site
let host: Person
let hostApi: Api
let lin: Member
let dana: Member

interface Typed {
  who(): Pick<Person, 'context'>
  /** Address of the page; what it needs is made here. */
  path(): Promise<string>
  /** What is typed, by selector; the last is what gets refused. */
  fields: Record<string, string>
  ticks?: string[]
  button: string
  form?: string
}
const noteOf = (who: Member, title: string) => who.api.ask('POST', '/notes', { title, body: `${title}，人很多，也很吵。`, language: 'zh-Hans' })
const boardOf = async (name: string): Promise<string> => (await dana.api.ask('POST', '/boards', { name })).id
const asDana = () => dana
const asLin = () => lin

const FORMS: Record<string, Typed> = {
  'a new note': {
    who: asDana,
    path: async () => '/new?topic=tea',
    fields: { '[name=title]': 'A slow train', '[name=newTopics]': 'trains', '[name=placeQuery]': 'Nowhere At All', '[name=body]': `It says ${REFUSED}.` },
    ticks: ['[name=visibility][value=unlisted]'],
    button: 'write.publish',
    form: '#compose',
  },
  'a note that is out': {
    who: asLin,
    path: async () => `${(await noteOf(lin, '茶馆')).url}/edit`,
    fields: { '[name=title]': '茶馆下午', '[name=warning]': '很吵', '[name=newTopics]': '喝茶', '[name=body]': `它说 ${REFUSED} 。` },
    ticks: ['[name=visibility][value=followers]'],
    button: 'frame.save',
    form: '#compose',
  },
  'a translation': {
    who: asDana,
    path: async () => `/layers/write?subjectKind=note&subjectId=${(await noteOf(lin, '书店')).id}&language=fr`,
    fields: { '[name=title]': 'La librairie', '[name=body]': `Elle dit ${REFUSED}.` },
    button: 'frame.save',
  },
  'a reply': {
    who: asDana,
    async path() {
      const note = await noteOf(lin, '夜市')
      const { id } = await lin.api.ask('POST', `/notes/${note.id}/comments`, { body: '谁去？' })
      return `${note.url}?reply=${id}`
    },
    fields: { '#write [name=body]': `Me, says ${REFUSED}.` },
    button: 'note.comment-send',
    form: '#write',
  },
  'a profile': {
    who: asDana,
    path: async () => '/settings/profile',
    fields: {
      '[name=name]': 'Dana of the tea house',
      '[name="label.0"]': 'Home',
      '[name="url.0"]': 'https://dana.example/',
      '[name="label.1"]': 'Shop',
      '[name="url.1"]': 'https://shop.example/',
      '[name=placeQuery]': 'Nowhere At All',
      '[name=bio]': `I say ${REFUSED}.`,
    },
    ticks: ['[name=locked]'],
    button: 'frame.save',
  },
  'how one reads': {
    who: asDana,
    path: async () => '/settings',
    fields: { '[name=timeZone]': 'Nowhere/At_All' },
    ticks: ['[name=show][value=both]', '[name=theme][value=dark]'],
    button: 'frame.save',
  },
  'a board': {
    who: asDana,
    path: async () => `/boards/${await boardOf('Tea')}/arrange`,
    fields: { '[name=description]': 'Houses with tea', '[name=name]': REFUSED },
    ticks: ['[name=secret]'],
    button: 'frame.save',
  },
  'a section of a board': {
    who: asDana,
    path: async () => `/boards/${await boardOf('Coffee')}/arrange`,
    fields: { '[name=section]': REFUSED },
    button: 'boards.section-add',
  },
  'a new board for a note': {
    who: asDana,
    async path() {
      await boardOf('Cinemas')
      return `/notes/${(await noteOf(lin, '影院')).id}/boards`
    },
    fields: { '[name=name]': REFUSED },
    ticks: ['[name=board] >> nth=0'],
    button: 'frame.save',
  },
  'the words of a picture': {
    who: asLin,
    async path() {
      const [shot] = await photographs(1)
      const id = await uploaded(lin, site.origin, shot as NonNullable<typeof shot>)
      await lin.api.ask('POST', '/notes', { title: '海报', pictures: [{ id, alt: '一张海报' }], language: 'zh-Hans' })
      const box = { x: 0.1, y: 0.1, width: 0.3, height: 0.1, words: '今晚八点', meaning: '' }
      await lin.api.ask('PUT', `/pictures/${id}/words`, { revision: 0, language: 'zh-Hans', into: 'fr', boxes: [box] })
      return `/pictures/${id}/words?into=fr`
    },
    fields: { '[name="meaning.0"]': `Ce soir, ${REFUSED}` },
    button: 'frame.save',
  },
  'the rules of the house': {
    who: () => host,
    path: async () => '/admin/settings',
    fields: { '[name="rules.en"]': 'Be kind. Bring tea.', '[name="description.en"]': 'A house', '[name=name]': '\u00A0' },
    button: 'frame.save',
  },
}

beforeAll(async () => {
  browser = await openBrowser()
  site = await openPlace()
  host = await person(browser, site.origin)
  await signIn(host.page, 'en', 'host')
  await host.page.goto('/settings/security')
  await awake(host.page)
  await setSecondFactor(host.page, 'en', PASSWORD)
  hostApi = apiOf(host.context.request, site.origin)
  await hostApi.ask('POST', '/admin/filter-terms', { kind: 'word', term: REFUSED, note: '' })
  dana = await member(browser, site.origin, 'dana', ['en', 'fr'])
  lin = await member(browser, site.origin, 'lin', ['en', 'zh-Hans', 'fr'])
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

/** Someone's browser without JavaScript, with the same session. */
async function plain(who: Pick<Person, 'context'>): Promise<Page> {
  const { context, page } = await person(browser, site.origin, { javaScript: false })
  await context.addCookies(await who.context.cookies())
  return page
}
const press = (within: Page | Locator, key: string): Promise<void> =>
  within
    .getByRole('button', { name: en(key), exact: true })
    .last()
    .click()
/** Fields may lie in something folded. */
async function unfold(page: Page): Promise<void> {
  const folded = page.locator('main details:not([open]) > summary').filter({ visible: true })
  while ((await folded.count()) > 0) await folded.first().click()
}
const first = (page: Page, selector: string): Locator => page.locator(`main ${selector}`).first()

describe('a form that is refused without script comes back as it was', () => {
  test.each(Object.keys(FORMS))('%s', async (name) => {
    const { who, path, fields, ticks = [], button, form } = FORMS[name] as Typed
    const page = await plain(who())
    await page.goto(await path())
    const asked = new URL(page.url())
    await unfold(page)
    for (const [selector, text] of Object.entries(fields)) await first(page, selector).fill(text)
    for (const selector of ticks) await first(page, selector).check({ force: true })
    const [refused] = Object.keys(fields).slice(-1)
    const sent = form ? page.locator(form) : page.locator('main form', { has: page.locator(refused as string) }).first()
    const answer = page.waitForResponse((one) => one.request().method() === 'POST')
    await press(sent, button)
    expect((await answer).status()).toBe(422)
    // The same page, and not only one that looks like it.
    const there = new URL(page.url())
    expect([there.pathname, [...there.searchParams.keys()].filter((key) => !key.startsWith('/'))]).toEqual([asked.pathname, [...asked.searchParams.keys()]])
    for (const [selector, text] of Object.entries(fields))
      if (selector !== '[name=newTopics]') expect(await first(page, selector).inputValue(), selector).toBe(text)
    for (const selector of ticks) expect(await first(page, selector).isChecked(), selector).toBe(true)
    if (fields['[name=newTopics]']) await page.locator(`main [name=topic][value="${fields['[name=newTopics]']}"]`).waitFor({ state: 'attached' })
    await page.context().close()
  })
})

describe('the composer without script', () => {
  test('a picture that is none takes no words with it', async () => {
    const page = await plain(dana)
    await page.goto('/new')
    await page.locator('[name=title]').fill('With a picture')
    await page.locator('[name=body]').fill('Which is none.')
    await page.locator('[name=files]').setInputFiles({ name: 'none.jpg', mimeType: 'text/plain', buffer: Buffer.from('no picture') })
    await press(page.locator('#compose'), 'write.keep')
    await page.getByText(en('error.title')).waitFor()
    expect(await page.locator('[name=title]').inputValue()).toBe('With a picture')
    expect(await page.locator('[name=body]').inputValue()).toBe('Which is none.')
    await press(page.locator('#compose'), 'write.keep')
    await page.waitForURL('**/drafts')
    expect((await dana.api.ask('GET', '/drafts')).items[0].content).toMatchObject({ title: 'With a picture', body: 'Which is none.' })
    await page.context().close()
  })

  test('what is refused when it is published is one draft, however often', async () => {
    const before = (await dana.api.ask('GET', '/drafts')).items.length
    const page = await plain(dana)
    await page.goto('/new')
    await page.locator('[name=title]').fill('Once')
    for (const round of ['first', 'second']) {
      await page.locator('[name=body]').fill(`${round} ${REFUSED}`)
      await press(page.locator('#compose'), 'write.publish')
      await page.getByText(REFUSED, { exact: false }).first().waitFor()
    }
    const { items } = await dana.api.ask('GET', '/drafts')
    expect(items.length).toBe(before + 1)
    expect(items[0].content).toMatchObject({ title: 'Once', body: `second ${REFUSED}` })
    await page.context().close()
  })

  test.each(['write.keep-mine', 'write.take-other'])('a draft that was changed elsewhere meanwhile: %s', async (choice) => {
    const { id } = await dana.api.ask('POST', '/drafts', { content: { title: 'Two of it', body: 'begun' } })
    const page = await plain(dana)
    await page.goto(`/new?draft=${id}`)
    await page.locator('[name=body]').fill('written here')
    await dana.api.ask('PUT', `/drafts/${id}`, { version: 1, content: { title: 'Two of it', body: 'written there' } })
    await press(page.locator('#compose'), 'write.publish')
    await page.getByText(en('write.conflict')).waitFor()
    expect(await page.locator('[name=body]').inputValue()).toBe('written here')
    await press(page, choice)
    await page.waitForURL(choice === 'write.keep-mine' ? '**/drafts' : `**/new?draft=${id}`)
    const bodies = (await dana.api.ask('GET', '/drafts')).items.filter(({ content }: { content: { title: string } }) => content.title === 'Two of it')
    const kept = Object.fromEntries(bodies.map((one: { id: string; content: { body: string } }) => [one.id, one.content.body]))
    if (choice === 'write.keep-mine') expect(kept[id]).toBe('written here')
    else {
      expect(kept[id]).toBe('written there')
      expect(Object.values(kept)).toContain('written here')
      expect(await page.locator('[name=body]').inputValue()).toBe('written there')
    }
    for (const one of Object.keys(kept)) await dana.api.ask('DELETE', `/drafts/${one}`)
    await page.context().close()
  })
})

test('saving without script leaves a note on the boards of a long list', async () => {
  const note = await noteOf(lin, '收藏')
  const far = await boardOf('The first of many')
  await lin.api.ask('GET', `/notes/${note.id}`)
  await dana.api.ask('PUT', `/notes/${note.id}/save`, { boardIds: [far] })
  const many = await Promise.all(Array.from({ length: 84 }, (_, i) => boardOf(`Shelf ${i}`)))
  const page = await plain(dana)
  await page.goto(`/notes/${note.id}/boards`)
  await page.locator(`[name=board][value="${many[3]}"]`).check()
  expect(await page.locator(`[name=board][value="${far}"]`).isChecked()).toBe(true)
  await press(page.locator('main'), 'frame.save')
  await page.waitForURL(`**${note.url}`)
  const { boards } = await dana.api.ask('GET', `/notes/${note.id}/save`)
  expect(new Set(boards.map(({ id }: { id: string }) => id))).toEqual(new Set([far, many[3]]))
  await page.context().close()
})
