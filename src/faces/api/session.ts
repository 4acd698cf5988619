import type { Config } from '#ground/config/index.ts'
import { isLoopbackHost } from '#ground/http/client.ts'

const isHttps = (config: Config): boolean => config.origin.startsWith('https:')
/** `__Host-` binds the cookie to this host over https; plain http is for loopback only (security X4). */
const nameOf = (config: Config): string => (isHttps(config) ? '__Host-session' : 'session')
const THIRTY_DAYS = 30 * 86400

export function readSession(request: Request, config: Config): string | null {
  const found = (request.headers.get('cookie') ?? '')
    .split(';')
    .map((part) => part.trim().split('='))
    .find(([name]) => name === nameOf(config))
  return found?.[1] || null
}

export function sessionCookie(value: string | null, config: Config): string {
  const age = value === null ? 0 : THIRTY_DAYS
  return `${nameOf(config)}=${value ?? ''}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${isHttps(config) ? '; Secure' : ''}`
}

/** An unsafe request by cookie must come from our own pages: Origin equals the public origin, or on loopback the Host it was sent to. */
export function isOwnOrigin(request: Request, config: Config): boolean {
  const origin = request.headers.get('origin')
  if (!origin) return request.headers.get('sec-fetch-site') === 'same-origin'
  if (origin === config.origin) return true
  const host = request.headers.get('host') ?? ''
  return config.loopback && isLoopbackHost(host) && origin === `http://${host}`
}
