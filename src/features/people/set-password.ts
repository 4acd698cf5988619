import type { Instant } from '#ground/clock/index.ts'
import type { Tx } from '#ground/database/index.ts'
import { dropMailTokens } from './queries/mail-tokens.ts'
import { type MemberRow, updateMember } from './queries/members.ts'

/**
 * Writes a new password. What someone who knew the old one may have begun ends with it: another address that waits for its letter, and every
 * link that was sent. A member who never confirmed an address keeps the one they wait for; its letter has to be asked for again.
 */
export async function setPassword(tx: Tx, { id, email }: MemberRow, passwordHash: string, confirmedAt?: Instant): Promise<void> {
  await updateMember(tx, id, {
    password_hash: passwordHash,
    ...(email === null ? {} : { pending_email: null }),
    ...(confirmedAt ? { email_confirmed_at: confirmedAt } : {}),
  })
  await dropMailTokens(tx, id)
}
