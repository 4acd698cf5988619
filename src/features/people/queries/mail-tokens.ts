import { sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { MailTokensTable } from '../tables.ts'

type Purpose = MailTokensTable['purpose']

export const insertMailToken = (db: Reader, row: { hash: string; actor_id: ActorId; purpose: Purpose; email: string | null; expires_at: Instant }) =>
  db
    .insertInto('mail_tokens')
    .values({ ...row, used_at: null })
    .execute()

/** Spends a token: answers whose it is, or undefined when it is unknown, spent or too old. One caller wins. */
export const spendMailToken = (db: Reader, hash: string, purpose: Purpose, now: Instant) =>
  db
    .updateTable('mail_tokens')
    .set({ used_at: now })
    .where('hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['actor_id as actorId', 'email'])
    .executeTakeFirst()

/** How many letters of this kind to this address are still good: bounds what one address can be sent. */
export async function liveMailTokens(db: Reader, actorId: ActorId, purpose: Purpose, email: string, now: Instant): Promise<number> {
  const row = await db
    .selectFrom('mail_tokens')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('actor_id', '=', actorId)
    .where('purpose', '=', purpose)
    .where('email', '=', email)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row?.count ?? 0
}

export const dropMailTokens = (db: Reader, actorId: ActorId) => db.deleteFrom('mail_tokens').where('actor_id', '=', actorId).execute()
export const deleteMailToken = (db: Reader, hash: string) => db.deleteFrom('mail_tokens').where('hash', '=', hash).execute()
export const forgetMailTokens = (db: Reader, before: Instant) => db.deleteFrom('mail_tokens').where('expires_at', '<', before).execute()
