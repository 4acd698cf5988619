import type { Clock } from '#ground/clock/index.ts'
import { systemClock } from '#ground/clock/index.ts'
import type { Log } from '#ground/log/index.ts'
import { checkAddresses, checkPort, hostPort, readAddress, readAllowList } from './address.ts'
import { decodeText } from './body.ts'
import { FetchFailed, FetchRefused } from './errors.ts'
import type { Gate } from './gate.ts'
import { makeGate } from './gate.ts'
import type { Answer, Exchange, Resolve } from './send.ts'
import { addressesOf, connectTo, exchange, isRedirect, keepConnections, resolveBySystem } from './send.ts'

export type { Refusal } from './errors.ts'
export { FetchFailed, FetchRefused } from './errors.ts'

export interface FetchOptions {
  /** GET when left out. */
  method?: string
  /** `host`, `content-length` and the like are set here and ignored when given. */
  headers?: Record<string, string> | Headers
  body?: string | Uint8Array
  /** Largest decoded body in bytes; 1 MiB when left out. */
  maxBytes?: number
  /** Milliseconds for everything together: waiting, names, redirects, last byte. 10 000 when left out. */
  deadlineMs?: number
  /** Redirects followed, 3 when left out; one more, or any with 0, is FetchRefused('redirects'). */
  redirects?: number
  /** The Accept header. */
  accept?: string
}
export interface Fetched {
  status: number
  headers: Headers
  /** The address that answered, after redirects. */
  url: string
  /** Decoded. */
  body: Uint8Array
  /** By the charset of the header or the page, else UTF-8. */
  text(): string
  /** Throws FetchFailed when the body is not JSON. */
  json(): unknown
}
/** Any status is an answer. Throws FetchRefused (a rule of ours) or FetchFailed (the peer or the net), nothing else. */
export interface Requester {
  get(url: string, options?: Omit<FetchOptions, 'method' | 'body'>): Promise<Fetched>
  request(request: FetchOptions & { url: string }): Promise<Fetched>
}
export interface Fetch extends Requester {
  /**
   * A requester for one origin that the host wrote into the settings (engines, S3): private addresses and any port are fine, redirects are not
   * followed, addresses may be relative to `base`, another origin is FetchRefused('address'). Throws when `base` is no plain http(s) address.
   */
  trusted(base: string): Requester
}
export interface FetchSettings {
  /** Exact host:port that may be reached although private or on another port; for tests on loopback. */
  allowPrivateHosts: string[]
  userAgent: string
  log: Log
  /** Tests bring their own. */
  resolve?: Resolve
  clock?: Pick<Clock, 'sleep'>
}

const MAX_BYTES = 1024 * 1024
const DEADLINE_MS = 10_000
const REDIRECTS = 3
/** 50 in parallel for the whole program; the host's own engines and storage keep their share when peers are slow. */
const OUTSIDE = { total: 34, perKey: 10, waiting: 1000, waitingPerKey: 200 }
const TRUSTED = { total: 16, perKey: 8, waiting: 1000, waitingPerKey: 500 }
/** What may go along when a redirect leaves the origin: nothing that identifies or authorises. */
const HARMLESS = ['accept', 'accept-language', 'user-agent']

type Ask = FetchOptions & { url: URL }
type Run = (ask: Ask, signal: AbortSignal) => Promise<Answer & { url: URL }>

function firstExchange({ url, method = 'GET', headers, body, maxBytes = MAX_BYTES, accept }: Ask, userAgent: string, signal: AbortSignal): Exchange {
  let sent: Headers
  try {
    sent = new Headers(headers)
    if (accept !== undefined) sent.set('accept', accept)
    if (!sent.has('user-agent')) sent.set('user-agent', userAgent)
  } catch (error) {
    throw new FetchFailed('a header of the request is not valid', error)
  }
  return { url, method: method.toUpperCase(), headers: sent, body: body ?? null, maxBytes, signal }
}

/** The exchange that a redirect asks for. A body never goes to another origin. */
function nextExchange(sent: Exchange, { status, headers }: Answer): Exchange {
  // Header bytes arrive as latin1; addresses in the wild are UTF-8.
  const url = readAddress(Buffer.from(headers.get('location') ?? '', 'latin1').toString('utf8'), sent.url)
  const becomesGet = (status === 303 && sent.method !== 'HEAD') || (status < 303 && sent.method === 'POST')
  const next: Exchange = { ...sent, url, headers: new Headers(sent.headers) }
  if (becomesGet) {
    next.method = 'GET'
    next.body = null
    for (const name of [...next.headers.keys()]) if (name.startsWith('content-')) next.headers.delete(name)
  }
  if (url.origin !== sent.url.origin) {
    if (next.body !== null) throw new FetchRefused('redirects')
    for (const name of [...next.headers.keys()]) if (!HARMLESS.includes(name)) next.headers.delete(name)
  }
  return next
}

/** One hop to an address that a member, a page or a peer gave: checked here, connected to what was checked. */
async function checkedHop(sent: Exchange, allowed: Set<string>, resolve: Resolve): Promise<Answer> {
  const exempt = allowed.has(hostPort(sent.url))
  if (!exempt) checkPort(sent.url)
  const addresses = await addressesOf(sent.url, resolve, sent.signal)
  if (!exempt) checkAddresses(addresses)
  const connection = connectTo(sent.url, addresses)
  try {
    return await exchange(connection, sent)
  } finally {
    connection.destroy().catch(() => {})
  }
}

function outsideRun(settings: FetchSettings): Run {
  const allowed = readAllowList(settings.allowPrivateHosts)
  const resolve = settings.resolve ?? resolveBySystem
  return async (ask, signal) => {
    let sent = firstExchange(ask, settings.userAgent, signal)
    for (let left = ask.redirects ?? REDIRECTS; ; left -= 1) {
      const answer = await checkedHop(sent, allowed, resolve)
      if (!isRedirect(answer.status, answer.headers)) return { ...answer, url: sent.url }
      if (left <= 0) throw new FetchRefused('redirects')
      sent = nextExchange(sent, answer)
    }
  }
}

function trustedRun(base: URL, settings: FetchSettings): Run {
  const connections = keepConnections(base.origin, TRUSTED.perKey)
  return async (ask, signal) => {
    if (ask.url.origin !== base.origin) throw new FetchRefused('address')
    const answer = await exchange(connections, firstExchange(ask, settings.userAgent, signal))
    if (isRedirect(answer.status, answer.headers)) throw new FetchRefused('redirects')
    return { ...answer, url: ask.url }
  }
}

function fetched({ status, headers, url, body }: Answer & { url: URL }): Fetched {
  return {
    status,
    headers,
    url: url.href,
    body,
    text: () => decodeText(headers.get('content-type') ?? '', body),
    json() {
      try {
        return JSON.parse(new TextDecoder().decode(body))
      } catch (error) {
        throw new FetchFailed('the answer is not JSON', error)
      }
    },
  }
}

/** Puts the gate and the deadline around a run. The deadline also ends the wait at the gate. */
function requester(run: Run, gate: Gate, settings: FetchSettings, base?: URL): Requester {
  const clock = settings.clock ?? systemClock
  async function request({ url: text, ...options }: FetchOptions & { url: string }): Promise<Fetched> {
    const over = new AbortController()
    const done = new AbortController()
    let host = ''
    try {
      const url = readAddress(text, base)
      host = url.hostname
      clock.sleep(options.deadlineMs ?? DEADLINE_MS, done.signal).then(
        () => over.abort(new FetchRefused('deadline')),
        () => {},
      )
      const leave = await gate.enter(hostPort(url), over.signal)
      try {
        return fetched(await run({ ...options, url }, over.signal))
      } finally {
        leave()
      }
    } catch (error) {
      // The host only: paths and queries may carry secrets.
      if (error instanceof FetchRefused) settings.log.info({ host, reason: error.reason }, 'fetch refused')
      throw error
    } finally {
      done.abort()
    }
  }
  return { request, get: (url, options = {}) => request({ ...options, url }) }
}

/** The only way out of the program to the network. Warns when the list of exempted hosts is not empty; throws when it cannot be read. */
export function makeFetch(settings: FetchSettings): Fetch {
  if (settings.allowPrivateHosts.length > 0)
    settings.log.warn({ hosts: settings.allowPrivateHosts }, 'these hosts may be reached although private: only for tests')
  const trustedGate = makeGate(TRUSTED)
  return {
    ...requester(outsideRun(settings), makeGate(OUTSIDE), settings),
    trusted(base) {
      const origin = readAddress(base)
      return requester(trustedRun(origin, settings), trustedGate, settings, origin)
    },
  }
}
