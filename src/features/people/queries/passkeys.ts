import type { Insertable } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { ChallengesTable, PasskeysTable } from '../tables.ts'

export const insertChallenge = (db: Reader, row: ChallengesTable) => db.insertInto('challenges').values(row).execute()
/** Takes a challenge away and answers it: it is good once. */
export const takeChallenge = (db: Reader, challenge: string, purpose: ChallengesTable['purpose'], now: Instant) =>
  db
    .deleteFrom('challenges')
    .where('challenge', '=', challenge)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .returning('actor_id as actorId')
    .executeTakeFirst()
export const forgetChallenges = (db: Reader, before: Instant) => db.deleteFrom('challenges').where('expires_at', '<', before).execute()

export const insertPasskey = (db: Reader, row: Insertable<PasskeysTable>) => db.insertInto('passkeys').values(row).execute()
export const passkeyById = (db: Reader, id: string) => db.selectFrom('passkeys').selectAll().where('id', '=', id).executeTakeFirst()
export const passkeysOf = (db: Reader, actorId: ActorId) =>
  db
    .selectFrom('passkeys')
    .select(['id', 'label', 'transports', 'created_at as createdAt', 'used_at as usedAt'])
    .where('actor_id', '=', actorId)
    .orderBy('created_at')
    .limit(100)
    .execute()
/** Answers false when the counter went back: a copy of the authenticator was used. Those that never count stay at 0. */
export const passkeyUsed = async (db: Reader, id: string, counter: number, at: Instant): Promise<boolean> =>
  (await db
    .updateTable('passkeys')
    .set({ counter, used_at: at })
    .where('id', '=', id)
    .where((eb) => (counter === 0 ? eb('counter', '=', 0) : eb('counter', '<', counter)))
    .returning('id')
    .executeTakeFirst()) !== undefined
/** Answers whether there was one. */
export const deletePasskey = async (db: Reader, actorId: ActorId, id: string): Promise<boolean> =>
  (await db.deleteFrom('passkeys').where('id', '=', id).where('actor_id', '=', actorId).returning('id').executeTakeFirst()) !== undefined
