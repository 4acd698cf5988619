import { LANGUAGES, NO_TOPIC, NOTE_TOPICS } from '../atlas.ts'
import { engine } from '../feeds/engine.ts'
import { SLOTS } from '../feeds/feed.ts'
import { newest } from '../feeds/newest.ts'
import { popularity } from '../feeds/popularity.ts'
import { DID, emptyPlace, type Place } from '../place.ts'
import { CHOSEN } from '../readers.ts'
import { run } from '../run.ts'
import type { Scenario } from '../scenario.ts'
import { WARM_DAYS, type World, worldOf } from '../world.ts'

/** New readers, who never came before: one of ten. */
const NEW = 0.1
const LIKES = 10
/** They care for notes of two topics. */
const CARED = 2

/** They have chosen nothing and do not come by themselves. */
function keepAway({ readers }: World): number[] {
  const fresh = Array.from({ length: Math.max(1, Math.round(NEW * readers.count)) }, (_, at) => readers.count - 1 - at)
  for (const reader of fresh) {
    readers.sessions[reader] = 0
    readers.chosen.fill(NO_TOPIC, reader * CHOSEN, (reader + 1) * CHOSEN)
  }
  return fresh
}

const topicsOf = ({ notes }: World, note: number): number[] => [...notes.topics.subarray(note * NOTE_TOPICS, (note + 1) * NOTE_TOPICS)]

/** The newest notes on these topics that the reader can read. */
function likeable(world: World, place: Place, reader: number, topics: readonly number[]): number[] {
  const { notes, readers } = world
  const found: number[] = []
  for (let note = place.published - 1; note >= 0 && found.length < LIKES; note--)
    if (topics.includes(topicsOf(world, note)[0] as number) && (readers.reads[reader] as number) & (1 << (notes.language[note] as number))) found.push(note)
  return found
}

function like(world: World, place: Place, reader: number, note: number): void {
  place.did[reader * world.notes.count + note] = DID.see | DID.open | DID.like
  place.acts[reader]?.push({ note, what: DID.like, at: place.now })
  ;(place.reactions[note] as number)++
  ;(place.liked[note * LANGUAGES.length + (world.readers.home[reader] as number)] as number)++
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** Whether ten likes are enough to be known by. */
export const coldStart: Scenario = {
  asks: 'Ten likes of a new reader: what is their next page about?',
  readers: 300,
  days: 7,
  aims: [],
  async play({ crew, said, ...options }) {
    const world = worldOf(options)
    const fresh = keepAway(world)
    const place = emptyPlace(world)
    await run(world, place, newest(world, place), { from: -WARM_DAYS, to: 0 })
    const feed = engine(world, place, { crew })
    said?.('engine')
    await run(world, place, feed, { from: 0, to: options.days })
    await feed.morning?.(0)
    const popular = popularity(world, place)
    const shares: Record<'before' | 'after' | 'popular' | 'changed', number[]> = { before: [], after: [], popular: [], changed: [] }
    for (const [at, reader] of fresh.entries()) {
      const topics = Array.from({ length: CARED }, (_, turn) => ((at + 1) * 7 + turn * 23) % 60)
      const share = (page: Uint32Array) => [...page].filter((note) => topicsOf(world, note).some((topic) => topics.includes(topic))).length / SLOTS
      const before = await feed.page(reader, 0)
      shares.before.push(share(before))
      shares.popular.push(share(await popular.page(reader, 0)))
      for (const [turn, note] of likeable(world, place, reader, topics).entries()) {
        like(world, place, reader, note)
        if (turn > 0) continue
        const after = await feed.page(reader, 0)
        shares.changed.push([...after].filter((one) => !before.includes(one)).length / SLOTS)
      }
      shares.after.push(share(await feed.page(reader, 0)))
    }
    const bars = [
      { name: 'before', value: mean(shares.before) },
      { name: 'after ten likes', value: mean(shares.after) },
      { name: 'popularity', value: mean(shares.popular) },
    ]
    return {
      figures: { topicShareBefore: mean(shares.before), topicShareAfter: mean(shares.after), changedByOneLike: mean(shares.changed) },
      feeds: {},
      charts: [{ kind: 'bars', title: 'Share of a page that is about the two liked topics', bars }],
    }
  },
}
