import type { Instant } from '#ground/clock/index.ts'
import type { Reader } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { MutesTable } from '../tables.ts'

export interface Mutes {
  persons: Set<ActorId>
  topics: Set<string>
  /** Folded by `foldLabel`, to be looked for in folded text. */
  words: string[]
  languages: Set<string>
}

const running = (db: Reader, member: ActorId, now: Instant) =>
  db
    .selectFrom('mutes')
    .where('member_id', '=', member)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', now)]))

/** What this member does not want to meet now; at most 500 of each. */
export async function activeMutes(db: Reader, member: ActorId, now: Instant): Promise<Mutes> {
  const rows = await running(db, member, now).select(['kind', 'value']).limit(2_000).execute()
  const of = (kind: MutesTable['kind']) => rows.filter((row) => row.kind === kind).map((row) => row.value)
  return { persons: new Set(of('person') as ActorId[]), topics: new Set(of('topic')), words: of('word'), languages: new Set(of('language')) }
}

export const listMutes = (db: Reader, member: ActorId, now: Instant) =>
  running(db, member, now).select(['id', 'kind', 'value', 'label', 'until']).orderBy('created_at', 'desc').limit(2_000).execute()
export const countMutes = async (db: Reader, member: ActorId, kind: MutesTable['kind'], now: Instant): Promise<number> =>
  (
    await running(db, member, now)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('kind', '=', kind)
      .executeTakeFirstOrThrow()
  ).n
/** Those whose end has come are kept for nothing. */
export const dropRunOut = (db: Reader, member: ActorId, now: Instant) =>
  db.deleteFrom('mutes').where('member_id', '=', member).where('until', '<=', now).execute()

/** Muting the same again sets its end anew. */
export const insertMute = (db: Reader, row: MutesTable) =>
  db
    .insertInto('mutes')
    .values(row)
    .onConflict((on) => on.columns(['member_id', 'kind', 'value']).doUpdateSet({ until: row.until, label: row.label }))
    .returning('id')
    .executeTakeFirstOrThrow()
export const deleteMute = (db: Reader, member: ActorId, id: string) => db.deleteFrom('mutes').where('id', '=', id).where('member_id', '=', member).execute()
