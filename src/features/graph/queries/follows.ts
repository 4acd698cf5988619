import { type Instant, instant } from '#ground/clock/index.ts'
import { type Reader, type Tx, takeTurns } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { Cursor } from '#pure/cursor/index.ts'
import '../tables.ts'

export interface Relation {
  following: boolean
  /** I asked a locked account and wait. */
  requested: boolean
  followedBy: boolean
  blocking: boolean
  blockedBy: boolean
  muting: boolean
}

export const noRelation: Relation = { following: false, requested: false, followedBy: false, blocking: false, blockedBy: false, muting: false }

/** How I stand to each of these people; three queries whatever their number. */
export async function relation(db: Reader, me: ActorId, others: ActorId[], now: Instant): Promise<Map<ActorId, Relation>> {
  if (others.length === 0) return new Map()
  const [follows, blocks, mutes] = await Promise.all([
    db
      .selectFrom('follows')
      .selectAll()
      .where((eb) =>
        eb.or([eb.and([eb('follower_id', '=', me), eb('followee_id', 'in', others)]), eb.and([eb('followee_id', '=', me), eb('follower_id', 'in', others)])]),
      )
      .execute(),
    db
      .selectFrom('blocks')
      .selectAll()
      .where((eb) =>
        eb.or([eb.and([eb('actor_id', '=', me), eb('target_id', 'in', others)]), eb.and([eb('target_id', '=', me), eb('actor_id', 'in', others)])]),
      )
      .execute(),
    db
      .selectFrom('mutes')
      .select('value')
      .where('member_id', '=', me)
      .where('kind', '=', 'person')
      .where('value', 'in', others)
      .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', now)]))
      .execute(),
  ])
  const muted = new Set(mutes.map((row) => row.value))
  return new Map(
    others.map((other) => {
      const mine = follows.find((row) => row.followee_id === other && row.follower_id === me)
      return [
        other,
        {
          following: mine?.state === 'accepted',
          requested: mine?.state === 'pending',
          followedBy: follows.some((row) => row.follower_id === other && row.followee_id === me && row.state === 'accepted'),
          blocking: blocks.some((row) => row.actor_id === me && row.target_id === other),
          blockedBy: blocks.some((row) => row.target_id === me && row.actor_id === other),
          muting: muted.has(other),
        },
      ]
    }),
  )
}

/** Whether either has blocked the other. */
export async function isBlocked(db: Reader, a: ActorId, b: ActorId): Promise<boolean> {
  return (
    (await db
      .selectFrom('blocks')
      .select('actor_id')
      .where((eb) => eb.or([eb.and([eb('actor_id', '=', a), eb('target_id', '=', b)]), eb.and([eb('actor_id', '=', b), eb('target_id', '=', a)])]))
      .executeTakeFirst()) !== undefined
  )
}

/** Following and blocking between two people happen one after the other: no follow slips in beside a block. */
export const lockPair = (tx: Tx, a: ActorId, b: ActorId) => takeTurns(tx, `graph ${[a, b].sort().join(' ')}`)

export async function followState(db: Reader, follower: ActorId, followee: ActorId): Promise<'accepted' | 'pending' | undefined> {
  const row = await db.selectFrom('follows').select('state').where('follower_id', '=', follower).where('followee_id', '=', followee).executeTakeFirst()
  return row?.state
}

/** A new follow, or a request that changes its state and keeps its time. */
export const putFollow = (tx: Tx, follower: ActorId, followee: ActorId, state: 'accepted' | 'pending', at: Instant) =>
  tx
    .insertInto('follows')
    .values({ follower_id: follower, followee_id: followee, state, created_at: at })
    .onConflict((on) => on.columns(['follower_id', 'followee_id']).doUpdateSet({ state }))
    .execute()

export async function acceptFollow(tx: Tx, follower: ActorId, followee: ActorId): Promise<boolean> {
  const done = await tx
    .updateTable('follows')
    .set({ state: 'accepted' })
    .where('follower_id', '=', follower)
    .where('followee_id', '=', followee)
    .where('state', '=', 'pending')
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function deleteFollow(tx: Tx, follower: ActorId, followee: ActorId): Promise<boolean> {
  const done = await tx.deleteFrom('follows').where('follower_id', '=', follower).where('followee_id', '=', followee).executeTakeFirst()
  return done.numDeletedRows > 0n
}

const SIDES = { followers: ['followee_id', 'follower_id'], following: ['follower_id', 'followee_id'], requests: ['followee_id', 'follower_id'] } as const

/** Ids of followers, followed people or open requests, newest first. */
export function followPage(db: Reader, of: ActorId, side: keyof typeof SIDES, cursor: Cursor | null, limit: number): Promise<{ id: ActorId; at: Instant }[]> {
  const [own, other] = SIDES[side]
  let query = db
    .selectFrom('follows')
    .select([`${other} as id`, 'created_at as at'])
    .where(own, '=', of)
    .where('state', '=', side === 'requests' ? 'pending' : 'accepted')
  if (cursor) query = query.where((eb) => eb(eb.refTuple('created_at', other), '<', eb.tuple(instant(cursor.key), cursor.id as ActorId)))
  return query
    .orderBy('created_at', 'desc')
    .orderBy(other, 'desc')
    .limit(limit + 1)
    .execute()
}

export async function followCounts(db: Reader, of: ActorId): Promise<{ followers: number; following: number }> {
  const row = await db
    .selectNoFrom((eb) => [
      eb.selectFrom('follows').select(eb.fn.countAll<number>().as('n')).where('followee_id', '=', of).where('state', '=', 'accepted').as('followers'),
      eb.selectFrom('follows').select(eb.fn.countAll<number>().as('n')).where('follower_id', '=', of).where('state', '=', 'accepted').as('following'),
    ])
    .executeTakeFirstOrThrow()
  return { followers: row.followers ?? 0, following: row.following ?? 0 }
}

export async function followedPeople(db: Reader, me: ActorId): Promise<ActorId[]> {
  const rows = await db
    .selectFrom('follows')
    .select('followee_id')
    .where('follower_id', '=', me)
    .where('state', '=', 'accepted')
    .orderBy('created_at', 'desc')
    .limit(5_000)
    .execute()
  return rows.map((row) => row.followee_id)
}

export const insertBlock = (tx: Tx, actor: ActorId, target: ActorId, at: Instant) =>
  tx
    .insertInto('blocks')
    .values({ actor_id: actor, target_id: target, created_at: at })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
export const deleteBlock = (tx: Tx, actor: ActorId, target: ActorId) =>
  tx.deleteFrom('blocks').where('actor_id', '=', actor).where('target_id', '=', target).execute()
export function blockedPage(db: Reader, me: ActorId, cursor: Cursor | null, limit: number): Promise<{ id: ActorId; at: Instant }[]> {
  let query = db.selectFrom('blocks').select(['target_id as id', 'created_at as at']).where('actor_id', '=', me)
  if (cursor) query = query.where((eb) => eb(eb.refTuple('created_at', 'target_id'), '<', eb.tuple(instant(cursor.key), cursor.id as ActorId)))
  return query
    .orderBy('created_at', 'desc')
    .orderBy('target_id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** Everyone whom this member has blocked or who has blocked them. */
export async function blockedEitherWay(db: Reader, me: ActorId): Promise<Set<ActorId>> {
  const rows = await db
    .selectFrom('blocks')
    .select('target_id as id')
    .where('actor_id', '=', me)
    .union(db.selectFrom('blocks').select('actor_id as id').where('target_id', '=', me))
    .execute()
  return new Set(rows.map((row) => row.id))
}

/** When a member leaves: everything that ties them, both ways. */
export async function deleteAllOf(tx: Tx, member: ActorId): Promise<void> {
  await tx
    .deleteFrom('follows')
    .where((eb) => eb.or([eb('follower_id', '=', member), eb('followee_id', '=', member)]))
    .execute()
  await tx
    .deleteFrom('blocks')
    .where((eb) => eb.or([eb('actor_id', '=', member), eb('target_id', '=', member)]))
    .execute()
  await tx.deleteFrom('mutes').where('member_id', '=', member).execute()
  await tx.deleteFrom('lists').where('owner_id', '=', member).execute()
  await tx.deleteFrom('list_members').where('actor_id', '=', member).execute()
}
