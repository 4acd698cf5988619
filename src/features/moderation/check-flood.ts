import { after, DAY, type Instant, instant, MINUTE, millisecondsBetween, SECOND } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import { FLOOD_LIMITS, type FloodAct } from './flood.ts'
import { countAct } from './queries/floods.ts'

/**
 * Counts one act of a member in the database, so that it holds over restarts and processes, and throws Refusal `slow-down`
 * {seconds} past the limit of the minute or the day. Outside a transaction: a refused try counts too.
 */
export async function checkFlood({ db, clock, config }: Pick<Ground, 'db' | 'clock' | 'config'>, member: { id: ActorId }, act: FloodAct): Promise<void> {
  if (config.unlimited) return
  const now = clock.now()
  const starts = { minute: floor(now, MINUTE), day: floor(now, DAY) }
  const counts = await countAct(db.q, member.id, act, starts)
  const limit = FLOOD_LIMITS[act]
  if (counts.day > limit.day) throw new Refusal('slow-down', { seconds: secondsUntil(now, after(starts.day, DAY)) })
  if (counts.minute > limit.minute) throw new Refusal('slow-down', { seconds: secondsUntil(now, after(starts.minute, MINUTE)) })
}

const floor = (at: Instant, length: number): Instant => instant(at.getTime() - (at.getTime() % length))
const secondsUntil = (now: Instant, then: Instant): number => Math.max(1, Math.ceil(millisecondsBetween(now, then) / SECOND))
