import { sql } from 'kysely'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import '../tables.ts'

/** What is not open yet is there for those who wrote it, and for nobody else: nobody can tell whether others did. */
export const isSeenBy = (me: ActorId | null) =>
  sql<boolean>`(topics.is_open or topics.created_by = ${me} or exists (select 1 from topic_writers w where w.topic_id = topics.id and w.member_id = ${me}))`

/** This member wrote these; of open ones, and of what they coined, nothing needs to be kept. */
export async function keepWriter(tx: Tx, ids: readonly string[], member: ActorId): Promise<void> {
  if (ids.length === 0) return
  await sql`insert into topic_writers (topic_id, member_id) select id, ${member} from topics
    where id = any(${[...ids]}::text[]) and not is_open and created_by is distinct from ${member} on conflict do nothing`.execute(tx)
}

export const forgetWriter = (db: Reader, member: ActorId) => db.deleteFrom('topic_writers').where('member_id', '=', member).execute()
