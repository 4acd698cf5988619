import { z } from 'zod'
import { LAYER_LICENCES } from '../tables.ts'

/** How a subject is named in a query or a body. */
export const zSubject = { subjectKind: z.string().regex(/^[a-z-]{1,30}$/), subjectId: z.string().min(1).max(100) }
export const zLicence = z.enum(LAYER_LICENCES).describe('Under which others may use these words; `text`: that of the text they render')
export const tag = 'language'
