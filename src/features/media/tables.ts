import type { Generated } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { ActorId, MediaId } from '#ground/ids/index.ts'
import type { MediaState, StoredVariant } from './picture.ts'

/** One uploaded picture. What is served are its variants; the upload itself is not kept. Distribution key: owner_id (reader). */
export interface MediaTable {
  id: MediaId
  owner_id: ActorId
  state: MediaState
  /** Refusal code that says why it failed. */
  reason: string | null
  /** SHA-256 (hex) of the uploaded bytes; null until they are all there. */
  hash: string | null
  /** Type found in the bytes, never the one that was claimed. */
  media_type: string | null
  /** Pixels, upright. */
  width: number | null
  height: number | null
  /** What must stay in sight when the picture is cropped, 0–1 from the top left. */
  focal_x: number
  focal_y: number
  alt: string
  /** ThumbHash, base64. */
  thumbhash: string | null
  /** Tiny data: URL shown until the picture is there. */
  preview: string | null
  variants: Generated<StoredVariant[]>
  subject_kind: string | null
  subject_id: string | null
  position: number
  /** Size of the upload (declared, then counted). */
  bytes: number
  /** Decodings begun: a picture that kills its decoder is given up. */
  tries: Generated<number>
  created_at: Instant
}

/** What a transaction left in storage for the sweeping job: blobs of `hash`, unless another row uses it by then. */
export interface MediaLeftoversTable {
  media_id: MediaId
  hash: string | null
  variants: StoredVariant[]
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    media: MediaTable
    media_leftovers: MediaLeftoversTable
  }
}
