import type { Reader } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Named } from './queries/topics.ts'

/** More than a place names in its pages of some minutes. */
const MOST = 5_000

interface Names {
  of: Map<string, Named>
  /** Rises when something was named anew: what was asked before is not kept then. */
  version: number
}
const kept = new WeakMap<Reader, Names>()

/** From now on names that were read are kept until any is changed. Not where a replica is read from, which may hear of a change later than we. */
export async function keepNames({ db }: Pick<Ground, 'db'>): Promise<void> {
  if (db.read() !== db.fresh() || kept.has(db.read())) return
  const names: Names = { of: new Map(), version: 0 }
  kept.set(db.read(), names)
  await db.listen('topic_named', () => {
    names.of.clear()
    names.version += 1
  })
}

/** What is kept of these, and the others as `ask` answers them. */
export async function throughKept(db: Reader, ids: readonly string[], ask: (ids: string[]) => Promise<Map<string, Named>>): Promise<Map<string, Named>> {
  const names = kept.get(db)
  if (!names) return ask([...new Set(ids)])
  const { version } = names
  const found = new Map<string, Named>()
  const missing = new Set<string>()
  for (const id of ids) {
    const named = names.of.get(id)
    if (named) found.set(id, named)
    else missing.add(id)
  }
  if (missing.size === 0) return found
  const fresh = await ask([...missing])
  if (names.of.size + fresh.size > MOST) names.of.clear()
  for (const [id, named] of fresh) {
    found.set(id, named)
    if (names.version === version) names.of.set(id, named)
  }
  return found
}
