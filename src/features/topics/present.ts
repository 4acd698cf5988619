import { z } from 'zod'

const zLabel = z.object({ language: z.string(), label: z.string() })

export const zTopicBrief = z.object({ id: z.string(), label: z.string(), labels: z.array(zLabel), url: z.string() }).meta({ id: 'TopicBrief' })

export const zTopicView = zTopicBrief.extend({
  kind: z.string(),
  /** Every label, the shown one of each language first. */
  names: z.array(z.object({ language: z.string(), label: z.string(), aliases: z.array(z.string()) })),
  following: z.boolean(),
  broader: z.array(zTopicBrief),
  narrower: z.array(zTopicBrief),
  related: z.array(zTopicBrief),
})
