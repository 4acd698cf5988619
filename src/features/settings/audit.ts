import type { Reader, Tx } from '#ground/database/index.ts'
import type { Ground, Subject } from '#ground/feature.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { follows, hashOf, START_OF_CHAIN } from './chain.ts'
import { auditRows, insertAuditRow, lastAuditRow, lockAudit } from './queries/audit.ts'
import { readSetting, writeSetting } from './queries/settings.ts'

interface Head {
  number: number
  hash: string
}
const HEAD = 'audit-head'

export interface AuditedAct {
  /** null: the host's command line. */
  by: ActorId | null
  /** `noun.past`, e.g. `member.changed`. */
  act: string
  subject: Subject
  /** Before and after; never secrets, never personal text. */
  facts: Record<string, string | number | boolean | null>
}

/** Writes an act of staff into the log, in the transaction of the act itself. */
export async function audit(tx: Tx, { clock }: Pick<Ground, 'clock'>, { by, act, subject, facts }: AuditedAct): Promise<void> {
  await lockAudit(tx)
  const last = (await lastAuditRow(tx)) ?? { number: 0, hash: START_OF_CHAIN }
  const row = { number: last.number + 1, at: clock.now(), by, act, subjectKind: subject.kind, subjectId: subject.id, facts, previousHash: last.hash }
  const hash = hashOf(row)
  await insertAuditRow(tx, { ...row, hash })
  await writeSetting(tx, HEAD, { number: row.number, hash } satisfies Head, null, row.at)
}

const AT_ONCE = 1000

/** Reads the whole log. `brokenAt` is the number of the first row that does not follow, or of the first that is missing at the end; null when all is well. */
export async function verifyAudit(db: Reader): Promise<{ count: number; brokenAt: number | null }> {
  let before: Head = { number: 0, hash: START_OF_CHAIN }
  for (;;) {
    const rows = await auditRows(db, before.number, AT_ONCE)
    for (const row of rows) {
      if (!follows(row, before)) return { count: before.number, brokenAt: before.number + 1 }
      before = row
    }
    if (rows.length < AT_ONCE) break
  }
  const head = (await readSetting<Head>(db, HEAD)) ?? { number: 0, hash: START_OF_CHAIN }
  return { count: before.number, brokenAt: head.number === before.number && head.hash === before.hash ? null : before.number + 1 }
}
