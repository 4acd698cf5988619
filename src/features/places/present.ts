import { z } from 'zod'

export const zPlaceBrief = z.object({ id: z.string(), name: z.string(), country: z.string().nullable(), url: z.string() }).meta({ id: 'PlaceBrief' })
