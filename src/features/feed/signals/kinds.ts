import { acts as weights } from '#pure/recommender/page/weights.ts'

/**
 * What a reader does with a note. The place in this list is what the tables hold: only ever add at the end.
 * `impression`: half of its tile was in view for a second. `dwell`: how long its page was open. `finish`: its end was in view.
 */
export const KINDS = ['impression', 'dwell', 'open', 'finish', 'hide', 'less', 'tried', 'like', 'save', 'boost', 'comment'] as const
export type Kind = (typeof KINDS)[number]

/** What pages send by themselves, in batches. */
export const SIGNALS = ['impression', 'dwell', 'open', 'finish'] as const satisfies readonly Kind[]
export type SignalKind = (typeof SIGNALS)[number]

/** What a member says of a note to the feed alone. Each stands until it is taken back. */
export const CHOICES = ['hide', 'less', 'tried'] as const satisfies readonly Kind[]
export type Choice = (typeof CHOICES)[number]

/** Everything that says something of a taste: all but having been in view. */
export const ACTS = KINDS.filter((kind) => kind !== 'impression') as readonly Exclude<Kind, 'impression'>[]
export type ActKind = (typeof ACTS)[number]

export const codeOf = (kind: Kind): number => KINDS.indexOf(kind)

/** Where a page of tiles stood. Order as in `KINDS`. */
export const SURFACES = ['discover', 'following', 'nearby', 'topic', 'place', 'list', 'across'] as const
export type Surface = (typeof SURFACES)[number]

/** Seconds that are told apart; nobody is told to the second, and longer than the last is the last. */
const STAYS: readonly number[] = [3, 10, 30, 60, 120]

/** The longest stay that is told apart. */
export const LONGEST_STAY = STAYS[STAYS.length - 1] as number

/** The largest step that `seconds` reached; 0 when it was shorter than the first. */
export const stayOf = (seconds: number): number => STAYS.findLast((step) => seconds >= step) ?? 0

/** What an act says of a reader's taste, by the published weights; < 0: that the note is not wanted. Of a stay, the share of the longest one that is told apart. */
export const worthOf = ({ kind, seconds }: { kind: ActKind; seconds: number | null }): number =>
  kind === 'dwell' ? (weights.dwell * (seconds ?? 0)) / LONGEST_STAY : weights[kind]
