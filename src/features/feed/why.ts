import { z } from 'zod'
import { listMutes } from '#features/graph/index.ts'
import { tilesFor, zTile } from '#features/notes/index.ts'
import { headsOfTopics } from '#features/topics/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Viewer } from '#ground/http/viewer.ts'
import type { NoteId } from '#ground/ids/index.ts'
import { notFound } from '#pure/problem/index.ts'
import { type Change, explain } from '#pure/recommender/page/explain.ts'
import { start } from '#pure/recommender/page/trail.ts'
import type { Reader, Reason } from '#pure/recommender/page/types.ts'
import { composition } from '#pure/recommender/page/weights.ts'
import { portsOf } from './ports.ts'
import { pageReader } from './reader.ts'
import { shelfOf } from './sources.ts'

const CODES = ['note', 'taste', 'topic', 'liked', 'person', 'language', 'place', 'fresh', 'quality', 'bridging', 'controls', 'rest'] as const
const CHANGES = ['unfollow-topic', 'unfollow-person', 'unexpected', 'far'] as const

export const zWhy = z.object({
  score: z.number().describe('What is expected of me, each act times its published value'),
  reasons: z
    .array(
      z.object({
        code: z.enum(CODES),
        contribution: z.number().describe('Together the score'),
        share: z.number().describe('Of all that speaks for it, together 1; negative: what speaks against it, as large as that'),
        about: z.string().nullable().describe('Id of the topic or person, or language, that it is about'),
      }),
    )
    .max(4)
    .describe('Largest first'),
  place: z.int().nullable().describe('Among all that Discover could show me now, from 1; null: it is not among them'),
  of: z.int(),
  changes: z
    .array(
      z.object({
        kind: z.enum(CHANGES),
        id: z.string().nullable().describe('Of the topic or person; null for a slider, which would stand at 0'),
        place: z.int().nullable().describe('Where it would stand then'),
        changed: z.int().describe('Of the first twenty, how many would be others'),
      }),
    )
    .describe('What I could switch'),
  sides: z.array(z.object({ language: z.string(), likes: z.int() })).describe('Readers of these languages like it, three and more of each'),
  topics: z.array(z.string()).describe('Topics of it that I follow'),
  person: z.boolean().describe('I follow its author'),
  mutes: z
    .array(z.object({ id: z.string(), kind: z.enum(['person', 'topic']), value: z.string().describe('Id of its author, or of its topic as it is named now') }))
    .describe('My mutes that keep it from me'),
  tile: zTile,
})

/**
 * Why Discover shows this note to this viewer, by the same engine that ranks, and where it would stand without each thing that they could
 * switch. Throws not-found for what the viewer may not read and for what is in no feed.
 */
export async function whyOf(ground: Ground, viewer: Viewer, id: NoteId): Promise<z.input<typeof zWhy>> {
  const [[tile], [note], who] = await Promise.all([tilesFor(ground, viewer, [id]), shelfOf(ground).byIds([id]), pageReader(ground, viewer)])
  if (!tile || !note) throw notFound()
  const { reader } = who
  const topics = note.topics.filter((topic) => reader.topics.has(topic))
  const person = reader.people.has(note.author)
  // Whoever asks has seen it.
  const ports = { ...(await portsOf(ground, who)), seen: async () => new Set<string>() }
  const asked = { seed: 0, now: ground.clock.now().getTime(), slots: composition.slots, trail: start }
  const told = await explain(ports, reader, asked, id, changesOf(reader, topics, person ? note.author : null))
  if (!told) throw notFound()
  return {
    score: told.score,
    reasons: withShares(told.reasons),
    place: told.place,
    of: told.of,
    changes: told.previews.map(({ change, place, changed }) => ({
      kind: change.kind as (typeof CHANGES)[number],
      id: 'id' in change ? change.id : null,
      place,
      changed,
    })),
    sides: [...(note.bridging?.sides ?? [])],
    topics,
    person,
    mutes: await mutesOf(ground, viewer, tile),
    tile,
  }
}

/** Each costs a ranking. */
const MOST_CHANGES = 4

function changesOf({ controls }: Reader, topics: readonly string[], person: string | null): Change[] {
  const changes: Change[] = topics.map((id) => ({ kind: 'unfollow-topic', id }))
  if (person !== null) changes.push({ kind: 'unfollow-person', id: person })
  for (const kind of ['unexpected', 'far'] as const) if (controls[kind] !== 0) changes.push({ kind, value: 0 })
  return changes.slice(0, MOST_CHANGES)
}

function withShares(reasons: readonly Reason[]) {
  const all = reasons.reduce((sum, { contribution }) => sum + Math.max(0, contribution), 0)
  return reasons.map(({ code, contribution, about = null }) => ({ code, contribution, share: all === 0 ? 0 : contribution / all, about }))
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
