import type { Instant } from '#ground/clock/index.ts'
import type { Reader } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import './tables.ts'

export async function readSetting<T>(db: Reader, key: string): Promise<T | undefined> {
  const row = await db.selectFrom('host_settings').select('value').where('key', '=', key).executeTakeFirst()
  return row?.value as T | undefined
}

export async function writeSetting(db: Reader, key: string, value: unknown, by: ActorId | null, at: Instant): Promise<void> {
  const row = { value: JSON.stringify(value), changed_by: by, changed_at: at }
  await db.insertInto('host_settings').values({ key, ...row }).onConflict((on) => on.column('key').doUpdateSet(row)).execute()
}
