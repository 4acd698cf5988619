import { after, DAY } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Job } from '#ground/jobs/index.ts'
import { dropSpentForgets } from '../queries/acts.ts'
import { dropSignalsBefore, makeMonths } from '../queries/months.ts'
import { MOST_AGE_MS } from './record.ts'

/** What pages sent by themselves is kept for so long. What a member chose stays until they take it back. */
const KEPT_DAYS = 90

/** Each night: makes the months to come, lets go of what is old. A month that is missing refuses nothing: its rows lie beside until then. */
export const tidySignals = ({ db, clock }: Ground): Job => ({
  name: 'feed.tidy-signals',
  every: '41 2 * * *',
  concurrency: 1,
  async run() {
    const now = clock.now()
    await makeMonths(db, now)
    await dropSignalsBefore(
      db,
      after(now, -KEPT_DAYS * DAY)
        .toISOString()
        .slice(0, 10),
    )
    await dropSpentForgets(db.q, after(now, -2 * MOST_AGE_MS))
  },
})
