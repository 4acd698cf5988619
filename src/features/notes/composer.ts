import { z } from 'zod'
import { zId, zLanguage } from '#ground/http/shapes.ts'
import { LICENCES, limits, VISIBILITIES } from './note.ts'

/** What the composer sends: lengths here only keep nonsense out, `note.ts` counts graphemes. */
const zFocal = z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) })
export const zPictureInput = z.object({ id: zId('media'), alt: z.string().max(20_000).optional(), focal: zFocal.optional() })
export const zLayerInput = z.object({ language: zLanguage, title: z.string().max(2_000).default(''), body: z.string().max(100_000).default('') })

const text = {
  title: z.string().max(1_000),
  body: z.string().max(100_000),
  warning: z.string().max(2_000).nullable(),
  language: zLanguage.nullable(),
  topics: z.array(z.string().min(1).max(200)).max(50).describe('Labels in any language, or ids'),
  pictures: z.array(zPictureInput).max(50),
  placeId: z
    .string()
    .regex(/^[\w.:-]{1,60}$/)
    .nullable(),
  licence: z.enum(LICENCES),
  visibility: z.enum(VISIBILITIES),
}

const coauthors = z.array(z.string().min(1).max(100)).max(20).describe('Handles')
const layers = z.array(zLayerInput).max(20).describe('The author’s own versions in other languages')

/** Body of POST /notes. Without `visibility` a locked account's note is for followers, others' are public. */
export const zNoteInput = z.object({
  kind: z.enum(['photo', 'text']).optional(),
  title: text.title.default(''),
  body: text.body.default(''),
  warning: text.warning.default(null),
  language: text.language.default(null),
  topics: text.topics.default([]),
  pictures: text.pictures.default([]),
  placeId: text.placeId.default(null),
  licence: text.licence.default('all-rights-reserved'),
  visibility: text.visibility.optional(),
  coauthors: coauthors.default([]),
  layers: layers.default([]),
})
export type NoteInput = z.output<typeof zNoteInput>

/** Body of PATCH /notes/{id}: what is left out stays. `revision` is the one the editor began with; `coauthors` and `layers` are whole lists. */
export const zNoteChange = z.object({ ...text, coauthors, layers, revision: z.int() }).partial()
export type NoteChange = z.output<typeof zNoteChange>

/** What a draft keeps: the same, all of it optional and unfinished. */
export const zDraftContent = z
  .object({
    kind: z.enum(['photo', 'text']),
    ...text,
    pictures: z.array(z.object({ id: zId('media'), alt: z.string().max(20_000).optional(), focal: zFocal.optional() })).max(limits.pictures),
    coauthors: z.array(z.string().max(100)).max(20),
    layers: z.array(zLayerInput).max(20),
  })
  .partial()
export type DraftContent = z.output<typeof zDraftContent>
