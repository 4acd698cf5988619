import { isTaken } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Call } from '#ground/http/route.ts'
import type { Member } from '#ground/http/viewer.ts'
import { fingerprint } from '#ground/ids/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import { guessing } from './guess.ts'
import { enqueueLetter } from './letters.ts'
import { dropMailTokens, spendMailToken } from './queries/mail-tokens.ts'
import { memberById, updateMember } from './queries/members.ts'

/**
 * Answers the letter: the pending address becomes the member's. The address before it is told. Throws Refusal `link-expired`, `email-taken`
 * (someone else confirmed it meanwhile; whoever holds this link can read that mailbox, so nothing is given away), `slow-down`.
 */
export async function confirmEmail(ground: Ground, token: string, call: Call): Promise<void> {
  const { db, clock } = ground
  await guessing(ground, { about: 'mail link', network: call.network }, async () => {
    try {
      await db.transaction(async (tx) => {
        const spent = await spendMailToken(tx, fingerprint(token), 'confirm', clock.now())
        const row = spent ? await memberById(tx, spent.actorId) : undefined
        if (!spent?.email || !row || row.pendingEmail !== spent.email) throw new Refusal('link-expired')
        await updateMember(tx, row.id, { email: spent.email, email_confirmed_at: clock.now(), pending_email: null })
        await dropMailTokens(tx, row.id)
        if (row.email) await enqueueLetter(ground, tx, { kind: 'address-changed', actorId: row.id, email: row.email })
      })
    } catch (error) {
      if (isTaken(error, 'members_email')) throw new Refusal('email-taken', { field: 'email' })
      throw error
    }
  })
}

/** Sends the letter once more. */
export async function askForConfirmation(ground: Ground, member: Member): Promise<void> {
  if (!ground.mail.available) throw new Refusal('mail-unavailable')
  await enqueueLetter(ground, ground.db.q, { kind: 'confirm', actorId: member.id })
}
