import { after, DAY } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Job } from '#ground/jobs/index.ts'
import { PROVEN } from '#pure/recommender/promises/floor.ts'
import { expirePromises, forgetMarks } from '../queries/promises.ts'

const AT_ONCE = 200

/** Ends promises whose time is over and forgets old marks. What a page shows and what is paid look at the time themselves. */
export const closePromises = ({ db, clock }: Ground): Job => ({
  name: 'feed.close-promises',
  every: '* * * * *',
  concurrency: 1,
  async run() {
    const now = clock.now()
    while ((await db.transaction((tx) => expirePromises(tx, now, AT_ONCE))) === AT_ONCE);
    await forgetMarks(db.q, after(now, -PROVEN.days * DAY))
  },
})
