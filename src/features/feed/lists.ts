import { followedPeople, listById, peopleOnList } from '#features/graph/index.ts'
import { actorBriefs, type Tile, tilesFor } from '#features/notes/index.ts'
import { BANDS, nearby, placeById } from '#features/places/index.ts'
import { findTopic } from '#features/topics/index.ts'
import { type Instant, instant } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import { type Member, type Viewer, viewerId } from '#ground/http/viewer.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { decodeCursor, encodeCursor, isMoment, type Page, pageOf, timeStart } from '#pure/cursor/index.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { wantedTile } from './gate.ts'
import { interleave } from './interleave.ts'
import { atPlaces, byPeople, newestOf, newestOfTopic, type Timed } from './queries/sources.ts'
import { feedReader } from './reader.ts'

interface Asked {
  cursor?: string | undefined
  limit: number
}

/** Discover without the engine: every public note by time alone, in every language, the same for everybody but for what they hid, muted or blocked. */
export async function newest(ground: Ground, viewer: Viewer, { cursor, limit }: Asked): Promise<Page<Tile>> {
  const from = timeStart(cursor)
  const rows = await newestOf(ground.db.read(), from ? { at: instant(from.key), id: from.id } : null, limit + 1)
  const page = pageOf(rows, limit, (row) => ({ key: row.at.toISOString(), id: row.id }))
  const reader = await feedReader(ground, viewer)
  const tiles = await tilesFor(
    ground,
    viewer,
    page.items.map((row) => row.id),
  )
  return { items: tiles.filter(wantedTile(reader)).map((tile) => ({ ...tile, why: { code: 'time', facts: {} } })), next: page.next }
}

/** Notes and boosts of followed people, strictly by time, complete. */
export async function following(ground: Ground, viewer: Member, asked: Asked): Promise<Page<Tile>> {
  return timed(ground, viewer, [...(await followedPeople(ground.db.fresh(), viewer.id)), viewer.id], asked, true)
}

/** Notes of the people on one of the viewer's own lists. Throws Refusal `not-found`. */
export async function ofList(ground: Ground, viewer: Member, listId: string, asked: Asked): Promise<Page<Tile>> {
  if (!(await listById(ground.db.fresh(), viewer.id, listId))) throw notFound()
  return timed(ground, viewer, await peopleOnList(ground.db.fresh(), listId), asked, false)
}

async function timed(ground: Ground, viewer: Viewer, people: ActorId[], { cursor, limit }: Asked, boosts: boolean): Promise<Page<Tile>> {
  const from = timeStart(cursor)
  const rows = await byPeople(ground.db.read(), viewer, people, { before: from ? { at: instant(from.key), id: from.id } : null, limit: limit + 1, boosts })
  const page = pageOf(rows, limit, (row) => ({ key: row.at.toISOString(), id: row.id }))
  const shown = page.items.filter(({ again }) => !again)
  const reader = await feedReader(ground, viewer)
  const tiles = (
    await tilesFor(
      ground,
      viewer,
      shown.map((row) => row.id),
    )
  ).filter(wantedTile(reader))
  return { items: await sayBoosts(ground, tiles, shown), next: page.next }
}

async function sayBoosts(ground: Ground, tiles: Tile[], rows: Timed[]): Promise<Tile[]> {
  const by = new Map(rows.flatMap((row) => (row.by ? [[row.id as string, row.by] as const] : [])))
  const people = await actorBriefs(ground, ground.db.read(), [...by.values()])
  return tiles.map((tile) => {
    const booster = people.get(by.get(tile.id) as ActorId)
    return booster ? { ...tile, why: { code: 'boosted', facts: { name: booster.name } } } : tile
  })
}

/** Reach of Nearby in km and how many a place may bring. */
const NEARBY_KM = 50
const EACH_PLACE = 60
const EACH_LANGUAGE = 200

/** A cut of a list that was put together in memory: the cursor holds how far, and as of when. */
export function slice(ids: NoteId[], at: number, limit: number, until: Instant): { ids: NoteId[]; next: string | null } {
  return { ids: ids.slice(at, at + limit), next: at + limit < ids.length ? encodeCursor({ key: at + limit, id: until.toISOString() }) : null }
}

export function startOf(ground: Ground, cursor: string | undefined): { at: number; until: Instant } {
  const from = cursor ? decodeCursor(cursor) : null
  if (from && !isMoment(from.id)) throw new Refusal('bad-cursor')
  return { at: Math.max(0, Math.min(100_000, Math.trunc(Number(from?.key ?? 0)) || 0)), until: from ? instant(from.id) : ground.clock.now() }
}

/** Notes within 50 km of a place, nearest band first, newest within it. Bands only: nothing finer is known (security V4). */
export async function near(ground: Ground, viewer: Viewer, placeId: string, { cursor, limit }: Asked): Promise<Page<Tile>> {
  const { at, until } = startOf(ground, cursor)
  const bands = new Map((await nearby(ground.db.read(), placeId, NEARBY_KM)).map((one) => [one.id, one.band]))
  const rows = await atPlaces(ground.db.read(), viewer, [...bands.keys()], { until, each: EACH_PLACE })
  const band = (id: string) => bands.get(id) ?? BANDS.length
  rows.sort((a, b) => band(a.placeId) - band(b.placeId) || b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))
  const part = slice(
    rows.map((row) => row.id),
    at,
    limit,
    until,
  )
  const places = new Map(rows.map((row) => [row.id as string, band(row.placeId)]))
  const tiles = (await tilesFor(ground, viewer, part.ids)).filter(wantedTile(await feedReader(ground, viewer)))
  return { items: tiles.map((tile) => ({ ...tile, why: { code: 'near', facts: { km: places.get(tile.id) ?? NEARBY_KM } } })), next: part.next }
}

/** A topic's notes in every language, mixed so that the larger cannot drown the smaller; or one language, by time. Throws Refusal `not-found`. */
export async function ofTopic(
  ground: Ground,
  viewer: Viewer,
  idOrLabel: string,
  { cursor, limit, language }: Asked & { language?: string | undefined },
): Promise<Page<Tile>> {
  const topic = await findTopic(ground.db.read(), idOrLabel, viewerId(viewer))
  if (!topic) throw notFound()
  const { at, until } = startOf(ground, cursor)
  const groups = await newestOfTopic(ground.db.read(), topic.id, until, EACH_LANGUAGE)
  const mixed = language ? (groups.get(language) ?? []) : interleave([...groups.values()])
  const part = slice(mixed, at, limit, until)
  return { items: (await tilesFor(ground, viewer, part.ids)).filter(wantedTile(await feedReader(ground, viewer))), next: part.next }
}

/** Notes at one place, newest first. Throws Refusal `not-found`. */
export async function ofPlace(ground: Ground, viewer: Viewer, placeId: string, { cursor, limit }: Asked): Promise<Page<Tile>> {
  if (!(await placeById(ground.db.read(), placeId))) throw notFound()
  const { at, until } = startOf(ground, cursor)
  const rows = await atPlaces(ground.db.read(), viewer, [placeId], { until, each: 400 })
  rows.sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))
  const part = slice(
    rows.map((row) => row.id),
    at,
    limit,
    until,
  )
  return { items: (await tilesFor(ground, viewer, part.ids)).filter(wantedTile(await feedReader(ground, viewer))), next: part.next }
}
