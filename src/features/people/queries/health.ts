import { sql } from 'kysely'
import type { Reader } from '#ground/database/index.ts'
import '../tables.ts'

const count = sql<number>`count(*)::int`.as('count')

/** Members without an actor, or whose actor was deleted while they still count as here. */
export async function strayMembers(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('members')
    .leftJoin('actors', 'actors.id', 'members.actor_id')
    .select(count)
    .where('members.state', '!=', 'leaving')
    .where((eb) => eb.or([eb('actors.id', 'is', null), eb('actors.deleted_at', 'is not', null)]))
    .executeTakeFirst()
  return row?.count ?? 0
}

/** Sessions, tokens, passkeys and second factors of nobody. */
export async function strayKeys(db: Reader): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
    select actor_id from sessions union all select actor_id from access_tokens union all select actor_id from passkeys union all select actor_id from second_factors) keys
    where not exists (select 1 from members where members.actor_id = keys.actor_id)`.execute(db)
  return rows[0]?.count ?? 0
}
