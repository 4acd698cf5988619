import type { Instant } from '#ground/clock/index.ts'
import { type Reader, type Tx, takeTurns } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import '../tables.ts'

export interface AuditRow {
  number: number
  at: Instant
  by: ActorId | null
  act: string
  subjectKind: string
  subjectId: string
  facts: Record<string, unknown>
  previousHash: string
  hash: string
}

const columns = [
  'number',
  'at',
  'by_actor as by',
  'act',
  'subject_kind as subjectKind',
  'subject_id as subjectId',
  'facts',
  'previous_hash as previousHash',
  'hash',
] as const

/** One writer at a time until its transaction ends: the chain has no forks. */
export const lockAudit = (tx: Tx) => takeTurns(tx, 'commonplace.audit')

export const lastAuditRow = (db: Reader) => db.selectFrom('audit_log').select(['number', 'hash']).orderBy('number', 'desc').limit(1).executeTakeFirst()

export const insertAuditRow = (tx: Tx, row: AuditRow) =>
  tx
    .insertInto('audit_log')
    .values({
      number: row.number,
      at: row.at,
      by_actor: row.by,
      act: row.act,
      subject_kind: row.subjectKind,
      subject_id: row.subjectId,
      facts: JSON.stringify(row.facts),
      previous_hash: row.previousHash,
      hash: row.hash,
    })
    .execute()

/** Oldest first, after `after`. */
export const auditRows = (db: Reader, after: number, limit: number): Promise<AuditRow[]> =>
  db.selectFrom('audit_log').select(columns).where('number', '>', after).orderBy('number').limit(limit).execute() as Promise<AuditRow[]>

/** Newest first, before `before`. */
export const auditPage = (db: Reader, before: number | null, limit: number): Promise<AuditRow[]> => {
  const query = db.selectFrom('audit_log').select(columns).orderBy('number', 'desc').limit(limit)
  return (before === null ? query : query.where('number', '<', before)).execute() as Promise<AuditRow[]>
}
