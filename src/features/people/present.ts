import { z } from 'zod'
import { zLanguage } from '#ground/http/shapes.ts'

export const zReaderSettings = z.object({
  show: z.enum(['translation', 'original', 'both']),
  theme: z.enum(['auto', 'light', 'dark']),
  keepOriginal: z.array(zLanguage).max(20),
})

export const zSelf = z.object({
  id: z.string(), handle: z.string(), name: z.string(), role: z.enum(['member', 'moderator', 'admin']), locale: z.string(),
  reads: z.array(z.string()), writes: z.array(z.string()), timeZone: z.string(), email: z.string().nullable(), confirmed: z.boolean(), minor: z.boolean(), settings: zReaderSettings,
})
