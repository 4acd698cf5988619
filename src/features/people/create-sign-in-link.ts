import { after, DAY } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import { type ActorId, fingerprint } from '#ground/ids/index.ts'
import { insertMailToken } from './queries/mail-tokens.ts'

const LINK_DAYS = 1

/** A link that signs this member in once within a day: for demo members, and for who lost their password where no mail is sent. */
export async function createSignInLink({ db, ids, clock, config }: Ground, actorId: ActorId): Promise<string> {
  const token = ids.secret(16)
  await insertMailToken(db.q, { hash: fingerprint(token), actor_id: actorId, purpose: 'sign-in', email: null, expires_at: after(clock.now(), LINK_DAYS * DAY) })
  return `${config.origin}/sign-in/${token}`
}
