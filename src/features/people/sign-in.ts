import type { Ground } from '#ground/feature.ts'
import type { Call } from '#ground/http/route.ts'
import type { Viewer } from '#ground/http/viewer.ts'
import { type ActorId, fingerprint } from '#ground/ids/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import { guessing } from './guess.ts'
import { verifyPassword } from './passwords.ts'
import { spendMailToken } from './queries/mail-tokens.ts'
import { type MemberRow, memberById, memberByLogin } from './queries/members.ts'
import { checkSecondFactor, hasSecondFactor } from './second-factor.ts'
import { openSession } from './sessions.ts'

export interface SignedIn {
  id: ActorId
  /** Secret for the cookie. */
  session: string
}

/**
 * Signs in with handle or e-mail address and password, and a code when the member has a second factor.
 * Throws Refusal `wrong-credentials`, `slow-down`, `account-waiting`, `account-suspended`, `second-factor-needed`, `wrong-code`.
 */
export async function signIn(
  ground: Ground,
  viewer: Viewer,
  input: { login: string; password: string; code?: string | undefined },
  call: Call,
): Promise<SignedIn> {
  const row = await guessing(ground, { about: `password ${input.login.trim().toLowerCase()}`, network: call.network }, async () => {
    const found = await memberByLogin(ground.db.q, input.login)
    // Same work for unknown names (A2).
    const isRight = await verifyPassword(found?.passwordHash, input.password)
    if (!found || !isRight) throw new Refusal('wrong-credentials')
    return found
  })
  checkState(row)
  const strong = await hasSecondFactor(ground, row.id)
  if (strong) {
    if (!input.code) throw new Refusal('second-factor-needed', { field: 'code' })
    await checkSecondFactor(ground, row.id, input.code, call)
  }
  return { id: row.id, session: await openSession(ground, row.id, { strong, openedBy: 'password' }, call, viewer) }
}

/** Signs in by a printed link, once. Throws Refusal `link-expired`, `slow-down`, `account-waiting`, `account-suspended`. */
export async function signInByLink(ground: Ground, viewer: Viewer, token: string, call: Call): Promise<SignedIn> {
  const spent = await guessing(ground, { about: 'sign-in link', network: call.network }, async () => {
    const found = await spendMailToken(ground.db.q, fingerprint(token), 'sign-in', ground.clock.now())
    if (!found) throw new Refusal('link-expired')
    return found
  })
  const row = await memberById(ground.db.q, spent.actorId)
  if (!row) throw new Refusal('link-expired')
  checkState(row)
  return { id: row.id, session: await openSession(ground, row.id, { strong: false, openedBy: 'link' }, call, viewer) }
}

/** Throws Refusal `account-waiting`, `account-suspended`. */
export function checkState({ state }: Pick<MemberRow, 'state'>): void {
  if (state === 'waiting') throw new Refusal('account-waiting')
  if (state !== 'active') throw new Refusal('account-suspended')
}
