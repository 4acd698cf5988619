import { audit } from '#features/settings/index.ts'
import { after, DAY } from '#ground/clock/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import { isAtLeast, type Member } from '#ground/http/viewer.ts'
import { fingerprint } from '#ground/ids/index.ts'
import type { Cursor } from '#pure/cursor/index.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { deleteInvite, insertInvite, lockInvitesOf, usableInvites } from './queries/invites.ts'

/** Open invites of a member who does not run the place. */
export const MOST_OPEN_INVITES = 5
export const MOST_USES = 100

export interface NewInvite {
  label: string
  uses: number
  days: number | null
}

/** Makes an invite and answers its code, shown this once. Members have five open ones with one use each; staff as many as they need. Throws Refusal `too-many-invites`. */
export async function makeInvite({ db, ids, clock }: Ground, member: Member, { label, uses, days }: NewInvite): Promise<{ id: string; code: string }> {
  const now = clock.now()
  const id = ids.next()
  const code = ids.secret(16)
  await db.transaction(async (tx) => {
    if (!isAtLeast(member, 'moderator')) {
      await lockInvitesOf(tx, member.id)
      if (uses > 1 || (await usableInvites(tx, member.id, now, null, MOST_OPEN_INVITES)).length >= MOST_OPEN_INVITES)
        throw new Refusal('too-many-invites', { count: MOST_OPEN_INVITES })
    }
    await insertInvite(tx, {
      id,
      code_hash: fingerprint(code),
      label,
      made_by: member.id,
      uses_left: uses,
      expires_at: days === null ? null : after(now, days * DAY),
      created_at: now,
    })
  })
  return { id, code }
}

/** One's own, newest first, one more than `limit`; staff see everyone's. */
export const listInvites = ({ db, clock }: Ground, member: Member, cursor: Cursor | null, limit: number) =>
  usableInvites(db.q, isAtLeast(member, 'moderator') ? null : member.id, clock.now(), cursor, limit + 1)

/** Takes back one's own; staff anyone's, with a line in the audit log. Throws Refusal `not-found`. */
export async function revokeInvite(ground: Ground, member: Member, id: string): Promise<void> {
  await ground.db.transaction(async (tx) => {
    const gone = await deleteInvite(tx, id, isAtLeast(member, 'moderator') ? null : member.id)
    if (!gone) throw notFound()
    if (gone.madeBy !== member.id)
      await audit(tx, ground, { by: member.id, act: 'invite.revoked', subject: subject('invite', id), facts: { madeBy: gone.madeBy } })
  })
}
