import { sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { ActorId, LayerId } from '#ground/ids/index.ts'
import '../tables.ts'

/** One reader's word on the language of an original; a later one takes the place of the first. */
export const putVoice = (tx: Tx, row: { layer_id: LayerId; actor_id: ActorId; language: string; at: Instant }) =>
  tx
    .insertInto('language_voices')
    .values(row)
    .onConflict((on) => on.columns(['layer_id', 'actor_id']).doUpdateSet({ language: row.language, at: row.at }))
    .execute()

export const dropVoices = (tx: Tx, layer: LayerId) => tx.deleteFrom('language_voices').where('layer_id', '=', layer).execute()
export const forgetVoice = (tx: Tx, member: ActorId) => tx.deleteFrom('language_voices').where('actor_id', '=', member).execute()

/** What readers say, the most said first. */
export const voicesOf = (db: Reader, layer: LayerId): Promise<{ language: string; count: number }[]> =>
  db
    .selectFrom('language_voices')
    .select(['language', sql<number>`count(*)::integer`.as('count')])
    .where('layer_id', '=', layer)
    .groupBy('language')
    .orderBy('count', 'desc')
    .orderBy('language')
    .execute()

export const voiceOf = async (db: Reader, layer: LayerId, member: ActorId): Promise<string | null> =>
  (await db.selectFrom('language_voices').select('language').where('layer_id', '=', layer).where('actor_id', '=', member).executeTakeFirst())?.language ?? null
