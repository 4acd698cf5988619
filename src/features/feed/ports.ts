import { type Instant, instant, SECOND } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { sizes } from '#pure/recommender/page/sources.ts'
import type { Heads, Ports, Reader } from '#pure/recommender/page/types.ts'
import { headsOf } from './learn-heads.ts'
import { modelOf, type WeightedAct } from './model/index.ts'
import { editedSince } from './queries/sources.ts'
import type { PageReader } from './reader.ts'
import { shelfOf, sourcesOf } from './sources.ts'

/** A reader's acts as the engine takes them. */
const weighted = ({ acts }: Pick<Reader, 'acts'>): WeightedAct[] => acts.map(({ id, weight, at }) => ({ id: id as NoteId, weight, at: instant(at) }))

/** What a page of Discover is made from here: SQL, the shelf and the engine. */
export async function portsOf(ground: Ground, { wishes, seen }: Pick<PageReader, 'wishes' | 'seen'>): Promise<Ports> {
  const shelf = shelfOf(ground)
  return {
    sources: sourcesOf(ground),
    load: (ids) => shelf.byIds(ids),
    seen: async (_, ids) => new Set([...wishes.hidden, ...(await unchanged(ground, seen, ids))]),
    taste: async (reader, ids) => {
      const wish = { limit: sizes.neighbours, blocked: reader.blocked as ReadonlySet<ActorId> }
      const rated = await modelOf(ground)?.rate(weighted(reader), ids as readonly NoteId[], wish)
      return new Map(rated?.map((one) => [one.id, one]))
    },
    heads: await keptHeads(ground),
    failed: (what, error) => ground.log.warn({ what, error: String(error) }, 'a part of Discover failed'),
  }
}

/** Those of these notes that were seen, and were not edited since. */
async function unchanged({ db }: Ground, seen: PageReader['seen'], ids: readonly string[]): Promise<string[]> {
  const met = new Map((ids as NoteId[]).flatMap((id) => (seen.has(id) ? [[id, seen.get(id) as Instant] as const] : [])))
  const edited = await editedSince(db.read(), met)
  return [...met.keys()].filter((id) => !edited.has(id))
}

const HEADS_KEPT_MS = 60 * SECOND
const kept = new WeakMap<object, { at: number; heads: Promise<Heads> }>()

function keptHeads(ground: Ground): Promise<Heads> {
  const now = ground.clock.now().getTime()
  const last = kept.get(ground.db)
  if (last && Math.abs(now - last.at) < HEADS_KEPT_MS) return last.heads
  const heads = headsOf(ground)
  kept.set(ground.db, { at: now, heads })
  heads.catch(() => kept.delete(ground.db))
  return heads
}
