import { z } from 'zod'
import { type Instant, instant } from '#ground/clock/index.ts'
import type { Ground, Subject } from '#ground/feature.ts'
import { zTime } from '#ground/http/shapes.ts'
import type { Member } from '#ground/http/viewer.ts'
import { type Page, pageOf, timeCursor } from '#pure/cursor/index.ts'
import { type SavedWordRow, wordsBefore } from '../queries/saved-words.ts'

export const zSavedWord = z.object({
  id: z.string(),
  language: z.string(),
  headword: z.string(),
  reading: z.string().nullable(),
  senses: z.array(z.string()),
  sentence: z.string().describe('Where it was met; empty when I may not read that text any more'),
  subject: z.object({ kind: z.string(), id: z.string() }).nullable(),
  address: z.string().nullable(),
  savedAt: zTime,
  dueAt: zTime.nullable().describe('When it comes back in notes of other people; null: I know it'),
  meetings: z.int().describe('How often it came back'),
})
export type SavedWord = z.input<typeof zSavedWord>

const PAGE = 500

/** One page of a member's words, the newest first. Three queries at most for each kind of text they were met in. */
export async function myWords(ground: Ground, member: Member, { cursor, limit }: { cursor?: string | undefined; limit: number }): Promise<Page<SavedWord>> {
  const rows = await wordsBefore(ground.db.read(), member.id, cursor === undefined ? null : placeOf(cursor), limit + 1)
  const { items, next } = pageOf(rows, limit, ({ savedAt, id }) => ({ key: savedAt.toISOString(), id }))
  return { items: await presentWords(ground, member, items), next }
}

function placeOf(cursor: string): { at: Instant; id: string } {
  const { key, id } = timeCursor(cursor)
  return { at: instant(key), id }
}

/** All of them, for a file. */
export async function* allWords(ground: Ground, member: Member): AsyncGenerator<SavedWord> {
  let before: { at: Instant; id: string } | null = null
  for (;;) {
    const rows: SavedWordRow[] = await wordsBefore(ground.db.read(), member.id, before, PAGE)
    yield* await presentWords(ground, member, rows)
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    before = { at: last.savedAt, id: last.id }
  }
}

/** What was quoted is shown only to who may still read it. */
export async function presentWords({ house, db }: Ground, member: Member, rows: readonly SavedWordRow[]): Promise<SavedWord[]> {
  const met = rows.map(subjectOf)
  const readable = new Set<string>()
  for (const [kind, subjects] of Map.groupBy(
    met.filter((of) => of !== null),
    (of) => of.kind,
  )) {
    const ids = [...new Set(subjects.map(({ id }) => id))]
    for (const id of (await house.subjects.get(kind)?.readable(db.read(), member, ids)) ?? []) readable.add(`${kind} ${id}`)
  }
  return rows.map(({ subjectKind: _kind, subjectId: _id, savedAt, dueAt, ...row }, i) => {
    const of = met[i] ?? null
    const isOpen = of === null || readable.has(`${of.kind} ${of.id}`)
    return {
      ...row,
      sentence: isOpen ? row.sentence : '',
      subject: isOpen ? of : null,
      address: isOpen ? row.address : null,
      savedAt: savedAt.toISOString(),
      dueAt: dueAt?.toISOString() ?? null,
    }
  })
}

const subjectOf = ({ subjectKind, subjectId }: SavedWordRow): Subject | null =>
  subjectKind !== null && subjectId !== null ? { kind: subjectKind, id: subjectId } : null
