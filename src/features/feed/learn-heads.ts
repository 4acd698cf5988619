import { followedPeople } from '#features/graph/index.ts'
import { readersById } from '#features/people/index.ts'
import { followedTopics } from '#features/topics/index.ts'
import { after, DAY, HOUR, type Instant } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { Job } from '#ground/jobs/index.ts'
import { calibrated } from '#pure/recommender/page/calibration.ts'
import { FEATURES, featuresOf } from '#pure/recommender/page/features.ts'
import { type Example, type LearntHeads, learn, untaught } from '#pure/recommender/page/lesson.ts'
import { profileOf } from '#pure/recommender/page/profile.ts'
import type { HeadName, Heads, Note, Reader } from '#pure/recommender/page/types.ts'
import { type Act, actsBefore } from './queries/acts.ts'
import { type Learnt, learntHeads, putHeads, type SeenSlot, slotsSeen } from './queries/heads.ts'
import { settingsOf } from './queries/sliders.ts'
import { weigh } from './signals/acts.ts'
import type { ActKind } from './signals/kinds.ts'
import { shelfOf } from './sources.ts'

/** What a reader does with a note they saw is looked at so long after. */
const PATIENCE_HOURS = 2
/** Slots a lesson, and acts of a reader that are looked at. */
const LESSON = 5_000
const ACTS = 300

const HEAD_OF: Partial<Record<ActKind, HeadName>> = {
  open: 'open',
  finish: 'finish',
  like: 'like',
  save: 'save',
  comment: 'comment',
  hide: 'hide',
  less: 'hide',
}
/** Following is not among the acts that are kept by note: its head stays as it was written. */
const HEARD = ['open', 'finish', 'like', 'save', 'comment', 'hide'] as const satisfies readonly HeadName[]

const FEATURE_NAMES = Object.keys(FEATURES)

/** What was learnt, if it is of the features as they are now. */
const fitting = (learnt: Learnt | undefined): LearntHeads => (learnt?.features.join() === FEATURE_NAMES.join() ? learnt : untaught)

/** What pages are ranked with: the heads as they were learnt, calibrated. */
export async function headsOf({ db }: Pick<Ground, 'db'>): Promise<Heads> {
  const { heads, calibration } = fitting(await learntHeads(db.read()))
  return calibrated(heads, calibration)
}

/** Moves the heads of the ranking by what readers did with what they saw, every hour: `feed.learn-heads`. */
export const learnHeads = (ground: Ground): Job => ({
  name: 'feed.learn-heads',
  every: '41 * * * *',
  concurrency: 1,
  deadlineSeconds: 1_800,
  async run() {
    const { db, clock } = ground
    const learnt = await learntHeads(db.q)
    const to = after(clock.now(), -PATIENCE_HOURS * HOUR)
    const slots = await slotsSeen(db.q, learnt?.until ?? after(to, -7 * DAY), to, LESSON)
    const last = slots.at(-1)
    if (!last) return
    const next = learn(fitting(learnt), await examplesOf(ground, slots), HEARD)
    // Slots of one moment may have been cut in two; those beyond a full lesson come with the next.
    await db.transaction((tx) => putHeads(tx, { ...next, features: FEATURE_NAMES, until: slots.length < LESSON ? to : last.at }))
  },
})

/** Each slot as its page saw it: with what the reader had done until then. What the engine said is not kept, so its weights stay. */
async function examplesOf(ground: Ground, slots: readonly SeenSlot[]): Promise<Example[]> {
  const examples: (Example & { at: Instant })[] = []
  for (const [readerId, seen] of Map.groupBy(slots, (slot) => slot.readerId)) {
    const acts = await actsBefore(ground.db.q, readerId, null, ACTS)
    const found = await shelfOf(ground).byIds([...new Set([...seen, ...acts].map(({ noteId }) => noteId))])
    const notes = new Map(found.map((note) => [note.id, note]))
    const reader = await readerAs(ground, readerId)
    if (reader) examples.push(...seen.flatMap((slot) => exampleOf(slot, reader, acts, notes) ?? []))
  }
  return examples.sort((a, b) => a.at.getTime() - b.at.getTime())
}

function exampleOf(
  { noteId, at, propensity }: SeenSlot,
  reader: Reader,
  acts: readonly Act[],
  notes: ReadonlyMap<string, Note>,
): (Example & { at: Instant }) | null {
  const note = notes.get(noteId)
  if (!note) return null
  const before = weigh(acts.filter((act) => act.at < at)).map((act) => ({ ...act, at: act.at.getTime() }))
  const sight = { reader, profile: profileOf(before, notes), now: at.getTime() }
  const done = acts.filter((act) => act.noteId === noteId && act.at >= at).flatMap(({ kind }) => HEAD_OF[kind] ?? [])
  return {
    features: featuresOf({ ...note, sources: [], taste: null, due: null }, sight, new Float64Array(FEATURE_NAMES.length)),
    acts: new Set(done),
    propensity,
    at,
  }
}

async function readerAs({ db }: Ground, id: ActorId): Promise<Reader | null> {
  const [topics, people, readers, { sliders, country }] = await Promise.all([
    followedTopics(db.q, id),
    followedPeople(db.q, id),
    readersById(db.q, [id]),
    settingsOf(db.q, id),
  ])
  const reads = readers.get(id)?.reads
  const nobody = new Set<string>()
  return reads === undefined
    ? null
    : {
        id,
        topics: new Set(topics),
        people: new Set(people),
        reads: new Set(reads),
        country,
        acts: [],
        controls: sliders,
        muted: { people: nobody, topics: nobody, languages: nobody },
        blocked: nobody,
      }
}
