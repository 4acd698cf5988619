import { type Selectable, sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { Owing } from '#pure/recommender/promises/due.ts'
import type { PromisesTable } from '../promises/tables.ts'
import { asFloor, promiseColumns } from './promises.ts'
import '../tables.ts'

export async function isAnyOpen(db: Reader): Promise<boolean> {
  return (await db.selectFrom('promises').select('id').where('state', '=', 'open').limit(1).executeTakeFirst()) !== undefined
}

/** How many are looked at: those whose time is over first, and some in each language the reader reads. */
const POOL = { first: 40, eachLanguage: 20, languages: 8 } as const

/**
 * Some of the open promises that this reader did not pay yet and whose authors have no mark of theirs: the ones that end first, and in each
 * language they read those after a point in [0, 1). A few probes on indexes however many are open.
 */
export async function openFor(
  db: Reader,
  { id, reads, marks }: { id: ActorId; reads: readonly string[]; marks: readonly string[] },
  { now, point }: { now: Instant; point: number },
): Promise<Owing[]> {
  const mine = sql`p.author_id <> ${id} and p.starts_at <= ${now} and p.due_at > ${now}
    and not exists (select 1 from promise_readers r where r.promise_id = p.id and r.reader_id = ${id})
    and not exists (select 1 from promise_marks m where m.promise_id = p.id and m.mark = any(${[...marks]}::text[]))`
  const inLanguage = (side: '>=' | '<') => sql`select p.* from unnest(${reads.slice(0, POOL.languages)}::text[]) wanted (language), lateral (
      select * from promises p where p.state = 'open' and p.language = wanted.language and p.lot ${sql.raw(side)} ${point} and ${mine}
      order by p.lot limit ${POOL.eachLanguage}) p`
  const rows = await db
    .selectFrom(
      sql<Selectable<PromisesTable>>`(
        (select * from promises p where p.state = 'open' and ${mine} order by p.due_at limit ${POOL.first})
        union (${inLanguage('>=')}) union (${inLanguage('<')}))`.as<'promises'>(sql`promises`),
    )
    .innerJoin('feed_notes', 'feed_notes.note_id', 'promises.note_id')
    .select(promiseColumns)
    .select(['feed_notes.layer_languages as layers', 'feed_notes.topics'])
    .execute()
  return rows.map((row) => {
    const { noteId, authorId, ...floor } = asFloor(row)
    return { ...floor, note: noteId, author: authorId }
  })
}
