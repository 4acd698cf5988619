import { z } from 'zod'
import type { Id } from '#ground/ids/index.ts'

/** A UUID in a path or body, branded with what it is an id of. */
export const zId = <Kind extends string>(kind: Kind) =>
  z
    .string()
    .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'not an id')
    .transform((text) => text as Id<Kind>)
    .pipe(z.custom<Id<Kind>>())
    .meta({ type: 'string', format: 'uuid', description: `id of a ${kind}` })

export const zTime = z.iso.datetime({ offset: true })
export const zLanguage = z
  .string()
  .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/)
  .max(35)

/** Query of every list: opaque cursor and limit ≤ 80. */
export const pageQuery = (defaultLimit = 20) => ({
  cursor: z.string().max(512).optional(),
  limit: z.coerce.number().int().min(1).max(80).default(defaultLimit),
})

/** Answer of every list; `next` goes back in as `cursor`. The `Link` header says the same. */
export const zPage = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() })
