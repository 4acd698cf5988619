import type { Millis } from '#pure/recommender/page/types.ts'

export const DAY: Millis = 86_400_000
/** Day 0 of every world: 20,454 days after the first of 1970, the first of 2026. */
const BEGIN: Millis = 20_454 * DAY

/** A moment of the world, in days, as the engine counts time. */
export const millis = (day: number): Millis => Math.round(BEGIN + day * DAY)
