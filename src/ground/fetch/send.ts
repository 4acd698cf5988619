import type { LookupAddress, LookupOptions } from 'node:dns'
import { lookup as systemLookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { isIP } from 'node:net'
import { Client, Pool } from 'undici'
import { ENCODINGS, readBody } from './body.ts'
import { FetchFailed, FetchRefused } from './errors.ts'

export type Resolve = (host: string) => Promise<LookupAddress[]>

/** Asks the system: hosts file first, then DNS; all addresses. */
export const resolveBySystem: Resolve = (host) => systemLookup(host, { all: true })

/** One exchange, without redirects. */
export interface Exchange {
  url: URL
  method: string
  headers: Headers
  body: string | Uint8Array | null
  maxBytes: number
  signal: AbortSignal
}
export interface Answer {
  status: number
  headers: Headers
  body: Uint8Array
}

const HEADER_BYTES = 16 * 1024
const CONNECT_MS = 10_000
/** Ours to set: the host must stay the checked name, and the frame of the message is the client's business. */
const OWN_HEADERS = ['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive', 'upgrade', 'te', 'trailer', 'expect', 'proxy-authorization']

const REDIRECTS = new Set([301, 302, 303, 307, 308])
export const isRedirect = (status: number, headers: Headers): boolean => REDIRECTS.has(status) && headers.has('location')

/** Rejects as soon as `signal` ends, for work that cannot be interrupted itself. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

/** The addresses behind a URL's host, asked for once; an IP address stands for itself. FetchFailed when the name is unknown. */
export async function addressesOf(url: URL, resolve: Resolve, signal: AbortSignal): Promise<LookupAddress[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const family = isIP(host)
  if (family !== 0) return [{ address: host, family }]
  try {
    return await unlessAborted(resolve(host), signal)
  } catch (error) {
    if (error instanceof FetchRefused) throw error
    throw new FetchFailed('the name is not known', error)
  }
}

/** A lookup for the socket that knows no other answer than these addresses, so that nothing is asked a second time. */
function fixedLookup(addresses: LookupAddress[]): LookupFunction {
  return (_host: string, options: LookupOptions, done) => {
    const [first] = addresses
    if (!first) done(new Error('no address'), '', 0)
    else if (options.all) done(null, addresses)
    else done(null, first.address, first.family)
  }
}

const common = { maxHeaderSize: HEADER_BYTES, headersTimeout: 0, bodyTimeout: 0, allowH2: false } as const

/** A connection of its own to one of these addresses, closed after one exchange. */
export function connectTo(url: URL, addresses: LookupAddress[]): Client {
  return new Client(url.origin, {
    ...common,
    pipelining: 0,
    connect: { lookup: fixedLookup(addresses), timeout: CONNECT_MS, rejectUnauthorized: true },
  })
}

/** Kept connections to an origin that the host wrote down; idle ones do not keep the process alive. */
export function keepConnections(origin: string, connections: number): Pool {
  return new Pool(origin, { ...common, connections, connect: { timeout: CONNECT_MS, rejectUnauthorized: true } })
}

function requestHeaders(headers: Headers): Record<string, string> {
  const sent = new Headers(headers)
  for (const name of OWN_HEADERS) sent.delete(name)
  sent.set('accept-encoding', ENCODINGS)
  return Object.fromEntries(sent)
}

function answerHeaders(raw: Record<string, string | string[] | undefined>): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(raw)) {
    for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one)
  }
  return headers
}

/** Turns what undici, zlib and streams throw into our two errors. */
function explain(error: unknown, signal: AbortSignal): Error {
  if (error instanceof FetchRefused || error instanceof FetchFailed) return error
  if (signal.aborted && signal.reason instanceof Error) return signal.reason
  if ((error as { code?: unknown } | null)?.code === 'UND_ERR_HEADERS_OVERFLOW') return new FetchRefused('too-large')
  return new FetchFailed('the other server could not be reached or did not answer properly', error)
}

/** Sends one request and reads the whole answer; a redirect's body is left unread. Throws FetchRefused or FetchFailed only. */
export async function exchange(through: Client | Pool, { url, method, headers, body, maxBytes, signal }: Exchange): Promise<Answer> {
  try {
    signal.throwIfAborted()
    const path = `${url.pathname}${url.search}`
    const answer = await through.request({ path, method: method as 'GET', headers: requestHeaders(headers), body, signal })
    const received = answerHeaders(answer.headers)
    // Destroying a body that was never read is our doing; its error has no other listener.
    answer.body.on('error', () => {})
    try {
      if (isRedirect(answer.statusCode, received)) return { status: answer.statusCode, headers: received, body: new Uint8Array() }
      const read = await readBody(answer.body, received.get('content-encoding') ?? '', maxBytes, signal)
      return { status: answer.statusCode, headers: received, body: read }
    } finally {
      answer.body.destroy()
    }
  } catch (error) {
    throw explain(error, signal)
  }
}
