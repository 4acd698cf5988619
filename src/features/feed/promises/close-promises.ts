import { after, DAY, HOUR } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Job } from '#ground/jobs/index.ts'
import { PROVEN } from '#pure/recommender/promises/floor.ts'
import { VOICE_HOURS } from '#pure/recommender/promises/voice.ts'
import { expirePromises, forgetMarks } from '../queries/promises.ts'
import { forgetVoices } from '../queries/voices.ts'

const AT_ONCE = 200

/** Ends promises whose time is over and forgets old marks and voices. What a page shows and what is paid look at the time themselves. */
export const closePromises = ({ db, clock }: Ground): Job => ({
  name: 'feed.close-promises',
  every: '* * * * *',
  concurrency: 1,
  async run() {
    const now = clock.now()
    while ((await db.transaction((tx) => expirePromises(tx, now, AT_ONCE))) === AT_ONCE);
    await forgetMarks(db.q, after(now, -PROVEN.days * DAY))
    await forgetVoices(db.q, after(now, -VOICE_HOURS * HOUR))
  },
})
