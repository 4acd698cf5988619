import { mentionedIn, noteById } from '#features/notes/index.ts'
import { instant } from '#ground/clock/index.ts'
import { type Feature, type Ground, ownerOf, type Subject, subject, wholeOf } from '#ground/feature.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import type { Announced } from '#ground/outbox/index.ts'
import { dayKey } from './notice.ts'
import { deleteAbout, takeFromNotices } from './queries/notices.ts'
import { tell } from './tell.ts'

type Row = NonNullable<Awaited<ReturnType<typeof noteById>>>
const subjectOf = (note: Row): Subject => subject(note.kind === 'comment' ? 'comment' : 'note', note.id)
const living = async ({ db }: Ground, id: NoteId): Promise<Row | undefined> => {
  const note = await noteById(db.q, id)
  return note?.state === 'published' ? note : undefined
}

/** Everyone named in a note, or added to it by an edit. A comment is one notice a member, whatever the reason. */
async function mentioned(ground: Ground, { payload: { noteId }, at }: { payload: { noteId: NoteId }; at: Announced['at'] }): Promise<void> {
  const note = await living(ground, noteId)
  if (!note) return
  for (const member of await mentionedIn(ground.db.q, noteId))
    await tell(ground, {
      member,
      kind: 'mention',
      subject: subjectOf(note),
      actor: note.authorId,
      key: note.kind === 'comment' ? `comment:${noteId}` : `mention:${noteId}`,
      at,
    })
}

/** The one answered, those named, and the note's author; their open pages hear it, and those of all who look at the note. */
async function commented(ground: Ground, { payload: { noteId, authorId, rootId, parentId }, at }: Announced<'comment.published'>): Promise<void> {
  const { db, live } = ground
  const [comment, root, parent] = [await living(ground, noteId), await noteById(db.q, rootId), parentId ? await noteById(db.q, parentId) : undefined]
  if (!comment || !root) return
  const about = { subject: subject('comment', noteId), actor: authorId, key: `comment:${noteId}`, at }
  if (parent) await tell(ground, { ...about, member: parent.authorId, kind: 'reply' })
  const named = await mentionedIn(db.q, noteId)
  for (const member of named) await tell(ground, { ...about, member, kind: 'mention' })
  await tell(ground, { ...about, member: root.authorId, kind: 'comment' })
  const concerned = new Set([root.authorId, ...(parent ? [parent.authorId] : []), ...named])
  concerned.delete(authorId)
  for (const to of [...concerned, `note:${rootId}` as const]) await live.tell(db.q, to, { kind: 'comment', data: { rootId, commentId: noteId } })
}

async function liked(ground: Ground, { payload: { noteId, actorId, at } }: Announced<'note.liked'>): Promise<void> {
  const note = await living(ground, noteId)
  const when = instant(at)
  if (note) await tell(ground, { member: note.authorId, kind: 'like', subject: subjectOf(note), actor: actorId, key: dayKey('like', noteId, when), at: when })
}

async function boosted(ground: Ground, { payload: { noteId, actorId }, at }: Announced<'note.boosted'>): Promise<void> {
  const note = await living(ground, noteId)
  if (note) await tell(ground, { member: note.authorId, kind: 'boost', subject: subjectOf(note), actor: actorId, key: dayKey('boost', noteId, at), at })
}

const takenBack =
  (kind: 'like' | 'boost') =>
  async ({ db }: Ground, { payload: { noteId, actorId } }: { payload: { noteId: NoteId; actorId: ActorId } }): Promise<void> =>
    db.transaction((tx) => takeFromNotices(tx, actorId, { kinds: [kind], subjectId: noteId }))

const requested = (ground: Ground, { payload: { followerId, followeeId }, at }: Announced<'follow.requested'>): Promise<void> =>
  tell(ground, { member: followeeId, kind: 'request', subject: subject('person', followerId), actor: followerId, key: `request:${followerId}`, at })

/** An open account learns of its follower, who asked learns that they may; the request goes. */
async function followed(ground: Ground, { payload: { followerId, followeeId, asked }, at }: Announced<'follow.accepted'>): Promise<void> {
  await ground.db.transaction((tx) => takeFromNotices(tx, followerId, { kinds: ['request'], member: followeeId }))
  if (!asked)
    return tell(ground, { member: followeeId, kind: 'follow', subject: subject('person', followerId), actor: followerId, key: `follow:${followerId}`, at })
  await tell(ground, { member: followerId, kind: 'accepted', subject: subject('person', followeeId), actor: followeeId, key: `accepted:${followeeId}`, at })
}

const unfollowed = ({ db }: Ground, { payload: { followerId, followeeId } }: Announced<'follow.ended'>): Promise<void> =>
  db.transaction(async (tx) => {
    await takeFromNotices(tx, followerId, { kinds: ['request', 'follow'], member: followeeId })
    await takeFromNotices(tx, followeeId, { kinds: ['accepted'], member: followerId })
  })

const parted = ({ db }: Ground, { payload: { actorId, targetId } }: Announced<'block.made'>): Promise<void> =>
  db.transaction(async (tx) => {
    await takeFromNotices(tx, targetId, { member: actorId })
    await takeFromNotices(tx, actorId, { member: targetId })
  })

type Layered = Announced<'layer.added' | 'layer.changed'>

/** Whose words were translated, or whose picture was read, by somebody; and all who have the note's page open. */
async function layered(ground: Ground, { payload: { subjectKind, subjectId, layerId, origin, byActor }, at, name }: Layered): Promise<void> {
  const { db, live, house } = ground
  const whole = await wholeOf(house, db.q, subject(subjectKind, subjectId))
  if (whole?.kind !== 'comment' && whole?.kind !== 'note') return
  const note = await living(ground, whole.id as NoteId)
  if (!note) return
  await live.tell(db.q, `note:${note.rootId ?? note.id}`, { kind: 'layer', data: { subjectKind, subjectId } })
  const owner = await ownerOf(house, db.q, subject(subjectKind, subjectId))
  const isPicture = subjectKind === 'picture'
  const isOthers = origin === 'person' || (origin === 'original' && byActor !== owner)
  if (name === 'layer.added' && isOthers && byActor && owner)
    await tell(ground, {
      member: owner,
      kind: isPicture ? 'picture-words' : whole.kind === 'comment' ? 'comment-layer' : 'layer',
      subject: whole,
      actor: byActor,
      // Boxes and what they mean are one act.
      key: isPicture ? dayKey('picture-words', subjectId, at) : `layer:${layerId}`,
      at,
    })
}

/** A sentence of somebody's layer was worded anew, or their layer thanked for: one notice a day for each layer. */
const aboutLayer = (ground: Ground, kind: 'mend' | 'layer-thanked', layerId: string, member: ActorId | null, actor: ActorId, at: Announced['at']) =>
  member ? tell(ground, { member, kind, subject: subject('layer', layerId), actor, key: dayKey(kind, layerId, at), at }) : Promise.resolve()

/** Whoever worded a sentence learns who had it taken. */
async function mendTaken(ground: Ground, { payload: { layerId, byActor, thankedBy }, at }: Announced<'mend.taken'>): Promise<void> {
  for (const actor of thankedBy)
    await tell(ground, { member: byActor, kind: 'mend-taken', subject: subject('layer', layerId), actor, key: dayKey('mend-taken', layerId, at), at })
}

/** What a member looks for was published: one notice a day for each search they keep. */
async function matched(ground: Ground, { payload: { searchId, memberId, authors }, at }: Announced<'search.matched'>): Promise<void> {
  for (const actor of authors)
    await tell(ground, { member: memberId, kind: 'search', subject: subject('saved-search', searchId), actor, key: dayKey('search', searchId, at), at })
}

/** Whoever asked whether two topics are the same learns that they are one now. */
async function decided(ground: Ground, { payload: { proposalId, state, askedBy, byActor }, at }: Announced<'topics.decided'>): Promise<void> {
  if (state !== 'same' || !askedBy || !byActor) return
  await tell(ground, {
    member: askedBy,
    kind: 'topics-one',
    subject: subject('topic-proposal', proposalId),
    actor: byActor,
    key: `topics-one:${proposalId}`,
    at,
  })
}

/** What notices come of. */
export const heard: NonNullable<Feature['on']> = {
  'note.published': mentioned,
  'note.edited': mentioned,
  'note.removed': ({ db }, { payload }) => db.transaction(async (tx) => void (await deleteAbout(tx, payload.noteId))),
  'comment.published': commented,
  'note.liked': liked,
  'note.unliked': takenBack('like'),
  'note.boosted': boosted,
  'note.unboosted': takenBack('boost'),
  'follow.requested': requested,
  'follow.accepted': followed,
  'follow.ended': unfollowed,
  'block.made': parted,
  'coauthor.asked': (ground, { payload: { noteId, actorId, authorId }, at }) =>
    tell(ground, { member: actorId, kind: 'coauthor-asked', subject: subject('note', noteId), actor: authorId, key: `coauthor-asked:${noteId}`, at }),
  'coauthor.joined': (ground, { payload: { noteId, actorId, authorId }, at }) =>
    tell(ground, { member: authorId, kind: 'coauthor-joined', subject: subject('note', noteId), actor: actorId, key: `coauthor-joined:${noteId}`, at }),
  'coauthor.left': ({ db }, { payload: { noteId, actorId, authorId } }) =>
    db.transaction(async (tx) => {
      await takeFromNotices(tx, authorId, { kinds: ['coauthor-asked'], subjectId: noteId, member: actorId })
      await takeFromNotices(tx, actorId, { kinds: ['coauthor-joined'], subjectId: noteId, member: authorId })
    }),
  'board.asked': (ground, { payload: { boardId, actorId, ownerId }, at }) =>
    tell(ground, { member: actorId, kind: 'board-asked', subject: subject('board', boardId), actor: ownerId, key: `board-asked:${boardId}`, at }),
  'board.joined': (ground, { payload: { boardId, actorId, ownerId }, at }) =>
    tell(ground, { member: ownerId, kind: 'board-joined', subject: subject('board', boardId), actor: actorId, key: `board-joined:${boardId}`, at }),
  'search.matched': matched,
  'topics.decided': decided,
  'layer.added': layered,
  'layer.changed': layered,
  'layer.removed': ({ db }, { payload }) => db.transaction(async (tx) => void (await deleteAbout(tx, payload.layerId))),
  'layer.thanked': (ground, { payload: { layerId, makerId, actorId }, at }) => aboutLayer(ground, 'layer-thanked', layerId, makerId, actorId, at),
  'layer.unthanked': ({ db }, { payload: { layerId, actorId } }) =>
    db.transaction((tx) => takeFromNotices(tx, actorId, { kinds: ['layer-thanked'], subjectId: layerId })),
  'mend.proposed': (ground, { payload: { layerId, makerId, byActor }, at }) => aboutLayer(ground, 'mend', layerId, makerId, byActor, at),
  'mend.withdrawn': ({ db }, { payload: { layerId, byActor } }) =>
    db.transaction((tx) => takeFromNotices(tx, byActor, { kinds: ['mend'], subjectId: layerId })),
  'mend.taken': mendTaken,
}
