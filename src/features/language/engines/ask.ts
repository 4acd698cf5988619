import { type Fetched, FetchFailed, FetchRefused, type Requester } from '#ground/fetch/index.ts'
import { EngineFault, faultOf } from './engine.ts'

export const DEADLINE_MS = 30_000

export interface Ask {
  url: string
  headers?: Record<string, string>
  body: object
  deadlineMs: number
  /** Sent as `Idempotency-Key`. */
  call: string | undefined
}

/** Posts JSON to an engine and reads JSON. Throws EngineFault for every other outcome. */
export async function askEngine(to: Requester, { url, headers = {}, body, deadlineMs, call }: Ask, signal: AbortSignal): Promise<unknown> {
  if (signal.aborted) throw new EngineFault('busy', 'stopped')
  const answer = await send(to, { url, headers: call === undefined ? headers : { ...headers, 'idempotency-key': call }, body, deadlineMs })
  const fault = faultOf(answer.status, answer.text(), answer.headers.get('retry-after'))
  if (fault) throw fault
  try {
    return answer.json()
  } catch {
    throw new EngineFault('answer', 'the answer is not JSON')
  }
}

async function send(to: Requester, { url, headers, body, deadlineMs }: Required<Omit<Ask, 'call'>>): Promise<Fetched> {
  try {
    return await to.request({
      url,
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      deadlineMs,
      redirects: 0,
    })
  } catch (error) {
    if (error instanceof FetchRefused) throw new EngineFault('busy', error.message)
    if (error instanceof FetchFailed) throw new EngineFault('busy', error.message, { unheard: true })
    throw error
  }
}
