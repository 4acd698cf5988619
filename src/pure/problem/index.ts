/** Facts a message may name; never personal text. */
export type Facts = Record<string, string | number | boolean | string[]>

/**
 * What a verb throws when it will not do what was asked. Each face translates it once
 * (API: RFC 9457 problem+json with `type: /problems/<code>`). `field` names the input it is about.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: string
  readonly facts: Facts
  constructor(code: string, facts: Facts = {}) {
    super(code)
    this.code = code
    this.facts = facts
  }
}

/** "Not allowed" looks like "not there" (security V2), so both throw this. */
export const notFound = (): Refusal => new Refusal('not-found')

/** HTTP status of the codes that are not plain 422. */
const STATUS: Record<string, number> = {
  'bad-input': 400,
  'bad-cursor': 400,
  'sign-in-needed': 401,
  'wrong-credentials': 401,
  'second-factor-needed': 401,
  'not-allowed': 403,
  'missing-scope': 403,
  'session-needed': 403,
  'proof-needed': 403,
  'wrong-code': 401,
  'foreign-origin': 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'link-expired': 410,
  'too-large': 413,
  'unsupported-media': 415,
  'too-many-requests': 429,
  'slow-down': 429,
  unavailable: 503,
  'storage-full': 507,
}

export const statusOf = (refusal: Refusal): number => STATUS[refusal.code] ?? 422
