import { activeMutes, blockedEitherWay, followedPeople, type Mutes } from '#features/graph/index.ts'
import { followedTopics, oneWith } from '#features/topics/index.ts'
import type { Ground } from '#ground/feature.ts'
import { type Viewer, viewerId } from '#ground/http/viewer.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { Controls, Reader } from '#pure/recommender/page/types.ts'
import type { WeightedAct } from './model/index.ts'
import { hiddenFrom } from './queries/choices.ts'
import { noSliders, slidersOf } from './queries/sliders.ts'
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
    followedTopics(db.q, viewer.id),
    followedPeople(db.q, viewer.id),
    activeMutes(db.q, viewer.id, clock.now()),
    blockedEitherWay(db.q, viewer.id),
    hiddenFrom(db.q, viewer.id),
  ])
  // Who does not want to meet a topic does not want to meet what is one with it.
  const muted = mutes.topics.size > 0 ? await oneWith(db.q, [...mutes.topics]) : []
  return { topics, people, reads: new Set(viewer.reads), mutes: { ...mutes, topics: new Set([...mutes.topics, ...muted]) }, blocked, hidden }
}

/** So many of the latest acts say what a reader likes. */
const ACTS = 50

/** What a reader did and set, beside what they chose; of a guest nothing. */
interface Told {
  acts: WeightedAct[]
  sliders: Controls
  country: string | null
}

async function toldBy({ db }: Ground, viewer: Viewer): Promise<Told> {
  if (viewer.kind !== 'member') return { acts: [], sliders: noSliders, country: null }
  const [acts, set] = await Promise.all([actsOf(db.q, viewer.id, ACTS), slidersOf(db.q, viewer.id)])
  return { acts, ...set }
}

/** Who reads, as lists are gated for them and as a page of Discover is made for them; asked for at once. */
export async function pageReader(ground: Ground, viewer: Viewer): Promise<{ wishes: FeedReader; reader: Reader }> {
  const [wishes, { acts, sliders, country }] = await Promise.all([feedReader(ground, viewer), toldBy(ground, viewer)])
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
  return { wishes, reader }
}
