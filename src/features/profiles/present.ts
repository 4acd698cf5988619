import { z } from 'zod'
import { zLayeredText } from '#features/language/index.ts'
import { zPicture } from '#features/media/index.ts'
import { zActorBrief, zTile } from '#features/notes/index.ts'
import { zPlaceBrief } from '#features/places/index.ts'

export const zRelation = z.object({
  following: z.boolean(),
  pending: z.boolean(),
  followedBy: z.boolean(),
  blocking: z.boolean(),
  blockedBy: z.boolean(),
  muting: z.boolean(),
})

export const zProfileView = zActorBrief
  .extend({
    bio: zLayeredText.nullable().describe('Text of the subject `bio` with the id of the actor'),
    banner: zPicture.nullable(),
    links: z.array(
      z.object({ label: z.string(), url: z.string(), verifiedAt: z.string().nullable().describe('When the page was found to link back with rel=me') }),
    ),
    place: zPlaceBrief.nullable(),
    joinedAt: z.string(),
    counts: z.object({ notes: z.int(), followers: z.int(), following: z.int() }),
    relation: zRelation.nullable().describe('Null for visitors and on one’s own profile'),
    reads: z.array(z.string()),
    writes: z.array(z.string()),
    locked: z.boolean(),
    listsOpen: z.boolean().describe('Whether the viewer may see followers and following'),
    pinned: z.array(zTile),
  })
  .meta({ id: 'ProfileView' })
export type ProfileView = z.input<typeof zProfileView>
