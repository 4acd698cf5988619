import { sql, type Updateable } from 'kysely'
import { type Instant, instant, millisecondsBetween } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { ActorId, MediaId, NoteId } from '#ground/ids/index.ts'
import type { ProfileLink, ProfilesTable } from '../tables.ts'

export interface ProfileRow {
  bannerId: MediaId | null
  placeId: string | null
  links: ProfileLink[]
  pinned: NoteId[]
}

const nothing: ProfileRow = { bannerId: null, placeId: null, links: [], pinned: [] }
const plain = (db: Reader, id: ActorId) =>
  db
    .selectFrom('profiles')
    .select(['banner_id as bannerId', 'place_id as placeId', sql<ProfileLink[]>`links`.as('links'), sql<NoteId[]>`pinned`.as('pinned')])
    .where('actor_id', '=', id)

export const profileOf = async (db: Reader, id: ActorId): Promise<ProfileRow> => (await plain(db, id).executeTakeFirst()) ?? nothing

/** The row, locked; made when there is none. */
export async function lockProfile(tx: Tx, id: ActorId, at: Instant): Promise<ProfileRow> {
  await tx
    .insertInto('profiles')
    .values({ actor_id: id, banner_id: null, place_id: null, updated_at: at })
    .onConflict((on) => on.doNothing())
    .execute()
  return plain(tx, id).forUpdate().executeTakeFirstOrThrow()
}

export const updateProfile = (tx: Tx, id: ActorId, change: Updateable<ProfilesTable>) =>
  tx.updateTable('profiles').set(change).where('actor_id', '=', id).execute()
/** Keeps the links and when the first of them is to be looked at: at once (`now`) when one is new. */
export const setLinks = (tx: Tx, id: ActorId, links: ProfileLink[], now: Instant) =>
  tx
    .updateTable('profiles')
    .set({
      links: JSON.stringify(links),
      links_due: links.map(({ next }) => (next ? instant(next.at) : now)).sort((a, b) => millisecondsBetween(b, a))[0] ?? null,
    })
    .where('actor_id', '=', id)
    .execute()
export const deleteProfile = (tx: Tx, id: ActorId) => tx.deleteFrom('profiles').where('actor_id', '=', id).execute()

/** Whose links are due, longest first. */
export async function linksDue(db: Reader, now: Instant, limit: number): Promise<ActorId[]> {
  const rows = await db.selectFrom('profiles').select('actor_id').where('links_due', '<=', now).orderBy('links_due').orderBy('actor_id').limit(limit).execute()
  return rows.map((row) => row.actor_id)
}
