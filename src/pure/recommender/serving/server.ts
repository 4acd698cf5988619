import { IALS_DEFAULTS } from '../ials-options.ts'
import { topOf } from '../top.ts'
import { type Acts, actsOf } from './acts.ts'
import { foldingIn } from './fold-in.ts'
import { interestsOf } from './interests.ts'
import { type EngineModel, type NewItem, read8 } from './model.ts'
import { type Filters, type Query, WIDTH } from './nearest.ts'
import { type Room, viewsOf, writerOf } from './room.ts'
import { scanning } from './scan.ts'
import { engineOf } from './second-stage.ts'

/** Candidates of the second stage: so many from the scan, and so many neighbours of what was acted on. */
const SCANNED = 350
const NEIGHBOURS = 150
/** So many times more neighbours are looked at, for some do not pass. */
const SPARE = 3
/** Of more items a reader is asked for by one vector: their interests would cost as much again each. */
const MOST_FOR_INTERESTS = 60_000
/** Latest acts that neighbours are looked for of. */
const LATEST = 30

/** Items with what the engine gives each of them, in standard deviations. */
export interface Rated {
  items: Uint32Array
  scores: Float32Array
  /** 1: the reader is likely to like it, of all that there is. */
  near: Uint8Array
}

/** What a reader did, newest first. */
export type History = readonly (readonly [item: number, weight: number])[]

/** Answers for one thread, from shared memory. */
export interface Server {
  /**
   * Of these items those that are there, in their order; after them, best first, what else the reader is likely to like, without what they
   * acted on. `filters` of null: nothing is looked for. Nothing for who did nothing.
   */
  rate(history: History, items: Iterable<number>, filters: Filters | null): Rated
  /** Takes in an item that came after training, which already lies in the room. */
  add(item: NewItem): void
}

/** The reader's own vector and one for each of several interests, each in standard deviations over all items, so that they can be compared. */
function queriesOf({ factors, gram, mean, items }: EngineModel, later: readonly NewItem[]): (acts: Acts, latest: readonly number[]) => Query[] {
  const width = Math.min(WIDTH, factors.width)
  const { regularisation, background, steps } = IALS_DEFAULTS
  const square = new Float64Array(width * width)
  for (let i = 0; i < width; i++) for (let j = 0; j < width; j++) square[i * width + j] = gram[i * factors.width + j] as number
  const vector = (item: number, into: Float32Array) => {
    if (item < items) read8(factors, item, into)
    else into.set(later[item - items]?.vector.subarray(0, into.length) ?? [])
  }
  const foldIn = foldingIn({ dimensions: width, gram: square, regularisation, background, steps: 2 * steps, vector })
  const queryOf = (acts: Acts): Query => {
    const reader = foldIn(acts)
    let [along, squares] = [0, 0]
    for (let i = 0; i < width; i++) {
      along += (reader[i] as number) * (mean[i] as number)
      // The factors are turned, so their gram has a diagonal alone.
      squares += ((reader[i] as number) ** 2 * (square[i * width + i] as number)) / background
    }
    const deviation = Math.sqrt(Math.max(0, squares - along * along)) || 1
    const padded = new Float32Array(WIDTH)
    for (let i = 0; i < width; i++) padded[i] = (reader[i] as number) / deviation
    return { vector: padded, offset: -along / deviation }
  }
  return (acts, latest) => [acts, ...(items > MOST_FOR_INTERESTS ? [] : interestsOf(acts, latest, width, vector))].map(queryOf)
}

/** Two stages: an exact scan over all vectors and the neighbours of the latest acts bring a few hundred, which the whole engine then scores. */
export function serverOf(model: EngineModel, room: Room, desk: number): Server {
  const engine = engineOf(model)
  const nearest = scanning(room, desk)
  const { languages, authors, count } = viewsOf(room)
  const later: NewItem[] = []
  const queries = queriesOf(model, later)
  const earned = new Float32Array(model.items)

  /** Items that stand next to the latest acts, those that gained most. */
  const neighbours = (history: History, passes: (item: number) => boolean): number[] => {
    const met: number[] = []
    const { starts, columns, weights } = model.neighbours
    for (const [act, weight] of history.slice(0, LATEST)) {
      if (act >= model.items || weight <= 0) continue
      for (let at = starts[act] as number; at < (starts[act + 1] as number); at++) {
        const item = columns[at] as number
        if (earned[item] === 0) met.push(item)
        ;(earned[item] as number) += weight * (weights[at] as number)
      }
    }
    const values = new Float32Array(met.length)
    for (const [at, item] of met.entries()) {
      values[at] = earned[item] as number
      earned[item] = 0
    }
    return Array.from(topOf(values, SPARE * NEIGHBOURS), (at) => met[at] as number)
      .filter(passes)
      .slice(0, NEIGHBOURS)
  }

  const isThere = (item: number) => item < Atomics.load(count, 0) && item < model.items + later.length && languages[item] !== 0

  /** The first stage: a few hundred of all. */
  const lookedFor = (history: History, acts: Acts, { limit, languages: wanted, skip, blocked }: Filters): number[] => {
    const skipped = new Set([...skip, ...acts.items])
    const notBy = new Set(blocked)
    const passes = (item: number) => isThere(item) && ((languages[item] as number) & wanted) !== 0 && !skipped.has(item) && !notBy.has(authors[item] as number)
    const latest = history.flatMap(([item, weight]) => (weight > 0 ? [item] : []))
    const scanned = nearest.search(queries(acts, latest), { limit: Math.max(limit, SCANNED), languages: wanted, skip: skipped, blocked: notBy })
    const found = new Set([...scanned.map(({ item }) => item), ...neighbours(history, passes)])
    return [...found].filter(isThere).sort((a, b) => a - b)
  }

  return {
    rate(history, items, filters) {
      const acts = actsOf(history)
      if (acts.items.length === 0) return { items: new Uint32Array(), scores: new Float32Array(), near: new Uint8Array() }
      const found = new Set(filters ? lookedFor(history, acts, filters) : [])
      const asked = new Set(Array.from(items).filter(isThere))
      const all = Uint32Array.from([...asked, ...found.difference(asked)])
      const { score } = engine.score(acts, all)
      const amongFound = score.map((value, at) => (found.has(all[at] as number) ? value : Number.NEGATIVE_INFINITY))
      const best = topOf(amongFound, filters?.limit ?? 0)
      const near = new Uint8Array(all.length)
      for (const at of best) near[at] = 1
      const order = Uint32Array.from([...new Uint32Array(asked.size).keys(), ...best.filter((at) => at >= asked.size)])
      return {
        items: order.map((at) => all[at] as number),
        scores: Float32Array.from(order, (at) => score[at] as number),
        near: Uint8Array.from(order, (at) => near[at] as number),
      }
    },
    add(item) {
      later.push(item)
      engine.add(item)
    },
  }
}

/** A room with all items of a model; `of` says what each can be read in and who wrote it. */
export function layModel(model: EngineModel, room: Room, of: (item: number) => { language: number; author: number }): void {
  const writer = writerOf(room)
  const vector = new Float32Array(WIDTH)
  const row = vector.subarray(0, Math.min(WIDTH, model.factors.width))
  for (let item = 0; item < model.items; item++) {
    read8(model.factors, item, row)
    writer.add({ vector, ...of(item) })
  }
}
