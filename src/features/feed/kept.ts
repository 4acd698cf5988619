import { draw } from '#pure/recommender/page/draw.ts'
import type { Note } from '#pure/recommender/page/types.ts'

interface Kept {
  /** From when on it is asked for again. */
  until: number
  notes: readonly Note[]
}

interface Asked {
  now: number
  /** How long about a key is kept. */
  ms: number
  /** Keys kept at once. */
  most: number
  fetch: (missing: string[]) => Promise<Map<string, readonly Note[]>>
}

/** What sources brought, by topic, by person or by note: the same for every reader, so it is asked for once in a while. */
export type Shelf = Map<string, Kept>

/**
 * The notes of these keys: from the shelf when they lie there for less than about `ms`, the others fetched together. What was fetched
 * together does not run out at once: a key stays for three to five quarters of `ms`.
 * A page gates what it shows for its own reader; what is kept here is public.
 */
export async function fromShelf(shelf: Shelf, keys: readonly string[], { now, ms, most, fetch }: Asked): Promise<Note[]> {
  const found = new Map<string, readonly Note[]>()
  for (const key of keys) {
    const kept = shelf.get(key)
    if (kept && now < kept.until && kept.until <= now + 2 * ms) found.set(key, kept.notes)
  }
  const missing = keys.filter((key) => !found.has(key))
  if (missing.length > 0) {
    const fresh = await fetch(missing)
    for (const key of missing) {
      const notes = fresh.get(key) ?? []
      found.set(key, notes)
      // Anew at the end: the first of a Map is then what lay there longest.
      shelf.delete(key)
      shelf.set(key, { until: now + ms * (0.75 + draw(now, key) / 2), notes })
    }
    for (const oldest of shelf.keys()) {
      if (shelf.size <= most) break
      shelf.delete(oldest)
    }
  }
  return keys.flatMap((key) => found.get(key) ?? [])
}
