import type { Ground } from '#ground/feature.ts'
import type { Call } from '#ground/http/route.ts'
import type { Member } from '#ground/http/viewer.ts'
import { Refusal } from '#pure/problem/index.ts'
import { guessing } from './guess.ts'
import { verifyPassword } from './passwords.ts'
import { memberById } from './queries/members.ts'
import { isFresh } from './sessions.ts'

/**
 * Before what cannot be taken back: the password, or a sign-in by passkey or printed link within ten minutes.
 * Throws Refusal `proof-needed`, `wrong-password`, `slow-down`.
 */
export async function proveSelf(ground: Ground, member: Member, password: string | undefined, call: Call): Promise<void> {
  if (password === undefined) {
    if (await isFresh(ground, member)) return
    throw new Refusal('proof-needed', { field: 'password' })
  }
  await guessing(ground, { about: `password ${member.handle}`, network: call.network }, async () => {
    const row = await memberById(ground.db.q, member.id)
    if (!(await verifyPassword(row?.passwordHash, password))) throw new Refusal('wrong-password', { field: 'password' })
  })
}
