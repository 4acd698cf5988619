import type { IncomingMessage } from 'node:http'
import type { Config } from '#ground/config/index.ts'
import { isLoopbackHost } from './client.ts'

/**
 * Where a page stands that was asked for under another name of this machine (`127.0.0.1` instead of `localhost`): cookies and
 * passkeys belong to one name. Null when it was asked for under its own, and for what changes something.
 */
export function underItsName(
  { method, url = '', headers: { host = '' } }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  { origin, loopback }: Pick<Config, 'origin' | 'loopback'>,
): string | null {
  const own = new URL(origin)
  if (!loopback || own.protocol !== 'http:' || (method !== 'GET' && method !== 'HEAD') || !url.startsWith('/')) return null
  if (host === own.host || !isLoopbackHost(host) || new URL(`http://${host}`).port !== own.port) return null
  return origin + url
}
