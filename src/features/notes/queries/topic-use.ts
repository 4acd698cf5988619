import { sql } from 'kysely'
import type { UsedTogether } from '#features/topics/index.ts'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader } from '#ground/database/index.ts'
import '../tables.ts'

const PUBLIC = sql`notes.state = 'published' and notes.visibility = 'public' and notes.kind <> 'comment'`
/** Pairs that one person alone puts together say nothing. */
const FEWEST_PEOPLE = 2

/**
 * Pairs of topics, one of them made by members, that at least two people put on notes that everybody may read since then; those of most people first.
 * Counted over all such notes.
 */
export async function usedTogether(db: Reader, since: Instant, limit: number): Promise<UsedTogether[]> {
  const { rows } = await sql<{ a: string; b: string; notes: number; people: number; ofA: number; ofB: number; both: number }>`
    with pairs as (
      select x.topic_id as a, y.topic_id as b, count(distinct notes.id)::integer as notes, count(distinct notes.author_id)::integer as people
      from note_topics x join note_topics y on y.note_id = x.note_id and y.topic_id > x.topic_id
      join notes on notes.id = x.note_id join topics ta on ta.id = x.topic_id join topics tb on tb.id = y.topic_id
      where ${PUBLIC} and (ta.kind = 'member' or tb.kind = 'member') and ta.head_id <> tb.head_id
        and exists (select from note_topics r where r.topic_id = x.topic_id and r.published_at >= ${since})
      group by 1, 2 having count(distinct notes.author_id) >= ${FEWEST_PEOPLE} order by people desc, a, b limit ${limit})
    select pairs.*, (select count(*)::integer from note_topics t where t.topic_id = a) as "ofA", (select count(*)::integer from note_topics t where t.topic_id = b) as "ofB",
      (select count(distinct notes.author_id)::integer from note_topics t join notes on notes.id = t.note_id where t.topic_id = a and ${PUBLIC} and notes.author_id in (
        select n2.author_id from note_topics t2 join notes n2 on n2.id = t2.note_id where t2.topic_id = b and n2.state = 'published' and n2.visibility = 'public')) as both
    from pairs`.execute(db)
  return rows.map(({ a, b, notes, people, ofA, ofB, both }) => ({ a, b, notes, people, each: [ofA, ofB], peopleOfBoth: both }))
}
