import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { visibleTo } from '#features/notes/index.ts'
import type { Reader } from '#ground/database/index.ts'
import { type Viewer, viewerId } from '#ground/http/viewer.ts'
import type { ActorId } from '#ground/ids/index.ts'

/** Actors whom this viewer may meet: not gone, not waiting or suspended, and neither has blocked the other. */
function met(viewer: Viewer): RawBuilder<SqlBool> {
  const me = viewerId(viewer)
  const isOpen = sql`actors.deleted_at is null and not exists (select 1 from members m where m.actor_id = actors.id and m.state <> 'active')`
  if (me === null) return sql<SqlBool>`(${isOpen})`
  return sql<SqlBool>`(actors.id = ${me} or (${isOpen} and not exists (select 1 from blocks b where (b.actor_id = ${me} and b.target_id = actors.id) or (b.actor_id = actors.id and b.target_id = ${me}))))`
}

/** Which of these people this viewer may meet, in the given order. */
export async function metAmong(db: Reader, viewer: Viewer, ids: readonly ActorId[]): Promise<ActorId[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('actors')
    .select('id')
    .where('id', 'in', [...new Set(ids)])
    .where(met(viewer))
    .execute()
  const found = new Set(rows.map((row) => row.id))
  return ids.filter((id) => found.has(id))
}

/** How many published notes of theirs (joined ones too) this viewer may see. */
export async function countNotes(db: Reader, viewer: Viewer, author: ActorId): Promise<number> {
  const joined = db.selectFrom('note_coauthors').select('note_id').where('actor_id', '=', author).where('state', '=', 'joined')
  const row = await db
    .selectFrom('notes')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('kind', '<>', 'comment')
    .where('state', '=', 'published')
    .where((eb) => eb.or([eb('author_id', '=', author), eb('id', 'in', joined)]))
    .where(visibleTo(viewer))
    .executeTakeFirstOrThrow()
  return row.count
}

/** Of all whose handle begins so, and of all whose name does, so many are looked at; whom one follows, always. */
const LOOKED_AT = 200
/** Follows every character, in the order that compares bytes. */
const LAST = '\u{10ffff}'

/** People here whose handle or name begins so: those one follows first. Members under 16 only among those. */
export async function peopleByPrefix(db: Reader, viewer: Viewer, text: string, limit: number): Promise<ActorId[]> {
  const me = viewerId(viewer)
  const folded = text.toLowerCase()
  const begins = (column: RawBuilder<unknown>) => sql`${column} ~>=~ ${folded} and ${column} ~<~ ${folded + LAST}`
  const found = ([sql`handle`, sql`lower(name)`] as const).map(
    (column) =>
      sql`(select id from actors where host is null and deleted_at is null and ${begins(column)} order by ${column} using ~<~ limit ${sql.lit(LOOKED_AT)})`,
  )
  const friends = sql`(select a.id from follows f join actors a on a.id = f.followee_id where f.follower_id = ${me} and f.state = 'accepted' and a.host is null and (${begins(sql`a.handle`)} or ${begins(sql`lower(a.name)`)}))`
  const followed = sql<boolean>`exists (select 1 from follows f where f.follower_id = ${me} and f.followee_id = actors.id and f.state = 'accepted')`
  const rows = await db
    .selectFrom('actors')
    .innerJoin('members', 'members.actor_id', 'actors.id')
    .select('actors.id')
    .where(sql<boolean>`actors.id in (${sql.join(me === null ? found : [...found, friends], sql` union `)})`)
    .where(met(viewer))
    .where(sql<boolean>`(not members.minor or actors.id = ${me} or ${followed})`)
    .orderBy(followed, 'desc')
    .orderBy(sql`length(actors.handle)`)
    .orderBy('actors.handle')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

/** Everyone here, for an index that is rebuilt page by page. */
export async function peopleAfter(db: Reader, after: string | null, limit: number): Promise<string[]> {
  let query = db.selectFrom('members').select('actor_id as id')
  if (after) query = query.where('actor_id', '>', after as ActorId)
  return (await query.orderBy('actor_id').limit(limit).execute()).map((row) => row.id)
}
