import { z } from 'zod'
import { actorsById } from '#features/people/index.ts'
import type { Instant } from '#ground/clock/index.ts'
import { askKinds, type Ground, keyOf, type Subject, subject } from '#ground/feature.ts'
import type { ActorId } from '#ground/ids/index.ts'
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

export const zAbout = z.object({
  owner: z.object({ id: z.string(), handle: z.string(), host: z.string().nullable(), name: z.string() }).nullable(),
  address: z.string().nullable(),
  excerpt: z.string(),
})

export const zCase = zAbout.extend({
  id: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  state: zState,
  reportCount: z.int(),
  openedAt: z.string(),
  changedAt: z.string(),
  answer: z.string().nullable(),
  reports: z.array(z.object({ kind: z.enum(REPORT_KINDS), words: z.string(), at: z.string() })),
})

export const zTerm = z.object({ id: z.string(), kind: z.enum(['word', 'link']), term: z.string(), note: z.string(), createdAt: z.string() })

export const presentReceipt = <T extends { at: Instant }>(row: T) => ({ ...row, at: row.at.toISOString() })
export const presentTerm = <T extends { createdAt: Instant }>(row: T) => ({ ...row, createdAt: row.createdAt.toISOString() })

/** What each thing is, asked of whoever made it; a kind that no longer exists shows as gone. */
export async function presentAbout({ db, house }: Ground, subjects: readonly Subject[]): Promise<z.input<typeof zAbout>[]> {
  const read = db.read()
  const [owners, addresses, excerpts] = await Promise.all([
    askKinds(house, subjects, (kind, ids) => kind.owners(read, ids)),
    askKinds(house, subjects, (kind, ids) => kind.addresses(read, ids)),
    askKinds(house, subjects, (kind, ids) => kind.excerpts(read, ids)),
  ])
  const people = await actorsById(read, [...owners.values()])
  return subjects.map((one) => {
    const key = keyOf(one)
    const owner = people.get(owners.get(key) as ActorId)
    return {
      owner: owner ? { id: owner.id, handle: owner.handle, host: owner.host, name: owner.name } : null,
      address: addresses.get(key) ?? null,
      excerpt: excerpts.get(key) ?? '',
    }
  })
}

/** Cases with what they are about. */
export async function presentCases(ground: Ground, rows: CaseRow[]): Promise<z.input<typeof zCase>[]> {
  const reports = await reportsIn(
    ground.db.read(),
    rows.map((row) => row.id),
  )
  const about = await presentAbout(
    ground,
    rows.map(({ subjectKind, subjectId }) => subject(subjectKind, subjectId)),
  )
  return rows.map(({ handledBy: _by, ...row }, i) => ({
    ...row,
    openedAt: row.openedAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    ...(about[i] ?? { owner: null, address: null, excerpt: '' }),
    reports: (reports.get(row.id) ?? []).map(presentReceipt),
  }))
}
