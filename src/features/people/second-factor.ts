import { Secret, TOTP } from 'otpauth'
import QRCode from 'qrcode'
import { placeName } from '#features/settings/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Call } from '#ground/http/route.ts'
import type { Member } from '#ground/http/viewer.ts'
import { type ActorId, fingerprint } from '#ground/ids/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import { guessing } from './guess.ts'
import { beginSecondFactor, confirmSecondFactor, dropSecondFactor, secondFactorOf, spendRecovery, spendStep } from './queries/second-factors.ts'
import { strengthenSession } from './sessions.ts'

const PERIOD_SECONDS = 30
/** One step to either side, for clocks that differ. */
const WINDOW = 1
const RECOVERY_CODES = 10

const totp = (secret: string, options: { issuer?: string; label?: string } = {}) =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS, ...options })

/** The step (RFC 6238 T) whose code this is, near `now`; null when it is none. */
export function stepOf(secret: string, code: string, now: number): number | null {
  const delta = totp(secret).validate({ token: code, timestamp: now, window: WINDOW })
  return delta === null ? null : Math.floor(now / 1000 / PERIOD_SECONDS) + delta
}

/** Makes a secret to put into an authenticator; it counts only when a first code confirmed it. Throws Refusal `second-factor-on`. */
export async function startSecondFactor({ db }: Ground, member: Member): Promise<{ secret: string; uri: string; picture: string }> {
  if ((await secondFactorOf(db.q, member.id))?.confirmedAt) throw new Refusal('second-factor-on')
  const secret = new Secret({ size: 20 }).base32
  await beginSecondFactor(db.q, member.id, secret)
  const uri = totp(secret, { issuer: await placeName(db.q), label: member.handle }).toString()
  const svg = await QRCode.toString(uri, { type: 'svg', margin: 1 })
  return { secret, uri, picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` }
}

/** Confirms by a first code: answers recovery codes, shown this once, and the secret of the new, stronger session. Throws Refusal `wrong-code`, `slow-down`. */
export async function confirmFirstCode(ground: Ground, member: Member, code: string, call: Call): Promise<{ recoveryCodes: string[]; session: string | null }> {
  const { db, ids, clock } = ground
  const found = await secondFactorOf(db.q, member.id)
  if (!found) throw new Refusal('second-factor-off')
  if (found.confirmedAt) throw new Refusal('second-factor-on')
  await guessing(ground, { about: `code ${member.id}`, network: call.network, everywhere: true }, async () => {
    const step = stepOf(found.secret, digits(code), clock.now().getTime())
    if (step === null || !(await spendStep(db.q, member.id, step))) throw new Refusal('wrong-code', { field: 'code' })
  })
  // 80 bits each: no need for a slow hash.
  const recoveryCodes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode(ids.secret(10)))
  await confirmSecondFactor(
    db.q,
    member.id,
    recoveryCodes.map((one) => fingerprint(plain(one))),
    clock.now(),
  )
  return { recoveryCodes, session: await strengthenSession(ground, member, call) }
}

/** Checks a code of the authenticator or a recovery code; each is good once. Throws Refusal `wrong-code`, `slow-down`. */
export async function checkSecondFactor(ground: Ground, actorId: ActorId, code: string, call: Call): Promise<void> {
  const { db, clock } = ground
  await guessing(ground, { about: `code ${actorId}`, network: call.network, everywhere: true }, async () => {
    const found = await secondFactorOf(db.q, actorId)
    if (!found?.confirmedAt) throw new Refusal('second-factor-off')
    const step = /^\d{6}$/.test(digits(code)) ? stepOf(found.secret, digits(code), clock.now().getTime()) : null
    const isRight = step === null ? await spendRecovery(db.q, actorId, fingerprint(plain(code))) : await spendStep(db.q, actorId, step)
    if (!isRight) throw new Refusal('wrong-code', { field: 'code' })
  })
}

export const hasSecondFactor = async ({ db }: Pick<Ground, 'db'>, actorId: ActorId): Promise<boolean> =>
  Boolean((await secondFactorOf(db.q, actorId))?.confirmedAt)

export async function removeSecondFactor({ db }: Ground, member: Member): Promise<void> {
  await dropSecondFactor(db.q, member.id)
}

const digits = (code: string): string => code.replaceAll(/\s/g, '')
const plain = (code: string): string => code.toLowerCase().replaceAll(/[^0-9a-f]/g, '')
const recoveryCode = (secret: string): string =>
  Buffer.from(secret, 'base64url')
    .toString('hex')
    .replace(/^(.{5})(.{5})(.{5})(.{5})$/, '$1-$2-$3-$4')
