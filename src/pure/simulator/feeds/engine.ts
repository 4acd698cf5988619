import type { Crew } from '#pure/recommender/index.ts'
import { calibrated } from '#pure/recommender/page/calibration.ts'
import { FEATURE_COUNT, featuresOf, type Sight } from '#pure/recommender/page/features.ts'
import { type Example, learn, untaught } from '#pure/recommender/page/lesson.ts'
import { makePage } from '#pure/recommender/page/make-page.ts'
import { profileOf } from '#pure/recommender/page/profile.ts'
import { commonTopics, quiet, sizes } from '#pure/recommender/page/sources.ts'
import { start } from '#pure/recommender/page/trail.ts'
import type { Act, Found, HeadName, Note, Ports, Reader, Slot, Trail } from '#pure/recommender/page/types.ts'
import { composition } from '#pure/recommender/page/weights.ts'
import { COUNTRIES, LANGUAGES, NO_TOPIC, topicName } from '../atlas.ts'
import { millis } from '../clock.ts'
import { DRAW, lot } from '../lot.ts'
import { DID, type Place } from '../place.ts'
import { CHOSEN } from '../readers.ts'
import type { World } from '../world.ts'
import { bridgingIn } from './bridging.ts'
import { type Feed, SLOTS } from './feed.ts'
import { type Floors, openFloors } from './floors.ts'
import { authorId, idOf, numberOf, openShelf, type Shelf } from './shelf.ts'
import { type Tasting, TRAINED_EVERY, tasting } from './taste.ts'
import { openVoices } from './voices.ts'

export interface EngineOptions {
  crew: Crew
  /** Slots of twelve for notes from elsewhere. */
  across?: number
  /** Whether promises are kept. */
  keepsPromises?: boolean
  /** Notes that were entered into a theme. */
  entries?: ReadonlySet<number>
}

/** Of a list of all notes, what a reader has not seen is brought at once: a third of what Discover brings before it leaves out the seen. */
const UNSEEN = 0.3
const some = (size: number): number => Math.round(UNSEEN * size)
const PROMISES = 4
/** A reader's last acts, as many as Discover folds in. */
const ACTS = 60
const WEIGHT: Readonly<Record<number, number>> = { [DID.like]: 1, [DID.save]: 1, [DID.comment]: 1, [DID.hide]: -1 }
/** One page in so many is a lesson for the heads. */
const LESSONS = 4

/** The page maker that the server runs, handed this world's memory instead of a database. */
export function engine(
  world: World,
  place: Place,
  { crew, across = composition.across, keepsPromises = true, entries }: EngineOptions,
): Feed & { floors: Floors | null } {
  const waits = openVoices(world, place)
  const shelf = openShelf(world, place, { bridgingOf: bridgingIn(place), waits })
  const model = tasting(world, place, { crew, limit: some(sizes.neighbours), waits })
  const floors = keepsPromises ? openFloors(world, place, shelf, entries) : null
  const sources = sourcesOf(world, place, shelf, floors)
  const trails = new Map<number, Trail>()
  const lessons: Example[] = []
  let learnt = untaught
  let heads = learnt.heads
  let served: { reader: Reader; slots: readonly Slot[] } | null = null
  let pages = 0

  return {
    floors,
    async morning(day) {
      learnt = learn(learnt, lessons.splice(0))
      heads = calibrated(learnt.heads, learnt.calibration)
      if (day % TRAINED_EVERY === 0) await model.learn()
    },
    async page(number, turn) {
      const reader = readerOf(world, place, number, across)
      const trail = turn === 0 ? start : trails.get(number)
      if (!trail) return new Uint32Array(0)
      const seed = Math.floor(lot(world.seed, DRAW.pages, number, Math.floor(place.now * 100_000) + turn) * 2 ** 31)
      pages++
      const ports: Ports = { ...portsOf(world, place, shelf, model), sources, heads, failed: rethrow }
      const page = await makePage(ports, reader, { seed, now: millis(place.now), slots: SLOTS, trail })
      if (page.trail) trails.set(number, page.trail)
      else trails.delete(number)
      served = { reader, slots: page.slots }
      return Uint32Array.from(page.slots, ({ note }) => numberOf(note.id))
    },
    heard(number, page, looked) {
      for (const note of page.subarray(0, looked)) floors?.looked(number, note)
      if (served && pages % LESSONS === 0) lessons.push(...examplesOf(world, place, number, shelf, { ...served, slots: served.slots.slice(0, looked) }))
    },
  }
}

/** In the server a source may fail and the page is made without; here it would hide a mistake. */
const rethrow = (_: string, error: unknown): never => {
  throw error
}

function readerOf({ readers }: World, place: Place, number: number, across: number): Reader {
  const home = readers.home[number] as number
  const acts = place.acts[number] ?? []
  const chosen = [...readers.chosen.subarray(number * CHOSEN, (number + 1) * CHOSEN)].filter((topic) => topic !== NO_TOPIC)
  return {
    id: String(number),
    topics: new Set(chosen.map(topicName)),
    people: new Set([...(place.follows[number] ?? [])].map(authorId)),
    reads: new Set([LANGUAGES[home] as string, ...LANGUAGES.filter((_, at) => (readers.reads[number] as number) & (1 << at))]),
    country: COUNTRIES[home]?.[readers.country[number] as number] ?? null,
    acts: acts
      .slice(-ACTS)
      .reverse()
      .map(({ note, what, at }): Act => ({ id: idOf(note), weight: WEIGHT[what] ?? 0, at: millis(at) })),
    controls: { unexpected: 0, far: 0, across },
    muted: { people: new Set(), topics: new Set(), languages: new Set() },
    blocked: new Set(),
  }
}

/** All that was ever shown counts as seen: a note here does not change. */
function portsOf(world: World, place: Place, shelf: Shelf, model: Tasting): Pick<Ports, 'seen' | 'load' | 'taste'> {
  return {
    seen: async ({ id }, ids) => new Set(ids.filter((note) => place.did[Number(id) * world.notes.count + numberOf(note)] !== 0)),
    load: async (ids) => ids.map((id) => shelf.note(numberOf(id))),
    taste: async ({ id, acts }, ids) => model.taste(Number(id), acts, ids.map(numberOf)),
  }
}

function sourcesOf(world: World, place: Place, shelf: Shelf, floors: Floors | null): Ports['sources'] {
  const found = (notes: readonly Note[]): Found[] => notes.map((note) => ({ id: note.id, note }))
  const listed = (notes: readonly number[]): Found[] => found(notes.map(shelf.note))
  /** Lists are the same for everybody: the first of one that this reader was not shown. */
  const unseen = (list: readonly number[], { id }: Reader, limit: number): Found[] => {
    const row = Number(id) * world.notes.count
    const left: number[] = []
    for (let at = 0; at < list.length && left.length < limit; at++) if (place.did[row + (list[at] as number)] === 0) left.push(list[at] as number)
    return listed(left)
  }
  return {
    topics: async (reader) => {
      const liked = commonTopics(reader.acts.flatMap(({ id, weight }) => (weight > 0 ? shelf.note(numberOf(id)) : [])))
      const topics = new Set([...[...reader.topics].slice(0, sizes.topics), ...liked])
      return [...topics].flatMap((topic) => unseen(shelf.ofTopic(topic), reader, sizes.eachTopic))
    },
    people: async (reader) => [...reader.people].slice(-sizes.people).flatMap((author) => unseen(shelf.ofAuthor(author), reader, sizes.eachPerson)),
    hottest: async (reader) => unseen(shelf.hottest(), reader, some(sizes.hottest)),
    fresh: async (reader) => unseen(shelf.fresh(), reader, some(sizes.fresh)),
    across: async (reader) => unseen(shelf.bridging(), reader, some(sizes.across)),
    explore: async (_, { seed }) => found(quiet(shelf.fresh().slice(0, sizes.fresh).map(shelf.note), seed, some(sizes.explore))),
    ...(floors ? { promises: async (reader, { seed }) => floors.due(reader, { limit: PROMISES, seed }) } : {}),
  }
}

const HEAD_OF: Readonly<Record<HeadName, number>> = {
  open: DID.open,
  finish: DID.finish,
  like: DID.like,
  save: DID.save,
  comment: DID.comment,
  follow: DID.follow,
  hide: DID.hide,
}

/** What was seen of a page and what came of it, for the heads to learn from. */
function examplesOf(world: World, place: Place, number: number, shelf: Shelf, { reader, slots }: { reader: Reader; slots: readonly Slot[] }): Example[] {
  const notes = new Map(reader.acts.map(({ id }) => [id, shelf.note(numberOf(id))]))
  const sight: Sight = { reader, profile: profileOf(reader.acts, notes), now: millis(place.now) }
  return slots.map(({ note, propensity }) => {
    const did = place.did[number * world.notes.count + numberOf(note.id)] as number
    const acts = new Set((Object.keys(HEAD_OF) as HeadName[]).filter((head) => did & HEAD_OF[head]))
    return { features: featuresOf(note, sight, new Float64Array(FEATURE_COUNT)), acts, propensity }
  })
}
