import { after, DAY } from '#ground/clock/index.ts'
import { type Ground, isReadable, type Subject } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { normaliseText } from '#pure/text/normalise.ts'
import { checkFlood } from './check-flood.ts'
import './events.ts'
import { insertReport, openCase, reportOf, reportsSince } from './queries/reports.ts'
import { isNeverBlocked, MOST_REPORTS_A_DAY, type ReportKind, UNWANTED } from './report.ts'

/**
 * Puts a report into the queue: one case a thing, one report a person in it; a second one answers the receipt of the first.
 * Never hides anything. Throws Refusal `not-found`, `report-unwanted` (nothing is filed: the reporter's own controls help),
 * `reports-a-day`, `slow-down`; the gravest kinds are never counted out.
 */
export async function fileReport(ground: Ground, reporter: Member, input: { subject: Subject; kind: ReportKind | typeof UNWANTED; words: string }) {
  const { db, ids, clock, outbox, house } = ground
  const { kind } = input
  if (!(await isReadable(house, db.q, reporter, input.subject))) throw notFound()
  if (kind === UNWANTED) throw new Refusal('report-unwanted', { field: 'kind' })
  if (!isNeverBlocked(kind)) {
    await checkFlood(ground, reporter, 'report')
    if ((await reportsSince(db.q, reporter.id, after(clock.now(), -DAY))) >= MOST_REPORTS_A_DAY)
      throw new Refusal('reports-a-day', { count: MOST_REPORTS_A_DAY })
  }
  return db.transaction(async (tx) => {
    const at = clock.now()
    const caseId = await openCase(tx, input.subject, { id: ids.next(), at })
    const id = ids.next()
    if (await insertReport(tx, { id, caseId, reporter: reporter.id, kind, words: normaliseText(input.words).trim(), at })) {
      await outbox.announce(tx, 'report.filed', { caseId, reportId: id }, caseId)
    }
    return reportOf(tx, caseId, reporter.id)
  })
}
