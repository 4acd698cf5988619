import { standingsOf } from '#features/people/index.ts'
import { instant, SECOND } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { Asked, Found, Reader } from '#pure/recommender/page/types.ts'
import { dueFor } from '#pure/recommender/promises/due.ts'
import { PROVEN } from '#pure/recommender/promises/floor.ts'
import { isProven } from '#pure/recommender/promises/kin.ts'
import { seeded } from '#pure/recommender/random.ts'
import { isAnyOpen, openFor } from '../queries/due.ts'
import { givenInHour } from '../queries/payments.ts'
import { personOf } from './pay-promises.ts'

/** More than a page has room for: the gate may take some away. */
const MOST = 8
const COUNT_KEPT_MS = 10 * SECOND
/** Whether anything is owed at all, and what was given in this hour. */
interface Owed {
  any: boolean
  given: number
}
const counts = new WeakMap<object, { at: number; owed: Promise<Owed> }>()

/**
 * The source *promises*: notes that are owed impressions which this reader may give, each with how urgent it is. None for guests, for accounts that
 * do not count yet, and once all floors were given `perHour` in this hour. Never by somebody muted or blocked, in a muted topic or language.
 */
export async function duePromises(
  ground: Ground,
  reader: Reader,
  { now, seed }: Pick<Asked, 'now' | 'seed'>,
  perHour: number = PROVEN.perHour,
): Promise<Found[]> {
  if (reader.id === null) return []
  const { any, given } = await owedLately(ground, now)
  if (!any || given >= perHour) return []
  const db = ground.db.read()
  const id = reader.id as ActorId
  const standing = (await standingsOf(db, [id])).get(id)
  if (!standing) return []
  const me = personOf(id, standing)
  if (!isProven(me, now)) return []
  const open = await openFor(db, { id, reads: [...reader.reads], marks: me.marks }, { now: instant(now), point: seeded(seed)() })
  const { people, topics, languages } = reader.muted
  const wanted = open.filter(
    (one) => !people.has(one.author) && !reader.blocked.has(one.author) && !languages.has(one.language) && !one.topics.some((topic) => topics.has(topic)),
  )
  return dueFor(wanted, reader, { now, limit: MOST, seed })
}

function owedLately({ db }: Ground, now: number): Promise<Owed> {
  const last = counts.get(db)
  if (last && Math.abs(now - last.at) < COUNT_KEPT_MS) return last.owed
  const owed = Promise.all([isAnyOpen(db.read()), givenInHour(db.read(), instant(now))]).then(([any, given]) => ({ any, given }))
  counts.set(db, { at: now, owed })
  owed.catch(() => counts.delete(db))
  return owed
}
