import { z } from 'zod'
import { actorsById } from '#features/people/index.ts'
import type { Instant } from '#ground/clock/index.ts'
import { type Ground, kindOf } from '#ground/feature.ts'
import type { CaseRow } from './queries/reports.ts'
import { reportsIn } from './queries/reports.ts'
import { REPORT_KINDS } from './report.ts'

const zState = z.enum(['open', 'seen', 'closed'])

export const zReceipt = z.object({
  id: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  kind: z.enum(REPORT_KINDS),
  words: z.string(),
  at: z.string(),
  state: zState,
  answer: z.string().nullable(),
})

export const zCase = z.object({
  id: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  state: zState,
  reportCount: z.int(),
  openedAt: z.string(),
  changedAt: z.string(),
  answer: z.string().nullable(),
  owner: z.object({ id: z.string(), handle: z.string(), host: z.string().nullable(), name: z.string() }).nullable(),
  address: z.string().nullable(),
  excerpt: z.string(),
  reports: z.array(z.object({ kind: z.enum(REPORT_KINDS), words: z.string(), at: z.string() })),
})

export const zTerm = z.object({ id: z.string(), kind: z.enum(['word', 'link']), term: z.string(), note: z.string(), createdAt: z.string() })

export const presentReceipt = <T extends { at: Instant }>(row: T) => ({ ...row, at: row.at.toISOString() })
export const presentTerm = <T extends { createdAt: Instant }>(row: T) => ({ ...row, createdAt: row.createdAt.toISOString() })

/** Cases with what they are about, asked of whoever made the thing; a kind that no longer exists shows as gone. */
export async function presentCases({ db, house }: Ground, rows: CaseRow[]): Promise<z.input<typeof zCase>[]> {
  const read = db.read()
  const reports = await reportsIn(
    read,
    rows.map((row) => row.id),
  )
  const about = await Promise.all(
    rows.map(async ({ subjectKind, subjectId }) => {
      if (!house.subjects.has(subjectKind)) return { owner: null, address: null, excerpt: '' }
      const kind = kindOf(house, subjectKind)
      return { owner: await kind.owner(read, subjectId), address: await kind.address(read, subjectId), excerpt: await kind.excerpt(read, subjectId) }
    }),
  )
  const owners = await actorsById(
    read,
    about.flatMap(({ owner }) => owner ?? []),
  )
  return rows.map(({ handledBy: _by, ...row }, i) => {
    const owner = owners.get(about[i]?.owner as never)
    return {
      ...row,
      openedAt: row.openedAt.toISOString(),
      changedAt: row.changedAt.toISOString(),
      owner: owner ? { id: owner.id, handle: owner.handle, host: owner.host, name: owner.name } : null,
      address: about[i]?.address ?? null,
      excerpt: about[i]?.excerpt ?? '',
      reports: (reports.get(row.id) ?? []).map(presentReceipt),
    }
  })
}
