import { type Tile, tilesFor } from '#features/notes/index.ts'
import { topicBriefs } from '#features/topics/index.ts'
import { type Instant, instant, SECOND } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import { type Viewer, viewerId } from '#ground/http/viewer.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { decodeCursor, encodeCursor, type Page } from '#pure/cursor/index.ts'
import { pages } from './compose.ts'
import { wanted, wantedTile } from './gate.ts'
import { fromShelf, type Shelf } from './kept.ts'
import { hottest, hottestOfPeople, hottestOfTopics } from './queries/sources.ts'
import { type Candidate, type Ranked, rank } from './rank.ts'
import { type FeedReader, feedReader } from './reader.ts'

/** How many each source may bring: enough for some fifty pages. */
const SIZE = { hottest: 600, topics: 25, eachTopic: 16, people: 60, eachPerson: 4 } as const

/** The same for everyone, so each is asked for once in this long; what a page shows of it is gated for each reader. */
const HOTTEST_KEPT_MS = 5 * SECOND
const kept = new WeakMap<object, { at: number; notes: Promise<Candidate[]> }>()
const shelves = new WeakMap<object, Shelf>()

/** One page of Discover. The cursor holds seed, anchor time and page: the same cursor gives the same page while notes stay as they are. */
export async function discover(ground: Ground, viewer: Viewer, { cursor, limit }: { cursor?: string | undefined; limit: number }): Promise<Page<Tile>> {
  const { seed, anchor, page } = cursor ? readCursor(cursor) : { seed: Math.floor(ground.ids.random() * 2 ** 31), anchor: ground.clock.now(), page: 0 }
  const reader = await feedReader(ground, viewer)
  const candidates = (await sources(ground, reader)).filter((note) => note.publishedAt <= anchor && wanted(reader, viewerId(viewer))(note))
  const ranking = rank(candidates, { topics: new Set(reader.topics), people: new Set(reader.people), reads: reader.reads, now: anchor, seed })
  const { chosen, isLast } = pageAt(ranking, { slots: limit, reads: reader.reads }, page)
  const tiles = (
    await tilesFor(
      ground,
      viewer,
      chosen.map((note) => note.id as NoteId),
    )
  ).filter(wantedTile(reader))
  return {
    items: await withReasons(ground, viewer, tiles, chosen),
    next: isLast ? null : encodeCursor({ key: page + 1, id: `${seed}@${anchor.toISOString()}` }),
  }
}

function readCursor(text: string): { seed: number; anchor: Instant; page: number } {
  const { key, id } = decodeCursor(text)
  const [seed = '', at = ''] = id.split('@')
  const anchor = instant(at)
  const page = Number(key)
  return {
    seed: Number(seed) || 0,
    anchor: Number.isNaN(anchor.getTime()) ? instant(0) : anchor,
    page: Number.isInteger(page) && page >= 0 && page < 10_000 ? page : 0,
  }
}

async function sources(ground: Ground, reader: FeedReader): Promise<Candidate[]> {
  const db = ground.db.read()
  const shelf = shelfOf(ground)
  const asked = { now: ground.clock.now().getTime(), ms: HOTTEST_KEPT_MS }
  const parts = await Promise.all([
    hottestOf(ground),
    fromShelf(shelf, 'topic', reader.topics.slice(0, SIZE.topics), { ...asked, fetch: (topics) => hottestOfTopics(db, topics, SIZE.eachTopic) }),
    fromShelf(shelf, 'person', reader.people.slice(0, SIZE.people), { ...asked, fetch: (people) => hottestOfPeople(db, people as ActorId[], SIZE.eachPerson) }),
  ])
  return [...new Map(parts.flat().map((note) => [note.id, note])).values()]
}

function shelfOf({ db }: Ground): Shelf {
  const shelf = shelves.get(db) ?? new Map()
  shelves.set(db, shelf)
  return shelf
}

function hottestOf({ db, clock }: Ground): Promise<Candidate[]> {
  const now = clock.now().getTime()
  const last = kept.get(db)
  if (last && Math.abs(now - last.at) < HOTTEST_KEPT_MS) return last.notes
  const notes = hottest(db.read(), SIZE.hottest)
  kept.set(db, { at: now, notes })
  notes.catch(() => kept.delete(db))
  return notes
}

function pageAt(ranking: Ranked[], rules: Parameters<typeof pages>[1], wantedPage: number): { chosen: Ranked[]; isLast: boolean } {
  let at = 0
  let seen = 0
  for (const page of pages(ranking, rules)) {
    seen += page.length
    if (at === wantedPage) return { chosen: page, isLast: seen >= ranking.length }
    at += 1
  }
  return { chosen: [], isLast: true }
}

/** A topic that is the reason mostly stands on the tile already; only the others are looked up. */
async function withReasons({ db }: Ground, viewer: Viewer, tiles: Tile[], chosen: Ranked[]): Promise<Tile[]> {
  const reasons = new Map(chosen.map(({ id, reason }) => [id, reason]))
  const labels = new Map(tiles.flatMap((tile) => tile.topics.map(({ id, label }) => [id, label] as const)))
  const missing = [...reasons.values()].flatMap((reason) => (reason.code === 'topic' && !labels.has(reason.topic) ? [reason.topic] : []))
  for (const [id, { label }] of await topicBriefs(db.read(), missing, viewer.locale, viewerId(viewer))) labels.set(id, label)
  return tiles.map((tile) => {
    const reason = reasons.get(tile.id as NoteId)
    if (!reason) return tile
    const facts: Record<string, string> =
      reason.code === 'topic' ? { topic: labels.get(reason.topic) ?? reason.topic } : reason.code === 'person' ? { name: tile.author.name } : {}
    return { ...tile, why: { code: reason.code, facts } }
  })
}
