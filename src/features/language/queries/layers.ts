import { type Insertable, type SelectQueryBuilder, sql, type Updateable } from 'kysely'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { Tables } from '#ground/database/tables.ts'
import type { Subject } from '#ground/feature.ts'
import type { ActorId, LayerId } from '#ground/ids/index.ts'
import type { Box } from '#pure/boxes/index.ts'
import type { Origin } from '../layer.ts'
import type { Pair } from '../pairs.ts'
import type { LayerLicence, LayersTable } from '../tables.ts'

const columns = [
  'id',
  'subject_kind as subjectKind',
  'subject_id as subjectId',
  'language',
  'origin',
  'by_actor as byActor',
  'engine',
  'engine_version as engineVersion',
  'licence',
  'also',
  'language_given as languageGiven',
  'revision',
  'source_revision as sourceRevision',
  'stale',
  'outdated',
  'rating',
  'created_at as createdAt',
  'updated_at as updatedAt',
] as const
const wording = ['title', 'body', 'warning', 'pairs', 'boxes'] as const

export interface LayerRow {
  id: LayerId
  subjectKind: string
  subjectId: string
  language: string
  origin: Origin
  byActor: ActorId | null
  engine: string | null
  engineVersion: string | null
  licence: LayerLicence
  also: string[]
  languageGiven: boolean
  revision: number
  sourceRevision: number
  stale: boolean
  outdated: boolean
  rating: number
  createdAt: LayersTable['created_at']
  updatedAt: LayersTable['updated_at']
  title: string
  body: string
  warning: string | null
  pairs: Pair[] | null
  boxes: Box[] | null
}
/** Without its words. */
export type BareLayer = Omit<LayerRow, 'title' | 'body' | 'warning' | 'pairs' | 'boxes'>
/** Only the beginning of its words. */
export type Beginning = Omit<LayerRow, 'pairs' | 'boxes'>

const of = <O>(query: SelectQueryBuilder<Tables, 'layers', O>, subjects: readonly Subject[]) =>
  query
    .where(
      'subject_id',
      'in',
      subjects.map(({ id }) => id),
    )
    .where('subject_kind', 'in', [...new Set(subjects.map(({ kind }) => kind))])

/** Every layer of these subjects, oldest first. */
export async function layersOf(db: Reader, subjects: readonly Subject[]): Promise<LayerRow[]> {
  if (subjects.length === 0) return []
  return of(db.selectFrom('layers').select(columns).select(wording), subjects).orderBy('id').execute()
}

export const originalOf = (db: Reader, subject: Subject): Promise<LayerRow | undefined> =>
  of(db.selectFrom('layers').select(columns).select(wording), [subject]).where('origin', '=', 'original').executeTakeFirst()

/** Layers beside the original, oldest first, behind `after` or beginning with `at`. */
export function layerPage(
  db: Reader,
  subject: Subject,
  { layerId, language, origin, at }: { layerId?: LayerId | undefined; language?: string | undefined; origin?: Origin | undefined; at?: LayerId | undefined },
  after: string | null,
  limit: number,
): Promise<LayerRow[]> {
  let query = of(db.selectFrom('layers').select(columns).select(wording), [subject]).where('origin', '<>', 'original').orderBy('id').limit(limit)
  if (layerId) query = query.where('id', '=', layerId)
  if (at) query = query.where('id', '>=', at)
  if (language) query = query.where('language', '=', language)
  if (origin) query = query.where('origin', '=', origin)
  return (after === null ? query : query.where('id', '>', after as LayerId)).execute()
}

/** Whether fewer than `most` layers stand before this one. */
export async function isAmongFirst(db: Reader, subject: Subject, id: LayerId, most: number): Promise<boolean> {
  const before = of(db.selectFrom('layers').select('id'), [subject]).where('origin', '<>', 'original').where('id', '<', id).limit(most)
  return (await before.execute()).length < most
}

/** The same without their words: there may be many, and a reader is shown two. */
export async function bareLayersOf(db: Reader, subjects: readonly Subject[]): Promise<BareLayer[]> {
  if (subjects.length === 0) return []
  return of(db.selectFrom('layers').select(columns), subjects).orderBy('id').execute()
}

export const layersWithWords = (db: Reader, ids: readonly LayerId[]): Promise<LayerRow[]> =>
  ids.length === 0 ? Promise.resolve([]) : db.selectFrom('layers').select(columns).select(wording).where('id', 'in', ids).execute()

/** Originals, and other layers in these languages, with only the beginning of the body: what a list of tiles needs. */
export async function beginningsOf(db: Reader, subjects: readonly Subject[], languages: readonly string[]): Promise<Beginning[]> {
  if (subjects.length === 0) return []
  return of(
    db
      .selectFrom('layers')
      .select(columns)
      .select(['title', 'warning', sql<string>`left(body, 400)`.as('body')]),
    subjects,
  )
    .where((eb) => eb.or([eb('origin', '=', 'original'), ...(languages.length > 0 ? [eb('language', 'in', languages)] : [])]))
    .execute()
}

export const layerById = (db: Reader, id: LayerId): Promise<LayerRow | undefined> =>
  db.selectFrom('layers').select(columns).select(wording).where('id', '=', id).executeTakeFirst()

/** How many layers of one text somebody made. */
export const countLayersBy = async (tx: Tx, subject: Subject, member: ActorId): Promise<number> =>
  (await of(tx.selectFrom('layers').select('id'), [subject]).where('by_actor', '=', member).where('origin', '<>', 'original').execute()).length

/** Layers that somebody made for others' texts. */
export const personLayersOf = (db: Reader, member: ActorId, limit: number): Promise<LayerRow[]> =>
  db.selectFrom('layers').select(columns).select(wording).where('by_actor', '=', member).where('origin', '=', 'person').orderBy('id').limit(limit).execute()

export const layersById = async (db: Reader, ids: readonly LayerId[]): Promise<LayerRow[]> =>
  ids.length === 0 ? [] : db.selectFrom('layers').select(columns).select(wording).where('id', 'in', ids).execute()

/** The original, locked against a second writer until the transaction ends. */
export const lockOriginal = (tx: Tx, { kind, id }: Subject): Promise<LayerRow | undefined> =>
  tx
    .selectFrom('layers')
    .select(columns)
    .select(wording)
    .where('subject_id', '=', id)
    .where('subject_kind', '=', kind)
    .where('origin', '=', 'original')
    .forUpdate()
    .executeTakeFirst()

/** The other layers of a subject whose original is locked. */
export const othersOf = (tx: Tx, { kind, id }: Subject): Promise<LayerRow[]> =>
  tx
    .selectFrom('layers')
    .select(columns)
    .select(wording)
    .where('subject_id', '=', id)
    .where('subject_kind', '=', kind)
    .where('origin', '<>', 'original')
    .orderBy('id')
    .forUpdate()
    .execute()

export const lockLayer = (tx: Tx, id: LayerId): Promise<LayerRow | undefined> =>
  tx.selectFrom('layers').select(columns).select(wording).where('id', '=', id).forUpdate().executeTakeFirst()

export async function insertLayer(tx: Tx, row: Insertable<LayersTable>): Promise<LayerId> {
  await tx.insertInto('layers').values(row).execute()
  return row.id
}
export const updateLayer = (tx: Tx, id: LayerId, change: Updateable<LayersTable>) => tx.updateTable('layers').set(change).where('id', '=', id).execute()
export const deleteLayerRow = (tx: Tx, id: LayerId) => tx.deleteFrom('layers').where('id', '=', id).execute()

/** Writes a layer of which there is one a language (machine, author) over the one that is there, which is not kept: the revision stays. Answers the id that stands now. */
export async function putSingleLayer(tx: Tx, row: Insertable<LayersTable>): Promise<LayerId> {
  const { id } = await tx
    .insertInto('layers')
    .values(row)
    .onConflict((on) =>
      on
        .columns(['subject_id', 'subject_kind', 'language', 'origin'])
        // Not as parameters: a prepared statement of a general plan would not find the partial index.
        .where(sql<boolean>`origin in ('author', 'machine')`)
        .doUpdateSet((eb) => ({
          title: eb.ref('excluded.title'),
          body: eb.ref('excluded.body'),
          warning: eb.ref('excluded.warning'),
          engine: eb.ref('excluded.engine'),
          engine_version: eb.ref('excluded.engine_version'),
          stale: false,
          outdated: false,
          pairs: null,
          source_revision: eb.ref('excluded.source_revision'),
          updated_at: eb.ref('excluded.updated_at'),
        })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Machine layers made from the wrong language are of no use to anyone. Answers in which languages there were some. */
export const deleteMachineLayers = async (tx: Tx, { kind, id }: Subject): Promise<string[]> =>
  (
    await tx.deleteFrom('layers').where('subject_id', '=', id).where('subject_kind', '=', kind).where('origin', '=', 'machine').returning('language').execute()
  ).map(({ language }) => language)

/** Everything this feature keeps of a subject: layers with history and votes, cached pieces, asks. */
export async function deleteAllOf(tx: Tx, { kind, id }: Subject): Promise<void> {
  await tx.deleteFrom('layers').where('subject_id', '=', id).where('subject_kind', '=', kind).execute()
  await tx.deleteFrom('translations_cache').where('subject_id', '=', id).where('subject_kind', '=', kind).execute()
  await tx.deleteFrom('translation_asks').where('subject_id', '=', id).where('subject_kind', '=', kind).execute()
}

/** Cached pieces of one subject are another's from now on. */
export const moveCached = (tx: Tx, from: Subject, to: Subject) =>
  tx
    .updateTable('translations_cache')
    .set({ subject_kind: to.kind, subject_id: to.id })
    .where('subject_id', '=', from.id)
    .where('subject_kind', '=', from.kind)
    .execute()

/** Layers that render nothing: their original is gone. */
export async function orphanLayers(db: Reader): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from layers l where origin <> 'original'
    and not exists (select 1 from layers o where o.subject_id = l.subject_id and o.subject_kind = l.subject_kind and o.origin = 'original')`.execute(db)
  return rows[0]?.count ?? 0
}

/** Every language of the texts of these subjects, originals first, without layers that were voted away; for search. */
export async function wordingsOf(db: Reader, subjects: readonly Subject[], hiddenRating: number): Promise<{ language: string; title: string; body: string }[]> {
  if (subjects.length === 0) return []
  return of(db.selectFrom('layers').select(['language', 'title', 'body']), subjects)
    .where((eb) => eb.or([eb('origin', '<>', 'person'), eb('rating', '>', hiddenRating)]))
    .orderBy(sql`origin <> 'original'`)
    .orderBy('id')
    .execute()
}
