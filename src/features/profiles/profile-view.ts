import { followCounts, type Relation, relation } from '#features/graph/index.ts'
import { layersFor, readerOf } from '#features/language/index.ts'
import { picturesById } from '#features/media/index.ts'
import { actorBriefs, shownPlace, tilesFor } from '#features/notes/index.ts'
import { type Actor, findActor, memberById } from '#features/people/index.ts'
import { placeBriefs } from '#features/places/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import { type Viewer, viewerId } from '#ground/http/viewer.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { notFound } from '#pure/problem/index.ts'
import type { ProfileView } from './present.ts'
import { readHandle } from './profile.ts'
import { countNotes, metAmong } from './queries/people.ts'
import { profileOf } from './queries/profiles.ts'

/**
 * Someone whom this viewer may look up, and how the viewer stands to them (null for visitors and oneself). Whoever blocked someone can
 * still look them up, or they could never unblock; the blocked one cannot. Throws Refusal `not-found`.
 */
export async function someone({ db, config, clock }: Ground, viewer: Viewer, handle: string): Promise<{ actor: Actor; stands: Relation | null }> {
  const actor = await findActor(db.q, readHandle(handle, new URL(config.origin).host))
  if (!actor) throw notFound()
  const me = viewerId(viewer)
  const stands = me === null || me === actor.id ? null : ((await relation(db.q, me, [actor.id], clock.now())).get(actor.id) ?? null)
  const isMet = (await metAmong(db.q, viewer, [actor.id])).length > 0
  if (!isMet && !(stands?.blocking && !stands.blockedBy)) throw notFound()
  return { actor, stands }
}

/** Whether this viewer may see whom a person follows and who follows them: for locked accounts only they and their followers. */
export const opensLists = (actor: Actor, viewer: Viewer, stands: Relation | null): boolean =>
  !stands?.blocking && (!actor.locked || actor.id === viewerId(viewer) || (stands?.following ?? false))

/** A profile as this viewer sees it. Throws Refusal `not-found`. */
export async function profileFor(ground: Ground, viewer: Viewer, handle: string): Promise<ProfileView> {
  const db = ground.db.q
  const { actor, stands } = await someone(ground, viewer, handle)
  const [row, member, reader, counts, notes, briefs] = await Promise.all([
    profileOf(db, actor.id),
    memberById(db, actor.id),
    readerOf(ground, viewer),
    followCounts(db, actor.id),
    countNotes(db, viewer, actor.id),
    actorBriefs(ground, db, [actor.id]),
  ])
  const brief = briefs.get(actor.id)
  if (!brief) throw notFound()
  // Others see it by the rule for the places of one's notes; oneself as it was put.
  const placeId = row.placeId && actor.id !== viewerId(viewer) ? await shownPlace(db, actor.id, row.placeId) : row.placeId
  const [texts, banners, places, pinned] = await Promise.all([
    layersFor(db, reader, [{ ...subject('bio', actor.id), open: !actor.locked }]),
    picturesById(ground, db, row.bannerId ? [row.bannerId] : []),
    placeBriefs(db, placeId ? [placeId] : [], reader.locale),
    tilesFor(ground, viewer, row.pinned),
  ])
  return {
    ...brief,
    bio: texts.get(actor.id) ?? null,
    banner: (row.bannerId && banners.get(row.bannerId)) || null,
    links: row.links.map(({ label, url, verifiedAt }) => ({ label, url, verifiedAt })),
    place: places.get(placeId ?? '') ?? null,
    joinedAt: actor.createdAt.toISOString(),
    counts: { notes, ...counts },
    relation: stands && relationView(stands),
    reads: member?.reads ?? [],
    writes: member?.writes ?? [],
    locked: actor.locked,
    listsOpen: opensLists(actor, viewer, stands),
    pinned,
  }
}

const relationView = ({ requested, ...stands }: Relation): ProfileView['relation'] => ({ ...stands, pending: requested })

/** Whether something of a member's own, found or translated, may go to everybody: not of locked accounts, not of children. */
export async function isOpenPerson(db: Parameters<typeof memberById>[0], id: ActorId): Promise<boolean> {
  const [actor, member] = [await findActor(db, { id }), await memberById(db, id)]
  return actor !== undefined && !actor.locked && member?.state === 'active' && !member.minor
}
