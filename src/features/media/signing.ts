import { placeKey } from '#features/settings/index.ts'
import { type Instant, MINUTE } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import { keyed, type MediaId, sameSecret } from '#ground/ids/index.ts'

/** A signed address lives between one and two of these; within one it stays the same, so that browsers may keep the file. */
const SPAN_MS = 30 * MINUTE

export type Sign = (id: MediaId, name: string) => string

/** The place's key for signed addresses. */
export const signingKey = (ground: Pick<Ground, 'db' | 'ids' | 'clock'>): Promise<string> => placeKey(ground, 'media.signing-key')

const signature = (key: string, id: string, name: string, until: number): string => keyed(key, `media ${id} ${name} ${until}`)

/** Query part of addresses that only those are given who may see the picture (security U6). `until` is in seconds. */
export async function signer(ground: Pick<Ground, 'db' | 'ids' | 'clock'>): Promise<Sign> {
  const key = await signingKey(ground)
  const until = (Math.floor(ground.clock.now().getTime() / SPAN_MS) + 2) * (SPAN_MS / 1000)
  return (id, name) => `?until=${until}&sign=${signature(key, id, name, until)}`
}

/** Whether the query was signed by this place for this file and is still in time. */
export function isSigned(key: string, id: string, name: string, query: URLSearchParams, now: Instant): boolean {
  const until = Number(query.get('until'))
  return Number.isSafeInteger(until) && until * 1000 > now.getTime() && sameSecret(query.get('sign') ?? '', signature(key, id, name, until))
}
