import { z } from 'zod'
import type { Ground } from '#ground/feature.ts'
import { defineRoute } from '#ground/http/route.ts'
import { zId } from '#ground/http/shapes.ts'
import type { Member } from '#ground/http/viewer.ts'
import { describeMedia, ownMedia, removeMedia } from './describe-media.ts'
import { sentenceOf } from './picture.ts'
import { presentPicture, zMedia } from './present.ts'
import type { MediaRow } from './queries/media.ts'
import { signer } from './signing.ts'

const params = z.object({ id: zId('media') })

/** To its owner alone, so the addresses are signed. */
export async function presentMedia(ground: Ground, viewer: Member, row: MediaRow): Promise<z.input<typeof zMedia>> {
  return {
    id: row.id,
    state: row.state,
    reason: row.reason,
    alt: row.alt,
    focal: row.focal,
    sentence: row.reason ? sentenceOf(viewer.locale, row.reason) : null,
    picture: row.state === 'ready' ? presentPicture(ground.config, row, await signer(ground)) : null,
  }
}

const show = defineRoute({
  method: 'get',
  path: '/media/{id}',
  tag: 'media',
  summary: 'State of a picture of one’s own',
  who: 'member',
  scope: 'read',
  params,
  answer: zMedia,
  refusals: ['not-found'],
  handle: async (ground, viewer, { params: { id } }) => presentMedia(ground, viewer, await ownMedia(ground, viewer, id)),
})

const describe = defineRoute({
  method: 'patch',
  path: '/media/{id}',
  tag: 'media',
  summary: 'Say what a picture shows and what must stay in sight',
  who: 'member',
  scope: 'write',
  params,
  body: z.object({ alt: z.string().max(20_000).optional(), focal: z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }).optional() }),
  answer: zMedia,
  refusals: ['not-found', 'alt-length', 'forbidden-word', 'forbidden-link'],
  handle: async (ground, viewer, { params: { id }, body }) => presentMedia(ground, viewer, await describeMedia(ground, viewer, id, body)),
})

const remove = defineRoute({
  method: 'delete',
  path: '/media/{id}',
  tag: 'media',
  summary: 'Take back a picture that nothing shows yet',
  who: 'member',
  scope: 'write',
  params,
  answer: null,
  refusals: ['not-found'],
  handle: (ground, viewer, { params: { id } }) => removeMedia(ground, viewer, id),
})

export const routes = [show, describe, remove]
