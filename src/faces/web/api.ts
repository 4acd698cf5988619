/** The site's way to the API: the same client on the server (in process) and in the browser. The only file here that fetches. */

export type Query = Record<string, string | number | boolean | null | undefined>

/** What the API refused (RFC 9457). `title` is a sentence in the reader's language, ready to be shown. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly status: number
  readonly code: string
  readonly title: string
  /** Input it is about, e.g. `pictures.0.alt`. */
  readonly field: string | null
  readonly facts: Record<string, unknown>
  constructor(status: number, body: { type?: string; title?: string; field?: string; facts?: object }) {
    super(body.title ?? String(status))
    this.status = status
    this.code = body.type?.replace('/problems/', '') ?? 'unreachable'
    this.title = body.title ?? ''
    this.field = body.field ?? null
    this.facts = (body.facts ?? {}) as Record<string, unknown>
  }
}

/** A problem as plain data, for `fail()` and for parts. `title` may be empty: then there was no answer at all. */
export interface Problem {
  status: number
  code: string
  title: string
  field: string | null
}
export const problemOf = (error: unknown): Problem =>
  error instanceof ApiProblem
    ? { status: error.status, code: error.code, title: error.title, field: error.field }
    : { status: 0, code: 'unreachable', title: '', field: null }

export interface Api {
  get<T>(path: string, query?: Query): Promise<T>
  post<T>(path: string, body?: unknown): Promise<T>
  put<T>(path: string, body?: unknown): Promise<T>
  patch<T>(path: string, body?: unknown): Promise<T>
  delete<T = void>(path: string, body?: unknown): Promise<T>
}

export const API = '/-/api'

/** `ask` gets a path like `/-/api/notes?cursor=…`. Throws ApiProblem for every answer that is not 2xx, and when there is none. */
export function makeApi(ask: (path: string, init: RequestInit) => Promise<Response>): Api {
  async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const headers: Record<string, string> = { accept: 'application/json' }
    if (body !== undefined) headers['content-type'] = 'application/json'
    let response: Response
    try {
      response = await ask(API + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    } catch {
      throw new ApiProblem(0, {})
    }
    if (!response.ok) throw new ApiProblem(response.status, await response.json().catch(() => ({})))
    return (response.status === 204 ? undefined : await response.json()) as T
  }
  return {
    get: (path, query) => send('GET', path + queryString(query)),
    post: (path, body) => send('POST', path, body),
    put: (path, body) => send('PUT', path, body),
    patch: (path, body) => send('PATCH', path, body),
    delete: (path, body) => send('DELETE', path, body),
  }
}

/** The client for code that runs in the browser after the page has loaded. Loads and actions use `locals.api`. */
export const api: Api = makeApi((path, init) => fetch(path, { ...init, credentials: 'same-origin' }))

export function queryString(query: Query = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]))}`
}
