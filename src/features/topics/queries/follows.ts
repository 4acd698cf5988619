import { sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import '../tables.ts'

/** Follows a topic and all that are one with it, so that whoever follows both follows both still when they are parted. */
export const followTopic = (db: Reader, member: ActorId, head: string, at: Instant) =>
  sql`insert into topic_follows (member_id, topic_id, created_at) select ${member}, id, ${at} from topics where head_id = ${head} on conflict do nothing`.execute(
    db,
  )

export const unfollowTopic = (db: Reader, member: ActorId, head: string) =>
  db
    .deleteFrom('topic_follows')
    .where('member_id', '=', member)
    .where('topic_id', 'in', db.selectFrom('topics').select('id').where('head_id', '=', head))
    .execute()

/** Topics that a member follows, each once however many of it they follow, the newest first. */
export async function followedTopics(db: Reader, member: ActorId): Promise<string[]> {
  const rows = await db
    .selectFrom('topic_follows')
    .innerJoin('topics', 'topics.id', 'topic_id')
    .select(['head_id', sql`max(topic_follows.created_at)`.as('at')])
    .where('member_id', '=', member)
    .groupBy('head_id')
    .orderBy('at', 'desc')
    .limit(500)
    .execute()
  return rows.map((row) => row.head_id)
}

export async function isFollowing(db: Reader, member: ActorId, head: string): Promise<boolean> {
  const one = db.selectFrom('topics').select('id').where('head_id', '=', head)
  return (
    (await db.selectFrom('topic_follows').select('topic_id').where('member_id', '=', member).where('topic_id', 'in', one).limit(1).executeTakeFirst()) !==
    undefined
  )
}

export const deleteFollowsOf = (tx: Tx, member: ActorId) => tx.deleteFrom('topic_follows').where('member_id', '=', member).execute()

/** What a member follows, as it was made, for their archive. */
export const followsOf = (db: Reader, member: ActorId, after: string, limit: number) =>
  db
    .selectFrom('topic_follows')
    .select(['topic_id as topic', 'created_at as since'])
    .where('member_id', '=', member)
    .where('topic_id', '>', after)
    .orderBy('topic_id')
    .limit(limit)
    .execute()
