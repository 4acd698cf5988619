import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Viewer, viewerId } from '#ground/http/viewer.ts'
import '../tables.ts'

/**
 * The one gate: which notes a viewer may read. Everyone who reads `notes` puts this into `where`; there is no second rule anywhere.
 * A comment is seen when it and its root are; with its root's own visibility it is addressed to whoever sees the root. Author and
 * joined co-authors see their own in every state but deleted, whoever is asked to join sees what it is about.
 * `alias` is the name the notes table has in the query.
 */
export function visibleTo(viewer: Viewer, alias = 'notes'): RawBuilder<SqlBool> {
  const note = sql.ref(alias)
  const inherits = sql<SqlBool>`root.visibility = ${note}.visibility`
  return sql<SqlBool>`case when ${note}.root_id is null then ${allowed(viewer, alias)}
    else exists (select 1 from notes root where root.id = ${note}.root_id and ${allowed(viewer, 'root')} and ${allowed(viewer, alias, inherits)}) end`
}

function allowed(viewer: Viewer, alias: string, addressedToo: RawBuilder<SqlBool> = sql<SqlBool>`false`): RawBuilder<SqlBool> {
  const note = sql.ref(alias)
  const me = viewerId(viewer)
  if (me === null) return sql<SqlBool>`(${note}.state = 'published' and ${note}.visibility in ('public', 'unlisted'))`
  const isAuthor = sql`(${note}.author_id = ${me} or exists (select 1 from note_coauthors c where c.note_id = ${note}.id and c.actor_id = ${me} and c.state = 'joined'))`
  const addressed = sql`(
    ${note}.visibility in ('public', 'unlisted') or ${addressedToo}
    or (${note}.visibility = 'followers' and exists (select 1 from follows f where f.follower_id = ${me} and f.followee_id = ${note}.author_id and f.state = 'accepted'))
    or (${note}.visibility in ('followers', 'mentioned') and exists (select 1 from note_mentions m where m.note_id = ${note}.id and m.actor_id = ${me}))
    or exists (select 1 from note_coauthors c where c.note_id = ${note}.id and c.actor_id = ${me}))`
  const blocked = sql`exists (select 1 from blocks b where (b.actor_id = ${me} and b.target_id = ${note}.author_id) or (b.actor_id = ${note}.author_id and b.target_id = ${me}))`
  return sql<SqlBool>`((${note}.state <> 'author-deleted' and ${isAuthor}) or (${note}.state = 'published' and ${addressed} and not ${blocked}))`
}
