import { after, DAY, MINUTE } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Job } from '#ground/jobs/index.ts'
import { WINDOW_MINUTES } from './guess.ts'
import { ORIGIN_DAYS } from './origins.ts'
import { forgetMailTokens } from './queries/mail-tokens.ts'
import { forgetOrigins } from './queries/origins.ts'
import { forgetChallenges } from './queries/passkeys.ts'
import { forgetGrants } from './queries/programs.ts'
import { forgetSessions, forgetTokens } from './queries/sessions.ts'
import { forgetTries } from './queries/tries.ts'

export const IDLE_DAYS = 30
/** Used codes and spent links stay a day, so that a second use is noticed. */
const SPENT_DAYS = 1

/** Drops what has run out. Nothing depends on when: every reader looks at the time itself. */
export const tidyJob = ({ db, clock }: Ground): Job => ({
  name: 'people.tidy',
  every: '7 * * * *',
  async run() {
    const now = clock.now()
    const spent = after(now, -SPENT_DAYS * DAY)
    await forgetTries(db.q, after(now, -WINDOW_MINUTES * MINUTE))
    await forgetChallenges(db.q, now)
    await forgetMailTokens(db.q, spent)
    await forgetGrants(db.q, spent)
    await forgetTokens(db.q, spent)
    await forgetOrigins(db.q, after(now, -ORIGIN_DAYS * DAY))
    await forgetSessions(db.q, after(now, -IDLE_DAYS * DAY))
  },
})
