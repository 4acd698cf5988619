import { existsSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse as openFrontDoor } from '../../src/main.ts'
import { openHouse, type TestHouse } from '../house.ts'

/** Names that want to be somebody else's (X6), given at sign-up and changed to later. */
const NAMES: Record<string, string> = {
  hidden: 'Ad\u200bm\u00adin\u2060\ufeff',
  turned: 'Lin \u202enimda\u202c\u2067',
  badge: 'Lin \u2705\ufe0f \u2714\ufe0f \u2611\ufe0f',
  cyrillic: '\u0410dm\u0456n',
  arabic: '\u0646\u0648\u0631 (\u0661)',
}

let house: TestHouse
let door: House
let dataDir: string
const notes: Record<string, string> = {}
beforeAll(async () => {
  house = await openHouse({ REGISTRATION: 'open' })
  await house.a.member({ handle: 'host', role: 'admin' })
  dataDir = mkdtempSync(join(tmpdir(), 'commonplace-names-'))
  door = await openFrontDoor(
    {},
    { DATABASE_URL: house.ground.db.connection, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error', RATE_LIMITS: 'off', REGISTRATION: 'open' },
    { serve: true, work: false },
  )
  for (const [handle, name] of Object.entries(NAMES)) {
    expect(await signUp(handle, name)).toBe(201)
    notes[handle] = await house.a.note(handle, { title: 'On the roof', visibility: 'public' })
  }
}, 60_000)
afterAll(async () => {
  await door.close()
  await house.close()
  await rm(dataDir, { recursive: true, force: true })
})

async function signUp(handle: string, name: string): Promise<number> {
  const body = JSON.stringify({ handle, name, languages: ['en'], adult: true, password: 'paper plane accident' })
  return (await fetch(`${door.url}/-/api/members`, { method: 'POST', headers: { origin: door.url, 'content-type': 'application/json' }, body })).status
}

const spelled = (text: string) => text.replaceAll(/[^\x20-\x7e]/gu, (sign) => `<${sign.codePointAt(0)?.toString(16)}>`)
const pageOf = async (path: string) => (await fetch(door.url + path, { headers: { accept: 'text/html', 'accept-language': 'en' } })).text()
/** The part of a page between two signs, without what the build puts in. */
const part = (html: string, from: RegExp) => spelled((from.exec(html)?.[0] ?? '').replaceAll(/<!--.*?-->| class="[^"]*"/g, '').replaceAll(/\s+/g, ' '))

test('names are kept without what cannot be seen and without direction of their own', async () => {
  const kept: Record<string, string> = {}
  for (const handle of Object.keys(NAMES)) kept[handle] = spelled((await house.as(null).get(`/actors/${handle}`)).json.name)
  expect(kept).toMatchInlineSnapshot(`
    {
      "arabic": "<646><648><631> (<661>)",
      "badge": "Lin <2705><fe0f> <2714><fe0f> <2611><fe0f>",
      "cyrillic": "<410>dm<456>n",
      "hidden": "Admin",
      "turned": "Lin nimda",
    }
  `)
  for (const [handle, name] of Object.entries(NAMES)) {
    expect((await house.as(handle).patch('/profile', { name })).status).toBe(200)
    expect(spelled((await house.as(null).get(`/actors/${handle}`)).json.name)).toBe(kept[handle])
  }
})

test.each(['\u200b', '\u3164', '\u2800\u2800', '\u2066\u2069'])('a name of %j, which nobody can see, is refused', async (name) => {
  expect((await house.as('badge').patch('/profile', { name })).json).toMatchObject({ type: '/problems/name-length', field: 'name' })
  expect(await signUp('nobody', name)).toBe(422)
})

test.each([
  ['another alphabet', '\u0430dmin'],
  ['full width', '\uff4c\uff49\uff4e'],
  ['zero width', 'li\u200bn'],
  ['direction', 'li\u202en'],
  ['a dotless i', 'l\u0131n'],
  ['an emoji', 'lin\u2705'],
])('handles are ASCII: %s is refused', async (_name, handle) => {
  expect(await signUp(handle, 'Lin')).toBe(422)
})

test('pages show a name in an isolate with the handle beside it, and no badge', async () => {
  expect(existsSync(new URL('../../build/handler.js', import.meta.url)), 'the site is not built: npm test builds it').toBe(true)
  const shown: Record<string, string[]> = {}
  for (const handle of Object.keys(NAMES)) {
    const [profile, note] = [await pageOf(`/@${handle}`), await pageOf(`/@${handle}/${notes[handle]}`)]
    shown[handle] = [part(profile, /<h1[^>]*>.*?<\/h1>.*?<\/p>/s), part(note, /<a class="name[^>]*>.*?<span class="handle.*?<\/span>/s)]
    for (const page of [profile, note]) expect(page).not.toMatch(/lucide-badge-check|class="proved/)
  }
  expect(shown).toMatchInlineSnapshot(`
    {
      "arabic": [
        "<h1><bdi><646><648><631> (<661>)</bdi></h1> <p><span>@arabic</span></p>",
        "<a href="/@arabic"><bdi><646><648><631> (<661>)</bdi></a> <span>@arabic</span>",
      ],
      "badge": [
        "<h1><bdi>Lin <2705><fe0f> <2714><fe0f> <2611><fe0f></bdi></h1> <p><span>@badge</span></p>",
        "<a href="/@badge"><bdi>Lin <2705><fe0f> <2714><fe0f> <2611><fe0f></bdi></a> <span>@badge</span>",
      ],
      "cyrillic": [
        "<h1><bdi><410>dm<456>n</bdi></h1> <p><span>@cyrillic</span></p>",
        "<a href="/@cyrillic"><bdi><410>dm<456>n</bdi></a> <span>@cyrillic</span>",
      ],
      "hidden": [
        "<h1><bdi>Admin</bdi></h1> <p><span>@hidden</span></p>",
        "<a href="/@hidden"><bdi>Admin</bdi></a> <span>@hidden</span>",
      ],
      "turned": [
        "<h1><bdi>Lin nimda</bdi></h1> <p><span>@turned</span></p>",
        "<a href="/@turned"><bdi>Lin nimda</bdi></a> <span>@turned</span>",
      ],
    }
  `)
})
