import { feature, type Ground } from '#ground/feature.ts'
import type { Job } from '#ground/jobs/index.ts'
import { exportMedia } from './archive.ts'
import { forgetMedia } from './claim-media.ts'
import { dropForgottenMedia, sweepStorage } from './clean-up.ts'
import './events.ts'
import { migrations } from './migrations/index.ts'
import { processMedia } from './process-media.ts'
import { countStuck } from './queries/leftovers.ts'
import { PROCESS } from './receive-upload.ts'
import { routes } from './routes.ts'
import { signingKey } from './signing.ts'
import { subjects } from './subjects.ts'

const jobs = (ground: Ground): Job<never>[] => [
  { name: PROCESS, retries: 4, deadlineSeconds: 120, run: ({ mediaId }) => processMedia(ground, mediaId) },
  { name: 'media.drop-forgotten', every: '17 * * * *', concurrency: 1, run: () => dropForgottenMedia(ground) },
  { name: 'media.sweep-storage', every: '* * * * *', concurrency: 1, run: () => sweepStorage(ground) },
]

export const media = feature({
  name: 'media',
  migrations,
  routes,
  jobs,
  subjects,
  async start(ground) {
    await signingKey(ground)
  },
  exports: { media: { export: exportMedia } },
  forget: forgetMedia,
  health: { 'pictures that wait for the decoder for more than a day': countStuck },
})

export { type Claim, claimMedia, releaseMedia } from './claim-media.ts'
export { ownMedia } from './describe-media.ts'
export { importPicture } from './import-picture.ts'
export { type Focal, type MediaState, sentenceOf } from './picture.ts'
export { type Picture, picturesById, picturesOf, type Variant, zPicture, zVariant } from './present.ts'
export { pictureIdsOf } from './queries/media.ts'
export { receiveBody } from './receive-body.ts'
export { presentMedia } from './routes.ts'
export { serveFile } from './serve-file.ts'
export { UPLOADS, uploadHandler } from './upload-handler.ts'
