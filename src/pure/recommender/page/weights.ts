import type { HeadName } from './types.ts'

/** All numbers that order Discover, published at /about/ranking. There is none for time spent here. */
export const weights = {
  /** What a reaction adds to quality, which is `1 + log2(1 + sum)`. */
  like: 1,
  save: 2,
  comment: 2,
  boost: 2,
  /** Age is counted in these: a note of this age is worth about half of a new one, at twice it a third. */
  halfLifeHours: 60,
} as const

/** A note's score is the sum of what a reader is expected to do with it, each times this. */
export const values: Readonly<Record<HeadName, number>> = { open: 0.2, finish: 0.5, like: 1, save: 2, comment: 2, follow: 3, hide: -6 }

/** Composition of a page: counts of slots. */
export const composition = {
  slots: 12,
  /** Of one author among any twelve of a page. */
  perAuthor: 2,
  /** Two notes by one author stand this far apart when there are others. */
  apart: 10,
  /** On one and the same first topic among twelve, when there are others. */
  perTopic: 5,
  /** Of twelve, for notes from elsewhere that people of several languages like: unless the reader says otherwise, and at most. */
  across: 3,
  mostAcross: 6,
  /** Each run of so many slots holds one of the arts: so any 24 have at least three. */
  artsEvery: 6,
  /** Each run of so many slots has one at a fixed place for a promised note: so at most one of any 12 and three of any 25. */
  promiseEvery: 12,
  /** Of so many slots, one is for what the reader does not know yet. */
  exploreEvery: 12,
} as const

/** How much is left to chance and how much variety costs. */
export const variety = {
  /** A slot is drawn: a note's chance is its score to the power of 1 / temperature. */
  temperature: 0.1,
  /** The same where something new is tried. */
  exploreTemperature: 1,
  /** A score is divided by (1 + likeness to what the page has)^repetition. */
  repetition: 0.7,
  /** Likeness of two notes of one first topic, of the same topics otherwise, and of one language. */
  sameTopic: 0.6,
  sharedTopics: 0.4,
  sameLanguage: 0.1,
} as const

/** Kinds of topics that are the arts. */
export const arts = ['music', 'music-genre', 'art', 'dance', 'cooking', 'fashion', 'photography', 'travel'] as const

/**
 * What an act says of a reader's taste: when a page is made for them, and when the engine is trained. A note has the sum of what was done with
 * it, or its least when that is negative; training leaves out what is negative.
 */
export const acts = {
  open: 0.2,
  finish: 0.5,
  /** For the longest stay that is told apart, two minutes; shorter ones in proportion. */
  dwell: 0.3,
  like: 1,
  save: 1.5,
  boost: 1.5,
  comment: 1.5,
  tried: 2,
  hide: -1,
  less: -2,
} as const
