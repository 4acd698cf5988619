import type { Profile } from './profile.ts'
import type { Candidate, Millis, Reader, ReasonCode } from './types.ts'
import { weights } from './weights.ts'

/** All that a feature may be made of. */
export interface Sight {
  readonly reader: Reader
  readonly profile: Profile
  /** Ages are counted to it. */
  readonly now: Millis
}

interface Feature {
  /** The reason under which its part of a score is told. */
  readonly code: ReasonCode
  /** Weight before anything was learnt: in all heads but hide, and in hide. */
  readonly prior: number
  readonly hide: number
  readonly of: (note: Candidate, sight: Sight) => number
}

const HOUR_MS = 3_600_000
const flag = (is: boolean): number => (is ? 1 : 0)
function most(shares: ReadonlyMap<string, number>, keys: readonly string[]): number {
  let best = 0
  if (shares.size > 0) for (const key of keys) best = Math.max(best, shares.get(key) ?? 0)
  return best
}
function followed({ topics }: Candidate, { reader }: Sight): number {
  let count = 0
  if (reader.topics.size > 0) for (const topic of topics) count += flag(reader.topics.has(topic))
  return count
}
const age = (note: Candidate, { now }: Sight) => Math.max(0, now - note.publishedAt) / HOUR_MS
const isForeign = (note: Candidate, { reader }: Sight) => reader.country !== null && note.country !== null && reader.country !== note.country
const readsLayer = (note: Candidate, { reader }: Sight) => !reader.reads.has(note.language) && note.layers.some((language) => reader.reads.has(language))
/** Square root: of a share, the first steps tell most. */
const familiar = (note: Candidate, sight: Sight) => Math.max(Math.sqrt(most(sight.profile.topics, note.topics)), flag(followed(note, sight) > 0))

/**
 * What the heads see of a note and its reader, about 0–1 each unless it says otherwise; 0 says nothing. The priors make the score of a page
 * that nothing was learnt for about `quality × freshness × matches`.
 */
export const FEATURES = {
  /** What the engine answers, in standard deviations from −2 to 4. */
  taste: { code: 'taste', prior: 0.6, hide: -0.3, of: ({ taste }) => Math.min(4, Math.max(-2, taste?.score ?? 0)) },
  /** The engine brought it by itself. */
  neighbour: { code: 'taste', prior: 0.2, hide: 0, of: ({ sources }) => flag(sources.includes('engine')) },
  followedTopic: { code: 'topic', prior: 0.8, hide: -0.5, of: (note, sight) => flag(followed(note, sight) > 0) },
  secondFollowedTopic: { code: 'topic', prior: 0.25, hide: 0, of: (note, sight) => flag(followed(note, sight) > 1) },
  /** The largest share of the reader's acts that is on one of its topics, as a root; the mean over its topics; likewise of what they hid. */
  likedTopic: { code: 'liked', prior: 1.6, hide: -0.5, of: ({ topics }, { profile }) => Math.sqrt(most(profile.topics, topics)) },
  likedTopics: {
    code: 'liked',
    prior: 0.5,
    hide: 0,
    of: ({ topics }, { profile }) => (topics.length === 0 ? 0 : topics.reduce((sum, topic) => sum + (profile.topics.get(topic) ?? 0), 0) / topics.length),
  },
  hiddenTopic: { code: 'liked', prior: -2, hide: 3, of: ({ topics }, { profile }) => Math.sqrt(most(profile.hiddenTopics, topics)) },
  followedPerson: { code: 'person', prior: 0.6, hide: -0.5, of: ({ author }, { reader }) => flag(reader.people.has(author)) },
  likedAuthor: { code: 'person', prior: 0.5, hide: -0.5, of: ({ author }, { profile }) => Math.sqrt(profile.authors.get(author) ?? 0) },
  hiddenAuthor: { code: 'person', prior: -2, hide: 3, of: ({ author }, { profile }) => Math.sqrt(profile.hiddenAuthors.get(author) ?? 0) },
  /** The original, or else a layer, is in a language the reader reads. */
  reads: { code: 'language', prior: 0.45, hide: 0, of: ({ language }, { reader }) => flag(reader.reads.has(language)) },
  readsLayer: { code: 'language', prior: 0.35, hide: 0, of: (note, sight) => flag(readsLayer(note, sight)) },
  likedLanguage: { code: 'language', prior: 0.2, hide: 0, of: ({ language }, { profile }) => profile.languages.get(language) ?? 0 },
  /** log2(1 + languages it was put into), to about 3. */
  layers: { code: 'language', prior: 0.05, hide: 0, of: ({ layers }) => Math.log2(1 + layers.length) },
  sameCountry: { code: 'place', prior: 0.05, hide: 0, of: ({ country }, { reader }) => flag(country !== null && country === reader.country) },
  otherCountry: { code: 'place', prior: 0, hide: 0, of: (note, sight) => flag(isForeign(note, sight)) },
  /** log2(1 + half-lives), from 0. */
  age: { code: 'fresh', prior: -0.7, hide: 0, of: (note, sight) => Math.log2(1 + age(note, sight) / weights.halfLifeHours) },
  today: { code: 'fresh', prior: 0.1, hide: 0, of: (note, sight) => flag(age(note, sight) < 24) },
  /** log2 of quality, to about 4. */
  quality: { code: 'quality', prior: 0.7, hide: -0.1, of: ({ quality }) => Math.log2(Math.max(1, quality)) },
  /** Nobody reacted yet. */
  quiet: { code: 'quality', prior: 0, hide: 0, of: ({ quality }) => flag(quality <= 1) },
  /** Several sources brought it: one more, two more, … */
  sources: { code: 'quality', prior: 0.1, hide: 0, of: ({ sources }) => Math.min(1, Math.max(0, sources.length - 1) / 3) },
  bridging: { code: 'bridging', prior: 0.3, hide: -0.1, of: ({ bridging }) => bridging?.score ?? 0 },
  sides: { code: 'bridging', prior: 0.05, hide: 0, of: ({ bridging }) => Math.log2(Math.max(1, bridging?.sides.length ?? 1)) },
  art: { code: 'note', prior: 0.05, hide: 0, of: ({ art }) => flag(art) },
  untold: { code: 'note', prior: -0.1, hide: 0, of: ({ topics }) => flag(topics.length === 0) },
  /** The reader's sliders, −1 to 1: how unfamiliar it is, and how far it comes from. */
  unexpected: {
    code: 'controls',
    prior: 1,
    hide: 0,
    of: (note, sight) => sight.reader.controls.unexpected && sight.reader.controls.unexpected * (1 - familiar(note, sight)),
  },
  far: {
    code: 'controls',
    prior: 1,
    hide: 0,
    of: (note, sight) =>
      sight.reader.controls.far && sight.reader.controls.far * Math.max(flag(isForeign(note, sight)), flag(!sight.reader.reads.has(note.language))),
  },
} as const satisfies Record<string, Feature>

const all: readonly Feature[] = Object.values(FEATURES)
export const FEATURE_COUNT = all.length
export const codeOf = (feature: number): ReasonCode => (all[feature] as Feature).code
export const priorOf = (feature: number, hide: boolean): number => (all[feature] as Feature)[hide ? 'hide' : 'prior']

/** Writes the features of a note into `into` (FEATURE_COUNT numbers). */
export function featuresOf(note: Candidate, sight: Sight, into: Float64Array): Float64Array {
  for (let i = 0; i < FEATURE_COUNT; i += 1) into[i] = (all[i] as Feature).of(note, sight)
  return into
}
