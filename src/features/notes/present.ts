import { z } from 'zod'
import { zLayeredText, zPictureWords } from '#features/language/index.ts'
import { type Picture, picturesById, type Variant, zPicture, zVariant } from '#features/media/index.ts'
import { type Actor, actorsById } from '#features/people/index.ts'
import { zPlaceBrief } from '#features/places/index.ts'
import { zTopicBrief } from '#features/topics/index.ts'
import type { Reader } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { ActorId, MediaId, NoteId } from '#ground/ids/index.ts'
import { LICENCES, VISIBILITIES } from './note.ts'

export const zActorBrief = z
  .object({ id: z.string(), handle: z.string(), host: z.string().nullable(), name: z.string(), avatar: zVariant.nullable(), url: z.string() })
  .meta({ id: 'ActorBrief' })
export type ActorBrief = z.output<typeof zActorBrief>

const zOrigin = z.enum(['original', 'author', 'person', 'machine'])

export const zTile = z
  .object({
    id: z.string(),
    url: z.string(),
    kind: z.enum(['photo', 'text']),
    author: zActorBrief,
    title: z.string(),
    language: z.string().describe('Of the title shown'),
    originalLanguage: z.string(),
    origin: zOrigin,
    excerpt: z.string(),
    cover: zPicture.nullable(),
    coverPattern: z.int().min(0).max(7),
    pictureCount: z.int(),
    likeCount: z.int(),
    liked: z.boolean(),
    saved: z.boolean(),
    publishedAt: z.string(),
    topics: z.array(zTopicBrief),
    warning: z.string().nullable(),
    why: z.object({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])) }).nullable(),
  })
  .meta({ id: 'Tile' })
export type Tile = z.output<typeof zTile>

export const zNoteView = zTile
  .extend({
    text: zLayeredText,
    pictures: z.array(zPicture),
    pictureWords: z.array(zPictureWords).describe('What the pictures say; those without words are missing'),
    place: zPlaceBrief.nullable(),
    placeLater: z.object({ place: zPlaceBrief, at: z.string() }).nullable().describe('The place that is shown from `at` on; told to the author alone'),
    visibility: z.enum(VISIBILITIES),
    licence: z.enum(LICENCES),
    state: z.enum(['processing', 'published', 'archived']),
    coauthors: z.array(zActorBrief),
    asked: z.boolean().describe('Whether the reader is asked to join as co-author'),
    askedToo: z.array(zActorBrief).describe('Who has not answered yet whether they join; told to the author alone'),
    commentCount: z.int(),
    saveCount: z.int(),
    boostCount: z.int(),
    boosted: z.boolean(),
    mine: z.boolean(),
    editedAt: z.string().nullable(),
    revision: z.int(),
    pinnedCommentId: z.string().nullable(),
  })
  .meta({ id: 'NoteView' })
export type NoteView = z.output<typeof zNoteView>

export const zPlaceRules = z
  .object({
    wait: z.enum(['none', 'day', 'week']).describe('How long after a note its place is shown'),
    never: z.array(zPlaceBrief).describe('Places that are never shown: the next larger one is, or none'),
    shownAs: zPlaceBrief.nullable().describe('How the place that was asked for is shown'),
  })
  .meta({ id: 'PlaceRules' })

const zComment = z.object({
  id: z.string(),
  url: z.string(),
  rootId: z.string(),
  parentId: z.string().nullable(),
  author: zActorBrief,
  text: zLayeredText,
  picture: zPicture.nullable(),
  publishedAt: z.string(),
  editedAt: z.string().nullable(),
  likeCount: z.int(),
  liked: z.boolean(),
  replyCount: z.int(),
  pinned: z.boolean(),
  mine: z.boolean(),
})
/** Replies of replies are not unfolded here: `replyCount` says that there are some. */
export const zCommentView = zComment.extend({ replies: z.array(zComment.extend({ replies: z.array(z.unknown()).max(0) })) }).meta({ id: 'CommentView' })
export type CommentView = z.output<typeof zCommentView>

export const addressOf = ({ handle, host }: { handle: string; host: string | null }): string => `/@${handle}${host ? `@${host}` : ''}`
/** A comment's page shows it with its answers, however many there are: `note` is the address of the note it stands under. */
export const commentAddress = (note: string, id: NoteId): string => `${note}?thread=${id}#c-${id}`
const AVATAR_WIDTH = 160

function avatarOf(picture: Picture | undefined): Variant | null {
  return picture?.variants.find(({ width }) => width >= AVATAR_WIDTH) ?? picture?.variants.at(-1) ?? null
}

const briefOf = (actor: Actor, pictures: ReadonlyMap<MediaId, Picture>): ActorBrief => ({
  id: actor.id,
  handle: actor.handle,
  host: actor.host,
  name: actor.name,
  avatar: actor.avatarId ? avatarOf(pictures.get(actor.avatarId)) : null,
  url: addressOf(actor),
})

/** People as lists show them, by id; those who left are missing. Two or three queries. */
export async function actorBriefs(ground: Ground, db: Reader, ids: readonly ActorId[]): Promise<Map<ActorId, ActorBrief>> {
  const actors = await actorsById(db, ids)
  const avatars = await picturesById(
    ground,
    db,
    [...actors.values()].flatMap(({ avatarId }) => avatarId ?? []),
  )
  return new Map([...actors].map(([id, actor]) => [id, briefOf(actor, avatars)]))
}
