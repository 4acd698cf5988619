import type { Ground } from '#ground/feature.ts'
import type { Call } from '#ground/http/route.ts'
import { fingerprint } from '#ground/ids/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import { isEmail } from './email.ts'
import { guessing } from './guess.ts'
import { enqueueLetter } from './letters.ts'
import { checkPassword } from './member.ts'
import { hashPassword } from './passwords.ts'
import { spendMailToken } from './queries/mail-tokens.ts'
import { memberById } from './queries/members.ts'
import { endEverything } from './sessions.ts'
import { setPassword } from './set-password.ts'

/** Asks for a letter with a link. The answer and the work are the same whether the address is known or not (security A2). Throws Refusal `mail-unavailable`. */
export async function askForReset(ground: Ground, email: string): Promise<void> {
  if (!ground.mail.available) throw new Refusal('mail-unavailable')
  const address = email.trim()
  await enqueueLetter(ground, ground.db.q, { kind: 'reset', email: isEmail(address) ? address : 'nobody@localhost' })
}

/**
 * Sets a new password by the letter's link, which is good for 30 minutes and once. Every session, stream and token of the member ends,
 * and what `setPassword` names; a second factor stays. Throws Refusal `link-expired`, `password-short`, `password-long`, `slow-down`.
 */
export async function resetPassword(ground: Ground, { token, password }: { token: string; password: string }, call: Call): Promise<void> {
  checkPassword(password)
  const { db, clock } = ground
  const passwordHash = await hashPassword(password)
  await guessing(ground, { about: 'mail link', network: call.network }, () =>
    db.transaction(async (tx) => {
      const spent = await spendMailToken(tx, fingerprint(token), 'reset', clock.now())
      const row = spent ? await memberById(tx, spent.actorId) : undefined
      if (!spent || !row || row.email !== spent.email) throw new Refusal('link-expired')
      await setPassword(tx, row, passwordHash, row.confirmedAt ?? clock.now())
      await endEverything(ground, tx, row.id)
    }),
  )
}
