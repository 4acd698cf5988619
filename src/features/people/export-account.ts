import type { Reader } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { memberById, settingsOf } from './queries/members.ts'

/** What a member's archive says of the account: no secrets, nothing of others. */
export async function* exportAccount(db: Reader, member: ActorId): AsyncIterable<object> {
  const row = await memberById(db, member)
  if (!row) return
  const { id, handle, name, email, locale, reads, writes, timeZone, minor, createdAt } = row
  yield { id, handle, name, email, locale, reads, writes, timeZone, minor, createdAt: createdAt.toISOString(), settings: settingsOf(row) }
}
