import { type Insertable, sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { CultureWordHistoryTable, CultureWordId, CultureWordsTable } from '../culture-words/tables.ts'

const columns = [
  'id',
  'language',
  'headword',
  'variant',
  'reading',
  'en',
  'zh_hans as zhHans',
  'meanings',
  'score',
  'revision',
  'by_actor as byActor',
  'changed_at as changedAt',
] as const

export interface CultureWordRow {
  id: CultureWordId
  language: string
  headword: string
  variant: string
  reading: string
  en: string
  zhHans: string
  meanings: Record<string, string>
  score: number
  revision: number
  byActor: ActorId | null
  changedAt: Instant
}

export const insertWord = (tx: Tx, row: Insertable<CultureWordsTable>) => tx.insertInto('culture_words').values(row).execute()

/** The word under a headword, also one that was taken out, held until the transaction ends. */
export const lockWordOf = (tx: Tx, language: string, headword: string) =>
  tx
    .selectFrom('culture_words')
    .select([...columns, 'removed_at as removedAt'])
    .where('language', '=', language)
    .where('headword', '=', headword)
    .forUpdate()
    .executeTakeFirst()

export const lockWord = (tx: Tx, id: CultureWordId): Promise<CultureWordRow | undefined> =>
  tx.selectFrom('culture_words').select(columns).where('id', '=', id).where('removed_at', 'is', null).forUpdate().executeTakeFirst()

export const wordById = (db: Reader, id: CultureWordId): Promise<CultureWordRow | undefined> =>
  db.selectFrom('culture_words').select(columns).where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst()

export const wordsById = async (db: Reader, ids: readonly CultureWordId[]): Promise<CultureWordRow[]> =>
  ids.length === 0
    ? []
    : db
        .selectFrom('culture_words')
        .select(columns)
        .where('id', 'in', [...ids])
        .where('removed_at', 'is', null)
        .execute()

export const updateWord = (tx: Tx, id: CultureWordId, change: Partial<Insertable<CultureWordsTable>>) =>
  tx.updateTable('culture_words').set(change).where('id', '=', id).execute()

export const keepRevision = (tx: Tx, row: Insertable<CultureWordHistoryTable>) => tx.insertInto('culture_word_history').values(row).execute()

/** The words changed last come first, behind `before`. */
export function wordsChangedBefore(db: Reader, before: { at: Instant; id: string } | null, limit: number): Promise<CultureWordRow[]> {
  const query = db.selectFrom('culture_words').select(columns).where('removed_at', 'is', null).orderBy('changed_at', 'desc').orderBy('id', 'desc').limit(limit)
  return (before ? query.where(sql<boolean>`(changed_at, id) < (${before.at}, ${before.id}::uuid)`) : query).execute()
}

/** Wordings of a word, the newest first, below `before`. */
export function revisionsOf(db: Reader, word: CultureWordId, before: number | null, limit: number) {
  const query = db
    .selectFrom('culture_word_history')
    .select(['revision', 'reading', 'en', 'zh_hans as zhHans', 'meanings', 'by_actor as byActor', 'at'])
    .where('word_id', '=', word)
    .orderBy('revision', 'desc')
    .limit(limit)
  return (before === null ? query : query.where('revision', '<', before)).execute()
}

export const revisionOf = (db: Reader, word: CultureWordId, revision: number) =>
  db
    .selectFrom('culture_word_history')
    .select(['reading', 'en', 'zh_hans as zhHans', 'meanings'])
    .where('word_id', '=', word)
    .where('revision', '=', revision)
    .executeTakeFirst()

/** Words under these forms, with the handle of whose wording it is; two indexes, one query. */
export const cultureWordsUnder = async (db: Reader, words: readonly string[]) =>
  words.length === 0
    ? []
    : (
        await sql<{
          id: CultureWordId
          language: string
          headword: string
          variant: string
          reading: string
          en: string
          zhHans: string
          meanings: Record<string, string>
          score: number
          handle: string | null
        }>`
  select w.id, w.language, w.headword, w.variant, w.reading, w.en, w.zh_hans as "zhHans", w.meanings, w.score, a.handle from (
    select * from culture_words where headword = any(${words}::text[]) and removed_at is null
    union select * from culture_words where variant = any(${words}::text[]) and variant <> headword and removed_at is null) w
  left join actors a on a.id = w.by_actor and a.deleted_at is null order by w.id`.execute(db)
      ).rows

/** Sets, changes or (0) takes back whether it helped. Answers the new sum. */
export async function putWordVote(tx: Tx, word: CultureWordId, voter: ActorId, value: 1 | -1 | 0, at: Instant): Promise<number> {
  if (value === 0) await tx.deleteFrom('culture_word_votes').where('word_id', '=', word).where('actor_id', '=', voter).execute()
  else
    await tx
      .insertInto('culture_word_votes')
      .values({ word_id: word, actor_id: voter, value, at })
      .onConflict((on) => on.columns(['word_id', 'actor_id']).doUpdateSet({ value, at }))
      .execute()
  const sum = sql<number>`(select coalesce(sum(value), 0)::integer from culture_word_votes where word_id = ${word})`
  const { score } = await tx.updateTable('culture_words').set({ score: sum }).where('id', '=', word).returning('score').executeTakeFirstOrThrow()
  return score
}

export const wordVoteOf = async (db: Reader, word: CultureWordId, voter: ActorId): Promise<1 | -1 | 0> =>
  (await db.selectFrom('culture_word_votes').select('value').where('word_id', '=', word).where('actor_id', '=', voter).executeTakeFirst())?.value ?? 0

/** Keeps a Chinese word whole when text is cut. */
export const keepWhole = (tx: Tx, source: string, word: string) =>
  tx
    .insertInto('user_words')
    .values({ source, word })
    .onConflict((on) => on.doNothing())
    .execute()
export const letCut = (tx: Tx, source: string, word: string) => tx.deleteFrom('user_words').where('source', '=', source).where('word', '=', word).execute()

/** A member leaves: their wordings stay without their name, as they gave them to everybody. */
export async function forgetWriter(tx: Tx, member: ActorId): Promise<void> {
  await sql`
    with gone as (delete from culture_word_votes where actor_id = ${member} returning word_id, value)
    update culture_words set score = score - gone.value from gone where culture_words.id = gone.word_id`.execute(tx)
  await tx.updateTable('culture_words').set({ by_actor: null }).where('by_actor', '=', member).execute()
  await tx.updateTable('culture_word_history').set({ by_actor: null }).where('by_actor', '=', member).execute()
}

/** What a member wrote, for their archive, in pages. */
export function revisionsBy(db: Reader, member: ActorId, after: { id: CultureWordId; revision: number } | null, limit: number) {
  const query = db
    .selectFrom('culture_word_history as h')
    .innerJoin('culture_words as w', 'w.id', 'h.word_id')
    .select(['w.id', 'w.language', 'w.variant', 'h.revision', 'h.reading', 'h.en', 'h.zh_hans as zhHans', 'h.meanings', 'h.at'])
    .where('h.by_actor', '=', member)
    .orderBy('h.word_id')
    .orderBy('h.revision')
    .limit(limit)
  return (after ? query.where(sql<boolean>`(h.word_id, h.revision) > (${after.id}::uuid, ${after.revision})`) : query).execute()
}
