import { after, HOUR, type Instant, SECOND } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import { type Viewer, viewerId } from '#ground/http/viewer.ts'
import type { NoteId } from '#ground/ids/index.ts'
import type { Heads, Ports } from '#pure/recommender/page/types.ts'
import { headsOf } from './learn-heads.ts'
import { modelOf } from './model/index.ts'
import { seenBy } from './queries/signals.ts'
import { editedSince } from './queries/sources.ts'
import type { FeedReader } from './reader.ts'
import { shelfOf, sourcesOf, weighted } from './sources.ts'

/** Nothing is shown twice within. */
const SEEN_HOURS = 48

/** What a page of Discover is made from here: SQL, the shelf and the engine. */
export async function portsOf(ground: Ground, viewer: Viewer, { hidden }: Pick<FeedReader, 'hidden'>): Promise<Ports> {
  const shelf = shelfOf(ground)
  return {
    sources: sourcesOf(ground),
    load: (ids) => shelf.byIds(ids),
    seen: async (_, ids) => new Set([...hidden, ...(await seenLately(ground, viewer, ids))]),
    taste: async (reader, ids) => new Map(((await modelOf(ground)?.score(weighted(reader), ids as NoteId[])) ?? []).map((rated) => [rated.id, rated])),
    heads: await keptHeads(ground),
    failed: (what, error) => ground.log.warn({ what, error: String(error) }, 'a part of Discover failed'),
  }
}

/** Those of these notes that were in view in the last days and were not edited since. */
async function seenLately({ db, clock }: Ground, viewer: Viewer, ids: readonly string[]): Promise<string[]> {
  const me = viewerId(viewer)
  if (me === null) return []
  const all = await seenBy(db.q, me, after(clock.now(), -SEEN_HOURS * HOUR))
  const seen = new Map((ids as NoteId[]).flatMap((id) => (all.has(id) ? [[id, all.get(id) as Instant] as const] : [])))
  const edited = await editedSince(db.read(), seen)
  return [...seen.keys()].filter((id) => !edited.has(id))
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
