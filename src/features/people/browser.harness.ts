import type { TestHouse } from '#tests/house.ts'

export interface Seen {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely
  json: any
  headers: Headers
}

/** A browser at the place's own pages: it keeps the session cookie and sends its origin. */
export function browser(house: TestHouse, { address = '127.0.0.1', cookie = '' } = {}) {
  const self = {
    cookie,
    async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Seen> {
      const { origin } = house.ground.config
      const response = await house.api.fetch(
        new Request(`${origin}/-/api${path}`, {
          method,
          headers: { origin, cookie: self.cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
        { address },
      )
      const set = response.headers.get('set-cookie')?.split(';')[0]
      if (set !== undefined) self.cookie = set.endsWith('=') ? '' : set
      const text = await response.text()
      return { status: response.status, json: text ? JSON.parse(text) : null, headers: response.headers }
    },
    get: (path: string) => self.ask('GET', path),
    post: (path: string, body: unknown = {}) => self.ask('POST', path, body),
    put: (path: string, body: unknown = {}) => self.ask('PUT', path, body),
    patch: (path: string, body: unknown = {}) => self.ask('PATCH', path, body),
    delete: (path: string, body?: unknown) => self.ask('DELETE', path, body),
    /** Handle of who is signed in, or null. */
    who: async (): Promise<string | null> => (await self.get('/session')).json.viewer?.handle ?? null,
  }
  return self
}
export type Browser = ReturnType<typeof browser>
