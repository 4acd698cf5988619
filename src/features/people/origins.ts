import { placeKey } from '#features/settings/index.ts'
import { HOUR } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import { isPublicNetwork } from '#ground/http/client.ts'
import type { Call } from '#ground/http/route.ts'
import { type ActorId, keyed } from '#ground/ids/index.ts'
import { putOrigins } from './queries/origins.ts'

/** How long a mark is kept after it was last seen (ADR 0017). */
export const ORIGIN_DAYS = 30

/** 96 bits of a keyed hash each: equal for what is equal; without the place's key nothing else can be told from them. */
async function marksOf(ground: Ground, texts: readonly string[]): Promise<string[]> {
  const key = await placeKey(ground, 'people.origins-key')
  return texts.map((text) => keyed(key, text).slice(0, 16))
}

/** Remembers by which device on which network a member signed in. */
export async function keepOrigin(ground: Ground, actorId: ActorId, { network, userAgent }: Pick<Call, 'network' | 'userAgent'>): Promise<void> {
  if (!isPublicNetwork(network)) return
  await putOrigins(ground.db.q, actorId, await marksOf(ground, [`device ${network} ${userAgent}`]), ground.clock.now())
}

/** Marks of a sign-up: accounts made within an hour on one network, or for one mailbox under several addresses, have one in common. */
export function signUpMarks(ground: Ground, { network }: Pick<Call, 'network'>, email: string | null): Promise<string[]> {
  const hour = Math.floor(ground.clock.now().getTime() / HOUR)
  // This hour and the next: two that are less than an hour apart share one.
  const together = isPublicNetwork(network) ? [`made ${network} ${hour}`, `made ${network} ${hour + 1}`] : []
  return marksOf(ground, [...together, ...(email ? [`mailbox ${mailboxOf(email)}`] : [])])
}

/** What is before a + in the name, without dots: many servers bring all of them to one mailbox. */
function mailboxOf(email: string): string {
  const [name = '', host = ''] = email.toLowerCase().split('@')
  return `${name.split('+')[0]?.replaceAll('.', '')}@${host}`
}
