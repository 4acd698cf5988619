import { SCOPES, type Scope } from '#ground/http/viewer.ts'
import { Refusal } from '#pure/problem/index.ts'

/** Schemes that run or show something in a browser instead of handing the answer to a program. */
const NEVER = new Set(['javascript:', 'data:', 'vbscript:', 'blob:', 'file:', 'about:', 'ws:', 'wss:', 'ftp:', 'view-source:', 'filesystem:'])
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/

/**
 * Whether a program may be called back here (RFC 8252): https, http on this machine, or a scheme of its own.
 * Compared to the letter later, so what is registered is what is used.
 */
export function isRedirectUri(text: string): boolean {
  // No spaces, controls or backslashes that a browser would read otherwise.
  if (!URL.canParse(text) || /[\s\\\u0000-\u001f\u007f]/.test(text)) return false
  const url = new URL(text)
  if (NEVER.has(url.protocol) || url.hash || text.includes('#') || url.username || url.password) return false
  if (url.protocol === 'https:') return true
  if (url.protocol === 'http:') return LOOPBACK.test(url.hostname)
  return /^[a-z][a-z0-9+.-]*:$/.test(url.protocol)
}

/** `read write` → its scopes, each once. Throws Refusal `unknown-scope`. */
export function readScopes(text: string): Scope[] {
  const asked = [...new Set(text.split(/\s+/).filter(Boolean))]
  const unknown = asked.filter((scope) => !SCOPES.includes(scope as Scope))
  if (unknown.length > 0 || asked.length === 0) throw new Refusal('unknown-scope', { scope: unknown.join(' ') })
  return asked as Scope[]
}
