import { dropLayers, keepOriginal } from '#features/language/index.ts'
import { claimMedia } from '#features/media/index.ts'
import { checkText } from '#features/moderation/index.ts'
import { noteById } from '#features/notes/index.ts'
import { checkName, findActor, readersById, updateActor } from '#features/people/index.ts'
import { placeById } from '#features/places/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { MediaId, NoteId } from '#ground/ids/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import { CHECK_LINKS } from './check-links.ts'
import { checkBio, checkLinks, profileLimits } from './profile.ts'
import { lockProfile, profileOf, setLinks, updateProfile } from './queries/profiles.ts'

/** What is absent stays; null takes away. */
export interface ProfileChange {
  name?: string | undefined
  bio?: string | undefined
  /** Of the bio, when it is known better than it can be heard. */
  language?: string | undefined
  avatarId?: MediaId | null | undefined
  bannerId?: MediaId | null | undefined
  links?: { label: string; url: string }[] | undefined
  placeId?: string | null | undefined
  pinned?: NoteId[] | undefined
  locked?: boolean | undefined
}

/**
 * Changes what others see of a member. New links are checked for rel=me in a job.
 * Throws Refusal `name-length`, `bio-length`, `links-count`, `link-form`, `link-label`, `place-unknown`, `pinned-count`, `pinned-unknown`, those of claimMedia and checkText.
 */
export async function changeProfile(ground: Ground, me: Member, change: ProfileChange): Promise<void> {
  const { db, clock, jobs, outbox } = ground
  const name = change.name === undefined ? undefined : checkName(change.name)
  const bio = change.bio === undefined ? undefined : checkBio(change.bio)
  await checkText(db.q, [name, bio, ...(change.links ?? []).flatMap(({ label, url }) => [label, url])].filter(Boolean).join('\n'))
  if (change.placeId && !(await placeById(db.q, change.placeId))) throw new Refusal('place-unknown', { field: 'placeId' })
  const pinned = change.pinned && (await checkPinned(db.q, me, change.pinned))
  await db.transaction(async (tx) => {
    const at = clock.now()
    const before = await lockProfile(tx, me.id, at)
    const banner = change.bannerId === undefined ? before.bannerId : change.bannerId
    await keepPictures(tx, me, change.avatarId, banner, change.bannerId !== undefined)
    await updateActor(tx, me.id, {
      ...(name === undefined ? {} : { name }),
      ...(change.avatarId === undefined ? {} : { avatar_id: change.avatarId }),
      ...(change.locked === undefined ? {} : { locked: change.locked }),
    })
    await updateProfile(tx, me.id, {
      banner_id: banner,
      updated_at: at,
      ...(change.placeId === undefined ? {} : { place_id: change.placeId }),
      ...(pinned ? { pinned } : {}),
    })
    if (bio !== undefined) await keepBio(tx, ground, me, bio, change.language)
    if (change.links) {
      await setLinks(tx, me.id, checkLinks(change.links, before.links), at)
      if (change.links.length > 0) await jobs.enqueue(tx, CHECK_LINKS, { actorId: me.id }, { key: me.id })
    }
    await outbox.announce(tx, 'actor.changed', { actorId: me.id }, me.id)
  })
}

/** Avatar and banner hang on one subject: claiming them together lets go of those that they replace. */
async function keepPictures(tx: Tx, me: Member, avatarId: MediaId | null | undefined, banner: MediaId | null, isNewBanner: boolean): Promise<void> {
  if (avatarId === undefined && !isNewBanner) return
  const avatar = avatarId === undefined ? ((await findActor(tx, { id: me.id }))?.avatarId ?? null) : avatarId
  await claimMedia(
    tx,
    me.id,
    [avatar, banner].flatMap((id) => (id ? [{ id }] : [])),
    subject('profile', me.id),
  )
}

async function keepBio(tx: Tx, ground: Ground, me: Member, bio: string, language: string | undefined): Promise<void> {
  const of = subject('bio', me.id)
  if (bio === '') return dropLayers(tx, of)
  const declared = (await readersById(tx, [me.id])).get(me.id)?.writes ?? []
  await keepOriginal(tx, ground, of, { title: '', body: bio, warning: null, language: language ?? null, declared })
}

/** What is pinned already may stay while it is archived: nobody else is shown it then. */
async function checkPinned(db: Reader, me: Member, ids: NoteId[]): Promise<NoteId[]> {
  const wanted = [...new Set(ids)]
  const { pinned } = await profileOf(db, me.id)
  if (wanted.length > profileLimits.pinned) throw new Refusal('pinned-count', { field: 'pinned', count: profileLimits.pinned })
  for (const id of wanted.filter((one) => !pinned.includes(one))) {
    const note = await noteById(db, id)
    if (note?.authorId !== me.id || note.kind === 'comment' || note.state !== 'published') throw new Refusal('pinned-unknown', { field: 'pinned' })
  }
  return wanted
}
