import { activeMutes, blockedEitherWay, followedPeople, type Mutes } from '#features/graph/index.ts'
import { followedTopics, oneWith } from '#features/topics/index.ts'
import { after, HOUR, type Instant } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import { type Viewer, viewerId } from '#ground/http/viewer.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import type { Reader } from '#pure/recommender/page/types.ts'
import type { WeightedAct } from './model/index.ts'
import { hiddenFrom } from './queries/choices.ts'
import { seenBy } from './queries/signals.ts'
import { noSettings, type Settings, settingsOf } from './queries/sliders.ts'
import { actsOf } from './signals/acts.ts'

/** What is known of who reads: only what they chose. */
export interface FeedReader {
  topics: string[]
  people: ActorId[]
  reads: ReadonlySet<string>
  mutes: Mutes
  blocked: ReadonlySet<ActorId>
  /** Notes they hid, or wanted less like. */
  hidden: ReadonlySet<string>
}

const nothing: Mutes = { persons: new Set(), topics: new Set(), words: [], languages: new Set() }

export async function feedReader({ db, clock }: Ground, viewer: Viewer): Promise<FeedReader> {
  if (viewer.kind !== 'member') return { topics: [], people: [], reads: new Set([viewer.locale]), mutes: nothing, blocked: new Set(), hidden: new Set() }
  const [topics, people, mutes, blocked, hidden] = await Promise.all([
    followedTopics(db.fresh(), viewer.id),
    followedPeople(db.fresh(), viewer.id),
    activeMutes(db.fresh(), viewer.id, clock.now()),
    blockedEitherWay(db.fresh(), viewer.id),
    hiddenFrom(db.fresh(), viewer.id),
  ])
  // Who does not want to meet a topic does not want to meet what is one with it.
  const muted = mutes.topics.size > 0 ? await oneWith(db.fresh(), [...mutes.topics]) : []
  return { topics, people, reads: new Set(viewer.reads), mutes: { ...mutes, topics: new Set([...mutes.topics, ...muted]) }, blocked, hidden }
}

/** So many of the latest acts say what a reader likes. */
const ACTS = 50

/** Nothing is shown twice within. */
const SEEN_HOURS = 48

/** What a reader did and set, beside what they chose; of a guest nothing. */
interface Told extends Settings {
  acts: WeightedAct[]
  /** What was in view in the last days, and when last. */
  seen: ReadonlyMap<NoteId, Instant>
}

async function toldBy({ db, clock }: Ground, viewer: Viewer): Promise<Told> {
  if (viewer.kind !== 'member') return { acts: [], seen: new Map(), ...noSettings }
  const [acts, seen, settings] = await Promise.all([
    actsOf(db.fresh(), viewer.id, ACTS),
    seenBy(db.fresh(), viewer.id, after(clock.now(), -SEEN_HOURS * HOUR)),
    settingsOf(db.fresh(), viewer.id),
  ])
  return { acts, seen, ...settings }
}

export interface PageReader extends Pick<Told, 'seen' | 'controls'> {
  /** As lists are gated for them. */
  wishes: FeedReader
  /** As a page of Discover is made for them. */
  reader: Reader
}

/** Who reads; everything is asked for at once. */
export async function pageReader(ground: Ground, viewer: Viewer): Promise<PageReader> {
  const [wishes, { acts, seen, sliders, controls, country }] = await Promise.all([feedReader(ground, viewer), toldBy(ground, viewer)])
  const { topics, people, reads, mutes, blocked } = wishes
  const reader = {
    id: viewerId(viewer),
    topics: new Set(topics),
    people: new Set(people),
    reads,
    country,
    acts: acts.map(({ id, weight, at }) => ({ id, weight, at: at.getTime() })),
    controls: sliders,
    muted: { people: mutes.persons, topics: mutes.topics, languages: mutes.languages },
    blocked,
  }
  return { wishes, reader, seen, controls }
}
