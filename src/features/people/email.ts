import { Refusal } from '#pure/problem/index.ts'

const MOST_LENGTH = 254
const LOCAL = /^[a-z0-9_+=~-]+(\.[a-z0-9_+=~-]+)*$/i
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i

/**
 * An address in the narrow form that every mail server reads alike: one @, letters, digits and `._+=~-` before it, a host name
 * after it; no quotes, comments, controls or lists (CVE-2026-41259 and its kind). Internationalised hosts in their xn-- form.
 * Answers it trimmed. Throws Refusal `email-form`.
 */
export function checkEmail(text: string): string {
  const email = text.trim()
  if (!isEmail(email)) throw new Refusal('email-form', { field: 'email' })
  return email
}

export function isEmail(email: string): boolean {
  if (email.length > MOST_LENGTH) return false
  const [local, host, ...rest] = email.split('@')
  if (local === undefined || host === undefined || rest.length > 0) return false
  return local.length <= 64 && LOCAL.test(local) && host.split('.').every((label) => LABEL.test(label))
}
