import { z } from 'zod'

/** How a subject is named in a query or a body. */
export const zSubject = { subjectKind: z.string().regex(/^[a-z-]{1,30}$/), subjectId: z.string().min(1).max(100) }
export const tag = 'language'
