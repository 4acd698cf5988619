import type { Millis } from '../page/types.ts'

const HOUR: Millis = 3_600_000
const DAY: Millis = 24 * HOUR

/** Why impressions are promised to a note. */
export const FLOOR_KINDS = ['newcomer', 'theme'] as const
export type FloorKind = (typeof FLOOR_KINDS)[number]

/** What is promised, published with the weights: impressions, how many of them at least outside the author's language, and in how many days. */
export const FLOORS: Readonly<Record<FloorKind, { impressions: number; across: number; days: number }>> = {
  newcomer: { impressions: 100, across: 0, days: 10 },
  theme: { impressions: 150, across: 45, days: 10 },
}

/** How the newcomers' floor is kept from those who would farm it (security M1). */
export const PROVEN = {
  /** Public notes of a member that are their first. */
  firstNotes: 3,
  /** Age at which an account counts, unless somebody who counts invited it. */
  hours: 24,
  /** Whoever shares a mark with others shares one newcomers' floor with them in so many days; marks are forgotten then. */
  days: 30,
  /** Impressions that floors are given in an hour, all together. */
  perHour: 5_000,
} as const

export type FloorState = 'open' | 'paid' | 'expired' | 'void'

/** What one note was promised. Times in milliseconds since 1970. */
export interface Terms {
  kind: FloorKind
  /** Impressions, ≥ 1, and how many of them at least outside the author's language, ≤ owed. */
  owed: number
  owedAcross: number
  startsAt: Millis
  dueAt: Millis
}

/** And what came of it: 0 ≤ givenAcross ≤ given ≤ owed. */
export interface Floor extends Terms {
  state: FloorState
  given: number
  givenAcross: number
}

/** What a note published at `publishedAt` by someone who counts from `provenAt` is promised; null when its time is over already. */
export function termsOf(kind: FloorKind, { publishedAt, provenAt, now }: { publishedAt: Millis; provenAt: Millis; now: Millis }): Terms | null {
  const { impressions, across, days } = FLOORS[kind]
  const startsAt = Math.max(publishedAt, provenAt)
  const dueAt = startsAt + days * DAY
  return dueAt <= now ? null : { kind, owed: impressions, owedAcross: across, startsAt, dueAt }
}

/** From when an account counts: a day after it was made; at once when who invited it counted by then. */
export const provenFrom = ({ joinedAt, inviterJoinedAt }: { joinedAt: Millis; inviterJoinedAt: Millis | null }): Millis =>
  inviterJoinedAt !== null && inviterJoinedAt + PROVEN.hours * HOUR <= joinedAt ? joinedAt : joinedAt + PROVEN.hours * HOUR

/** Paid for good once all was given, expired for good once its time is over; a void one stays void. */
export function stateAt(floor: Floor, now: Millis): FloorState {
  if (floor.state !== 'open') return floor.state
  if (floor.given >= floor.owed) return 'paid'
  return now >= floor.dueAt ? 'expired' : 'open'
}
