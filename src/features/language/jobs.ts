import { after, DAY } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Job } from '#ground/jobs/index.ts'
import { loadDictionary } from './gloss/load-dictionary.ts'
import { forgetRequests } from './queries/engine-requests.ts'
import { tidy } from './queries/machine.ts'
import { deleteRemoved } from './queries/saved-words.ts'
import { TRANSLATE, type TranslationJob, translateSubject } from './translate-subject.ts'

const CACHE_DAYS = 90
const REFUSED_DAYS = 7

/** Two queues for one work: whoever asks does not wait behind what nobody asked for. */
export const languageJobs = (ground: Ground): Job<never>[] => {
  const translate: Omit<Job<TranslationJob>, 'name'> = {
    keyed: true,
    // An engine takes seconds or minutes: nobody stands behind what one worker took along, and the time is each job's own.
    batch: 1,
    retries: 6,
    deadlineSeconds: 280,
    run: (input, signal) => translateSubject(ground, input, signal),
  }
  const jobs: Job<never>[] = [
    { ...translate, name: TRANSLATE, concurrency: 2 } as Job<never>,
    { ...translate, name: 'language.translate-asked', concurrency: 4 } as Job<never>,
    { name: 'language.load-dictionary', keyed: true, concurrency: 1, retries: 3, deadlineSeconds: 600, run: () => loadDictionary(ground) },
    {
      name: 'language.tidy',
      every: '17 3 * * *',
      concurrency: 1,
      async run() {
        const now = ground.clock.now()
        const yesterday = after(now, -DAY)
        await tidy(ground.db.q, after(now, -CACHE_DAYS * DAY), after(now, -REFUSED_DAYS * DAY), yesterday)
        await forgetRequests(ground.db.q, yesterday)
        await deleteRemoved(ground.db.q, yesterday)
      },
    },
  ]
  return jobs
}
