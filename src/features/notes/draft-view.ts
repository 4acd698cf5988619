import { z } from 'zod'
import { type Picture, picturesOf, zPicture } from '#features/media/index.ts'
import type { Reader } from '#ground/database/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import { zDraftContent } from './composer.ts'
import type { DraftRow } from './queries/drafts.ts'

export const zDraftView = z
  .object({
    id: z.string(),
    content: zDraftContent,
    version: z.int(),
    scheduledFor: z.string().nullable(),
    updatedAt: z.string(),
    pictures: z.array(zPicture).describe('Those that are ready'),
    refusal: z
      .object({ code: z.string(), facts: z.record(z.string(), z.unknown()) })
      .nullable()
      .describe('Why it was not published when it was due'),
  })
  .meta({ id: 'DraftView' })
export type DraftView = z.input<typeof zDraftView>

export const presentDraft = (row: DraftRow, pictures: Picture[]): DraftView => ({
  id: row.id,
  content: row.content,
  version: row.version,
  scheduledFor: row.scheduledFor?.toISOString() ?? null,
  updatedAt: row.updatedAt.toISOString(),
  pictures,
  refusal: row.refusal,
})

export async function presentDrafts(ground: Ground, db: Reader, rows: DraftRow[]): Promise<DraftView[]> {
  const pictures = await picturesOf(
    ground,
    db,
    rows.map(({ id }) => subject('draft', id)),
  )
  return rows.map((row) => presentDraft(row, pictures.get(row.id) ?? []))
}
