import { sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { Subject } from '#ground/feature.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { Cursor } from '#pure/cursor/index.ts'
import type { ReportKind } from '../report.ts'
import '../tables.ts'

export type CaseState = 'open' | 'seen' | 'closed'

/** The open case about a subject, made when there is none; locked until the transaction ends. */
export async function openCase(tx: Tx, { kind, id }: Subject, fresh: { id: string; at: Instant }): Promise<string> {
  const row = await tx
    .insertInto('report_cases')
    .values({ id: fresh.id, subject_kind: kind, subject_id: id, state: 'open', opened_at: fresh.at, changed_at: fresh.at, handled_by: null, answer: null })
    // Said as it stands in the index: a parameter here would hide the index from a prepared statement.
    .onConflict((on) => on.columns(['subject_kind', 'subject_id']).where(sql<boolean>`state <> 'closed'`).doUpdateSet({ changed_at: fresh.at }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** True when the report is new; one reporter counts once in a case. */
export async function insertReport(
  tx: Tx,
  row: { id: string; caseId: string; reporter: ActorId; kind: ReportKind; words: string; at: Instant },
): Promise<boolean> {
  const made = await tx
    .insertInto('reports')
    .values({ id: row.id, case_id: row.caseId, reporter_id: row.reporter, kind: row.kind, words: row.words, at: row.at })
    .onConflict((on) => on.columns(['case_id', 'reporter_id']).where('reporter_id', 'is not', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made)
    await tx
      .updateTable('report_cases')
      .set((eb) => ({ report_count: eb('report_count', '+', 1) }))
      .where('id', '=', row.caseId)
      .execute()
  return made !== undefined
}

export const reportOf = (db: Reader, caseId: string, reporter: ActorId) =>
  receipts(db).where('reports.case_id', '=', caseId).where('reports.reporter_id', '=', reporter).executeTakeFirstOrThrow()

const receipts = (db: Reader) =>
  db
    .selectFrom('reports')
    .innerJoin('report_cases', 'report_cases.id', 'reports.case_id')
    .select([
      'reports.id',
      'reports.kind',
      'reports.words',
      'reports.at',
      'report_cases.subject_kind as subjectKind',
      'report_cases.subject_id as subjectId',
      'report_cases.state',
      'report_cases.answer',
    ])

export function receiptsOf(db: Reader, reporter: ActorId, cursor: Cursor | null, limit: number) {
  const query = receipts(db).where('reports.reporter_id', '=', reporter).orderBy('reports.id', 'desc').limit(limit)
  return (cursor ? query.where('reports.id', '<', cursor.id) : query).execute()
}

export async function reportsSince(db: Reader, reporter: ActorId, since: Instant): Promise<number> {
  const row = await db
    .selectFrom('reports')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('reporter_id', '=', reporter)
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  return row.count
}

const cases = (db: Reader) =>
  db
    .selectFrom('report_cases')
    .select([
      'id',
      'subject_kind as subjectKind',
      'subject_id as subjectId',
      'state',
      'report_count as reportCount',
      'opened_at as openedAt',
      'changed_at as changedAt',
      'handled_by as handledBy',
      'answer',
    ])
export type CaseRow = NonNullable<Awaited<ReturnType<typeof caseById>>>

export const caseById = (db: Reader, id: string) => cases(db).where('id', '=', id).executeTakeFirst()

/** Newest first. */
export function listCases(db: Reader, state: CaseState | null, cursor: Cursor | null, limit: number): Promise<CaseRow[]> {
  let query = cases(db).orderBy('id', 'desc').limit(limit)
  if (state) query = query.where('state', '=', state)
  if (cursor) query = query.where('id', '<', cursor.id)
  return query.execute()
}

/** At most the first 20 reports of each case, oldest first. Reporters are left out: a case is judged by what is said. */
export async function reportsIn(db: Reader, caseIds: string[]): Promise<Map<string, { kind: ReportKind; words: string; at: Instant }[]>> {
  const found = new Map<string, { kind: ReportKind; words: string; at: Instant }[]>()
  if (caseIds.length === 0) return found
  const numbered = db
    .selectFrom('reports')
    .select(['case_id', 'kind', 'words', 'at', 'id', sql<number>`row_number() over (partition by case_id order by id)`.as('number')])
    .where('case_id', 'in', caseIds)
  const rows = await db.selectFrom(numbered.as('r')).select(['case_id', 'kind', 'words', 'at']).where('number', '<=', 20).orderBy('id').execute()
  for (const { case_id, ...row } of rows) found.set(case_id, [...(found.get(case_id) ?? []), row])
  return found
}

export const updateCase = (tx: Tx, id: string, change: { state: CaseState; answer: string | null; handled_by: ActorId; changed_at: Instant }) =>
  tx.updateTable('report_cases').set(change).where('id', '=', id).where('state', '<>', 'closed').returning('id').executeTakeFirst()

export async function forgetReporter(tx: Tx, member: ActorId): Promise<void> {
  await tx.updateTable('reports').set({ reporter_id: null }).where('reporter_id', '=', member).execute()
  await tx.deleteFrom('flood_counts').where('actor_id', '=', member).execute()
}
