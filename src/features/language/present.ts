import { z } from 'zod'
import type { Actor } from '#features/people/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { linesToHtml, textToHtml } from '#pure/text/html.ts'
import { type Mark, markedHtml } from '#pure/text/marks.ts'
import { opencc } from './engines/opencc.ts'
import type { BareLayer, LayerRow } from './queries/layers.ts'
import type { MendRow } from './queries/mends.ts'
import type { Sentence } from './sentences.ts'

export const zCredit = z.object({
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
  engineVersion: z.string().nullable().describe('What the engine was when it made this'),
  converted: z.boolean().describe('Brought into the other script of its language: nothing is translated'),
  stale: z.boolean(),
  rating: z.int(),
  createdAt: z.string(),
})
export const zShownText = zLayerBrief.extend({
  title: z.string(),
  titleHtml: z.string().describe('The title; with `<ruby>` readings for a member who asked for them in their settings, as `html`'),
  body: z.string(),
  html: z.string(),
  warning: z.string().nullable(),
})
const zTextSentence = z.object({
  key: z.string().describe('Names the sentence in `/layers/{id}/sentences`'),
  part: z.enum(['title', 'warning', 'body']),
  gap: z.string().describe('White space before it'),
  original: z.string().describe('HTML of what the original says; empty when it says nothing there any more'),
  shown: z.string().describe('HTML of what the layer says; empty when nobody has rendered it'),
  state: z.enum(['fresh', 'stale', 'gone', 'missing']),
  by: zCredit.nullable().describe('Whose words stand here in place of the layer’s own'),
})
/** A subject's text as one reader sees it. */
export const zDueWord = z.object({
  id: z.string(),
  language: z.string(),
  headword: z.string(),
  reading: z.string().nullable(),
  senses: z.array(z.string()),
  meetings: z.int().describe('How often it came back before'),
})
export const zLayeredText = z.object({
  shown: zShownText,
  original: zShownText,
  layers: z.array(zLayerBrief),
  sentences: z.array(zTextSentence).describe('The shown layer beside the original, sentence by sentence; empty when the original is shown'),
  again: z.array(zDueWord).describe('My words that come back in this text of somebody else; `<mark>` in its HTML'),
  canTranslate: z.boolean(),
  also: z.array(z.string()),
  show: z.enum(['translation', 'original', 'both']),
})

export type LayerBrief = z.input<typeof zLayerBrief>
export type ShownText = z.input<typeof zShownText>
export type TextSentence = z.input<typeof zTextSentence>
export type LayeredText = z.input<typeof zLayeredText>

/** Who is to be named for the words of a text. */
export interface Credits {
  people: ReadonlyMap<string, Actor>
  mends: readonly Pick<MendRow, 'layerId' | 'sentence' | 'text' | 'byActor'>[]
}

/** Where mentions and topics in a text lead. */
export const textLinks = { mention: (handle: string) => `/@${handle}`, hashtag: (label: string) => `/topics/${encodeURIComponent(label.toWellFormed())}` }

export function creditOf(id: ActorId | null, people: ReadonlyMap<string, Actor>): z.input<typeof zCredit> | null {
  const by = id === null ? undefined : people.get(id)
  return by ? { id: by.id, handle: by.handle, host: by.host, name: by.name, avatar: null, url: `/@${by.handle}${by.host ? `@${by.host}` : ''}` } : null
}

export function briefOf(row: BareLayer, people: ReadonlyMap<string, Actor>): LayerBrief {
  return {
    id: row.id,
    language: row.language,
    origin: row.origin,
    engine: row.engine,
    // A command line is the host's own affair.
    engineVersion: row.engineVersion?.startsWith('command:') ? null : row.engineVersion,
    converted: row.engine === opencc.name,
    stale: row.stale,
    rating: row.rating,
    createdAt: row.updatedAt.toISOString(),
    by: creditOf(row.byActor, people),
  }
}

/** What a reader is shown at words of a layer. */
export interface LayerMarks {
  title: Mark[]
  body: Mark[]
}
const UNMARKED: LayerMarks = { title: [], body: [] }

export const shownOf = (row: LayerRow, people: ReadonlyMap<string, Actor>, { title, body }: LayerMarks = UNMARKED): ShownText => ({
  ...briefOf(row, people),
  title: row.title,
  titleHtml: markedHtml(row.title, 0, row.title.length, title),
  body: row.body,
  html: textToHtml(row.body, textLinks, body),
  warning: row.warning,
})

/** Sentences of a layer, with the marks of both sides; `mends` are those that stand in it. */
export function textSentences(
  layer: LayerRow,
  sentences: readonly Sentence[],
  { mends, people }: Credits,
  [originalMarks, shownMarks]: [Mark[][], Mark[][]] = [[], []],
): TextSentence[] {
  const left = linesToHtml(
    sentences.map((one) => one.original),
    textLinks,
    originalMarks,
  )
  const right = linesToHtml(
    sentences.map(({ text }) => text),
    textLinks,
    shownMarks,
  )
  return sentences.map(({ key, part, gap, text, state }, i) => {
    const mend = mends.find((one) => one.layerId === layer.id && one.sentence === key && one.text === text)
    return { key, part, gap, original: left[i] ?? '', shown: right[i] ?? '', state, by: mend ? creditOf(mend.byActor, people) : null }
  })
}
