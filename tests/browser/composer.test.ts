import type { Browser, BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { say } from '#pure/words/index.ts'
import { openBrowser, person } from './browser.ts'
import { awake, type Member, member, photographs, uploaded } from './member.ts'
import { openPlace, type Site } from './site.ts'
import { marked, openTranslator, type Translator } from './translator.ts'
import { until } from './until.ts'
import { measureShifts } from './watch.ts'

const ENGINE = 'Parrot'
const en = (key: string, facts = {}) => say('en', key, facts)
let browser: Browser
let site: Site
let translator: Translator
let dana: Member
let lin: Member
beforeAll(async () => {
  browser = await openBrowser()
  translator = await openTranslator()
  site = await openPlace({ TRANSLATE_ENGINES: JSON.stringify([{ type: 'libretranslate', name: ENGINE, url: translator.url }]) })
  dana = await member(browser, site.origin, 'dana', ['en'])
  lin = await member(browser, site.origin, 'lin', ['en', 'zh-Hans'])
})
afterAll(async () => {
  await site?.stop()
  await translator?.close()
  await browser?.close()
})

/** Someone's browser without JavaScript, with the same session. */
async function plain(who: Member): Promise<Page> {
  const { context, page } = await person(browser, site.origin, { javaScript: false })
  await context.addCookies(await who.context.cookies())
  return page
}

/** Opens a page whose scripts do not come until `release` is called. */
async function withoutScriptsYet(context: BrowserContext, path: string): Promise<{ page: Page; release(): Promise<void> }> {
  let open = (): void => {}
  const held = new Promise<void>((done) => {
    open = done
  })
  // A context of its own: a service worker that is there already would have them.
  const late = await browser.newContext({ baseURL: site.origin, locale: 'en-US', serviceWorkers: 'block', storageState: await context.storageState() })
  const page = await late.newPage()
  await page.route('**/_app/**/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(path, { waitUntil: 'commit' })
  await page.locator('main').waitFor()
  return {
    page,
    async release() {
      expect(await page.locator('#svelte-announcer').count()).toBe(0)
      open()
      await awake(page)
    },
  }
}

describe('what is typed before the script comes is kept', () => {
  test('in the composer, where it is saved too, with files that were chosen', async () => {
    const { page, release } = await withoutScriptsYet(dana.context, '/new')
    await page.locator('[name=title]').fill('Written on a slow train')
    await page.locator('[name=body]').fill('The first line came before the script.')
    await page.locator('[name=visibility][value=unlisted]').check({ force: true })
    await page.locator('select[name=language]').selectOption('fr')
    await page.locator('[name=files]').setInputFiles(await photographs(1))
    await release()
    await page.locator('textarea[name^="alt-"]').waitFor()
    expect(await page.locator('[name=title]').inputValue()).toBe('Written on a slow train')
    const drafts = await until(
      () => dana.api.ask('GET', '/drafts'),
      ({ items }) => items[0]?.content.pictures?.length === 1,
    )
    expect(drafts.items[0].content).toMatchObject({
      title: 'Written on a slow train',
      body: 'The first line came before the script.',
      visibility: 'unlisted',
      language: 'fr',
    })
    const doubt = page.getByText(en('write.language-doubt', { language: 'Chinese' }))
    await page.locator('select[name=language]').selectOption('zh-Hans')
    await doubt.waitFor()
    await page.locator('select[name=language]').selectOption('fr')
    await doubt.waitFor({ state: 'detached' })
    await page.close()
  })

  test('in comments, reports, settings and the form to join', async () => {
    const note = await lin.api.ask('POST', '/notes', { title: '茶馆', body: '下午去了河边的茶馆，人很多。', language: 'zh-Hans' })
    const places: [BrowserContext, string, string][] = [
      [dana.context, note.url, 'textarea[name=body]'],
      [dana.context, `/layers/write?subjectKind=note&subjectId=${note.id}&language=en`, 'textarea[name=body]'],
      [dana.context, '/settings/profile', '[name=name]'],
      [(await person(browser, site.origin)).context, '/sign-up', '[name=handle]'],
    ]
    for (const [context, path, field] of places) {
      const { page, release } = await withoutScriptsYet(context, path)
      await page.locator(`main ${field}`).fill('typed_early')
      await release()
      expect(await page.locator(`main ${field}`).inputValue(), path).toBe('typed_early')
      await page.close()
    }
  })
})

describe('a note whose pictures are being prepared', () => {
  test('its author sees the state, and the note comes by itself when it is out, with JavaScript and without', async () => {
    // Large ones, and all at once: the decoder is busy for longer than it takes to open two pages.
    const noise = sharp({ create: { width: 4000, height: 4000, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 30 }, background: 'black' } })
    const files = await Promise.all([40, 41, 42, 43, 44, 45].map((quality) => noise.clone().jpeg({ quality }).toBuffer()))
    const pages = [dana.page, await plain(dana)]
    const uploads = files.map(async (data) => {
      const answer = await dana.context.request.post(`${site.origin}/-/api/media`, { headers: { origin: site.origin, 'content-type': 'image/jpeg' }, data })
      return { id: (await answer.json()).id as string }
    })
    const note = await dana.api.ask('POST', '/notes', { title: 'Six at once', pictures: await Promise.all(uploads) })
    expect(note.state).toBe('processing')
    await Promise.all(
      pages.map(async (page) => {
        await page.goto(note.url)
        await page.getByText(en('band.processing-more')).waitFor()
      }),
    )
    for (const page of pages) {
      await page.getByText(en('band.processing-more')).waitFor({ state: 'detached', timeout: 90_000 })
      await page.getByRole('heading', { name: 'Six at once' }).waitFor()
    }
    expect((await dana.api.ask('GET', `/notes/${note.id}`)).state).toBe('published')
  })

  test('its own page says what state it is in, since when, and what can be done; nobody else reads that', async () => {
    const note = await dana.api.ask('POST', '/notes', { title: 'State of things' })
    await dana.api.ask('PUT', `/notes/${note.id}/archive`)
    for (const page of [dana.page, await plain(dana)]) {
      await page.goto(note.url)
      await page.getByRole('link', { name: en('band.why') }).click()
      await page.getByRole('heading', { name: en('state.title') }).waitFor()
      await page.getByText(en('state.can-archived')).waitFor()
      expect(await page.locator('ol li').count()).toBe(1)
    }
    expect((await lin.page.goto(`${note.url}/state`))?.status()).toBe(404)
    await dana.page.getByRole('button', { name: en('state.restore') }).click()
    await dana.page.waitForURL(`**${note.url}`)
    expect((await dana.api.ask('GET', `/notes/${note.id}`)).state).toBe('published')
  })
})

describe('as others will read it', () => {
  // What was translated once is kept: each try has words of its own.
  let tries = 0
  const wasSent = (text: string) => translator.asked.some(({ q }) => q.includes(text))

  test('a reader of another language: the original, on request a machine’s, one’s own before both', async () => {
    const { page } = lin
    tries += 1
    const title = `第${'一二三四'.charAt(tries)}次去看海`
    await page.goto('/new')
    await awake(page)
    await page.locator('[name=title]').fill(title)
    await page.locator('[name=body]').fill('海很大，风也很大，我们吃了很多鱼。')
    const preview = page.locator('#preview')
    await preview.locator('select').selectOption('en')
    await preview.getByRole('button', { name: en('write.preview-show') }).click()
    await preview.getByText(en('write.preview-original')).waitFor()
    expect(await preview.locator('li.tile').textContent()).toContain(title)
    expect(wasSent(title)).toBe(false)
    await preview.getByRole('button', { name: en('write.preview-ask') }).click()
    await preview.getByText(en('write.preview-machine', { engine: ENGINE })).waitFor()
    expect(await preview.getByRole('heading', { level: 3 }).textContent()).toBe(marked(title, 'en'))
    expect(wasSent(title)).toBe(true)
    await page.getByText(en('write.layer-add')).click()
    await page.locator('select[name=newLayer]').selectOption('en')
    await page.getByRole('button', { name: en('write.layer-do'), exact: true }).click()
    await page.locator('[name=layerTitle]').fill('We went to see the sea')
    await preview.getByRole('button', { name: en('write.preview-show') }).click()
    await preview.getByText(en('write.preview-own', { language: 'English' })).waitFor()
    expect(await preview.locator('li.tile').textContent()).toContain('We went to see the sea')
    expect(lin.errors).toEqual([])
  })

  test('the same without JavaScript; nothing private is sent, and an edit is looked at without being made', async () => {
    const page = await plain(lin)
    await page.goto('/new')
    tries += 1
    const secret = `第${'一二三四'.charAt(tries)}件只给朋友看的事`
    await page.locator('[name=title]').fill(secret)
    await page.locator('[name=body]').fill('昨天晚上我们聊了很久，一直到天亮。')
    await page.locator('[name=visibility][value=followers]').check({ force: true })
    const show = () =>
      page
        .locator('#preview')
        .getByRole('button', { name: en('write.preview-show') })
        .click()
    await page.locator('select[name=reader]').selectOption('en')
    await show()
    await page.getByText(en('write.preview-private')).waitFor()
    expect(await page.locator('[name=title]').inputValue()).toBe(secret)
    expect(wasSent(secret)).toBe(false)
    await page.locator('[name=visibility][value=public]').check({ force: true })
    await show()
    await page.getByRole('button', { name: en('write.preview-ask') }).click()
    await page.getByText(en('write.preview-machine', { engine: ENGINE })).waitFor()

    const note = await lin.api.ask('POST', '/notes', { title: '清明', body: '今天我们去山上扫墓，路上开了很多花。', language: 'zh-Hans' })
    await page.goto(`${note.url}/edit`)
    await page.locator('[name=title]').fill('清明时节')
    await page.locator('select[name=reader]').selectOption('fr')
    await show()
    await page.locator('#preview').getByRole('heading', { level: 3, name: '清明时节' }).waitFor()
    expect(await page.locator('[name=title]').inputValue()).toBe('清明时节')
    expect((await lin.api.ask('GET', `/notes/${note.id}`)).text.original.title).toBe('清明')
  })
})

describe('changing a note', () => {
  test('the author’s versions and those who write along, with JavaScript', async () => {
    const { page, api } = lin
    const note = await api.ask('POST', '/notes', { title: '夜市', body: '今天晚上的夜市很热闹，我们吃了很多。', language: 'zh-Hans', coauthors: ['dana'] })
    await page.goto(`${note.url}/edit`)
    await awake(page)
    await page.getByText(en('write.layer-add')).click()
    await page.locator('select[name=newLayer]').selectOption('en')
    await page.getByRole('button', { name: en('write.layer-do'), exact: true }).click()
    await page.locator('[name=layerTitle]').fill('The night market')
    expect(await page.locator('[name=coauthors]').inputValue()).toBe('@dana')
    await page.getByText(en('write.asked', { names: 'dana' })).waitFor()
    await page.locator('[name=coauthors]').fill('@host')
    await page
      .getByRole('button', { name: en('frame.save'), exact: true })
      .last()
      .click()
    await page.waitForURL(`**${note.url}`)
    const now = await api.ask('GET', `/notes/${note.id}`)
    expect(now).toMatchObject({ title: '夜市', askedToo: [{ handle: 'host' }] })
    expect(now.text.layers).toContainEqual(expect.objectContaining({ language: 'en', origin: 'author' }))
    expect((await dana.api.ask('GET', `/notes/${note.id}`)).text.shown.title).toBe('The night market')
  })

  test('the same without JavaScript; who is asked says yes on the note', async () => {
    const note = await lin.api.ask('POST', '/notes', { title: '早市', body: '今天早上的早市很热闹，我们吃了很多。', language: 'zh-Hans' })
    const page = await plain(lin)
    await page.goto(`${note.url}/edit`)
    await page.getByText(en('write.layer-add')).click()
    await page.locator('select[name=newLayer]').selectOption('en')
    await page.getByRole('button', { name: en('write.layer-do'), exact: true }).click()
    await page.locator('[name=layerTitle]').fill('The morning market')
    await page.getByText(en('write.more')).click()
    await page.locator('[name=coauthors]').fill('dana')
    await page
      .getByRole('button', { name: en('frame.save'), exact: true })
      .last()
      .click()
    await page.waitForURL(`**${note.url}`)
    const guest = await plain(dana)
    await guest.goto(note.url)
    await guest.getByRole('heading', { name: 'The morning market' }).waitFor()
    await guest.getByRole('button', { name: en('note.join') }).click()
    await guest.waitForURL(`**${note.url}`)
    expect((await lin.api.ask('GET', `/notes/${note.id}`)).coauthors).toMatchObject([{ handle: 'dana' }])
    // Without words a version goes.
    await page.goto(`${note.url}/edit`)
    await page.locator('[name=layerTitle]').fill('')
    await page
      .getByRole('button', { name: en('frame.save'), exact: true })
      .last()
      .click()
    await page.waitForURL(`**${note.url}`)
    const { layers } = (await lin.api.ask('GET', `/notes/${note.id}`)).text
    expect(layers.map(({ origin }: { origin: string }) => origin)).not.toContain('author')
  })
})

test('nothing in sight moves when the second page follows a short first one', async () => {
  for (let i = 0; i < 14; i += 1) await (i % 2 ? dana : lin).api.ask('POST', '/notes', { title: `Short ${i}`, body: 'One line.', topics: ['punk'] })
  const { page } = await person(browser, site.origin)
  await page.setViewportSize({ width: 1280, height: 2400 })
  const shifts = await measureShifts(page)
  await page.goto('/')
  await awake(page)
  const count = await page.locator('.tile').count()
  await expect.poll(() => page.locator('.tile').count()).toBeGreaterThanOrEqual(count)
  await page.locator('.end h2').waitFor({ state: 'attached' })
  expect(await shifts()).toEqual({ sum: 0, moved: [] })
})

test('the rail shows the member’s own picture', async () => {
  const [shot] = await photographs(1)
  const avatarId = await uploaded(dana, site.origin, shot as NonNullable<typeof shot>)
  await dana.api.ask('PATCH', '/profile', { avatarId })
  await dana.page.goto('/drafts')
  expect(await dana.page.locator('nav.nav a[href="/@dana"] img').count()).toBe(1)
})
