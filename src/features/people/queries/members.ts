import { type Insertable, sql, type Updateable } from 'kysely'
import { type Instant, instant } from '#ground/clock/index.ts'
import { type Reader, type Tx, takeTurns } from '#ground/database/index.ts'
import type { Role } from '#ground/http/viewer.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { defaultSettings, type ReaderSettings } from '../member.ts'
import type { MembersTable } from '../tables.ts'

const columns = [
  'actors.id',
  'actors.handle',
  'actors.name',
  'members.email',
  'members.email_confirmed_at as confirmedAt',
  'members.pending_email as pendingEmail',
  'members.password_hash as passwordHash',
  'members.role',
  'members.state',
  'members.locale',
  'members.reads',
  'members.writes',
  'members.time_zone as timeZone',
  'members.minor',
  'members.settings',
  'members.created_at as createdAt',
] as const

const members = (db: Reader) =>
  db.selectFrom('members').innerJoin('actors', 'actors.id', 'members.actor_id').select(columns).where('actors.deleted_at', 'is', null)
export type MemberRow = NonNullable<Awaited<ReturnType<typeof memberById>>>

export const memberById = (db: Reader, id: ActorId) => members(db).where('actors.id', '=', id).executeTakeFirst()

/** By handle or, when the text has an @ inside, by e-mail address. */
export function memberByLogin(db: Reader, login: string) {
  const text = login.trim().replace(/^@/, '').toLowerCase()
  return text.includes('@')
    ? members(db)
        .where((eb) => eb(eb.fn<string>('lower', ['members.email']), '=', text))
        .executeTakeFirst()
    : members(db).where('actors.handle', '=', text).where('actors.host', 'is', null).executeTakeFirst()
}

export const memberByEmail = (db: Reader, email: string) =>
  members(db)
    .where((eb) => eb(eb.fn<string>('lower', ['members.email']), '=', email.trim().toLowerCase()))
    .executeTakeFirst()

/** SQL: whoever this column names is no minor. Lists by place leave minors out (security V5). */
export const notMinor = (actorColumn: string) =>
  sql<boolean>`not exists (select 1 from members where members.actor_id = ${sql.ref(actorColumn)} and members.minor)`

export const insertMember = (tx: Tx, row: Insertable<MembersTable>) => tx.insertInto('members').values(row).execute()
export const updateMember = (tx: Tx, id: ActorId, change: Updateable<MembersTable>) =>
  tx.updateTable('members').set(change).where('actor_id', '=', id).execute()

/** Ways into one account go one at a time. */
export const lockMember = (tx: Tx, id: ActorId) => tx.selectFrom('members').select('actor_id').where('actor_id', '=', id).forUpdate().execute()

/** Whether anyone is an admin yet: before that the first-run page makes one. */
export const hasAdmin = async (db: Reader): Promise<boolean> =>
  (await db.selectFrom('members').select('actor_id').where('role', '=', 'admin').limit(1).executeTakeFirst()) !== undefined

/** One at a time through the door where admins are made or leave. */
export const lockFirstRun = (tx: Tx) => takeTurns(tx, 'commonplace.admins')

export async function countAdmins(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('members')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('role', '=', 'admin')
    .where('state', '=', 'active')
    .executeTakeFirst()
  return row?.count ?? 0
}

export interface MemberFilter {
  state: MembersTable['state'] | null
  /** Start of a handle. */
  handle: string | null
  role: Role | null
}

/** Newest first, after the cursor. */
export const memberPage = (db: Reader, { state, handle, role }: MemberFilter, after: { key: string | number; id: string } | null, limit: number) => {
  let query = members(db).orderBy('members.created_at', 'desc').orderBy('members.actor_id', 'desc').limit(limit)
  if (state) query = query.where('members.state', '=', state)
  if (role) query = query.where('members.role', '=', role)
  if (handle)
    query = query.where(
      'actors.handle',
      'like',
      `${handle
        .toLowerCase()
        .replaceAll(/[^a-z0-9_]/g, '')
        .replaceAll('_', '\\_')}%`,
    )
  if (after) query = query.where(sql<boolean>`(members.created_at, members.actor_id) < (${instant(after.key)}, ${after.id}::uuid)`)
  return query.execute()
}

/** Ways in, address and languages of a member who left. */
export async function dropMember(tx: Tx, id: ActorId): Promise<void> {
  for (const table of ['sessions', 'passkeys', 'second_factors', 'mail_tokens', 'challenges', 'access_tokens', 'grants', 'member_origins', 'members'] as const)
    await tx.deleteFrom(table).where('actor_id', '=', id).execute()
  await tx.deleteFrom('invites').where('made_by', '=', id).execute()
}

export const settingsOf = (row: { settings: unknown }): ReaderSettings => ({ ...defaultSettings, ...(row.settings as Partial<ReaderSettings>) })

/** Languages read (best first), languages written and settings of some members; for language, feed and notices. */
export async function readersById(
  db: Reader,
  ids: ActorId[],
): Promise<Map<ActorId, { locale: string; reads: string[]; writes: string[]; settings: ReaderSettings }>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('members').select(['actor_id', 'locale', 'reads', 'writes', 'settings']).where('actor_id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.actor_id, { locale: row.locale, reads: row.reads, writes: row.writes, settings: settingsOf(row) }]))
}

export const memberIds = (db: Reader, after: ActorId | null, limit: number): Promise<{ id: ActorId; at: Instant }[]> => {
  const query = db.selectFrom('members').select(['actor_id as id', 'created_at as at']).orderBy('actor_id').limit(limit)
  return (after ? query.where('actor_id', '>', after) : query).execute()
}
