import { findActor } from '#features/people/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { deleteBlock, deleteFollow, insertBlock, lockPair } from './queries/follows.ts'

/** Ends follows both ways; from then on neither sees the other. Throws Refusal `not-found`, `block-self`. */
export async function block({ db, clock, outbox }: Ground, me: Member, id: ActorId): Promise<void> {
  if (id === me.id) throw new Refusal('block-self')
  await db.transaction(async (tx) => {
    await lockPair(tx, me.id, id)
    if (!(await findActor(tx, { id }))) throw notFound()
    const { numInsertedOrUpdatedRows = 0n } = await insertBlock(tx, me.id, id, clock.now())
    if (numInsertedOrUpdatedRows === 0n) return
    for (const [follower, followee] of [
      [me.id, id],
      [id, me.id],
    ] as const) {
      if (await deleteFollow(tx, follower, followee))
        await outbox.announce(tx, 'follow.ended', { followerId: follower, followeeId: followee }, `${follower}:${followee}`)
    }
    await outbox.announce(tx, 'block.made', { actorId: me.id, targetId: id }, `${me.id}:${id}`)
  })
}

export async function unblock({ db }: Ground, me: Member, id: ActorId): Promise<void> {
  await db.transaction((tx) => deleteBlock(tx, me.id, id))
}
