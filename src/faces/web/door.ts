import type { RequestEvent } from '@sveltejs/kit'
import { type Api, makeApi } from './api.ts'

/** The API in process, with the cookies of one request; what it sets is kept for the answer and for later calls. */
export interface Door {
  api: Api
  ask(path: string, init: RequestInit): Promise<Response>
  /** Whole `set-cookie` lines to send on. */
  cookies: string[]
}

const PASSED_ON = ['accept-language', 'user-agent', 'x-forwarded-for']

export function openDoor(event: RequestEvent): Door {
  const site = event.platform?.req.commonplace
  const jar = new Map<string, string>()
  for (const pair of (event.request.headers.get('cookie') ?? '').split(/;\s*/)) {
    const at = pair.indexOf('=')
    if (at > 0) jar.set(pair.slice(0, at), pair.slice(at + 1))
  }
  const cookies: string[] = []
  async function ask(path: string, init: RequestInit): Promise<Response> {
    if (!site) throw new Error('the site runs inside the house: npm start')
    const headers = new Headers(init.headers)
    for (const name of PASSED_ON) {
      const value = event.request.headers.get(name)
      if (value !== null) headers.set(name, value)
    }
    headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await site.api(new Request(new URL(path, site.origin), { ...init, headers }))
    for (const line of response.headers.getSetCookie()) {
      cookies.push(line)
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value) jar.set(name, value)
      else jar.delete(name)
    }
    return response
  }
  return { api: makeApi(ask), ask, cookies }
}
