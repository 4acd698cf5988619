import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { registrationMode } from '#features/settings/index.ts'
import type { Tx } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Call } from '#ground/http/route.ts'
import type { Viewer } from '#ground/http/viewer.ts'
import { type ActorId, fingerprint } from '#ground/ids/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import { createMember } from './create-member.ts'
import { checkEmail } from './email.ts'
import { checkFirstRunCode } from './first-run.ts'
import { guessing } from './guess.ts'
import { enqueueLetter } from './letters.ts'
import { signUpMarks } from './origins.ts'
import { keepPasskey, verifySignUpPasskey } from './passkeys.ts'
import { inviteByHash, spendInvite } from './queries/invites.ts'
import { hasAdmin, lockFirstRun } from './queries/members.ts'
import { putOrigins } from './queries/origins.ts'
import { openSession } from './sessions.ts'

export interface SignUp {
  handle: string
  name?: string | undefined
  email?: string | undefined
  password?: string | undefined
  passkey?: RegistrationResponseJSON | undefined
  languages: string[]
  locale: string
  /** 16 or older, by their own word. */
  adult: boolean
  invite?: string | undefined
  firstRunCode?: string | undefined
}

export interface SignedUp {
  id: ActorId
  state: 'active' | 'waiting'
  /** A letter is on its way (it may say that the address has an account already; the answer does not). */
  letter: boolean
  session: string | null
}

/** How someone is let in. */
interface Admission {
  as: 'first-admin' | 'member' | 'waiting'
  inviteHash: string | null
}

/**
 * Makes an account by e-mail address and password, or by passkey. With mail the address stays pending until its letter is answered,
 * so the answer is the same for an address that has an account (security A2).
 * Throws Refusal `registration-closed`, `invite-needed`, `invite-wrong`, `first-run-code`, `password-needed`, `email-needed`, `email-form`,
 * `email-taken` (only without mail), `passkey-failed`, `slow-down` and those of createMember.
 */
export async function signUp(ground: Ground, viewer: Viewer, input: SignUp, call: Call): Promise<SignedUp> {
  const { mail, clock } = ground
  const email = input.email?.trim() ? checkEmail(input.email) : null
  if (input.password === undefined && !input.passkey) throw new Refusal('password-needed', { field: 'password' })
  if (mail.available && !email && !input.passkey) throw new Refusal('email-needed', { field: 'email' })
  const { as, inviteHash } = await admit(ground, input, call)
  const passkey = input.passkey ? await verifySignUpPasskey(ground, input.passkey) : null
  const isFirst = as === 'first-admin'
  // The first admin holds the server's own code, and there may be nobody yet who could set mail right.
  const isPending = mail.available && email !== null && !isFirst
  const state = as === 'waiting' ? 'waiting' : 'active'
  const marks = await signUpMarks(ground, call, email)
  const id = await createMember(ground, {
    handle: input.handle,
    languages: input.languages,
    locale: input.locale,
    minor: !input.adult,
    state,
    role: isFirst ? 'admin' : 'member',
    confirmed: !isPending,
    ...(passkey ? { id: passkey.actorId } : {}),
    ...(input.name ? { name: input.name } : {}),
    ...(input.password === undefined ? {} : { password: input.password }),
    ...(isPending ? { pendingEmail: email } : { email }),
    async within(tx, actorId) {
      if (isFirst) await stillFirst(tx)
      const invitedBy = inviteHash ? await useInvite(tx, ground, inviteHash) : null
      if (passkey) await keepPasskey(tx, ground, actorId, passkey)
      await putOrigins(tx, actorId, marks, clock.now())
      if (isPending) await enqueueLetter(ground, tx, { kind: 'confirm', actorId })
      return { invitedBy }
    },
  })
  const strong = passkey?.userVerified ?? false
  const session = state === 'active' ? await openSession(ground, id, { strong, openedBy: passkey ? 'passkey' : 'sign-up' }, call, viewer) : null
  ground.log.info({ id, state, at: clock.now() }, 'member signed up')
  return { id, state, letter: isPending, session }
}

async function admit(ground: Ground, input: SignUp, call: Call): Promise<Admission> {
  if (!(await hasAdmin(ground.db.q))) {
    await checkFirstRunCode(ground, input.firstRunCode, call.network)
    return { as: 'first-admin', inviteHash: null }
  }
  const mode = await registrationMode(ground)
  if (mode === 'closed') throw new Refusal('registration-closed')
  const inviteHash = input.invite?.trim() ? await checkInvite(ground, input.invite.trim(), call) : null
  if (mode === 'invite' && !inviteHash) throw new Refusal('invite-needed', { field: 'invite' })
  // Whoever was invited has someone who speaks for them.
  return { as: mode === 'approval' && !inviteHash ? 'waiting' : 'member', inviteHash }
}

function checkInvite(ground: Ground, code: string, call: Call): Promise<string> {
  return guessing(ground, { about: 'invite', network: call.network }, async () => {
    const hash = fingerprint(code)
    if (!(await inviteByHash(ground.db.q, hash, ground.clock.now()))) throw new Refusal('invite-wrong', { field: 'invite' })
    return hash
  })
}

async function useInvite(tx: Tx, { clock }: Ground, hash: string): Promise<ActorId> {
  const spent = await spendInvite(tx, hash, clock.now())
  if (!spent) throw new Refusal('invite-wrong', { field: 'invite' })
  return spent.madeBy
}

/** Two at once: the second waits here and is told. */
async function stillFirst(tx: Tx): Promise<void> {
  await lockFirstRun(tx)
  if (await hasAdmin(tx)) throw new Refusal('first-run-over')
}
