import { z } from 'zod'
import { subject } from '#ground/feature.ts'
import { defineRoute } from '#ground/http/route.ts'
import { zId, zLanguage } from '#ground/http/shapes.ts'
import { zDraftContent } from '../composer.ts'
import { previewNote, zPreview } from '../preview-note.ts'

export const previewRoutes = [
  defineRoute({
    method: 'post',
    path: '/previews',
    tag: 'drafts',
    summary: 'What I am writing, as a reader of another language will meet it; an engine is asked only with `ask`',
    who: 'member',
    scope: 'write',
    status: 200,
    limit: { count: 60, windowSeconds: 600 },
    body: z.object({
      subjectKind: z.enum(['draft', 'note']),
      subjectId: z.union([zId('draft'), zId('note')]),
      content: zDraftContent,
      language: zLanguage,
      ask: z.boolean().default(false),
    }),
    answer: zPreview,
    refusals: ['not-found', 'language-unknown', 'title-length', 'body-length', 'warning-length', 'layers-count', 'layer-long'],
    handle: (ground, viewer, { body: { subjectKind, subjectId, content, language, ask } }, { signal }) =>
      previewNote(ground, viewer, subject(subjectKind, subjectId), content, { to: language, ask }, signal),
  }),
]
