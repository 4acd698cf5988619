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

/** Topics that a member follows, each once however many of it they follow, the newest first, behind `before`. */
export function followedPage(db: Reader, member: ActorId, before: { at: Instant; id: string } | null, limit: number): Promise<{ id: string; at: Instant }[]> {
  const at = sql<Instant>`max(topic_follows.created_at)`
  const query = db
    .selectFrom('topic_follows')
    .innerJoin('topics', 'topics.id', 'topic_id')
    .select(['head_id as id', at.as('at')])
    .where('member_id', '=', member)
    .groupBy('head_id')
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit)
  return (before ? query.having(sql<boolean>`(${at} < ${before.at} or (${at} = ${before.at} and head_id > ${before.id}))`) : query).execute()
}

/** As many as shape a feed. */
const MOST = 500
export const followedTopics = async (db: Reader, member: ActorId): Promise<string[]> => (await followedPage(db, member, null, MOST)).map(({ id }) => id)

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
