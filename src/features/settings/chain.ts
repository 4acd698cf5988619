import { contentHash } from '#ground/ids/index.ts'
import type { AuditRow } from './queries/audit.ts'

/** What the first row is chained to. */
export const START_OF_CHAIN = ''

/** The hash of a row over everything it says and the hash before it; the order of keys in `facts` does not matter. */
export const hashOf = (row: Omit<AuditRow, 'hash'>): string =>
  contentHash(JSON.stringify([row.previousHash, row.number, row.at.toISOString(), row.by, row.act, row.subjectKind, row.subjectId, ordered(row.facts)]))

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (value === null || typeof value !== 'object') return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, ordered(inner)])
}

/** Whether this row follows the one before. */
export const follows = (row: AuditRow, before: { number: number; hash: string }): boolean =>
  row.number === before.number + 1 && row.previousHash === before.hash && row.hash === hashOf(row)
