import type { Insertable } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { GrantsTable, ProgramsTable } from '../tables.ts'

export const insertProgram = (db: Reader, row: Insertable<ProgramsTable>) => db.insertInto('programs').values(row).execute()
export const programById = (db: Reader, id: string) => db.selectFrom('programs').selectAll().where('id', '=', id).executeTakeFirst()

export const insertGrant = (db: Reader, row: Insertable<GrantsTable>) => db.insertInto('grants').values(row).execute()
export const grantByHash = (db: Reader, hash: string) => db.selectFrom('grants').selectAll().where('code_hash', '=', hash).executeTakeFirst()
/** Marks a code as used; false when it was before. One caller wins. */
export const spendGrant = async (db: Reader, hash: string, now: Instant): Promise<boolean> =>
  (await db
    .updateTable('grants')
    .set({ used_at: now })
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .returning('code_hash')
    .executeTakeFirst()) !== undefined
/** Codes that no program has exchanged yet; a used one stays, to be known when it comes twice. */
export const dropOpenGrants = (tx: Tx, actor: ActorId) => tx.deleteFrom('grants').where('actor_id', '=', actor).where('used_at', 'is', null).execute()
export const forgetGrants = (db: Reader, before: Instant) => db.deleteFrom('grants').where('expires_at', '<', before).execute()
