import { type Filters, type Hit, MOST_HITS, MOST_QUERIES, type Nearest, type Query, WIDTH } from './nearest.ts'
import { quantiseWide } from './quantise.ts'
import { ENTRY_BYTES, OFFSETS_AT, type Room, SCALES_AT, viewsOf } from './room.ts'
import { SCAN } from './scan-bytes.ts'

type Scan = (...places: number[]) => void

let compiled: WebAssembly.Module | undefined
function scanOver(memory: WebAssembly.Memory): Scan {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(SCAN), (letter) => letter.charCodeAt(0)))
  return new WebAssembly.Instance(compiled, { room: { memory } }).exports.scan as Scan
}

/** Sets bits of a bitmap for as long as `work` takes. */
function withBits<T>(bitmap: Uint8Array, members: Iterable<number>, work: () => T): T {
  const touched: number[] = []
  for (const member of members) {
    const byte = member >> 3
    if (byte >= bitmap.length) continue
    ;(bitmap[byte] as number) |= 1 << (member & 7)
    touched.push(byte)
  }
  try {
    return work()
  } finally {
    for (const byte of touched) bitmap[byte] = 0
  }
}

/** Exact, in WebAssembly with instructions that work on eight numbers at once (scan.wat). One thread uses one desk. */
export function scanning(room: Room, desk: number): Nearest {
  const scan = scanOver(room.memory)
  const place = room.desks[desk]
  if (!place) throw new RangeError(`no desk ${desk}`)
  const { buffer } = room.memory
  const { count } = viewsOf(room)
  const skipped = new Uint8Array(buffer, place.skipped, Math.ceil(room.capacity / 8))
  const blocked = new Uint8Array(buffer, place.blocked, Math.ceil(room.authorCapacity / 8))
  const numbers = new Int16Array(buffer, place.queries, MOST_QUERIES * WIDTH)
  const queryScales = new Float32Array(buffer, place.queries + SCALES_AT, MOST_QUERIES)
  const offsets = new Float32Array(buffer, place.queries + OFFSETS_AT, MOST_QUERIES)
  const layQueries = (queries: readonly Query[]) => {
    numbers.fill(0)
    queryScales.fill(0)
    offsets.fill(Number.NEGATIVE_INFINITY)
    for (const [at, { vector, offset }] of queries.entries()) {
      queryScales[at] = quantiseWide(vector, numbers.subarray(at * WIDTH, (at + 1) * WIDTH))
      offsets[at] = offset
    }
  }
  return {
    search(queries, { limit, languages, skip, blocked: authors }) {
      const asked = queries.slice(0, MOST_QUERIES)
      const size = Math.min(limit, MOST_HITS)
      if (asked.length === 0) return []
      layQueries(asked)
      const items = Atomics.load(count, 0)
      withBits(skipped, skip, () =>
        withBits(blocked, authors, () =>
          scan(
            room.vectors,
            room.scales,
            room.languages,
            room.authors,
            items,
            place.queries,
            asked.length,
            languages,
            place.skipped,
            place.blocked,
            place.heap,
            size,
          ),
        ),
      )
      const hits: Hit[] = []
      const scores = new Float32Array(buffer, place.heap, (size * ENTRY_BYTES) / 4)
      const found = new Int32Array(buffer, place.heap, (size * ENTRY_BYTES) / 4)
      for (let at = 0; at < 2 * size; at += 2)
        if (scores[at] !== Number.NEGATIVE_INFINITY) hits.push({ item: found[at + 1] as number, score: scores[at] as number })
      return hits.sort(byScore)
    },
  }
}

const byScore = (a: Hit, b: Hit): number => b.score - a.score || a.item - b.item

/** The same without WebAssembly, to the last bit: one item after the other, and all of them sorted. */
export function plainly(room: Room): Nearest {
  const { count, vectors, scales, languages: readable, authors: written } = viewsOf(room)
  const { fround } = Math
  return {
    search(queries, { limit, languages, skip, blocked }: Filters) {
      const [skipped, authors] = [new Set(skip), new Set(blocked)]
      const asked = queries.slice(0, MOST_QUERIES).map(({ vector, offset }) => {
        const numbers = new Int16Array(WIDTH)
        return { scale: quantiseWide(vector, numbers), numbers, offset: fround(offset) }
      })
      const hits: Hit[] = []
      for (let item = 0; item < Atomics.load(count, 0); item++) {
        if (((readable[item] as number) & languages) === 0 || skipped.has(item) || authors.has(written[item] as number)) continue
        let best = Number.NEGATIVE_INFINITY
        for (const { numbers, scale, offset } of asked) {
          let sum = 0
          for (let i = 0; i < WIDTH; i++) sum += (vectors[item * WIDTH + i] as number) * (numbers[i] as number)
          best = Math.max(best, fround(fround(fround(fround(sum) * (scales[item] as number)) * scale) + offset))
        }
        if (best > Number.NEGATIVE_INFINITY) hits.push({ item, score: best })
      }
      return hits.sort(byScore).slice(0, Math.min(limit, MOST_HITS))
    },
  }
}
