import { sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { Subject } from '#ground/feature.ts'
import type { ActorId, LayerId } from '#ground/ids/index.ts'
import '../tables.ts'
import { forgetWriter } from './culture-words.ts'
import type { LayerRow } from './layers.ts'
import { forgetMender } from './mends.ts'
import { deleteWordsOf } from './saved-words.ts'
import { forgetVoice } from './voices.ts'

/** Sets, changes or (0) takes back a vote and keeps the layer's sum. Answers the new sum. */
export async function putVote(tx: Tx, layer: LayerId, voter: ActorId, value: 1 | -1 | 0, at: Instant): Promise<number> {
  if (value === 0) await tx.deleteFrom('layer_votes').where('layer_id', '=', layer).where('actor_id', '=', voter).execute()
  else
    await tx
      .insertInto('layer_votes')
      .values({ layer_id: layer, actor_id: voter, value, at })
      .onConflict((on) => on.columns(['layer_id', 'actor_id']).doUpdateSet({ value, at }))
      .execute()
  const sum = sql<number>`(select coalesce(sum(value), 0)::integer from layer_votes where layer_id = ${layer})`
  const { rating } = await tx.updateTable('layers').set({ rating: sum }).where('id', '=', layer).returning('rating').executeTakeFirstOrThrow()
  return rating
}

export const voteOf = async (db: Reader, layers: readonly LayerId[], voter: ActorId): Promise<Map<LayerId, 1 | -1>> => {
  if (layers.length === 0) return new Map()
  const rows = await db.selectFrom('layer_votes').select(['layer_id', 'value']).where('actor_id', '=', voter).where('layer_id', 'in', layers).execute()
  return new Map(rows.map((row) => [row.layer_id, row.value]))
}

/** How many thanked for each layer; layers without thanks are missing. */
export const thanksOf = async (db: Reader, layers: readonly LayerId[]): Promise<Map<LayerId, number>> => {
  if (layers.length === 0) return new Map()
  const rows = await db
    .selectFrom('layer_votes')
    .select(['layer_id', sql<number>`count(*)::integer`.as('thanks')])
    .where('layer_id', 'in', layers)
    .where('value', '=', 1)
    .groupBy('layer_id')
    .execute()
  return new Map(rows.map((row) => [row.layer_id, row.thanks]))
}

/** Keeps the wording of a layer that is about to change. */
export const keepWording = (tx: Tx, { id, revision, title, body, warning, updatedAt, boxes, byActor }: LayerRow) =>
  tx
    .insertInto('layer_history')
    .values({ layer_id: id, revision, title, body, warning, at: updatedAt, boxes: boxes && JSON.stringify(boxes), by_actor: boxes && byActor })
    .execute()

export const deleteWordingsOf = (tx: Tx, subjects: readonly string[]) =>
  tx
    .deleteFrom('layer_history')
    .where('layer_id', 'in', (db) => db.selectFrom('layers').select('layers.id').where('subject_id', 'in', subjects))
    .execute()

/** Earlier wordings, newest first, below `before`. */
export function historyOf(db: Reader, layer: LayerId, before: number | null, limit: number) {
  const query = db
    .selectFrom('layer_history')
    .select(['revision', 'title', 'body', 'warning', 'at', 'by_actor as byActor'])
    .where('layer_id', '=', layer)
    .orderBy('revision', 'desc')
    .limit(limit)
  return (before === null ? query : query.where('revision', '<', before)).execute()
}

export const wordingOf = (db: Reader, layer: LayerId, revision: number) =>
  db.selectFrom('layer_history').select(['title', 'body', 'warning', 'boxes']).where('layer_id', '=', layer).where('revision', '=', revision).executeTakeFirst()

/** A member leaves: their votes (sums follow), their proposals and their words go (their layers did so before, one by one); what they read off pictures stays without their name. */
export async function forgetMember(tx: Tx, member: ActorId): Promise<void> {
  await sql`
    with gone as (delete from layer_votes where actor_id = ${member} returning layer_id, value)
    update layers set rating = rating - gone.value from gone where layers.id = gone.layer_id`.execute(tx)
  await tx.updateTable('layers').set({ by_actor: null }).where('by_actor', '=', member).where('origin', '=', 'original').execute()
  await tx.updateTable('layer_history').set({ by_actor: null }).where('by_actor', '=', member).execute()
  await forgetMender(tx, member)
  await forgetVoice(tx, member)
  await tx.deleteFrom('translation_asks').where('member_id', '=', member).execute()
  await tx.deleteFrom('translations_cache').where('subject_id', '=', member).where('subject_kind', '=', 'bridge').execute()
  await deleteWordsOf(tx, member)
  await forgetWriter(tx, member)
}

/** Whether anybody but this member worded what stands in a picture, or put it into another language. */
export async function othersWorded(db: Reader, { kind, id }: Subject, member: ActorId): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select 1 from layers l where l.subject_id = ${id} and l.subject_kind = ${kind} and (l.by_actor <> ${member}
      or exists (select 1 from layer_history h where h.layer_id = l.id and h.by_actor <> ${member}))) as found`.execute(db)
  return rows[0]?.found ?? false
}

/** Layers somebody made for others' texts, and all they made in pictures, for their archive, in pages. */
export const layersBy = (db: Reader, member: ActorId, after: LayerId | null, limit: number) => {
  const query = db
    .selectFrom('layers')
    .select([
      'id',
      'subject_kind as subjectKind',
      'subject_id as subjectId',
      'language',
      'title',
      'body',
      'warning',
      'boxes',
      'licence',
      'created_at as createdAt',
    ])
    .where('by_actor', '=', member)
    .where((eb) => eb.or([eb('origin', '=', 'person'), eb('subject_kind', '=', 'picture')]))
    .orderBy('id')
    .limit(limit)
  return (after === null ? query : query.where('id', '>', after)).execute()
}

/** Languages that most members here read, most first: for which layers are made without being asked. The newest members speak for all. */
export async function languagesRead(db: Reader, limit: number): Promise<string[]> {
  const { rows } = await sql<{ language: string }>`
    select language from (select unnest(reads) as language, actor_id from (select reads, actor_id from members where state = 'active' order by created_at desc limit 5000) newest) each
    group by language order by count(*) desc, language limit ${limit}`.execute(db)
  return rows.map(({ language }) => language)
}
