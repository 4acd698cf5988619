import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { placeName } from '#features/settings/index.ts'
import { after, MINUTE } from '#ground/clock/index.ts'
import { isTaken, type Reader } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Call } from '#ground/http/route.ts'
import type { Member, Viewer } from '#ground/http/viewer.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { guessing } from './guess.ts'
import { checkHandle } from './member.ts'
import { lockMember, memberById } from './queries/members.ts'
import { deletePasskey, insertChallenge, insertPasskey, passkeyById, passkeysOf, passkeyUsed, takeChallenge } from './queries/passkeys.ts'
import { hasSecondFactor } from './second-factor.ts'
import { openSession } from './sessions.ts'
import { checkState, type SignedIn } from './sign-in.ts'
import type { ChallengesTable } from './tables.ts'

const CHALLENGE_MINUTES = 5
const MOST_PASSKEYS = 20

export interface NewPasskey {
  actorId: ActorId
  userVerified: boolean
  id: string
  publicKey: Uint8Array
  counter: number
  transports: string[]
}

/** A passkey belongs to the host name of the public origin, and to nothing else. */
const relyingParty = ({ config }: Pick<Ground, 'config'>): { rpID: string; origin: string } => ({
  rpID: new URL(config.origin).hostname,
  origin: config.origin,
})

/** What the browser needs to make a passkey for an account that is about to be: the account's id is decided here. Throws Refusal `handle-form`. */
export const signUpPasskeyOptions = (ground: Ground, handle: string): Promise<PublicKeyCredentialCreationOptionsJSON> =>
  creationOptions(ground, { id: ground.ids.next<ActorId>(), handle: checkHandle(handle) }, 'sign-up', [])

/** Throws Refusal `too-many-passkeys`. */
export async function passkeyOptions(ground: Ground, member: Member): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const has = await passkeysOf(ground.db.q, member.id)
  if (has.length >= MOST_PASSKEYS) throw new Refusal('too-many-passkeys', { count: MOST_PASSKEYS })
  return creationOptions(ground, member, 'register', has)
}

async function creationOptions(
  ground: Ground,
  who: { id: ActorId; handle: string },
  purpose: 'register' | 'sign-up',
  known: { id: string }[],
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { rpID } = relyingParty(ground)
  const options = await generateRegistrationOptions({
    rpName: await placeName(ground.db.q),
    rpID,
    userName: who.handle,
    userDisplayName: who.handle,
    userID: new TextEncoder().encode(who.id),
    attestationType: 'none',
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    timeout: CHALLENGE_MINUTES * MINUTE,
  })
  await keepChallenge(ground, options.challenge, purpose, who.id)
  return options
}

const keepChallenge = ({ db, clock }: Ground, challenge: string, purpose: ChallengesTable['purpose'], actorId: ActorId | null) =>
  insertChallenge(db.q, { challenge, purpose, actor_id: actorId, expires_at: after(clock.now(), CHALLENGE_MINUTES * MINUTE) })

/** Throws Refusal `passkey-failed`. */
export const verifySignUpPasskey = (ground: Ground, response: RegistrationResponseJSON): Promise<NewPasskey> => verifyNew(ground, response, 'sign-up')

/** Adds a passkey to an account. Throws Refusal `passkey-failed`, `passkey-known`. */
export async function addPasskey(ground: Ground, member: Member, { response, label }: { response: RegistrationResponseJSON; label: string }): Promise<string> {
  const passkey = await verifyNew(ground, response, 'register')
  if (passkey.actorId !== member.id) throw new Refusal('passkey-failed')
  await keepPasskey(ground.db.q, ground, member.id, passkey, label)
  return passkey.id
}

async function verifyNew(ground: Ground, response: RegistrationResponseJSON, purpose: 'register' | 'sign-up'): Promise<NewPasskey> {
  const challenge = challengeOf(response.response.clientDataJSON)
  const kept = await takeChallenge(ground.db.q, challenge, purpose, ground.clock.now())
  if (!kept?.actorId) throw new Refusal('passkey-failed')
  const { rpID, origin } = relyingParty(ground)
  const result = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: false,
  }).catch(() => null)
  if (!result?.verified) throw new Refusal('passkey-failed')
  const { credential, userVerified } = result.registrationInfo
  return {
    actorId: kept.actorId,
    userVerified,
    id: credential.id,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports: credential.transports ?? [],
  }
}

export async function keepPasskey(tx: Reader, { clock }: Ground, actorId: ActorId, passkey: NewPasskey, label = ''): Promise<void> {
  try {
    await insertPasskey(tx, {
      id: passkey.id,
      actor_id: actorId,
      public_key: Buffer.from(passkey.publicKey),
      counter: passkey.counter,
      transports: passkey.transports,
      label,
      created_at: clock.now(),
      used_at: null,
    })
  } catch (error) {
    if (isTaken(error, 'passkeys_pkey')) throw new Refusal('passkey-known')
    throw error
  }
}

/** For signing in: names no account, so it says nothing about who is here. */
export async function signInPasskeyOptions(ground: Ground): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await generateAuthenticationOptions({ rpID: relyingParty(ground).rpID, userVerification: 'preferred', timeout: CHALLENGE_MINUTES * MINUTE })
  await keepChallenge(ground, options.challenge, 'sign-in', null)
  return options
}

/**
 * Signs in by passkey. Who runs the place, or has a second factor, must have been verified by the authenticator (finger, face, PIN).
 * Throws Refusal `passkey-failed`, `passkey-unverified`, `slow-down`, `account-waiting`, `account-suspended`.
 */
export function signInByPasskey(ground: Ground, viewer: Viewer, response: AuthenticationResponseJSON, call: Call): Promise<SignedIn> {
  return guessing(ground, { about: 'passkey', network: call.network }, async () => {
    const { db, clock } = ground
    const challenge = challengeOf(response.response.clientDataJSON)
    const passkey = (await takeChallenge(db.q, challenge, 'sign-in', clock.now())) ? await passkeyById(db.q, response.id) : undefined
    const row = passkey ? await memberById(db.q, passkey.actor_id) : undefined
    if (!passkey || !row) throw new Refusal('passkey-failed')
    const { rpID, origin } = relyingParty(ground)
    const credential = { id: passkey.id, publicKey: new Uint8Array(passkey.public_key), counter: passkey.counter }
    const result = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      credential,
      requireUserVerification: false,
    }).catch(() => null)
    if (!result?.verified || !(await passkeyUsed(db.q, passkey.id, result.authenticationInfo.newCounter, clock.now()))) throw new Refusal('passkey-failed')
    checkState(row)
    const strong = result.authenticationInfo.userVerified
    if (!strong && (row.role !== 'member' || (await hasSecondFactor(ground, row.id)))) throw new Refusal('passkey-unverified')
    return { id: row.id, session: await openSession(ground, row.id, { strong, openedBy: 'passkey' }, call, viewer) }
  })
}

/** Throws Refusal `last-way-in` when nothing else would open the account. */
export async function removePasskey({ db }: Ground, member: Member, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    await lockMember(tx, member.id)
    const has = await passkeysOf(tx, member.id)
    if (!has.some((one) => one.id === id)) throw notFound()
    const row = await memberById(tx, member.id)
    if (has.length === 1 && !row?.passwordHash) throw new Refusal('last-way-in')
    await deletePasskey(tx, member.id, id)
  })
}

function challengeOf(clientDataJSON: string): string {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')) as { challenge?: unknown }
    if (typeof challenge === 'string') return challenge.slice(0, 200)
  } catch {
    // Falls through: what is not JSON has no challenge either.
  }
  throw new Refusal('passkey-failed')
}
