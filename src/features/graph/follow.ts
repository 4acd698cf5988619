import { findActor } from '#features/people/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { acceptFollow, deleteFollow, followState, isBlocked, lockPair, putFollow } from './queries/follows.ts'

/**
 * Follows, or asks a locked account; who asked an account that is open by now, follows. Answers where it stands.
 * Throws Refusal `not-found`, `follow-self`.
 */
export async function follow({ db, clock, outbox }: Ground, me: Member, id: ActorId): Promise<'accepted' | 'pending'> {
  if (id === me.id) throw new Refusal('follow-self')
  return db.transaction(async (tx) => {
    await lockPair(tx, me.id, id)
    const other = await findActor(tx, { id })
    if (!other || (await isBlocked(tx, me.id, id))) throw notFound()
    const wanted = other.locked ? 'pending' : 'accepted'
    const stands = await followState(tx, me.id, id)
    if (stands === 'accepted' || stands === wanted) return stands
    await putFollow(tx, me.id, id, wanted, clock.now())
    await outbox.announce(tx, wanted === 'accepted' ? 'follow.accepted' : 'follow.requested', { followerId: me.id, followeeId: id }, `${me.id}:${id}`)
    return wanted
  })
}

export async function unfollow({ db, outbox }: Ground, follower: ActorId, followee: ActorId): Promise<void> {
  await db.transaction(async (tx) => {
    if (await deleteFollow(tx, follower, followee))
      await outbox.announce(tx, 'follow.ended', { followerId: follower, followeeId: followee }, `${follower}:${followee}`)
  })
}

/** Throws Refusal `not-found` when nobody asked. */
export async function acceptRequest({ db, outbox }: Ground, me: Member, follower: ActorId): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await acceptFollow(tx, follower, me.id))) throw notFound()
    await outbox.announce(tx, 'follow.accepted', { followerId: follower, followeeId: me.id, asked: true }, `${follower}:${me.id}`)
  })
}
