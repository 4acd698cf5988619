import type { Reader } from '#ground/database/index.ts'
import type { ActorId, MediaId } from '#ground/ids/index.ts'
import { mediaOfOwner } from './queries/leftovers.ts'

const PAGE = 200

/** What a member's archive says about their pictures, oldest first. */
export async function* exportMedia(db: Reader, member: ActorId): AsyncIterable<object> {
  let last: MediaId | null = null
  do {
    const rows: Awaited<ReturnType<typeof mediaOfOwner>> = await mediaOfOwner(db, member, last, PAGE)
    for (const { id, alt, width, height, media_type, subject_kind, subject_id, created_at } of rows) {
      yield { id, alt, width, height, type: media_type, shownBy: subject_kind && { kind: subject_kind, id: subject_id }, createdAt: created_at }
    }
    last = rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null
  } while (last)
}
