import { sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import '../tables.ts'

export const secondFactorOf = (db: Reader, actorId: ActorId) =>
  db
    .selectFrom('second_factors')
    .select(['secret', 'confirmed_at as confirmedAt', 'last_step as lastStep', sql<number>`cardinality(recovery_hashes)`.as('recoveryLeft')])
    .where('actor_id', '=', actorId)
    .executeTakeFirst()

/** Replaces one that was begun and not confirmed; a confirmed one stays as it is. */
export const beginSecondFactor = (db: Reader, actorId: ActorId, secret: string) =>
  db
    .insertInto('second_factors')
    .values({ actor_id: actorId, secret, confirmed_at: null, last_step: 0, recovery_hashes: [] })
    .onConflict((on) => on.column('actor_id').doUpdateSet({ secret, last_step: 0 }).where('second_factors.confirmed_at', 'is', null))
    .execute()

export const confirmSecondFactor = (db: Reader, actorId: ActorId, recoveryHashes: string[], at: Instant) =>
  db
    .updateTable('second_factors')
    .set({ confirmed_at: at, recovery_hashes: recoveryHashes })
    .where('actor_id', '=', actorId)
    .where('confirmed_at', 'is', null)
    .execute()

/** Notes that the code of this step was used; false when it, or a later one, was used before (a replay). */
export async function spendStep(db: Reader, actorId: ActorId, step: number): Promise<boolean> {
  const row = await db
    .updateTable('second_factors')
    .set({ last_step: step })
    .where('actor_id', '=', actorId)
    .where('last_step', '<', step)
    .returning('actor_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Strikes out a recovery code; false when there is no such one. */
export async function spendRecovery(db: Reader, actorId: ActorId, hash: string): Promise<boolean> {
  const row = await db
    .updateTable('second_factors')
    .set({ recovery_hashes: sql`array_remove(recovery_hashes, ${hash})` })
    .where('actor_id', '=', actorId)
    .where(sql<boolean>`${hash} = any(recovery_hashes)`)
    .where('confirmed_at', 'is not', null)
    .returning('actor_id')
    .executeTakeFirst()
  return row !== undefined
}

export const dropSecondFactor = (db: Reader, actorId: ActorId) => db.deleteFrom('second_factors').where('actor_id', '=', actorId).execute()
