import { z } from 'zod'
import { listMutes } from '#features/graph/index.ts'
import { tilesFor, zTile } from '#features/notes/index.ts'
import { headsOfTopics } from '#features/topics/index.ts'
import { HOUR } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Viewer } from '#ground/http/viewer.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { notFound } from '#pure/problem/index.ts'
import { candidateOf } from './queries/sources.ts'
import { partsOf, reasonOf } from './rank.ts'
import { feedReader } from './reader.ts'

const CODES = ['note', 'topic', 'person', 'readable'] as const

export const zWhy = z.object({
  reason: z.enum(['topic', 'person', 'new', 'quality']).describe('The part that decided'),
  topic: z.string().nullable().describe('Id of the topic it is about'),
  shares: z
    .array(z.object({ code: z.enum(CODES), share: z.number() }))
    .describe('What made up its place, largest first; together 1. `note`: the note by itself'),
  quality: z.number().describe('1 + log2(1 + reactions)'),
  freshness: z.number().describe('1 when new'),
  ageHours: z.int(),
  topics: z.array(z.string()).describe('Topics of it that I follow'),
  person: z.boolean().describe('I follow its author'),
  mutes: z
    .array(z.object({ id: z.string(), kind: z.enum(['person', 'topic']), value: z.string().describe('Id of its author, or of its topic as it is named now') }))
    .describe('My mutes that keep it from me'),
  tile: zTile,
})

/**
 * Why Discover shows this note to this viewer, taken apart as it is ranked now. The draw of chance scales all parts alike, so shares need no seed.
 * Throws not-found for what the viewer may not read and for what is in no feed.
 */
export async function whyOf(ground: Ground, viewer: Viewer, id: NoteId): Promise<z.input<typeof zWhy>> {
  const [[tile], note] = await Promise.all([tilesFor(ground, viewer, [id]), candidateOf(ground.db.read(), id)])
  if (!tile || !note) throw notFound()
  const reader = await feedReader(ground, viewer)
  const now = ground.clock.now()
  const parts = partsOf(note, { topics: new Set(reader.topics), people: new Set(reader.people), reads: reader.reads, now })
  const reason = reasonOf(parts)
  const all = 1 + parts.topic + parts.person + parts.readable
  return {
    reason: reason.code,
    topic: reason.code === 'topic' ? reason.topic : null,
    shares: CODES.map((code) => ({ code, share: (code === 'note' ? 1 : parts[code]) / all }))
      .filter(({ share }) => share > 0)
      .sort((a, b) => b.share - a.share),
    quality: parts.quality,
    freshness: parts.freshness,
    ageHours: Math.max(0, Math.floor((now.getTime() - note.publishedAt.getTime()) / HOUR)),
    topics: parts.matching,
    person: reader.people.includes(note.authorId as ActorId),
    mutes: await mutesOf(ground, viewer, tile),
    tile,
  }
}

/** Of a topic that was muted before it became one with another, as of all that is one. */
async function mutesOf({ db, clock }: Ground, viewer: Viewer, { author, topics }: z.input<typeof zTile>): Promise<z.input<typeof zWhy>['mutes']> {
  if (viewer.kind !== 'member') return []
  const mutes = await listMutes(db.q, viewer.id, clock.now())
  const heads = await headsOfTopics(
    db.q,
    mutes.flatMap(({ kind, value }) => (kind === 'topic' ? value : [])),
  )
  return mutes.flatMap(({ id, kind, value }) => {
    if (kind === 'person') return value === author.id ? { id, kind, value } : []
    const head = heads.get(value)
    return kind === 'topic' && topics.some((topic) => topic.id === head) ? { id, kind, value: head as string } : []
  })
}
