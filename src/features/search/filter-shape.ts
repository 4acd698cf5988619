import { z } from 'zod'
import { zLanguage } from '#ground/http/shapes.ts'

export const KINDS = ['note', 'comment', 'person', 'topic', 'board'] as const

/** How a search can be narrowed, in an address and in what is kept of it. */
export const filterShape = {
  language: zLanguage.optional(),
  topic: z.string().max(120).optional(),
  place: z.string().max(120).optional().describe('Id of a place; what lies in it counts'),
  author: z.string().max(120).optional().describe('Handle'),
  pictures: z.enum(['true', 'false']).optional(),
}
export const zSavedFilters = z.object(filterShape)
export type SavedFilters = z.output<typeof zSavedFilters>
