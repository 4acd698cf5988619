import type { Instant } from '#ground/clock/index.ts'
import type { Reader } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import '../tables.ts'

export async function readSetting<T>(db: Reader, key: string): Promise<T | undefined> {
  const row = await db.selectFrom('host_settings').select('value').where('key', '=', key).executeTakeFirst()
  return row?.value as T | undefined
}

export async function writeSetting(db: Reader, key: string, value: unknown, by: ActorId | null, at: Instant): Promise<void> {
  const row = { value: JSON.stringify(value), changed_by: by, changed_at: at }
  await db
    .insertInto('host_settings')
    .values({ key, ...row })
    .onConflict((on) => on.column('key').doUpdateSet(row))
    .execute()
}

export interface Rules {
  version: number
  /** Text per language (BCP 47). */
  texts: Record<string, string>
}

export async function currentRules(db: Reader): Promise<Rules> {
  const row = await db.selectFrom('house_rules').select(['version', 'texts']).orderBy('version', 'desc').limit(1).executeTakeFirst()
  return row ? { version: row.version, texts: row.texts as Record<string, string> } : { version: 0, texts: {} }
}

export const insertRules = (db: Reader, rules: Rules, by: ActorId | null, at: Instant) =>
  db
    .insertInto('house_rules')
    .values({ version: rules.version, texts: JSON.stringify(rules.texts), changed_by: by, at })
    .execute()
