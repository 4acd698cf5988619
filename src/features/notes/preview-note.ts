import { z } from 'zod'
import { excerptOf, MACHINE, previewText, zLayeredText } from '#features/language/index.ts'
import { picturesOf } from '#features/media/index.ts'
import { readersById } from '#features/people/index.ts'
import { distinctTopics, topicBriefs } from '#features/topics/index.ts'
import { type Ground, ownerOf, type Subject } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import { isUuid } from '#ground/ids/index.ts'
import { notFound } from '#pure/problem/index.ts'
import type { DraftContent } from './composer.ts'
import { coverPatternOf, noteWording } from './note.ts'
import { layersGiven } from './prepare-note.ts'
import { actorBriefs, type Tile, zTile } from './present.ts'

/** A note that is being written, as a reader of another language will meet it. */
export const zPreview = z
  .object({
    tile: zTile,
    text: zLayeredText,
    machine: z.enum(MACHINE).describe('Whether a machine could still do something for this reader'),
  })
  .meta({ id: 'Preview' })
export type Preview = z.output<typeof zPreview>

/**
 * Previews unsaved content of one's own draft or note in the language `to`. Nothing is sent to an engine unless `ask` is true. Throws Refusal
 * `not-found`, `language-unknown`, `title-length`, `body-length`, `warning-length`, `layers-count`, `layer-long`.
 */
export async function previewNote(
  ground: Ground,
  member: Member,
  of: Subject,
  content: DraftContent,
  reading: { to: string; ask: boolean },
  signal: AbortSignal,
): Promise<Preview> {
  const db = ground.db.q
  if (!isUuid(of.id) || (await ownerOf(ground.house, db, of)) !== member.id) throw notFound()
  const wording = noteWording({ title: content.title ?? '', body: content.body ?? '', warning: content.warning ?? null })
  const declared = (await readersById(db, [member.id])).get(member.id)?.writes ?? []
  const { text, machine } = await previewText(
    ground,
    {
      subject: of,
      original: { ...wording, language: content.language ?? null, declared },
      layers: layersGiven(content.layers ?? []),
      open: content.visibility === undefined || content.visibility === 'public' || content.visibility === 'unlisted',
    },
    reading,
    signal,
  )
  return { tile: await tileOfContent(ground, member, of, content, text, reading.to), text, machine }
}

async function tileOfContent(
  ground: Ground,
  member: Member,
  of: Subject,
  content: DraftContent,
  { shown, original }: Preview['text'],
  locale: string,
): Promise<Tile> {
  const db = ground.db.q
  const [authors, pictures, topics] = await Promise.all([
    actorBriefs(ground, db, [member.id]),
    picturesOf(ground, db, [of]),
    topicBriefs(db, content.topics ?? [], locale, member.id),
  ])
  const author = authors.get(member.id)
  if (!author) throw notFound()
  const first = content.pictures?.[0]
  return {
    id: of.id,
    url: '',
    kind: first ? 'photo' : 'text',
    author,
    title: shown.title,
    language: shown.language,
    originalLanguage: original.language,
    origin: shown.origin,
    excerpt: excerptOf(shown.body),
    cover: pictures.get(of.id)?.find(({ id }) => id === first?.id) ?? null,
    coverPattern: coverPatternOf(of.id),
    pictureCount: content.pictures?.length ?? 0,
    likeCount: 0,
    liked: false,
    saved: false,
    publishedAt: ground.clock.now().toISOString(),
    topics: distinctTopics(content.topics ?? [], topics),
    warning: shown.warning ?? original.warning,
    why: null,
  }
}
