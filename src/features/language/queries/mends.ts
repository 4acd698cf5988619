import { type Insertable, sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { ActorId, LayerId } from '#ground/ids/index.ts'
import type { LayerLicence, MendId, MendState, MendsTable } from '../tables.ts'

export interface MendRow {
  id: MendId
  layerId: LayerId
  sentence: string
  text: string
  before: string | null
  byActor: ActorId | null
  licence: LayerLicence
  state: MendState
  createdAt: Instant
  decidedAt: Instant | null
}

const columns = [
  'id',
  'layer_id as layerId',
  'sentence',
  'text',
  'before',
  'by_actor as byActor',
  'licence',
  'state',
  'created_at as createdAt',
  'decided_at as decidedAt',
] as const

export const mendById = (db: Reader, id: MendId): Promise<MendRow | undefined> => db.selectFrom('mends').select(columns).where('id', '=', id).executeTakeFirst()
export const lockMend = (tx: Tx, id: MendId): Promise<MendRow | undefined> =>
  tx.selectFrom('mends').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()

/** Newest first, at most `limit` for each of these sentences of a layer. */
export async function mendsOf(db: Reader, layer: LayerId, sentences: readonly string[], limit: number): Promise<MendRow[]> {
  if (sentences.length === 0) return []
  const { rows } = await sql<MendRow>`
    select m.id, m.layer_id as "layerId", m.sentence, m.text, m.before, m.by_actor as "byActor", m.licence, m.state, m.created_at as "createdAt", m.decided_at as "decidedAt"
    from unnest(${[...new Set(sentences)]}::text[]) as wanted (sentence)
    cross join lateral (select * from mends where layer_id = ${layer} and mends.sentence = wanted.sentence order by id desc limit ${limit}) m
    order by m.id desc`.execute(db)
  return rows
}

/** Mends that stand in these layers, with whose they are. */
export const takenMends = async (db: Reader, layers: readonly LayerId[]): Promise<Pick<MendRow, 'layerId' | 'sentence' | 'text' | 'byActor'>[]> =>
  layers.length === 0
    ? []
    : db
        .selectFrom('mends')
        .select(['layer_id as layerId', 'sentence', 'text', 'by_actor as byActor'])
        .where('layer_id', 'in', layers)
        .where('state', '=', 'taken')
        // Whoever says that words still fit has not worded them.
        .where(sql<boolean>`before is distinct from text`)
        .execute()

export interface Votes {
  votes: number
  mine: boolean
}

/** Thanks for mends, by id; mends without any are missing. */
export async function votesOf(db: Reader, mends: readonly MendId[], me: ActorId | null): Promise<Map<MendId, Votes>> {
  if (mends.length === 0) return new Map()
  const rows = await db
    .selectFrom('mend_votes')
    .select(['mend_id', sql<number>`count(*)::integer`.as('votes'), sql<boolean>`bool_or(actor_id = ${me}::uuid) is true`.as('mine')])
    .where('mend_id', 'in', mends)
    .groupBy('mend_id')
    .execute()
  return new Map(rows.map(({ mend_id, votes, mine }) => [mend_id, { votes, mine }]))
}

/** Keeps a proposal; an open one of the same person for the same sentence gives way, and its thanks with it. */
export async function putProposal(tx: Tx, row: Insertable<MendsTable> & { by_actor: ActorId }): Promise<void> {
  await tx
    .deleteFrom('mends')
    .where('layer_id', '=', row.layer_id)
    .where('sentence', '=', row.sentence)
    .where('by_actor', '=', row.by_actor)
    .where('state', '=', 'proposed')
    .execute()
  await tx.insertInto('mends').values(row).execute()
}

export const deleteMend = (tx: Tx, id: MendId) => tx.deleteFrom('mends').where('id', '=', id).execute()

export const decideMend = (tx: Tx, id: MendId, state: MendState, at: Instant, before?: string | null) =>
  tx
    .updateTable('mends')
    .set({ state, decided_at: at, ...(before === undefined ? {} : { before }) })
    .where('id', '=', id)
    .execute()

/** What stood in a sentence before gives way to a newer mend. */
export const replaceTaken = (tx: Tx, layer: LayerId, sentence: string) =>
  tx.updateTable('mends').set({ state: 'replaced' }).where('layer_id', '=', layer).where('sentence', '=', sentence).where('state', '=', 'taken').execute()

/** Words that still fit what the original says now, under the name of that sentence. */
export const moveCredit = (tx: Tx, layer: LayerId, text: string, sentence: string) =>
  tx
    .updateTable('mends')
    .set({ sentence })
    .where('layer_id', '=', layer)
    .where('text', '=', text)
    .where('state', '=', 'taken')
    .where(sql<boolean>`before is distinct from text`)
    .execute()

export const thankedFor = async (tx: Tx, mend: MendId): Promise<ActorId[]> =>
  (await tx.selectFrom('mend_votes').select('actor_id').where('mend_id', '=', mend).orderBy('at').orderBy('actor_id').execute()).map((row) => row.actor_id)

/** One person's thanks, once. */
export const thank = (tx: Tx, mend: MendId, actor: ActorId, at: Instant) =>
  tx
    .insertInto('mend_votes')
    .values({ mend_id: mend, actor_id: actor, at })
    .onConflict((on) => on.doNothing())
    .execute()
export const takeThanksBack = (tx: Tx, mend: MendId, actor: ActorId) =>
  tx.deleteFrom('mend_votes').where('mend_id', '=', mend).where('actor_id', '=', actor).execute()

/** A member leaves: proposals and thanks go; what stands in a layer stays there, without a name. */
export async function forgetMender(tx: Tx, member: ActorId): Promise<void> {
  await tx.deleteFrom('mend_votes').where('actor_id', '=', member).execute()
  await tx.deleteFrom('mends').where('by_actor', '=', member).where('state', '=', 'proposed').execute()
  await tx.updateTable('mends').set({ by_actor: null }).where('by_actor', '=', member).execute()
}

/** Somebody's mends for their archive, in pages. */
export const mendsBy = (db: Reader, member: ActorId, after: MendId | null, limit: number) => {
  const query = db.selectFrom('mends').select(columns).where('by_actor', '=', member).orderBy('id').limit(limit)
  return (after === null ? query : query.where('id', '>', after)).execute()
}
