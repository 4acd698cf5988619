import { z } from 'zod'
import { zLanguage, zTime } from '#ground/http/shapes.ts'
import { SCOPES } from '#ground/http/viewer.ts'
import { LEVELLED, LEVELS } from '#pure/gloss/levels.ts'

export const zReaderSettings = z.object({
  show: z.enum(['translation', 'original', 'both']),
  theme: z.enum(['auto', 'light', 'dark']),
  keepOriginal: z.array(zLanguage).max(20),
  levels: z
    .partialRecord(z.enum(LEVELLED), z.literal(LEVELS))
    .describe('How much I read of a language, 0 (nothing yet) to 6 (a newspaper): which words get small readings in the text; none where it is missing'),
})

export const zRole = z.enum(['member', 'moderator', 'admin'])
export const zScope = z.enum(SCOPES)

export const zSelf = z.object({
  id: z.string(),
  handle: z.string(),
  name: z.string(),
  role: zRole,
  locale: z.string(),
  reads: z.array(z.string()),
  writes: z.array(z.string()),
  timeZone: z.string(),
  email: z.string().nullable(),
  pendingEmail: z.string().nullable(),
  confirmed: z.boolean(),
  strong: z.boolean().describe('A second factor was shown in this session'),
  hasPassword: z.boolean(),
  minor: z.boolean(),
  settings: zReaderSettings,
})

/** A session as its owner sees it. */
export const zSession = z.object({
  id: z.string(),
  userAgent: z.string(),
  createdAt: zTime,
  seenAt: zTime,
  current: z.boolean(),
  strong: z.boolean(),
  openedBy: z.enum(['password', 'passkey', 'link', 'sign-up']),
})

/** Options and answers of WebAuthn go to and from the browser as they are; the package checks every field of them. */
export const zCeremony = z.record(z.string(), z.unknown())
export const zPasskeyResponse = z.looseObject({ id: z.string().max(1400), response: z.looseObject({ clientDataJSON: z.string().max(8000) }) })
