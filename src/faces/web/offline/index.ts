/** The service worker: the app's own files at once, the last fifty notes readable without a connection, their words with what they mean, an offline page for the rest. */
import { version } from '$app/env'
import { assets, immutable } from '$app/manifest'
import { self } from '$app/service-worker'

const SHELL = `shell-${version}`
const NOTES = 'notes'
const PICTURES = 'pictures'
const GLOSSES = 'glosses'
/** Whose all of this is: one entry, a member's id, or nothing for a guest. */
const READER = 'reader'
const MOST_NOTES = 50
const MOST_PICTURES = 200
const OFFLINE = '/offline'
/** Texts whose words are explained: notes, and comments under them. */
const MOST_GLOSSES = 400
/** What the words of texts mean. */
const SHEETS = '/-/api/gloss/texts'
const INTERFACE = `/interface/${version}/`
/** `/@lin/0192…`: the page of one note, or its data. */
const NOTE_PAGE = /^\/@[^/]+\/[0-9a-f]{8}-[0-9a-f-]{27}(\/__data\.json)?$/

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const shell = await caches.open(SHELL)
      await shell.addAll([...immutable, ...assets].map(({ path }) => (path.startsWith('/') ? path : `/${path}`)))
      // In the reader's language, but nobody's: it stays when the reader has gone.
      const { lang } = (await (await fetch('/manifest.webmanifest')).json()) as { lang: string }
      const page = await fetch(OFFLINE, { credentials: 'omit', headers: { 'accept-language': lang } })
      // Its header names the messages it is shown with.
      const messages = [...(page.headers.get('link') ?? '').matchAll(/<(\/interface\/[^>]+)>/g)].map(([, path = '']) => path)
      await shell.addAll(messages)
      await shell.put(OFFLINE, page)
      await self.skipWaiting()
    })(),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name.startsWith('shell-') && name !== SHELL) await caches.delete(name)
      await self.clients.claim()
    })(),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== self.location.origin) return
  if (request.method !== 'GET') return
  if (url.pathname.startsWith('/_app/immutable/') || url.pathname.startsWith(INTERFACE)) event.respondWith(fromShell(request))
  else if (url.pathname.startsWith('/media/files/') && request.destination === 'image') event.respondWith(picture(request))
  else if (url.pathname === SHEETS) event.respondWith(sheets(event, url))
  else if (NOTE_PAGE.test(url.pathname)) event.respondWith(note(request, url))
  else if (request.mode === 'navigate') event.respondWith(fetch(request).then(ofOneReader).catch(offlinePage))
})

async function fromShell(request: Request): Promise<Response> {
  const kept = await caches.match(request)
  if (kept) return kept
  const response = await fetch(request)
  // Messages are not among the app's files: only those of the reader's own language are kept.
  if (response.ok && new URL(request.url).pathname.startsWith(INTERFACE)) await (await caches.open(SHELL)).put(request, response.clone())
  return response
}

async function offlinePage(): Promise<Response> {
  return (await caches.match(OFFLINE, { ignoreVary: true })) ?? Response.error()
}

/** Fresh while there is a connection; as last read when there is none. */
async function note(request: Request, url: URL): Promise<Response> {
  const isData = url.pathname.endsWith('/__data.json')
  const key = url.origin + url.pathname
  try {
    const response = await ofOneReader(await fetch(request))
    if (response.ok && url.search.replace(/[?&]x-sveltekit-[^&]*/g, '') === '') {
      await keep(NOTES, key, response.clone(), MOST_NOTES * 2)
      // Opened from a feed only its data came; the page is fetched too, so that a reload without connection works.
      if (isData)
        void fetch(key.replace('/__data.json', ''), { credentials: 'same-origin', headers: { accept: 'text/html' } })
          .then((page) => (page.ok ? keep(NOTES, key.replace('/__data.json', ''), page, MOST_NOTES * 2) : undefined))
          .catch(() => undefined)
    }
    return response
  } catch {
    const kept = await (await caches.open(NOTES)).match(key, { ignoreVary: true })
    return kept ?? (isData ? Response.error() : offlinePage())
  }
}

interface Sheets {
  items: { layerId: string }[]
}
const sheetKey = (layerId: string): string => `${SHEETS}/${layerId}`

/** Fresh while there is a connection, as last read when there is none. Each text is kept by itself: the page may show it with others then. */
async function sheets(event: FetchEvent, { searchParams }: URL): Promise<Response> {
  try {
    const response = await fetch(event.request)
    if (response.ok) event.waitUntil(keepSheets(response.clone()))
    return response
  } catch {
    const cache = await caches.open(GLOSSES)
    const kept = (searchParams.get('layerIds') ?? '').split(',').map((id) => cache.match(sheetKey(id), { ignoreVary: true }))
    return Response.json({ items: await Promise.all((await Promise.all(kept)).flatMap((sheet) => sheet?.json() ?? [])) })
  }
}

async function keepSheets(response: Response): Promise<void> {
  const { items } = (await response.json()) as Sheets
  for (const item of items) await keep(GLOSSES, sheetKey(item.layerId), Response.json(item), MOST_GLOSSES)
}

/** Pictures never change under one address. */
async function picture(request: Request): Promise<Response> {
  const cache = await caches.open(PICTURES)
  const kept = await cache.match(request, { ignoreVary: true })
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok) await keep(PICTURES, request.url, response.clone(), MOST_PICTURES)
  return response
}

/** Newest last; the oldest go first. */
async function keep(name: string, key: string, response: Response, most: number): Promise<void> {
  const cache = await caches.open(name)
  await cache.delete(key, { ignoreVary: true })
  await cache.put(key, response)
  const keys = await cache.keys()
  for (const old of keys.slice(0, Math.max(0, keys.length - most))) await cache.delete(old)
}

/** However somebody's session ended (signed out, taken back elsewhere, the account deleted): with the next reader's first page everything kept goes. */
async function ofOneReader(response: Response): Promise<Response> {
  const reader = response.headers.get('reader')
  if (reader === null) return response
  const cache = await caches.open(READER)
  const before = await (await cache.match(READER))?.text()
  // What a guest has read may be the member's who signs in.
  if (before !== '' && before !== reader) await Promise.all([NOTES, GLOSSES, PICTURES].map((name) => caches.delete(name)))
  if (before !== reader) await cache.put(READER, new Response(reader))
  return response
}
