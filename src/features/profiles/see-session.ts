import { z } from 'zod'
import { actorBriefs, zActorBrief } from '#features/notes/index.ts'
import { placeOf, selfOf, zPlace, zSelf } from '#features/people/index.ts'
import type { Ground } from '#ground/feature.ts'
import { defineRoute } from '#ground/http/route.ts'
import type { Member, Viewer } from '#ground/http/viewer.ts'

const zViewer = zSelf.extend({ avatar: zActorBrief.shape.avatar })

async function viewerOf(ground: Ground, me: Member): Promise<z.input<typeof zViewer>> {
  const [self, briefs] = await Promise.all([selfOf(ground, me), actorBriefs(ground, ground.db.q, [me.id])])
  return { ...self, avatar: briefs.get(me.id)?.avatar ?? null }
}

/** Stands here and not with people: a picture is of a floor above them. */
export const seeSession = defineRoute({
  method: 'get',
  path: '/session',
  tag: 'people',
  summary: 'Who is signed in, and what this place allows',
  who: 'guest',
  scope: 'read',
  answer: z.object({ viewer: zViewer.nullable(), locale: z.string(), place: zPlace }),
  handle: async (ground, viewer: Viewer) => ({
    viewer: viewer.kind === 'member' ? await viewerOf(ground, viewer) : null,
    locale: viewer.locale,
    place: await placeOf(ground),
  }),
})
