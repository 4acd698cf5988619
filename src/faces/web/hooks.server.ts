import type { Handle, HandleFetch, HandleServerError } from '@sveltejs/kit/hooks'
import { interfaceLanguages, negotiate } from '#pure/lexicon/languages.ts'
import { API, ApiProblem } from './api.ts'
import type { Session } from './api-types.ts'
import { type Door, openDoor } from './door.ts'
import { directionOf } from './locale.ts'
import { wordsOf } from './words.server.ts'
import { addressOf, areasOf, readWordsFrom } from './words.ts'

const doors = new WeakMap<object, Door>()
readWordsFrom(async (locale, area) => (await wordsOf(locale, area)) ?? {})

/** Pages that no device keeps, not even for the way back. */
const UNKEPT = /^\/(?:settings|admin|oauth|sign-in|reset-password|confirm-email|first-run)(?:\/|$)/
const NOWHERE: Session['place'] = { registration: 'closed', firstRun: false, mailAvailable: false, publicReading: true }

/** Once per request: who reads, in which language, in which light. */
export const handle: Handle = async ({ event, resolve }) => {
  // The same for everyone.
  if (event.route.id?.startsWith('/interface/')) return resolve(event)
  const door = openDoor(event)
  doors.set(event.request, door)
  const { locals, cookies, request } = event
  locals.api = door.api
  // When the API is away the page still comes, says so, and keeps its language.
  const known = await door.api.get<Session>('/session').catch(() => null)
  const session: Session = known ?? { viewer: null, place: NOWHERE }
  locals.viewer = session.viewer
  locals.place = session.place
  locals.unread = session.viewer
    ? await door.api.get<{ count: number }>('/notices/unread').then(
        ({ count }) => count,
        () => 0,
      )
    : 0
  locals.locale = session.locale ?? negotiate(cookies.get('locale') ?? request.headers.get('accept-language') ?? '', interfaceLanguages) ?? 'en'
  const theme = cookies.get('theme')
  locals.theme = theme === 'light' || theme === 'dark' ? theme : 'auto'
  const frame: Record<string, string> = {
    lang: locals.locale,
    dir: directionOf(locals.locale),
    theme: locals.theme,
    scheme: locals.theme === 'auto' ? 'light dark' : locals.theme,
  }
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => html.replace(/%(lang|dir|theme|scheme)%/g, (_, name: string) => frame[name] ?? ''),
    preload: ({ type, path }) => type === 'js' || type === 'css' || (type === 'font' && path.includes('source-sans-3')),
  })
  if (response.headers.get('content-type')?.startsWith('text/html')) {
    response.headers.set('cache-control', UNKEPT.test(event.url.pathname) ? 'private, no-store' : 'private, no-cache')
    // Asked for while the scripts still come.
    for (const area of areasOf(event.route.id)) response.headers.append('link', `<${addressOf(locals.locale, area)}>; rel=preload; as=fetch; crossorigin`)
  }
  // Whose page it is: the service worker keeps nothing of one reader for the next.
  if (known) response.headers.set('reader', known.viewer?.id ?? '')
  letPicturesIn(response, event.platform?.req.commonplace?.mediaOrigin)
  for (const line of door.cookies) response.headers.append('set-cookie', line)
  return response
}

/** The built policy knows this host alone; the one for media is a setting (security U1, X2). */
function letPicturesIn({ headers }: Response, mediaOrigin: string | undefined): void {
  const policy = headers.get('content-security-policy')
  if (mediaOrigin && policy) headers.set('content-security-policy', policy.replace(/\b(?:img|media)-src /g, `$&${mediaOrigin} `))
}

export const handleFetch: HandleFetch = async ({ event, request, fetch }) => {
  const { pathname, search } = new URL(request.url)
  const door = doors.get(event.request)
  if (!door || !pathname.startsWith(`${API}/`)) return fetch(request)
  const { method, headers } = request
  return door.ask(pathname + search, { method, headers, ...(request.body ? { body: await request.arrayBuffer() } : {}) })
}

/** What the API refused becomes the page's own error, in its words. Everything else is a bug: said plainly, logged by the server. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (error instanceof ApiProblem) return { status: error.status || 503, message: error.title, code: error.code }
  // The route and not the address: some addresses carry the token of a letter.
  if (kind === 'unknown') process.stderr.write(`${event.route.id}: ${error instanceof Error ? error.stack : String(error)}\n`)
}
