import { type Tile, tilesFor } from '#features/notes/index.ts'
import { topicBriefs } from '#features/topics/index.ts'
import { type Instant, instant } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import { type Viewer, viewerId } from '#ground/http/viewer.ts'
import type { NoteId } from '#ground/ids/index.ts'
import { decodeCursor, encodeCursor, type Page } from '#pure/cursor/index.ts'
import { pageOf, stockFor } from '#pure/recommender/page/make-page.ts'
import { decodeTrail, encodeTrail, start } from '#pure/recommender/page/trail.ts'
import type { Asked, Bridging, ReasonCode, Slot } from '#pure/recommender/page/types.ts'
import { factsOf } from './across.ts'
import { wantedTile } from './gate.ts'
import { keptStock, momentOf } from './kept-stock.ts'
import { portsOf } from './ports.ts'
import type { PageReader } from './reader.ts'

/** Cursors of Discover carry what was shown. */
export const MOST_CURSOR = 4_096

/** A page of Discover and with what probability each of its notes is where it is. */
export interface DiscoverPage extends Page<Tile> {
  propensities: ReadonlyMap<string, number>
}

/**
 * One page of Discover. The cursor holds seed, anchor time and what was shown so far: pages of one scroll repeat nothing, a like changes
 * the next, and the same cursor gives the same page while nothing happens.
 */
export async function discover(
  ground: Ground,
  viewer: Viewer,
  who: PageReader,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<DiscoverPage> {
  const { reader } = who
  const first = () => ({ seed: Math.floor(ground.ids.random() * 2 ** 31), anchor: momentOf(ground.clock.now(), reader.id), trail: start })
  const { anchor, ...from } = cursor ? readCursor(cursor) : first()
  const asked: Asked = { ...from, now: anchor.getTime(), slots: limit }
  const ports = await portsOf(ground, who)
  const stock = await keptStock(ground.db, reader, anchor, () => stockFor(ports, reader, asked))
  const page = await pageOf(stock, ports, reader, asked)
  const ids = page.slots.map(({ note }) => note.id as NoteId)
  const tiles = (await tilesFor(ground, viewer, ids)).filter(wantedTile(who.wishes))
  return {
    items: await withReasons(ground, viewer, tiles, page.slots),
    next: page.trail && encodeCursor({ key: encodeTrail(page.trail), id: `${asked.seed}@${anchor.toISOString()}` }),
    propensities: new Map(page.slots.map(({ note, propensity }) => [note.id, propensity])),
  }
}

function readCursor(text: string): { seed: number; anchor: Instant; trail: Asked['trail'] } {
  const { key, id } = decodeCursor(text, MOST_CURSOR)
  const [seed = '', at = ''] = id.split('@')
  const anchor = instant(at)
  return { seed: Number(seed) || 0, anchor: Number.isNaN(anchor.getTime()) ? instant(0) : anchor, trail: decodeTrail(String(key)) ?? start }
}

/** What is told of a slot that is there for a reason of its own; of the others, what speaks most for them. */
const TOLD: ReadonlySet<ReasonCode> = new Set(['topic', 'liked', 'person', 'taste', 'bridging', 'fresh', 'quality'])

function whyOfSlot({ kind, note, reasons }: Slot): { code: string; about?: string | undefined; sides?: Bridging['sides'] } {
  if (kind === 'across' && note.bridging) return { code: 'across', sides: note.bridging.sides }
  if (kind === 'promise' || kind === 'explore' || kind === 'across') return { code: kind }
  const told = reasons.find(({ code, contribution }) => TOLD.has(code) && contribution > 0)
  return told ? { code: told.code, about: told.about } : { code: 'fresh' }
}

/** A topic that is the reason mostly stands on the tile already; only the others are looked up. */
async function withReasons({ db }: Ground, viewer: Viewer, tiles: Tile[], slots: readonly Slot[]): Promise<Tile[]> {
  const reasons = new Map(slots.map((slot) => [slot.note.id, whyOfSlot(slot)]))
  const labels = new Map(tiles.flatMap((tile) => tile.topics.map(({ id, label }) => [id, label] as const)))
  const isTopic = (code: string) => code === 'topic' || code === 'liked'
  const missing = [...reasons.values()].flatMap(({ code, about }) => (isTopic(code) && about !== undefined && !labels.has(about) ? [about] : []))
  for (const [id, { label }] of await topicBriefs(db.read(), missing, viewer.locale, viewerId(viewer))) labels.set(id, label)
  return tiles.map((tile) => {
    const { code, about, sides } = reasons.get(tile.id) ?? { code: 'fresh' }
    if (sides) return { ...tile, why: { code, facts: factsOf(sides) } }
    if (isTopic(code) && about !== undefined) return { ...tile, why: { code, facts: { topic: labels.get(about) ?? about } } }
    return { ...tile, why: { code, facts: code === 'person' ? { name: tile.author.name } : {} } }
  })
}
