import { z } from 'zod'
import { subject } from '#ground/feature.ts'
import { defineRoute } from '#ground/http/route.ts'
import { zId, zLanguage } from '#ground/http/shapes.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { glossLayers, glossWord, type TextRef, wordsOf, wordsOfLayer } from '../gloss/gloss-word.ts'
import { sourceNamed } from '../gloss/lookup.ts'
import { presentGloss, presentTexts, zGloss, zGlossEntry, zGlossedText, zWord } from '../gloss/present.ts'
import { dictionariesKept } from '../queries/dictionary.ts'
import { savedIdOf, savedIdsOf } from '../queries/saved-words.ts'
import { tag, zSubject } from './subject.ts'

/** Either a subject (and one of its layers), or a text and its language. */
export const zText = z.object({
  subjectKind: zSubject.subjectKind.optional(),
  subjectId: zSubject.subjectId.optional(),
  layerId: zId('layer').optional(),
  part: z.enum(['title', 'body', 'warning']).default('body'),
  text: z.string().min(1).max(20_000).optional(),
  language: zLanguage.optional(),
})

export const zOffset = z.coerce.number().int().min(0).max(100_000)

export function refOf({ subjectKind, subjectId, layerId, part, text, language }: z.output<typeof zText>): TextRef {
  if (text !== undefined && language !== undefined) return { text, language }
  if (subjectKind !== undefined && subjectId !== undefined) return { subject: subject(subjectKind, subjectId), layerId, part }
  throw new Refusal('bad-input', { field: text === undefined ? 'subjectId' : 'language', reason: 'missing' })
}

const gloss = defineRoute({
  method: 'get',
  path: '/gloss',
  tag,
  summary: 'What the word at a place of a text means',
  who: 'anyone',
  scope: 'read',
  limit: { count: 600, windowSeconds: 300 },
  query: zText.extend({ offset: zOffset }),
  answer: zGloss,
  refusals: ['not-found', 'too-large'],
  async handle(ground, viewer, { query: { offset, ...of } }) {
    const found = await glossWord(ground, viewer, refOf(of), offset)
    if (found.senses.length === 0 && found.parts.length === 0 && found.reading === null) throw notFound()
    const savedId = viewer.kind === 'member' ? await savedIdOf(ground.db.q, viewer.id, found.language, found.headword) : null
    return { ...presentGloss(found), savedId }
  },
})

const words = defineRoute({
  method: 'get',
  path: '/gloss/tokens',
  tag,
  summary: 'Where the words of a text stand',
  who: 'anyone',
  scope: 'read',
  limit: { count: 600, windowSeconds: 300 },
  query: zText,
  answer: z.object({ title: z.array(zWord), body: z.array(zWord) }),
  refusals: ['not-found', 'too-large'],
  async handle(ground, viewer, { query }) {
    const ref = refOf(query)
    return 'text' in ref ? { title: [], body: await wordsOf(ground, viewer, ref) } : wordsOfLayer(ground, viewer, ref.subject, ref.layerId)
  },
})

const MOST_LAYERS = 80
const zLayerIds = z
  .string()
  .max(40 * MOST_LAYERS)
  .transform((list) => [...new Set(list.split(','))])
  .pipe(z.array(zId('layer')).max(MOST_LAYERS))

const texts = defineRoute({
  method: 'get',
  path: '/gloss/texts',
  tag,
  summary: 'What every word of the texts of a page means: for reading without waiting, and without a connection',
  who: 'anyone',
  scope: 'read',
  limit: { count: 300, windowSeconds: 300 },
  query: z.object({ layerIds: zLayerIds.meta({ type: 'string', description: `Ids of layers, at most ${MOST_LAYERS}, with commas between them` }) }),
  answer: z.object({
    items: z
      .array(z.object({ layerId: z.string(), title: zGlossedText, body: zGlossedText, entries: z.array(zGlossEntry) }))
      .describe('In the order asked for: the first 2,000 letters of each title and body, 8,000 in all; what is not there, or not for me, is left out'),
  }),
  async handle(ground, viewer, { query: { layerIds } }) {
    const sheets = (await glossLayers(ground, viewer, layerIds)).map(({ id, title, body }) => ({ layerId: id, ...presentTexts([title, body]) }))
    const headwords = sheets.flatMap(({ entries }) => entries.map(({ headword }) => headword))
    const saved = viewer.kind === 'member' ? await savedIdsOf(ground.db.read(), viewer.id, headwords) : new Map<string, string>()
    return {
      items: sheets.map(({ layerId, texts: [title = NOTHING, body = NOTHING], entries }) => ({
        layerId,
        title,
        body,
        entries: entries.map((entry) => ({ ...entry, savedId: saved.get(`${entry.language} ${entry.headword}`) ?? null })),
      })),
    }
  },
})
/** Their licences ask to name them; the house's own words ask for nothing. */
const dictionaries = defineRoute({
  method: 'get',
  path: '/dictionaries',
  tag,
  summary: 'Dictionaries by others that explain words here, with their licences',
  who: 'guest',
  scope: 'read',
  answer: z.object({ items: z.array(z.object({ name: z.string(), licence: z.string(), url: z.string(), entries: z.int() })) }),
  async handle(ground) {
    const kept = await dictionariesKept(ground.db.read())
    return {
      items: kept.flatMap(({ name, entries }) => {
        const { licence = null, url = null } = sourceNamed(name) ?? {}
        return licence !== null && url !== null ? [{ name, licence, url, entries }] : []
      }),
    }
  },
})
const NOTHING = { text: '', words: [] }

export const glossRoutes = [gloss, words, texts, dictionaries]
