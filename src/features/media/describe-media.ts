import { checkText } from '#features/moderation/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { MediaId } from '#ground/ids/index.ts'
import { notFound } from '#pure/problem/index.ts'
import { checkAlt, checkFocal, type Focal } from './picture.ts'
import { dropMedia } from './queries/leftovers.ts'
import { findMedia, lockMedia, type MediaRow, updateMedia } from './queries/media.ts'

/** The member's own picture; throws Refusal `not-found` for anybody else's. */
export async function ownMedia({ db }: Ground, member: Member, id: MediaId): Promise<MediaRow> {
  const row = await findMedia(db.q, id)
  if (row?.ownerId !== member.id) throw notFound()
  return row
}

/** Says what the picture shows and what must stay in sight. Throws Refusal `not-found`, `alt-length`, `bad-input`, `forbidden-word`, `forbidden-link`. */
export async function describeMedia(
  ground: Ground,
  member: Member,
  id: MediaId,
  change: { alt?: string | undefined; focal?: Focal | undefined },
): Promise<MediaRow> {
  await ownMedia(ground, member, id)
  // A note may show it already.
  await checkText(ground.db.q, change.alt ?? '')
  await updateMedia(ground.db.q, id, {
    ...(change.alt === undefined ? {} : { alt: checkAlt(change.alt) }),
    ...(change.focal ? { focal: checkFocal(change.focal) } : {}),
  })
  return ownMedia(ground, member, id)
}

/** Takes back a picture that nothing shows yet, or ends its upload. What a note shows goes with an edit of the note, so it is not found here. */
export async function removeMedia({ db }: Ground, member: Member, id: MediaId): Promise<void> {
  await db.transaction(async (tx) => {
    const row = (await lockMedia(tx, [id])).get(id)
    if (row?.ownerId !== member.id || row.subject) throw notFound()
    await dropMedia(tx, { id })
  })
}
