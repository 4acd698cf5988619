import { SECOND } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { commonTopics, quiet, sizes } from '#pure/recommender/page/sources.ts'
import type { Found, Note, Ports } from '#pure/recommender/page/types.ts'
import { fromShelf, type Shelf } from './kept.ts'
import { duePromises } from './promises/due-promises.ts'
import { bridged, freshest, hottest, hottestOfPeople, hottestOfTopics, notesByIds } from './queries/sources.ts'

/** What is asked for is the same for everyone, so it is asked for once in this long; what a page shows of it is gated for each reader. */
const KEPT_MS = 5 * SECOND
/** Of one topic or person, some tens of notes a key: what is new comes in with the newest of all meanwhile. */
const LISTS_KEPT = { ms: 20 * SECOND, most: 5_000 }
/** What one note says of itself; a page reads anew what it shows of it. */
const NOTES_KEPT = { ms: 60 * SECOND, most: 30_000 }

interface Shelves {
  /** Lists that have no key: hottest, freshest, bridged. */
  whole: Map<string, { at: number; notes: Promise<Note[]> }>
  topics: Shelf
  people: Shelf
  notes: Shelf
}
const shelves = new WeakMap<object, Shelves>()

function shelvesOf({ db }: Ground): Shelves {
  const found = shelves.get(db) ?? { whole: new Map(), topics: new Map(), people: new Map(), notes: new Map() }
  shelves.set(db, found)
  return found
}

/** Lists of public notes as SQL and the shelf answer them. */
export function shelfOf(ground: Ground) {
  const db = ground.db.read()
  const { whole, topics, people, notes } = shelvesOf(ground)
  const now = ground.clock.now().getTime()
  const kept = (name: string, fetch: () => Promise<Note[]>): Promise<Note[]> => {
    const last = whole.get(name)
    if (last && Math.abs(now - last.at) < KEPT_MS) return last.notes
    const fresh = fetch()
    whole.set(name, { at: now, notes: fresh })
    fresh.catch(() => whole.delete(name))
    return fresh
  }
  return {
    hottest: () => kept('hottest', () => hottest(db, sizes.hottest)),
    freshest: () => kept('freshest', () => freshest(db, sizes.fresh)),
    bridged: () => kept('bridged', () => bridged(db, sizes.bridged)),
    ofTopics: (wanted: readonly string[]) =>
      fromShelf(topics, wanted, { ...LISTS_KEPT, now, fetch: (missing) => hottestOfTopics(db, missing, sizes.eachTopic) }),
    ofPeople: (wanted: readonly string[]) =>
      fromShelf(people, wanted, { ...LISTS_KEPT, now, fetch: (missing) => hottestOfPeople(db, missing as ActorId[], sizes.eachPerson) }),
    byIds: (ids: readonly string[]) =>
      fromShelf(notes, ids, { ...NOTES_KEPT, now, fetch: async (missing) => new Map((await notesByIds(db, missing)).map((note) => [note.id, [note]])) }),
  }
}

const found = (notes: readonly Note[]): Found[] => notes.map((note) => ({ id: note.id, note }))

/** Where Discover looks for notes; each may fail alone. */
export function sourcesOf(ground: Ground): Ports['sources'] {
  const shelf = shelfOf(ground)
  return {
    hottest: async () => found(await shelf.hottest()),
    fresh: async () => found(await shelf.freshest()),
    people: async ({ people }) => found(await shelf.ofPeople([...people].slice(0, sizes.people))),
    topics: async (reader) => {
      const liked = commonTopics(await shelf.byIds(reader.acts.flatMap(({ id, weight }) => (weight > 0 ? [id] : []))))
      return found(await shelf.ofTopics([...new Set([...[...reader.topics].slice(0, sizes.topics), ...liked])]))
    },
    promises: (reader, asked) => duePromises(ground, reader, asked),
    across: async ({ reads }) => found((await shelf.bridged()).filter(({ language }) => !reads.has(language)).slice(0, sizes.across)),
    explore: async (_, { seed }) => found(quiet(await shelf.freshest(), seed, sizes.explore)),
  }
}
