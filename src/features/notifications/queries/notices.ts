import { sql } from 'kysely'
import { type Instant, instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { Subject } from '#ground/feature.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { Cursor } from '#pure/cursor/index.ts'
import '../tables.ts'

const SHOWN_ACTORS = 5

export interface NoticeRow {
  id: string
  kind: string
  subject: Subject
  actors: ActorId[]
  count: number
  at: Instant
  read: boolean
}

/** Adds a person to a notice, which is made when it is the first. Answers the notice's id, or null when they were in it already. */
export async function addToNotice(
  tx: Tx,
  row: { id: string; member: ActorId; kind: string; subject: Subject; key: string; actor: ActorId; at: Instant },
): Promise<string | null> {
  await tx
    .insertInto('notices')
    .values({
      id: row.id,
      member_id: row.member,
      kind: row.kind,
      subject_kind: row.subject.kind,
      subject_id: row.subject.id,
      group_key: row.key,
      at: row.at,
      read_at: null,
    })
    .onConflict((on) => on.doNothing())
    .execute()
  const { id } = await tx
    .selectFrom('notices')
    .select('id')
    .where('member_id', '=', row.member)
    .where('group_key', '=', row.key)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const added = await tx
    .insertInto('notice_actors')
    .values({ notice_id: id, actor_id: row.actor, at: row.at })
    .onConflict((on) => on.doNothing())
    .returning('actor_id')
    .executeTakeFirst()
  if (!added) return null
  await recount(tx, [id])
  await tx.updateTable('notices').set({ read_at: null }).where('id', '=', id).execute()
  return id
}

/** Counts, faces and time of notices follow from who is in them; one without anybody goes. */
async function recount(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`update notices set count = now.count, actor_ids = now.actors, at = now.at from (
      select notice_id, count(*)::int as count, (array_agg(actor_id order by at desc, actor_id))[1:${sql.lit(SHOWN_ACTORS)}] as actors, max(at) as at
      from notice_actors where notice_id = any(${ids}::uuid[]) group by notice_id) now where notices.id = now.notice_id`.execute(tx)
  await sql`delete from notices where id = any(${ids}::uuid[]) and not exists (select 1 from notice_actors a where a.notice_id = notices.id)`.execute(tx)
}

/** Takes a person out of notices, one after the other where several go out of the same: of these kinds about one thing, or all that one member has of them, or all there are. */
export async function takeFromNotices(tx: Tx, actor: ActorId, where: { kinds?: readonly string[]; subjectId?: string; member?: ActorId }): Promise<void> {
  let held = tx
    .selectFrom('notices')
    .innerJoin('notice_actors', 'notice_actors.notice_id', 'notices.id')
    .select('notices.id')
    .where('actor_id', '=', actor)
    .orderBy('notices.id')
    .forUpdate('notices')
  if (where.kinds) held = held.where('kind', 'in', [...where.kinds])
  if (where.subjectId) held = held.where('subject_id', '=', where.subjectId)
  if (where.member) held = held.where('member_id', '=', where.member)
  const ids = (await held.execute()).map((row) => row.id)
  if (ids.length === 0) return
  await tx.deleteFrom('notice_actors').where('notice_id', 'in', ids).where('actor_id', '=', actor).execute()
  await recount(tx, ids)
}

export const deleteAbout = (tx: Tx, subjectId: string) => tx.deleteFrom('notices').where('subject_id', '=', subjectId).execute()
export const deleteNoticesOf = (tx: Tx, member: ActorId) => tx.deleteFrom('notices').where('member_id', '=', member).execute()
export const deleteBefore = (db: Reader, read: Instant, all: Instant) =>
  db
    .deleteFrom('notices')
    .where((eb) => eb.or([eb('at', '<', all), eb.and([eb('at', '<', read), eb('read_at', 'is not', null)])]))
    .execute()

/** Those with anybody in them but the people in `except`, of kinds the member wants. */
const from = (db: Reader, member: ActorId, except: readonly ActorId[]) =>
  db
    .selectFrom('notices')
    .where('member_id', '=', member)
    .where(sql<boolean>`not (actor_ids <@ ${except}::uuid[])`)
    .where('kind', 'not in', db.selectFrom('notice_mutes').select('notice_mutes.kind').where('notice_mutes.member_id', '=', member))

export async function noticePage(
  db: Reader,
  member: ActorId,
  { except, cursor, limit }: { except: readonly ActorId[]; cursor: Cursor | null; limit: number },
): Promise<NoticeRow[]> {
  let query = from(db, member, except).selectAll()
  if (cursor) query = query.where((eb) => eb(eb.refTuple('at', 'id'), '<', eb.tuple(instant(cursor.key), cursor.id)))
  const rows = await query
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    subject: { kind: row.subject_kind, id: row.subject_id },
    actors: row.actor_ids.filter((id) => !except.includes(id)),
    count: row.count,
    at: row.at,
    read: row.read_at !== null,
  }))
}

/** At most 100 are counted: more is "many". */
export async function countUnread(db: Reader, member: ActorId, except: readonly ActorId[]): Promise<number> {
  const some = from(db, member, except).select('id').where('read_at', 'is', null).limit(100).as('some')
  return (
    await db
      .selectFrom(some)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count
}

export const markRead = (db: Reader, member: ActorId, until: Instant, at: Instant) =>
  db.updateTable('notices').set({ read_at: at }).where('member_id', '=', member).where('read_at', 'is', null).where('at', '<=', until).execute()
