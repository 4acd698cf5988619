import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { z } from 'zod'
import type { Feature, Ground } from '#ground/feature.ts'
import { clientAddress, isLoopback, networkOf } from '#ground/http/client.ts'
import { readJson } from '#ground/http/json.ts'
import { problemOf, problemResponse } from '#ground/http/problem.ts'
import type { Call, Route } from '#ground/http/route.ts'
import { isAtLeast, type Viewer } from '#ground/http/viewer.ts'
import { Refusal } from '#pure/problem/index.ts'
import { registerPath } from './document.ts'
import { isOwnOrigin, readSession, sessionCookie } from './session.ts'

/** How a request shows who asks; people's `authenticate` answers. */
export interface Credentials {
  session: string | null
  bearer: string | null
  /** Accept-Language or the locale cookie. */
  languages: string
}
export type Authenticate = (ground: Ground, credentials: Credentials) => Promise<Viewer>

/** What the server knows of the connection beside the request. */
export interface Peer {
  address: string
  /** The page's request when the site itself calls in process, after its own origin check. */
  page?: object
}

export interface ApiFace {
  fetch(request: Request, peer: Peer): Promise<Response>
  /** The OpenAPI 3.1 document. */
  document(): object
  routes: Route[]
}

const BEARER = '/api/commonplace/v1'
const SESSION = '/-/api'

/** The own API: every feature's routes, mounted for programs (bearer) and for the site (session cookie). */
export function apiFace(ground: Ground, features: Feature[], authenticate: Authenticate): ApiFace {
  const app = new OpenAPIHono<{ Bindings: Peer }>()
  const routes = features.flatMap((feature) => feature.routes ?? [])
  for (const route of routes) {
    registerPath(app.openAPIRegistry, route)
    const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1')
    for (const base of [BEARER, SESSION]) app.on(route.method.toUpperCase(), base + path, (c) => answer(ground, route, authenticate, c, base === SESSION))
  }
  let document: object | undefined
  const openapi = () => {
    document ??= app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: { title: 'Commonplace', version: '1', license: { name: 'AGPL-3.0-only' } },
      servers: [{ url: BEARER }],
    })
    return document
  }
  app.get(`${BEARER}/openapi.json`, (c) => c.json(openapi()))
  app.options(
    `${BEARER}/*`,
    () =>
      new Response(null, {
        status: 204,
        headers: cors({
          'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
          'access-control-allow-headers': 'authorization, content-type, idempotency-key',
          'access-control-max-age': '86400',
        }),
      }),
  )
  app.notFound(() => problemResponse(problemOf(new Refusal('not-found'), { locale: 'en', log: ground.log, id: '' })))
  return { fetch: async (request, peer) => app.fetch(request, peer), document: openapi, routes }
}

const cors = (headers: Record<string, string> = {}): Record<string, string> => ({
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'link, retry-after, location',
  ...headers,
})

async function answer(ground: Ground, route: Route, authenticate: Authenticate, c: Context<{ Bindings: Peer }>, bySession: boolean): Promise<Response> {
  const request = c.req.raw
  const end = ground.metrics.requests.startTimer({ route: route.path, method: route.method })
  const headers = new Headers(bySession ? { 'cache-control': 'private, no-store' } : cors({ 'cache-control': 'private, no-store' }))
  let locale = 'en'
  try {
    const credentials: Credentials = {
      session: bySession ? readSession(request, ground.config) : null,
      bearer: bySession ? null : bearerOf(request),
      languages: localeCookie(request) ?? request.headers.get('accept-language') ?? '',
    }
    const viewer = await readerOf(ground, authenticate, credentials, { page: c.env.page, changes: route.method !== 'get' })
    locale = viewer.locale
    if (bySession && route.method !== 'get' && !c.env.page && !isOwnOrigin(request, ground.config)) throw new Refusal('foreign-origin')
    admit(ground, route, viewer)
    const call = { ...callOf(ground, request, c.env, headers, bySession), again: () => authenticate(ground, credentials) }
    if (route.limit && !(ground.config.RATE_LIMITS === 'off' && isLoopback(c.env.address))) {
      // A guest's route can make the asker someone else, as signing up does: only where they come from stays.
      const who = route.who === 'guest' || viewer.kind === 'anonymous' ? call.network : viewer.id
      ground.limiter.take(`${route.method} ${route.path} ${who}`, route.limit.count, route.limit.windowSeconds)
    }
    const input = await inputOf(route, c)
    const result = await route.handle(ground, viewer as never, input as never, call)
    if (result instanceof Response) {
      end({ status: String(result.status) })
      for (const [name, value] of headers) if (!result.headers.has(name) || name === 'set-cookie') result.headers.append(name, value)
      return result
    }
    end({ status: String(route.status) })
    if (route.answer === null) return new Response(null, { status: 204, headers })
    linkHeader(headers, request.url, result)
    headers.set('content-type', 'application/json; charset=utf-8')
    return new Response(JSON.stringify(result), { status: route.status, headers })
  } catch (error) {
    const problem = problemOf(error, { locale, log: ground.log, id: ground.ids.next() })
    end({ status: String(problem.status) })
    const response = problemResponse(problem)
    for (const [name, value] of headers) if (name !== 'cache-control') response.headers.append(name, value)
    return response
  }
}

const readers = new WeakMap<object, Map<string, Promise<Viewer>>>()

/** Everything that one page reads is read by the same viewer, looked up once, and again after something it did. */
function readerOf(ground: Ground, authenticate: Authenticate, credentials: Credentials, { page, changes }: { page: object | undefined; changes: boolean }) {
  if (page && changes) readers.delete(page)
  if (!page || changes) return authenticate(ground, credentials)
  const known = readers.get(page) ?? new Map<string, Promise<Viewer>>()
  readers.set(page, known)
  const key = JSON.stringify(credentials)
  const viewer = known.get(key) ?? authenticate(ground, credentials)
  known.set(key, viewer)
  return viewer
}

/** Who may call at all; what of it they may see is decided by the verbs. */
function admit(ground: Ground, route: Route, viewer: Viewer): void {
  if (route.who === 'guest') return
  if (route.who === 'anyone') {
    if (viewer.kind === 'anonymous' && ground.config.PUBLIC_READING === 'off') throw new Refusal('sign-in-needed')
  } else {
    if (viewer.kind !== 'member') throw new Refusal('sign-in-needed')
    if (!isAtLeast(viewer, route.who)) throw new Refusal(route.who === 'member' ? 'not-allowed' : 'not-found')
  }
  if (viewer.kind !== 'member') return
  if (!viewer.scopes.has(route.scope)) throw new Refusal('missing-scope', { scope: route.scope })
  if ((route.who === 'moderator' || route.who === 'admin') && !viewer.strong) throw new Refusal('second-factor-needed')
  if (!viewer.confirmed && !route.unconfirmed) throw new Refusal('unconfirmed')
}

async function inputOf(route: Route, c: Context): Promise<{ params: unknown; query: unknown; body: unknown }> {
  const query: Record<string, string | string[]> = {}
  for (const [key, values] of Object.entries(c.req.queries())) query[key] = values.length > 1 ? values.map(withoutNul) : withoutNul(values[0] ?? '')
  return {
    params: parse(route.params, Object.fromEntries(Object.entries(c.req.param()).map(([key, value]) => [key, withoutNul(String(value))])), true),
    query: parse(route.query, query, false),
    body: route.body ? parse(route.body, await readJson(c.req.raw, route.maxBytes), false) : undefined,
  }
}

// PostgreSQL's text has no NUL.
const withoutNul = (text: string): string => text.replaceAll('\0', '')

function parse(shape: z.ZodType | undefined, value: unknown, isPath: boolean): unknown {
  if (!shape) return undefined
  const parsed = shape.safeParse(value)
  if (parsed.success) return parsed.data
  // An id that cannot exist is "not there", the same as one that does not.
  if (isPath) throw new Refusal('not-found')
  const issue = parsed.error.issues[0]
  throw new Refusal('bad-input', { field: issue?.path.join('.') ?? '', reason: issue?.message ?? '' })
}

function callOf(ground: Ground, request: Request, peer: Peer, headers: Headers, bySession: boolean): Omit<Call, 'again'> {
  const address = clientAddress(peer.address, request.headers.get('x-forwarded-for'), ground.config.TRUST_PROXY === 'on')
  return {
    network: networkOf(address),
    userAgent: (request.headers.get('user-agent') ?? '').slice(0, 200),
    idempotencyKey: request.headers.get('idempotency-key')?.slice(0, 100) || null,
    // Only where the Origin was checked: a foreign page must not sign a browser in as someone else (security X4).
    cookie: (_name, value) => {
      if (bySession) headers.append('set-cookie', sessionCookie(value, ground.config))
    },
    header: (name, value) => headers.set(name, value),
    signal: request.signal,
  }
}

const bearerOf = (request: Request): string | null => /^Bearer ([\w.~+/=-]{1,200})$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null
const localeCookie = (request: Request): string | null => /(?:^|;\s*)locale=([\w-]{2,20})/.exec(request.headers.get('cookie') ?? '')?.[1] ?? null

function linkHeader(headers: Headers, url: string, result: unknown): void {
  const next = (result as { next?: unknown } | null)?.next
  if (typeof next !== 'string') return
  const at = new URL(url)
  at.searchParams.set('cursor', next)
  headers.set('link', `<${at.pathname}${at.search}>; rel="next"`)
}
