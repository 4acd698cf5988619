import { isDatabaseAway, isDiskFull } from '#ground/database/index.ts'
import type { Log } from '#ground/log/index.ts'
import { Refusal, statusOf } from '#pure/problem/index.ts'
import { say } from '#pure/words/index.ts'

export interface Problem {
  type: string
  title: string
  status: number
  detail?: string
  /** The input it is about, as a path: `pictures.0.alt`. */
  field?: string
  facts?: object
  /** Log id of a bug, to quote to the host. */
  id?: string
}

/** Any thrown thing as RFC 9457 problem+json, in words of `locale`. Unknown errors are bugs: 500, logged with an id, no details outside. */
export function problemOf(error: unknown, { locale, log, id }: { locale: string; log: Log; id: string }): Problem {
  const refusal = asRefusal(error)
  if (refusal) {
    const key = `problem.${refusal.code}`
    const { field, ...facts } = refusal.facts
    const status = statusOf(refusal)
    return {
      type: `/problems/${refusal.code}`,
      title: say(locale, key, refusal.facts),
      status,
      ...(typeof field === 'string' && field ? { field } : {}),
      ...(Object.keys(facts).length > 0 ? { facts } : {}),
    }
  }
  log.error({ err: error, id }, 'bug')
  return { type: '/problems/bug', title: say(locale, 'problem.bug', { id }), status: 500, id }
}

function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  if (isDiskFull(error)) return new Refusal('storage-full')
  if (isDatabaseAway(error)) return new Refusal('unavailable')
  return null
}

export function problemResponse(problem: Problem): Response {
  const headers = new Headers({ 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' })
  if (problem.status === 503) headers.set('retry-after', '5')
  const seconds = (problem.facts as { seconds?: number } | undefined)?.seconds
  if (problem.status === 429 && seconds) headers.set('retry-after', String(seconds))
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}
