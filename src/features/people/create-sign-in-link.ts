import { audit } from '#features/settings/index.ts'
import { after, DAY } from '#ground/clock/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import { type ActorId, fingerprint } from '#ground/ids/index.ts'
import { insertMailToken } from './queries/mail-tokens.ts'

const LINK_DAYS = 1

/** A link that signs this member in once within a day: for demo members, and for who lost their password where no mail is sent. It is the host's act, and in the audit log. */
export async function createSignInLink(ground: Ground, actorId: ActorId): Promise<string> {
  const { db, ids, clock, config } = ground
  const token = ids.secret(16)
  await db.transaction(async (tx) => {
    await insertMailToken(tx, { hash: fingerprint(token), actor_id: actorId, purpose: 'sign-in', email: null, expires_at: after(clock.now(), LINK_DAYS * DAY) })
    await audit(tx, ground, { by: null, act: 'sign-in-link.made', subject: subject('actor', actorId), facts: {} })
  })
  return `${config.origin}/sign-in/${token}`
}
