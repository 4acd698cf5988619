import { ALL_LANGUAGES, type Crew, contentOf, interactionsOf, layModel, makeRoom, type Server, serverOf, trainEngine } from '#pure/recommender/index.ts'
import type { Act, Taste } from '#pure/recommender/page/types.ts'
import { LANGUAGES, NO_TOPIC, NOTE_TOPICS, TOPICS } from '../atlas.ts'
import { DID, type Place } from '../place.ts'
import type { World } from '../world.ts'
import { idOf, numberOf } from './shelf.ts'

/** In days: older notes are no longer trained on; how often; in a place it is every hour. */
const MEMORY = 21
export const TRAINED_EVERY = 4
/** Items that a reader's scores are measured against. */
const REFERENCE = 256

/** What the engine says of notes to a reader. */
export interface Tasting {
  /** On these notes, and on unseen ones that these acts speak for. */
  taste(reader: number, acts: readonly Act[], notes: readonly number[]): Map<string, Taste>
}

/** The engine as it was trained last; item 0 is note `first`. */
interface Trained {
  first: number
  items: number
  server: Server
}

/** What a note says of itself, as numbers of terms: language, topics, author. */
function termsOf({ notes }: World, note: number): number[] {
  const topics = [...notes.topics.subarray(note * NOTE_TOPICS, (note + 1) * NOTE_TOPICS)].filter((topic) => topic !== NO_TOPIC)
  return [notes.language[note] as number, ...topics.map((topic) => LANGUAGES.length + topic), LANGUAGES.length + TOPICS + (notes.author[note] as number)]
}

/** Notes that come until the next training are there with their terms and without any acts: so they stand where a new note is placed. */
async function train(world: World, place: Place, crew: Crew): Promise<Trained> {
  const { notes, authors } = world
  let first = place.published
  while (first > 0 && place.now - (notes.at[first - 1] as number) < MEMORY) first--
  let last = place.published
  while (last < notes.count && (notes.at[last] as number) < place.now + TRAINED_EVERY) last++
  const items = last - first
  const rows = place.acts.map((acts) => acts.flatMap(({ note, what }) => (what !== DID.hide && note >= first ? [note - first] : [])))
  const content = contentOf(
    Array.from({ length: items }, (_, item) => termsOf(world, first + item)),
    LANGUAGES.length + TOPICS + authors.length,
  )
  const model = await trainEngine(interactionsOf(rows, items), { seed: world.seed, content, crew }, { reference: REFERENCE, learns: false })
  const room = makeRoom({ capacity: items, authorCapacity: authors.length, desks: 1 })
  layModel(model, room, (item) => ({ language: notes.layers[first + item] as number, author: notes.author[first + item] as number }))
  return { first, items, server: serverOf(model, room, 0) }
}

/** Trained anew by `learn`; a reader is folded in from what they did up to now, and led to `limit` notes, to none that `waits`. */
export function tasting(
  world: World,
  place: Place,
  { crew, limit, waits }: { crew: Crew; limit: number; waits: (note: number) => boolean },
): Tasting & { learn(): Promise<void> } {
  let trained: Trained | null = null
  const known = ({ first, items }: Trained, note: number) => note >= first && note < first + items
  const historyOf = (now: Trained, acts: readonly Act[]) =>
    acts.flatMap(({ id, weight }) => (known(now, numberOf(id)) ? [[numberOf(id) - now.first, weight] as const] : []))
  /** Items that are not led to. */
  const closed = ({ first, items }: Trained, reader: number): number[] => {
    const skip: number[] = []
    for (let item = 0; item < items; item++)
      if (first + item >= place.published || place.did[reader * world.notes.count + first + item] !== 0 || waits(first + item)) skip.push(item)
    return skip
  }
  return {
    async learn() {
      trained = await train(world, place, crew)
    },
    taste(reader, acts, notes) {
      const now = trained
      if (!now || acts.length === 0) return new Map()
      const history = historyOf(now, acts)
      if (history.length === 0) return new Map()
      const asked = notes.flatMap((note) => (known(now, note) ? [note - now.first] : []))
      const { items, scores, near } = now.server.rate(history, asked, { limit, languages: ALL_LANGUAGES, skip: closed(now, reader), blocked: [] })
      return new Map(Array.from(items, (item, at) => [idOf(now.first + item), { score: scores[at] as number, isNear: near[at] === 1 }]))
    },
  }
}
