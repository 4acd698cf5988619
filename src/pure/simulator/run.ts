import { weights } from '#pure/recommender/page/weights.ts'
import { LANGUAGES, NOTE_TOPICS, TOPICS } from './atlas.ts'
import { type Chances, chancesOf, reinforce, worthOf } from './behaviour.ts'
import type { Feed } from './feeds/feed.ts'
import { DRAW, lot } from './lot.ts'
import { DID, moveTo, type Place } from './place.ts'
import type { World } from './world.ts'

/** One look of a reader at a note. */
export interface Look {
  reader: number
  note: number
  /** 0 … of the page. */
  slot: number
  at: number
  /** Likes and saves that the world expects of it. */
  worth: number
  /** DID, added up. */
  did: number
}

interface Visit {
  reader: number
  /** The how manieth of this reader and day. */
  number: number
  at: number
  pages: number
}

const MOST_VISITS = 6
const MOST_PAGES = 4
/** Who came to the end of a page asks for another with this chance. */
const ANOTHER = 0.6
/** Of who likes or saves, so many follow the author; of who opens, so many read to the end, and more who would like it; of those some comment. */
const [FOLLOW, FINISH, COMMENT] = [0.06, 0.3, 0.15] as const

/** A draw about a reader on a day: the same whichever feed is used. */
const lotOfDay = (world: World, what: number, reader: number, day: number, turn: number) => lot(world.seed, what, reader, (day + 1000) * 64 + turn)

/** Who comes when on this day, by moment. */
function visitsOf(world: World, day: number): Visit[] {
  const visits: Visit[] = []
  for (let reader = 0; reader < world.readers.count; reader++) {
    const limit = Math.exp(-(world.readers.sessions[reader] as number))
    let number = 0
    for (let product = lotOfDay(world, DRAW.sessions, reader, day, 0); product > limit && number < MOST_VISITS; ) {
      let pages = 1
      while (pages < MOST_PAGES && lotOfDay(world, DRAW.pages, reader, day, number * MOST_PAGES + pages) < ANOTHER) pages++
      visits.push({ reader, number, at: day + lotOfDay(world, DRAW.moment, reader, day, number), pages })
      number++
      product *= lotOfDay(world, DRAW.sessions, reader, day, number)
    }
  }
  return visits.sort((a, b) => a.at - b.at)
}

/** Slots of a page that are looked at: each further one with the reader's patience. */
function looksAt(world: World, { reader, number }: Visit, day: number, turn: number, slots: number): number {
  const draw = lotOfDay(world, DRAW.look, reader, day, number * MOST_PAGES + turn)
  return Math.min(slots, 1 + Math.floor(Math.log(1 - draw) / Math.log(world.readers.patience[reader] as number)))
}

/**
 * Days `from` … `to` − 1 of the world with one feed: who comes, what they are shown, look at and do. Everything that is drawn hangs on the
 * world's seed, the reader and the note or the day, never on the feed.
 */
export async function run(
  world: World,
  place: Place,
  feed: Feed,
  { from, to, told }: { from: number; to: number; told?: (look: Look) => void },
): Promise<void> {
  const chances: Chances = { open: 0, like: 0, save: 0, hide: 0 }
  const met = new Uint8Array(TOPICS)
  for (let day = from; day < to; day++) {
    moveTo(place, world, day)
    await feed.morning?.(day)
    for (const visit of visitsOf(world, day)) {
      moveTo(place, world, visit.at)
      met.fill(0)
      for (let turn = 0; turn < visit.pages; turn++) {
        const answer = feed.page(visit.reader, turn)
        const page = answer instanceof Uint32Array ? answer : await answer
        const looked = looksAt(world, visit, day, turn, page.length)
        for (let slot = 0; slot < looked; slot++) {
          const note = page[slot] as number
          const topic = world.notes.topics[note * NOTE_TOPICS] as number
          chancesOf(world, visit.reader, note, { now: visit.at, met: met[topic] as number }, chances)
          ;(met[topic] as number)++
          look(world, place, { reader: visit.reader, note, slot, at: visit.at }, chances, told)
        }
        await feed.heard?.(visit.reader, page, looked)
        if (looked < page.length || page.length === 0) break
      }
    }
  }
  moveTo(place, world, to)
}

const reactionsOf = (did: number): number =>
  (did & DID.like ? weights.like : 0) + (did & DID.save ? weights.save : 0) + (did & DID.comment ? weights.comment : 0)

/** What a reader sees again gives nothing: neither an act nor worth. */
function look(world: World, place: Place, { reader, note, slot, at }: Omit<Look, 'worth' | 'did'>, chances: Chances, told?: (look: Look) => void): void {
  const cell = reader * world.notes.count + note
  if (place.did[cell] !== 0) {
    told?.({ reader, note, slot, at, worth: 0, did: 0 })
    return
  }
  const group = note * LANGUAGES.length + (world.readers.home[reader] as number)
  const happens = (draw: number, chance: number) => lot(world.seed, draw, reader, note) < chance
  let did: number = DID.see
  if (happens(DRAW.open, chances.open)) {
    did |= DID.open
    if (happens(DRAW.finish, FINISH + (1 - FINISH) * chances.like)) did |= DID.finish
    if (happens(DRAW.like, chances.like)) did |= DID.like
    if (happens(DRAW.save, chances.save)) did |= DID.save
    if (happens(DRAW.comment, COMMENT * chances.like)) did |= DID.comment
  } else if (happens(DRAW.hide, chances.hide)) did |= DID.hide
  const isLiked = (did & (DID.like | DID.save)) !== 0
  if (isLiked && happens(DRAW.follow, FOLLOW)) did |= DID.follow
  place.did[cell] = did
  ;(place.shown[group] as number)++
  for (const what of [DID.like, DID.save, DID.comment, DID.hide]) if (did & what) place.acts[reader]?.push({ note, what, at })
  ;(place.reactions[note] as number) += reactionsOf(did)
  if (isLiked) (place.liked[group] as number)++
  if (isLiked) reinforce(world, reader, note)
  if (did & DID.follow) place.follows[reader]?.add(world.notes.author[note] as number)
  told?.({ reader, note, slot, at, worth: worthOf(chances), did })
}
