import { type Instant, instant, SECOND } from '#ground/clock/index.ts'
import type { Stock } from '#pure/recommender/page/make-page.ts'
import { hashOf } from '#pure/recommender/page/trail.ts'
import type { Reader } from '#pure/recommender/page/types.ts'

/** So long the candidates of a reader are kept, who scrolls on or comes back to them. */
const KEPT_MS = 5 * SECOND
/** A stock holds some hundred notes. */
const MOST = 200

interface Kept {
  /** Everything that decided what is in it. */
  mark: string
  stock: Promise<Stock>
}
const shelves = new WeakMap<object, Map<string, Kept>>()

/**
 * The moment to which pages of a reader that begin now are made, at most some seconds ahead: the same for so long, so that they are made from
 * the same stock. Readers change theirs one after the other, not all at once.
 */
export function momentOf(now: Instant, reader: string | null): Instant {
  const own = reader === null ? 0 : hashOf(reader) % KEPT_MS
  return instant(Math.ceil((now.getTime() - own) / KEPT_MS) * KEPT_MS + own)
}

/**
 * The stock of this reader and moment: kept while nothing about the reader changes. Whatever they do, follow, mute, block or set is in the
 * mark, so the next page knows of it. `place`: whose it is.
 */
export function keptStock(place: object, reader: Reader, moment: Instant, make: () => Promise<Stock>): Promise<Stock> {
  const shelf = shelves.get(place) ?? new Map<string, Kept>()
  shelves.set(place, shelf)
  const mark = markOf(reader, moment)
  const key = reader.id ?? mark
  const last = shelf.get(key)
  if (last?.mark === mark) return last.stock
  const stock = make()
  // Anew at the end: the first of a Map is then what lay there longest.
  shelf.delete(key)
  shelf.set(key, { mark, stock })
  stock.catch(() => shelf.delete(key))
  for (const oldest of shelf.keys()) {
    if (shelf.size <= MOST) break
    shelf.delete(oldest)
  }
  return stock
}

const markOf = (reader: Reader, moment: Instant): string =>
  JSON.stringify([moment.getTime(), reader], (_, value: unknown) => (value instanceof Set ? [...value] : value))
