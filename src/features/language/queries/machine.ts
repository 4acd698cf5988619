import { sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { Subject } from '#ground/feature.ts'
import type { ActorId } from '#ground/ids/index.ts'
import '../tables.ts'

/** What was kept under these hashes. */
export async function cached(db: Reader, hashes: readonly string[]): Promise<Map<string, string>> {
  if (hashes.length === 0) return new Map()
  const rows = await db.selectFrom('translations_cache').select(['hash', 'text']).where('hash', 'in', hashes).execute()
  return new Map(rows.map(({ hash, text }) => [hash, text]))
}

export async function keepCached(db: Reader, { kind, id }: Subject, texts: ReadonlyMap<string, string>, at: Instant): Promise<void> {
  if (texts.size === 0) return
  const rows = [...texts].map(([hash, text]) => ({ hash, text, subject_kind: kind, subject_id: id, created_at: at }))
  await db
    .insertInto('translations_cache')
    .values(rows)
    .onConflict((on) => on.column('hash').doNothing())
    .execute()
}

/** Takes characters from the month's budget, or answers false and takes none. One statement, so that two processes cannot overdraw it. */
export async function takeCharacters(db: Reader, month: string, characters: number, limit: number): Promise<boolean> {
  if (characters > limit) return false
  const { rows } = await sql`
    insert into engine_use (month, engine, characters) values (${month}, '', ${characters})
    on conflict (month, engine) do update set characters = engine_use.characters + excluded.characters where engine_use.characters + excluded.characters <= ${limit}
    returning characters`.execute(db)
  return rows.length > 0
}

export const giveBackCharacters = (db: Reader, month: string, characters: number) =>
  db
    .updateTable('engine_use')
    .set({ characters: sql`characters - ${characters}` })
    .where('month', '=', month)
    .where('engine', '=', '')
    .execute()

/** What each engine was sent, for the host's page. */
export const countCharacters = (db: Reader, month: string, engine: string, characters: number) =>
  db
    .insertInto('engine_use')
    .values({ month, engine, characters })
    .onConflict((on) => on.columns(['month', 'engine']).doUpdateSet({ characters: sql`engine_use.characters + excluded.characters` }))
    .execute()

export const noteAsk = (tx: Tx, { kind, id }: Subject, language: string, member: ActorId, at: Instant) =>
  tx
    .insertInto('translation_asks')
    .values({ subject_kind: kind, subject_id: id, language, member_id: member, at })
    .onConflict((on) => on.columns(['subject_id', 'subject_kind', 'language', 'member_id']).doUpdateSet({ at }))
    .execute()

/** Who asked for this layer; they are told once. */
export const takeAsks = async (tx: Tx, { kind, id }: Subject, language: string): Promise<ActorId[]> =>
  (
    await tx
      .deleteFrom('translation_asks')
      .where('subject_id', '=', id)
      .where('subject_kind', '=', kind)
      .where('language', '=', language)
      .returning('member_id')
      .execute()
  ).map((row) => row.member_id)

export async function tidy(db: Reader, cacheBefore: Instant, asksBefore: Instant): Promise<void> {
  await db.deleteFrom('translations_cache').where('created_at', '<', cacheBefore).execute()
  await db.deleteFrom('translation_asks').where('at', '<', asksBefore).execute()
}
