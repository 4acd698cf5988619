import { audit } from '#features/settings/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import { isAtLeast, type Member, type Role } from '#ground/http/viewer.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import './events.ts'
import { startLeaving } from './leave.ts'
import { enqueueLetter } from './letters.ts'
import { countAdmins, lockFirstRun, type MemberRow, memberById, updateMember } from './queries/members.ts'
import { endEverything } from './sessions.ts'

export interface MemberChange {
  role?: Role | undefined
  /** `refused`: someone who waits is not let in, and forgotten. */
  state?: 'active' | 'suspended' | 'refused' | undefined
}

const RANK: Record<Role, number> = { member: 0, moderator: 1, admin: 2 }

/**
 * Moderators let people in, suspend members and lift it; admins also change roles, and act on moderators. Nobody changes their own.
 * Throws Refusal `not-allowed`, `not-waiting`, `still-waiting`, `last-admin`.
 */
export function checkChange(by: { id: ActorId; role: Role }, target: Pick<MemberRow, 'id' | 'role' | 'state'>, { role, state }: MemberChange): void {
  if (by.id === target.id) throw new Refusal('not-allowed')
  if (by.role !== 'admin' && (role !== undefined || RANK[target.role] >= RANK[by.role])) throw new Refusal('not-allowed')
  if (state === 'refused' && target.state !== 'waiting') throw new Refusal('not-waiting')
  if (state === 'suspended' && target.state === 'waiting') throw new Refusal('still-waiting')
}

/** Changes role or state of a member; effective at once on every session, with a line in the audit log. */
export async function changeMember(ground: Ground, by: Member, id: ActorId, change: MemberChange): Promise<void> {
  const { db } = ground
  await db.transaction(async (tx) => {
    await lockFirstRun(tx)
    const target = await memberById(tx, id)
    if (!target || !isAtLeast(by, 'moderator')) throw notFound()
    checkChange(by, target, change)
    const losesAdmin =
      target.role === 'admin' && ((change.role !== undefined && change.role !== 'admin') || (change.state !== undefined && change.state !== 'active'))
    if (losesAdmin && (await countAdmins(tx)) <= 1) throw new Refusal('last-admin')
    const note = (facts: Record<string, string>) => audit(tx, ground, { by: by.id, act: 'member.changed', subject: subject('actor', id), facts })
    if (change.role && change.role !== target.role) {
      await updateMember(tx, id, { role: change.role })
      await note({ field: 'role', before: target.role, after: change.role })
    }
    if (change.state && change.state !== target.state) {
      await note({ field: 'state', before: target.state, after: change.state })
      if (change.state === 'refused') return startLeaving(ground, tx, id)
      await updateMember(tx, id, { state: change.state })
      // Whether they are found and listed has changed.
      await ground.outbox.announce(tx, 'actor.changed', { actorId: id }, id)
      if (target.state === 'waiting') await enqueueLetter(ground, tx, { kind: 'approved', actorId: id })
    }
    // A new session id at a change of privilege, and nothing left open (security A3).
    if (change.state === 'suspended' || (change.role && change.role !== target.role)) await endEverything(ground, tx, id)
  })
}
