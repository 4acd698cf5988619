import { HOUR, type Instant, millisecondsBetween } from '#ground/clock/index.ts'
import { takeTurns } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import { Refusal } from '#pure/problem/index.ts'
import { payPromises } from '../promises/pay-promises.ts'
import { controlsOf, isUnlearnt } from '../queries/controls.ts'
import { insertSignals, type Signal } from '../queries/signals.ts'
import { type SignalKind, stayOf } from './kinds.ts'
import { servedKey } from './serve.ts'
import { open, type Served } from './served.ts'

/** Slot, what, and of `dwell` the seconds. */
export type SignalEvent = readonly [slot: number, kind: SignalKind, seconds?: number | undefined]

/** A page is answered for while it may still stand open. */
export const MOST_AGE_MS = 24 * HOUR
/** Clocks of two processes may differ by so much. */
const AHEAD_MS = HOUR / 60

/** Whoever changes what is known of a reader goes one at a time: nothing is written behind a "delete all". */
export const turnOf = (reader: string): string => `signals ${reader}`

/**
 * Writes what a reader did on a page that was served to them, and pays the promises of what they saw. Idempotent; nothing is written while learning is paused, nor for a page
 * from before a new start. Throws Refusal `page-not-served` when the token is not this place's, not this reader's, too old, or lacks a slot.
 */
export async function recordSignals(ground: Ground, member: Member, token: string, events: readonly SignalEvent[]): Promise<void> {
  const now = ground.clock.now()
  const page = open(await servedKey(ground), token)
  const age = page ? millisecondsBetween(page.at, now) : Number.NaN
  if (page?.reader !== member.id || !(age >= -AHEAD_MS && age <= MOST_AGE_MS)) throw new Refusal('page-not-served')
  const signals = signalsOf(page, events)
  await ground.db.transaction(async (tx) => {
    await takeTurns(tx, turnOf(member.id))
    if (await isUnlearnt(tx, member.id, [page.at, now])) return
    const written = await insertSignals(tx, { reader: member.id, surface: page.surface, servedAt: page.at, now, signals })
    const seen = written.filter(({ kind }) => kind === 'impression')
    // Whoever had everything forgotten that day may have seen these before: they are counted again from the next day on.
    const { since } = await controlsOf(tx, member.id)
    if (seen.length > 0 && !(since && dayOf(since) === dayOf(page.at)))
      await payPromises(
        tx,
        // At the time of the page: its day is the day of the impression.
        seen.map(({ noteId }) => ({ noteId, readerId: member.id, at: page.at })),
      )
  })
}

/** In UTC: `2026-03-01`. */
const dayOf = (at: Instant): string => at.toISOString().slice(0, 10)

/** Each note and kind once, at the longest stay; a stay that is too short to be told apart is nothing. */
function signalsOf({ notes }: Served, events: readonly SignalEvent[]): Signal[] {
  const signals = new Map<string, Signal>()
  for (const [slot, kind, length] of events) {
    const note = notes[slot]
    if (!note) throw new Refusal('page-not-served')
    const seconds = kind === 'dwell' ? stayOf(length ?? 0) : null
    const key = `${kind} ${note.id}`
    if (seconds !== 0 && (signals.get(key)?.seconds ?? -1) < (seconds ?? 0))
      signals.set(key, { noteId: note.id, kind, slot, propensity: note.propensity, seconds })
  }
  return [...signals.values()]
}
