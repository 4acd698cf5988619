import { checkText } from '#features/moderation/index.ts'
import type { Tx } from '#ground/database/index.ts'
import type { Subject } from '#ground/feature.ts'
import type { ActorId, MediaId } from '#ground/ids/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import { checkAlt, checkFocal, type Focal, type MediaState } from './picture.ts'
import { dropMedia } from './queries/leftovers.ts'
import { lockMedia, updateMedia } from './queries/media.ts'

export interface Claim {
  id: MediaId
  alt?: string
  focal?: Focal
}

/**
 * These pictures of `owner`, in this order, are what `subject` shows from now on; others that it showed before are removed.
 * Answers their states: `checked` ones are still being decoded and announce `media.ready` later.
 * `from`: the subject (a draft) that may hand its pictures over. `own`: nobody but the owner sees the subject, so what the pictures are said to
 * show is not held against the host's lists yet.
 * Throws Refusal `media-unknown`, `media-taken`, `media-failed`, `media-unfinished`, `alt-length`, `forbidden-word`, `forbidden-link`.
 */
export async function claimMedia(
  tx: Tx,
  owner: ActorId,
  claims: readonly Claim[],
  subject: Subject,
  { from, own = false }: { from?: Subject | undefined; own?: boolean } = {},
): Promise<{ id: MediaId; state: MediaState }[]> {
  const rows = await lockMedia(
    tx,
    claims.map(({ id }) => id),
  )
  const claimed: { id: MediaId; state: MediaState }[] = []
  const said: string[] = []
  for (const [position, { id, alt, focal }] of claims.entries()) {
    const row = rows.get(id)
    const field = `pictures.${position}`
    if (!row || row.ownerId !== owner || claimed.some((one) => one.id === id)) throw new Refusal('media-unknown', { field })
    if (row.state === 'failed') throw new Refusal('media-failed', { field })
    if (row.state === 'uploading') throw new Refusal('media-unfinished', { field })
    if (row.subject && !isSame(row.subject, subject) && !(from && isSame(row.subject, from))) throw new Refusal('media-taken', { field })
    await updateMedia(tx, id, {
      subject,
      position,
      ...(alt === undefined ? {} : { alt: checkAlt(alt, `${field}.alt`) }),
      ...(focal ? { focal: checkFocal(focal) } : {}),
    })
    claimed.push({ id, state: row.state })
    said.push(alt ?? row.alt)
  }
  if (!own) await checkText(tx, said.join('\n'))
  await dropMedia(tx, { subject, except: claims.map(({ id }) => id) })
  return claimed
}

const isSame = (a: Subject, b: Subject): boolean => a.kind === b.kind && a.id === b.id

/** The subject is gone and its pictures with it; their files follow within a minute, unless another picture has the same. Answers how many. */
export const releaseMedia = (tx: Tx, subject: Subject): Promise<number> => dropMedia(tx, { subject })

/** All pictures of a member who leaves. */
export const forgetMedia = async (tx: Tx, owner: ActorId): Promise<void> => {
  await dropMedia(tx, { owner })
}
