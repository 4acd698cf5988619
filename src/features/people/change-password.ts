import type { Ground } from '#ground/feature.ts'
import type { Call } from '#ground/http/route.ts'
import type { Member } from '#ground/http/viewer.ts'
import { checkPassword } from './member.ts'
import { hashPassword } from './passwords.ts'
import { proveSelf } from './prove.ts'
import { dropMailTokens } from './queries/mail-tokens.ts'
import { updateMember } from './queries/members.ts'
import { endSessions } from './sessions.ts'

/** Sets or changes the password; every other session and all streams end. Throws Refusal of proveSelf, `password-short`, `password-long`. */
export async function changePassword(
  ground: Ground,
  member: Member,
  { current, password }: { current?: string | undefined; password: string },
  call: Call,
): Promise<void> {
  checkPassword(password)
  await proveSelf(ground, member, current, call)
  const passwordHash = await hashPassword(password)
  await ground.db.transaction(async (tx) => {
    await updateMember(tx, member.id, { password_hash: passwordHash })
    await dropMailTokens(tx, member.id, 'reset')
    await endSessions(ground, tx, member.id, member.sessionId)
  })
}
