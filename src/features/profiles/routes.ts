import { z } from 'zod'
import { followPage } from '#features/graph/index.ts'
import { actorBriefs, zActorBrief } from '#features/notes/index.ts'
import type { Ground } from '#ground/feature.ts'
import { defineRoute } from '#ground/http/route.ts'
import { pageQuery, zId, zLanguage, zPage } from '#ground/http/shapes.ts'
import type { Viewer } from '#ground/http/viewer.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { type Page, pageOf, timeStart } from '#pure/cursor/index.ts'
import { notFound } from '#pure/problem/index.ts'
import { changeProfile } from './change-profile.ts'
import { zProfileView } from './present.ts'
import { opensLists, profileFor, someone } from './profile-view.ts'
import { metAmong, peopleByPrefix } from './queries/people.ts'
import { seeSession } from './see-session.ts'

const tag = 'profiles'
const byHandle = z.object({ handle: z.string().min(1).max(320) })
const MOST_SUGGESTIONS = 8

const briefsOf = async (ground: Ground, ids: ActorId[]): Promise<z.input<typeof zActorBrief>[]> => {
  const briefs = await actorBriefs(ground, ground.db.q, ids)
  return ids.flatMap((id) => briefs.get(id) ?? [])
}

const suggestions = defineRoute({
  method: 'get',
  path: '/actors/suggestions',
  tag,
  summary: 'People whose handle or name begins with q, those one follows first; `/actors/@suggestions` is the person of that name',
  who: 'anyone',
  scope: 'read',
  limit: { count: 600, windowSeconds: 60 },
  query: z.object({ q: z.string().max(60) }),
  answer: z.object({ items: z.array(zActorBrief) }),
  async handle(ground, viewer: Viewer, { query }) {
    const text = query.q.trim().replace(/^@/, '')
    return { items: text === '' ? [] : await briefsOf(ground, await peopleByPrefix(ground.db.read(), viewer, text, MOST_SUGGESTIONS)) }
  },
})

const view = defineRoute({
  method: 'get',
  path: '/actors/{handle}',
  tag,
  summary: 'A profile',
  who: 'anyone',
  scope: 'read',
  params: byHandle,
  answer: zProfileView,
  refusals: ['not-found'],
  handle: (ground, viewer, { params }) => profileFor(ground, viewer, params.handle),
})

/** Followers or followed people whom the viewer may meet, newest first; a page may be shorter than asked. Throws Refusal `not-found`. */
async function people(
  ground: Ground,
  viewer: Viewer,
  side: 'followers' | 'following',
  handle: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<z.input<typeof zActorBrief>>> {
  const { actor, stands } = await someone(ground, viewer, handle)
  if (!opensLists(actor, viewer, stands)) throw notFound()
  const rows = await followPage(ground.db.q, actor.id, side, timeStart(cursor), limit)
  const { items, next } = pageOf(rows, limit, ({ id, at }) => ({ key: at.toISOString(), id }))
  return {
    items: await briefsOf(
      ground,
      await metAmong(
        ground.db.q,
        viewer,
        items.map(({ id }) => id),
      ),
    ),
    next,
  }
}

const listOf = (side: 'followers' | 'following', summary: string) =>
  defineRoute({
    method: 'get',
    path: `/actors/{handle}/${side}`,
    tag,
    summary,
    who: 'anyone',
    scope: 'read',
    params: byHandle,
    query: z.object(pageQuery()),
    answer: zPage(zActorBrief),
    refusals: ['not-found'],
    handle: (ground, viewer, { params, query }) => people(ground, viewer, side, params.handle, query),
  })

const change = defineRoute({
  method: 'patch',
  path: '/profile',
  tag,
  summary: 'Change what is given of my profile; null takes away',
  who: 'member',
  scope: 'write',
  limit: { count: 60, windowSeconds: 3600 },
  body: z
    .object({
      name: z.string().max(400),
      bio: z.string().max(4_000),
      language: zLanguage,
      avatarId: zId('media').nullable(),
      bannerId: zId('media').nullable(),
      links: z.array(z.object({ label: z.string().max(200).default(''), url: z.string().max(1_000) })).max(20),
      placeId: z.string().max(80).nullable(),
      pinned: z.array(zId('note')).max(50),
      locked: z.boolean(),
    })
    .partial(),
  answer: zProfileView,
  refusals: [
    'name-length',
    'bio-length',
    'links-count',
    'link-form',
    'link-label',
    'place-unknown',
    'pinned-count',
    'pinned-unknown',
    'forbidden-word',
    'forbidden-link',
    'media-unknown',
    'media-taken',
    'media-failed',
    'media-unfinished',
  ],
  async handle(ground, viewer, { body }) {
    await changeProfile(ground, viewer, body)
    return profileFor(ground, viewer, viewer.handle)
  },
})

// Suggestions stand before the handles, whose place they take.
export const routes = [
  suggestions,
  seeSession,
  view,
  listOf('followers', 'Who follows them; for locked accounts only their followers see it'),
  listOf('following', 'Whom they follow; for locked accounts only their followers see it'),
  change,
]
