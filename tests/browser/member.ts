import { setTimeout as pause } from 'node:timers/promises'
import type { APIRequestContext, Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { say } from '#pure/words/index.ts'
import { type Person, person } from './browser.ts'
import { until } from './until.ts'

export const PASSWORD = 'a sentence to come back with'
const API = '/-/api'

export interface Api {
  // biome-ignore lint/suspicious/noExplicitAny: journeys look into answers freely
  ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<any>
}

export interface Member extends Person {
  handle: string
  api: Api
}

/** Times a program asks a place that is busy, before it gives up. */
const TRIES = 3

/** The API with the session of this browser; anything but success throws with the answer. A place that is busy (503) is asked again when it said. */
export function apiOf(request: APIRequestContext, origin: string): Api {
  const send = (method: string, path: string, body: object | undefined) =>
    request.fetch(`${origin}${API}${path}`, { method, maxRetries: 1, headers: { origin }, ...(body ? { data: body } : {}) })
  return {
    async ask(method, path, body) {
      let answer = await send(method, path, body)
      for (let tries = 1; answer.status() === 503 && tries < TRIES; tries += 1) {
        await pause(Number(answer.headers()['retry-after'] ?? 1) * 1000)
        answer = await send(method, path, body)
      }
      const text = await answer.text()
      if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${text.slice(0, 300)}`)
      return text ? JSON.parse(text) : null
    },
  }
}

/** Someone who has an account already and is signed in; made by the API, for stories that are not about joining. */
export async function member(browser: Browser, origin: string, handle: string, languages: string[], more: Parameters<typeof person>[2] = {}): Promise<Member> {
  const someone = await person(browser, origin, more)
  const api = apiOf(someone.context.request, origin)
  await api.ask('POST', '/members', { handle, email: `${handle}@example.org`, password: PASSWORD, languages, locale: languages[0], adult: true })
  return { ...someone, handle, api }
}

/** Joins through the page, as everybody does. */
export async function join(page: Page, locale: string, handle: string): Promise<void> {
  await page.goto('/sign-up')
  await page.locator('[name=handle]').fill(handle)
  await page.locator('[name=email]').fill(`${handle}@example.org`)
  await page.locator('[name=password]').fill(PASSWORD)
  await page.locator('[name=adult][value=yes]').check()
  await page.getByRole('button', { name: say(locale, 'account.join'), exact: true }).click()
  await page.locator(`a[href="/@${handle}"]`).first().waitFor()
}

export async function signIn(page: Page, locale: string, handle: string): Promise<void> {
  await page.goto('/sign-in')
  await page.locator('[name=login]').fill(handle)
  await page.locator('[name=password]').fill(PASSWORD)
  await page
    .locator('main')
    .getByRole('button', { name: say(locale, 'frame.sign-in'), exact: true })
    .click()
  await page.locator(`a[href="/@${handle}"]`).first().waitFor()
}

/** SvelteKit puts its announcer on the page when its scripts have taken over; before that, buttons are plain forms. */
export async function awake(page: Page): Promise<void> {
  await page.locator('#svelte-announcer').waitFor({ state: 'attached' })
}

/** Pictures as they come from a telephone: some megapixels of soft colour. */
export async function photographs(count: number): Promise<{ name: string; mimeType: string; buffer: Buffer }[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const [width, height] = [
        [1200, 1600],
        [1600, 1200],
        [1400, 1400],
      ][i % 3] as [number, number]
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="hsl(${i * 97} 45% 62%)"/><circle cx="${width / 2}" cy="${height / 2}" r="${width / 4}" fill="hsl(${i * 97 + 150} 50% 45%)"/></svg>`
      return { name: `picture-${i + 1}.jpg`, mimeType: 'image/jpeg', buffer: await sharp(Buffer.from(svg)).jpeg().toBuffer() }
    }),
  )
}

/** A picture put in by the API, ready to be in a note; answers its id. */
export async function uploaded(who: Member, origin: string, photograph: { mimeType: string; buffer: Buffer }): Promise<string> {
  const answer = await who.context.request.post(`${origin}${API}/media`, { headers: { origin, 'content-type': photograph.mimeType }, data: photograph.buffer })
  if (!answer.ok()) throw new Error(`upload: ${answer.status()} ${await answer.text()}`)
  const { id } = (await answer.json()) as { id: string }
  await until(
    async () => (await who.api.ask('GET', `/media/${id}`)).state,
    (state) => state === 'ready',
  )
  return id
}

/** Waits until the word is in the dictionary: it is loaded in the background when a place is new. */
export async function dictionary(who: Pick<Member, 'api'>, word: string): Promise<void> {
  const look = () => who.api.ask('GET', `/gloss?text=${encodeURIComponent(word)}&language=zh-Hans&offset=0`).catch(() => null)
  await until(look, (entry) => entry?.headword === word)
}

/** Waits until the projections know of a note, so that search may be asked for it. */
export async function found(who: Pick<Member, 'api'>, query: string, noteId: string): Promise<void> {
  const look = () => who.api.ask('GET', `/search?q=${encodeURIComponent(query)}&kind=note`)
  await until(look, ({ items }: { items: { tile?: { id: string } }[] }) => items.some(({ tile }) => tile?.id === noteId))
}
