import { after, DAY } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Job } from '#ground/jobs/index.ts'
import { bridgingOf } from '#pure/recommender/page/bridging.ts'
import { bridgedIds, putBridging, sidesSince } from './queries/bridging.ts'

/** Likes older than this say nothing of what people like now. */
const DAYS = 90
const AT_ONCE = 500

/** Works out anew, every hour, which notes readers of several languages like alike: `feed.keep-bridging`. */
export const keepBridging = ({ db, clock }: Ground): Job => ({
  name: 'feed.keep-bridging',
  every: '23 * * * *',
  concurrency: 1,
  deadlineSeconds: 1_800,
  async run() {
    const sides = await sidesSince(db.q, after(clock.now(), -DAYS * DAY))
    const before = await bridgedIds(db.q)
    const notes = [...new Set([...before, ...sides.keys()])].map((id) => [id, bridgingOf(sides.get(id) ?? [])] as const)
    for (let at = 0; at < notes.length; at += AT_ONCE) await db.transaction((tx) => putBridging(tx, notes.slice(at, at + AT_ONCE)))
  },
})
