import { MOST_HITS, MOST_QUERIES, WIDTH } from './nearest.ts'
import { quantise } from './quantise.ts'

/** Queries in memory: their numbers in 16 bits one after the other, then all scales, then all offsets. */
export const SCALES_AT = MOST_QUERIES * WIDTH * 2
export const OFFSETS_AT = SCALES_AT + MOST_QUERIES * 4
/** An entry of the heap: score and item. */
export const ENTRY_BYTES = 8
const PAGE_BYTES = 65_536
const MOST_PAGES = 65_536

/** Where a thread lays what it asks with and what it finds. */
export interface Desk {
  queries: number
  skipped: number
  blocked: number
  heap: number
}

/** What is scanned, in one shared memory for all threads; plain data that can be sent to a thread. Positions are in bytes. */
export interface Room {
  memory: WebAssembly.Memory
  /** How many items and authors there is place for. */
  capacity: number
  authorCapacity: number
  /** How many items there are: one whole number, read and written atomically. */
  count: number
  vectors: number
  scales: number
  /** A bit for each language an item can be read in; 0: it is gone. */
  languages: number
  authors: number
  desks: Desk[]
}

/** An empty room. Memory is taken as it is written to. Throws RangeError above 4 GB. */
export function makeRoom({ capacity, authorCapacity, desks }: { capacity: number; authorCapacity: number; desks: number }): Room {
  let end = 16
  const take = (bytes: number) => {
    const from = end
    end += Math.ceil(bytes / 16) * 16
    return from
  }
  const places = {
    vectors: take(capacity * WIDTH),
    scales: take(capacity * 4),
    languages: take(capacity * 4),
    authors: take(capacity * 4),
    desks: Array.from({ length: desks }, () => ({
      queries: take(OFFSETS_AT + MOST_QUERIES * 4),
      skipped: take(Math.ceil(capacity / 8)),
      blocked: take(Math.ceil(authorCapacity / 8)),
      heap: take(MOST_HITS * ENTRY_BYTES),
    })),
  }
  const pages = Math.ceil(end / PAGE_BYTES)
  if (pages > MOST_PAGES) throw new RangeError(`${capacity} items do not fit into one memory`)
  return { memory: new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true }), capacity, authorCapacity, count: 0, ...places }
}

/** The room's arrays, as long as the capacity. */
export const viewsOf = ({ memory: { buffer }, capacity, vectors, scales, languages, authors, count }: Room) => ({
  count: new Int32Array(buffer, count, 1),
  vectors: new Int8Array(buffer, vectors, capacity * WIDTH),
  scales: new Float32Array(buffer, scales, capacity),
  languages: new Int32Array(buffer, languages, capacity),
  authors: new Uint32Array(buffer, authors, capacity),
})

/** Writes items into the room; what is scanned meanwhile sees an item whole or not at all. */
export function writerOf(room: Room) {
  const { count, vectors, scales, languages, authors } = viewsOf(room)
  return {
    /** Appends an item and answers its number; null when the room is full. `vector`: the first WIDTH numbers count. */
    add({ vector, language, author }: { vector: Float32Array; language: number; author: number }): number | null {
      const item = Atomics.load(count, 0)
      if (item >= room.capacity || author >= room.authorCapacity) return null
      scales[item] = quantise(vector.subarray(0, WIDTH), vectors.subarray(item * WIDTH, (item + 1) * WIDTH))
      languages[item] = language
      authors[item] = author
      Atomics.store(count, 0, item + 1)
      return item
    },
    /** Which languages an item can be read in now; 0 takes it out. */
    setLanguages(item: number, bits: number): void {
      Atomics.store(languages, item, bits)
    },
  }
}
