/**
 * The weights of Discover, published at /about/ranking. A note's value is
 * `quality × freshness × (1 + matches)`; there is no weight for time spent here.
 */
export const weights = {
  /** Freshness halves every so many hours. */
  halfLifeHours: 60,
  /** What a reaction adds to quality, which is `1 + log2(1 + sum)`. */
  like: 1,
  save: 2,
  comment: 2,
  boost: 2,
  /** A topic the reader follows is on it; a second one adds half. */
  followedTopic: 1.2,
  /** By someone the reader follows. */
  followedPerson: 0.8,
  /** It can be read: the original or a layer is in a language the reader reads. */
  readable: 0.6,
  /** Draws differ by at most this share from one first page to the next, so that equal notes take turns. */
  chance: 0.15,
} as const

/** Composition of a page. */
export const composition = {
  slots: 12,
  /** Notes of one author on a page. */
  perAuthor: 2,
  /** Notes on one and the same first topic on a page. */
  perTopic: 4,
  /** Of a page, at least this many slots for originals in languages the reader does not read, when there are such notes. */
  otherLanguages: 2,
} as const

/** What an act says of a reader's taste. A note has the sum of what was done with it, or its least when that is negative. */
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
