import { z } from 'zod'
import { type Ground, type Subject, subject } from '#ground/feature.ts'
import { defineRoute } from '#ground/http/route.ts'
import { zLanguage } from '#ground/http/shapes.ts'
import type { Viewer } from '#ground/http/viewer.ts'
import { baseLanguage } from '#pure/lexicon/languages.ts'
import { notFound } from '#pure/problem/index.ts'
import { normaliseText } from '#pure/text/normalise.ts'
import { askTranslation } from '../ask-translation.ts'
import { bridgeReply } from '../bridge-reply.ts'
import { correctLanguage, languageOfText, VOICES_TO_CORRECT } from '../correct-language.ts'
import { servedPairs, switchboard } from '../engines/choose.ts'
import { layersFor } from '../layers-for.ts'
import { type LayeredText, zLayeredText } from '../present.ts'
import { readerOf } from '../reader.ts'
import { mayBeSent } from '../translate-subject.ts'
import { tag, zSubject } from './subject.ts'

/** The text of one subject for one viewer, who may read it: the verbs before have checked. */
async function textOf(ground: Ground, viewer: Viewer, of: Subject): Promise<LayeredText> {
  const text = (await layersFor(ground.db.q, await readerOf(ground, viewer), [{ ...of, open: await mayBeSent(ground, of) }])).get(of.id)
  if (!text) throw notFound()
  return text
}

const zAnswer = zLayeredText.extend({ waiting: z.boolean() })

const ask = defineRoute({
  method: 'post',
  path: '/translations',
  tag,
  summary: 'Ask for a text in a language: 200 with the layer, or 202 while an engine works on it',
  who: 'member',
  scope: 'write',
  status: 202,
  limit: { count: 60, windowSeconds: 300 },
  body: z.object({ ...zSubject, language: zLanguage }),
  answer: zAnswer,
  refusals: ['not-found', 'language-unknown', 'same-language', 'text-stays-here', 'no-engine'],
  async handle(ground, viewer, { body: { subjectKind, subjectId, language } }) {
    const of = subject(subjectKind, subjectId)
    const isThere = await askTranslation(ground, viewer, of, language)
    const answer = { ...(await textOf(ground, viewer, of)), waiting: !isThere }
    // The route's own status is 202; what is there already is an ordinary answer.
    return isThere ? (Response.json(answer) as unknown as typeof answer) : answer
  },
})

const correct = defineRoute({
  method: 'patch',
  path: '/texts/{subjectKind}/{subjectId}',
  tag,
  summary: 'Say which language a text is in: its author is believed at once, readers of that language when three say the same',
  who: 'member',
  scope: 'write',
  params: z.object(zSubject),
  body: z.object({ language: zLanguage }),
  answer: zLayeredText,
  limit: { count: 60, windowSeconds: 600 },
  refusals: ['not-found', 'language-unknown', 'language-unread', 'language-named'],
  async handle(ground, viewer, { params, body: { language } }) {
    const of = subject(params.subjectKind, params.subjectId)
    await correctLanguage(ground, viewer, of, language)
    return textOf(ground, viewer, of)
  },
})

const languageIs = defineRoute({
  method: 'get',
  path: '/texts/{subjectKind}/{subjectId}/language',
  tag,
  summary: 'Which language a text is in, and who says so',
  who: 'anyone',
  scope: 'read',
  params: z.object(zSubject),
  answer: z.object({
    language: z.string(),
    saidBy: z.enum(['heard', 'author', 'readers']).describe('heard: nobody said it, it was worked out from the text'),
    mine: z.boolean().describe('I wrote it: my word is taken at once'),
    myWord: z.string().nullable(),
    voices: z.array(z.object({ language: z.string(), count: z.int() })).describe('What readers say, the most said first'),
    needed: z.int().describe('So many readers who say the same correct what was heard'),
  }),
  refusals: ['not-found'],
  handle: async (ground, viewer, { params }) => ({
    ...(await languageOfText(ground, viewer, subject(params.subjectKind, params.subjectId))),
    needed: VOICES_TO_CORRECT,
  }),
})

const engines = defineRoute({
  method: 'get',
  path: '/engines',
  tag,
  summary: 'Which pairs of languages engines of this place translate; * is any',
  who: 'guest',
  scope: 'read',
  answer: z.object({ items: z.array(z.object({ from: z.string(), to: z.string(), name: z.string() })), next: z.null() }),
  handle: async (ground) => ({ items: servedPairs(switchboard(ground)), next: null }),
})

const zText = z
  .string()
  .max(5_000)
  .refine((text) => text.trim() !== '', 'has no words')
const bridge = defineRoute({
  method: 'post',
  path: '/translations/bridge',
  tag,
  summary: 'How readers of a text will read my reply to it, and that back in my language; the reply goes to an engine and nowhere else',
  who: 'member',
  scope: 'write',
  status: 200,
  limit: { count: 30, windowSeconds: 600 },
  body: z.object({ ...zSubject, text: zText }),
  answer: z.object({
    from: z.string(),
    to: z.string(),
    text: z.string().nullable().describe('null: no engine could say it now'),
    engine: z.string().nullable(),
    back: z.string().nullable(),
    warnings: z.array(z.object({ phrase: z.string(), meaning: z.string() })).describe('Idioms that engines like to take word by word'),
  }),
  refusals: ['not-found', 'text-stays-here', 'same-language', 'no-engine'],
  async handle(ground, viewer, { body: { subjectKind, subjectId, text } }, call) {
    const { warnings, ...said } = await bridgeReply(ground, viewer, subject(subjectKind, subjectId), normaliseText(text).trim(), call.signal)
    const inChinese = baseLanguage(viewer.locale) === 'zh'
    return { ...said, warnings: warnings.map(({ phrase, en, zh }) => ({ phrase, meaning: inChinese ? zh : en })) }
  },
})

export const translationRoutes = [ask, correct, languageIs, bridge, engines]
