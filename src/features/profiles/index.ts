import { dropLayers, textsOf } from '#features/language/index.ts'
import { releaseMedia } from '#features/media/index.ts'
import { feature, subject } from '#ground/feature.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { Job } from '#ground/jobs/index.ts'
import { CHECK_LINKS, checkDueLinks, checkLinksOf } from './check-links.ts'
import { migrations } from './migrations/index.ts'
import { deleteProfile, profileOf } from './queries/profiles.ts'
import { routes } from './routes.ts'
import { searchable, subjects } from './subjects.ts'
import './tables.ts'

export const profiles = feature({
  name: 'profiles',
  migrations,
  routes,
  subjects,
  searchable,
  jobs: (ground) =>
    [
      { name: CHECK_LINKS, keyed: true, retries: 2, run: ({ actorId }: { actorId: ActorId }) => checkLinksOf(ground, actorId) },
      { name: 'profiles.check-due-links', every: '41 * * * *', concurrency: 1, run: () => checkDueLinks(ground) },
    ] as Job<never>[],
  exports: {
    profile: {
      async *export(db, member) {
        yield { ...(await profileOf(db, member)), bio: await textsOf(db, subject('bio', member)) }
      },
    },
  },
  async forget(tx, member) {
    await dropLayers(tx, subject('bio', member))
    await releaseMedia(tx, subject('profile', member))
    await deleteProfile(tx, member)
  },
})

export { readHandle } from './profile.ts'
export { opensLists, someone } from './profile-view.ts'
export { metAmong } from './queries/people.ts'
export { profileOf } from './queries/profiles.ts'
