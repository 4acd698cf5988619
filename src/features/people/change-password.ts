import type { Ground } from '#ground/feature.ts'
import type { Call } from '#ground/http/route.ts'
import type { Member } from '#ground/http/viewer.ts'
import { notFound } from '#pure/problem/index.ts'
import { checkPassword } from './member.ts'
import { hashPassword } from './passwords.ts'
import { proveSelf } from './prove.ts'
import { memberById } from './queries/members.ts'
import { dropOpenGrants } from './queries/programs.ts'
import { endSessions } from './sessions.ts'
import { setPassword } from './set-password.ts'

/** Sets or changes the password; every other session, all streams, codes that programs have not used and what `setPassword` names end. Throws Refusal of proveSelf, `password-short`, `password-long`. */
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
    const row = await memberById(tx, member.id)
    if (!row) throw notFound()
    await setPassword(tx, row, passwordHash)
    await dropOpenGrants(tx, member.id)
    await endSessions(ground, tx, member.id, member.sessionId)
  })
}
