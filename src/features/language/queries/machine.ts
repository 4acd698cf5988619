import type { Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { Subject } from '#ground/feature.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { Verdict } from '../engines/guard.ts'
import '../tables.ts'

/** What was kept under these hashes. */
export async function cached(db: Reader, hashes: readonly string[]): Promise<Map<string, Verdict>> {
  if (hashes.length === 0) return new Map()
  const rows = await db.selectFrom('translations_cache').select(['hash', 'text', 'refused']).where('hash', 'in', hashes).execute()
  return new Map(rows.map(({ hash, text, refused }) => [hash, refused === null ? { text } : { refused }]))
}

export async function keepCached(db: Reader, { kind, id }: Subject, verdicts: ReadonlyMap<string, Verdict>, at: Instant): Promise<void> {
  if (verdicts.size === 0) return
  const rows = [...verdicts].map(([hash, { text = '', refused = null }]) => ({ hash, text, refused, subject_kind: kind, subject_id: id, created_at: at }))
  await db
    .insertInto('translations_cache')
    .values(rows)
    .onConflict((on) => on.column('hash').doNothing())
    .execute()
}

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

/** Forgets old answers, old refusals (engines learn) and old wishes. */
export async function tidy(db: Reader, cacheBefore: Instant, refusedBefore: Instant, asksBefore: Instant): Promise<void> {
  await db.deleteFrom('translations_cache').where('refused', 'is not', null).where('created_at', '<', refusedBefore).execute()
  await db.deleteFrom('translations_cache').where('created_at', '<', cacheBefore).execute()
  await db.deleteFrom('translation_asks').where('at', '<', asksBefore).execute()
}
