import { sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import '../tables.ts'

export async function putOrigins(db: Reader, actor: ActorId, marks: readonly string[], at: Instant): Promise<void> {
  if (marks.length === 0) return
  await db
    .insertInto('member_origins')
    .values(marks.map((mark) => ({ actor_id: actor, mark, at })))
    .onConflict((on) => on.columns(['actor_id', 'mark']).doUpdateSet({ at }))
    .execute()
}

export const forgetOrigins = (db: Reader, before: Instant) => db.deleteFrom('member_origins').where('at', '<', before).execute()

/** What decides whether somebody counts as a person of their own (security M1). */
export interface Standing {
  joinedAt: Instant
  invitedBy: ActorId | null
  inviterJoinedAt: Instant | null
  reads: string[]
  /** Where they came from in the last 30 days, as marks: who shares one may be the same person. */
  marks: string[]
}

/** Members who are here and not suspended; one query. */
export async function standingsOf(db: Reader, ids: readonly ActorId[]): Promise<Map<ActorId, Standing>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('members as m')
    .leftJoin('members as i', 'i.actor_id', 'm.invited_by')
    .select(['m.actor_id as id', 'm.created_at as joinedAt', 'm.invited_by as invitedBy', 'i.created_at as inviterJoinedAt', 'm.reads'])
    .select(sql<string[]>`array(select o.mark from member_origins o where o.actor_id = m.actor_id)`.as('marks'))
    .where('m.actor_id', 'in', [...new Set(ids)])
    .where('m.state', '=', 'active')
    .execute()
  return new Map(rows.map(({ id, ...standing }) => [id, standing]))
}
