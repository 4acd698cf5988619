import { after, MINUTE } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Call } from '#ground/http/route.ts'
import { type ActorId, fingerprint } from '#ground/ids/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import { verifyPassword } from './passwords.ts'
import { memberByLogin } from './queries/members.ts'
import { insertSession, recordTry, triesSince } from './queries/sessions.ts'

const MOST_TRIES = 10
const WINDOW_MINUTES = 15

/** Opens a session and answers its secret, which goes into the cookie and nowhere else. */
export async function openSession({ db, ids, clock }: Ground, actorId: ActorId, { strong, userAgent }: { strong: boolean; userAgent: string }): Promise<string> {
  const secret = ids.secret()
  const now = clock.now()
  await insertSession(db.q, { id: ids.next(), actor_id: actorId, secret_hash: fingerprint(secret), user_agent: userAgent, created_at: now, seen_at: now, strong })
  return secret
}

/**
 * Refuses after ten failed tries in 15 minutes for this account or network (security A1).
 * The right password from another network still works while only the network is at its limit.
 */
export async function guardGuessing({ db, clock }: Ground, account: string, network: string): Promise<{ failed(): Promise<void> }> {
  const subjects = [`account:${account}:${network}`, `network:${network}`]
  const tries = await triesSince(db.q, subjects, after(clock.now(), -WINDOW_MINUTES * MINUTE))
  if (tries >= MOST_TRIES) throw new Refusal('slow-down', { seconds: WINDOW_MINUTES * 60 })
  return { failed: async () => { await recordTry(db.q, subjects, clock.now()) } }
}

/** Throws Refusal `wrong-credentials`, `slow-down`, `account-waiting`, `account-suspended`. Same work for unknown names (A2). */
export async function checkPasswordOf(ground: Ground, input: { login: string; password: string }, call: Call) {
  const guard = await guardGuessing(ground, input.login.trim().toLowerCase(), call.network)
  const row = await memberByLogin(ground.db.q, input.login)
  const right = await verifyPassword(row?.passwordHash, input.password)
  if (!row || !right) {
    await guard.failed()
    throw new Refusal('wrong-credentials')
  }
  if (row.state === 'waiting') throw new Refusal('account-waiting')
  if (row.state !== 'active') throw new Refusal('account-suspended')
  return { row, guard }
}
