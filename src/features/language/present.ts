import { z } from 'zod'
import type { Actor } from '#features/people/index.ts'
import { textToHtml } from '#pure/text/html.ts'
import type { LayerRow } from './queries/layers.ts'

const zCredit = z.object({
  id: z.string(),
  handle: z.string(),
  host: z.string().nullable(),
  name: z.string(),
  avatar: z.object({ url: z.string(), width: z.int(), height: z.int(), type: z.string() }).nullable(),
  url: z.string(),
})
export const zLayerBrief = z.object({
  id: z.string(),
  language: z.string(),
  origin: z.enum(['original', 'author', 'person', 'machine']),
  by: zCredit.nullable(),
  engine: z.string().nullable(),
  stale: z.boolean(),
  rating: z.int(),
  createdAt: z.string(),
})
export const zShownText = zLayerBrief.extend({ title: z.string(), body: z.string(), html: z.string(), warning: z.string().nullable() })
/** A subject's text as one reader sees it. */
export const zLayeredText = z.object({
  shown: zShownText,
  original: zShownText,
  layers: z.array(zLayerBrief),
  canTranslate: z.boolean(),
  also: z.array(z.string()),
  show: z.enum(['translation', 'original', 'both']),
})

export type LayerBrief = z.input<typeof zLayerBrief>
export type ShownText = z.input<typeof zShownText>
export type LayeredText = z.input<typeof zLayeredText>

/** Where mentions and topics in a text lead. */
export const textLinks = { mention: (handle: string) => `/@${handle}`, hashtag: (label: string) => `/topics/${encodeURIComponent(label.toWellFormed())}` }

export function briefOf(row: LayerRow, people: ReadonlyMap<string, Actor>): LayerBrief {
  const by = row.byActor === null ? undefined : people.get(row.byActor)
  return {
    id: row.id,
    language: row.language,
    origin: row.origin,
    engine: row.engine,
    stale: row.stale,
    rating: row.rating,
    createdAt: row.updatedAt.toISOString(),
    by: by ? { id: by.id, handle: by.handle, host: by.host, name: by.name, avatar: null, url: `/@${by.handle}${by.host ? `@${by.host}` : ''}` } : null,
  }
}

export const shownOf = (row: LayerRow, people: ReadonlyMap<string, Actor>): ShownText => ({
  ...briefOf(row, people),
  title: row.title,
  body: row.body,
  html: textToHtml(row.body, textLinks),
  warning: row.warning,
})
