import { dropWordings, keepOriginal, setAuthorLayers } from '#features/language/index.ts'
import { claimMedia, pictureIdsOf } from '#features/media/index.ts'
import { checkFlood, checkText } from '#features/moderation/index.ts'
import { readersById } from '#features/people/index.ts'
import { headsOfTopics } from '#features/topics/index.ts'
import type { Tx } from '#ground/database/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { changeCoauthors } from './change-coauthors.ts'
import type { NoteChange } from './composer.ts'
import './events.ts'
import { checkVisibilityChange, commentWording, hashtagsOf, kindOfNote, noteWording, type Wording } from './note.ts'
import { placeAfterEdit } from './place-rules.ts'
import { allTopics, checkPlace, coauthorsNamed, type GivenLayer, layersGiven, mentionedPeople } from './prepare-note.ts'
import { claimsOf, topicIds } from './publish-note.ts'
import { originalOf, publishIfReady } from './publish-when-ready.ts'
import { commentIdsOf, isAnswered, lockNote, type NoteRow, narrowComments, noteById, updateNote } from './queries/notes.ts'
import { coauthorsOf, dropRevisions, insertRevision, putMentions, putTopics, topicsOf } from './queries/parts.ts'

/**
 * Changes what is given of one's own note or comment and leaves the rest. A new wording keeps the old one in the history; what was worded
 * while nobody else could read it is forgotten once others can. Does nothing when nothing differs. Throws Refusal `not-found`, `conflict` {revision} when someone's older revision was edited, `pictures-not-ready`,
 * `visibility-wider`, and what publishing throws.
 */
export async function editNote(ground: Ground, member: Member, id: NoteId, change: NoteChange): Promise<void> {
  const db = ground.db.q
  const before = await noteById(db, id)
  if (before?.authorId !== member.id || before.state === 'author-deleted') throw notFound()
  await checkFlood(ground, member, before.kind === 'comment' ? 'comment' : 'note')
  const beside = before.kind === 'comment' ? {} : await besideOf(ground, before, change)
  const layered = (beside.layers ?? []).map(({ title, body }) => `${title}\n${body}`)
  await checkText(db, [change.title ?? '', change.body ?? '', change.warning ?? '', ...layered].join('\n'))
  await checkPlace(db, change.placeId ?? null)
  const people = change.body === undefined ? null : await mentionedPeople(ground, db, change.body)
  const declared = (await readersById(db, [member.id])).get(member.id)?.writes ?? []
  await ground.db.transaction(async (tx) => {
    const note = await lockNote(tx, id)
    if (!note || note.state === 'author-deleted') throw notFound()
    if (change.revision !== undefined && change.revision !== note.revision) throw new Refusal('conflict', { revision: note.revision })
    const old = await originalOf(tx, note.kind === 'comment' ? 'comment' : 'note', id)
    const reworded = await changeWording(tx, ground, note, old, change, declared)
    const parts = note.kind === 'comment' ? false : await changeParts(tx, ground, note, old, change)
    // Layers announce themselves; after the wording, so that what was written with it is not stale.
    if (beside.layers) await setAuthorLayers(tx, ground, member, subject('note', id), beside.layers)
    const company = beside.coauthors ? await changeCoauthors(tx, ground, note, beside.coauthors) : false
    if (people && reworded)
      await putMentions(
        tx,
        id,
        people.filter((person) => person !== member.id),
      )
    if (!reworded && !parts && !company) return
    const now = (await noteById(tx, id)) ?? note
    if (note.state === 'processing' || (note.visibility === 'self' && now.visibility !== 'self')) await forgetWordings(tx, id)
    if (now.state === 'processing' && (await publishIfReady(tx, ground, now))) return
    if (now.state === 'published') await ground.outbox.announce(tx, 'note.edited', { noteId: id }, id)
  })
}

/** Earlier wordings of a note, of its layers, of the words in its pictures and of what was said under it. */
async function forgetWordings(tx: Tx, id: NoteId): Promise<void> {
  const ids = [id, ...(await commentIdsOf(tx, id))]
  await dropRevisions(tx, ids)
  await dropWordings(tx, [...ids, ...(await pictureIdsOf(tx, subject('note', id)))])
}

/** The author's layers and the co-authors that were given, looked at. Throws Refusal `layers-count`, `coauthor-unknown`, `coauthors-count`. */
async function besideOf(
  ground: Ground,
  { id, authorId }: NoteRow,
  { layers, coauthors }: NoteChange,
): Promise<{ layers?: GivenLayer[]; coauthors?: ActorId[] }> {
  const db = ground.db.q
  const there = coauthors ? (await coauthorsOf(db, id)).map((one) => one.id) : []
  return {
    ...(layers ? { layers: layersGiven(layers) } : {}),
    ...(coauthors ? { coauthors: await coauthorsNamed(ground, db, authorId, coauthors, there) } : {}),
  }
}

/** Title, body, warning and language. True when something differs. */
async function changeWording(tx: Tx, ground: Ground, note: NoteRow, old: Wording, change: NoteChange, declared: string[]): Promise<boolean> {
  const wanted = { title: change.title ?? old.title, body: change.body ?? old.body, warning: change.warning === undefined ? old.warning : change.warning }
  const wording = note.kind === 'comment' ? commentWording(wanted.body, note.pictureCount > 0) : noteWording(wanted)
  const differs = wording.title !== old.title || wording.body !== old.body || wording.warning !== old.warning
  const renamed = Boolean(change.language) && change.language !== note.language
  if (!differs && !renamed) return false
  const language = await keepOriginal(tx, ground, subject(note.kind === 'comment' ? 'comment' : 'note', note.id), {
    ...wording,
    declared,
    ...(change.language ? { language: change.language } : {}),
  })
  if (!differs) {
    await updateNote(tx, note.id, { language })
    return true
  }
  await insertRevision(tx, {
    note_id: note.id,
    revision: note.revision,
    ...old,
    picture_count: note.pictureCount,
    at: note.editedAt ?? note.publishedAt ?? note.createdAt,
  })
  await updateNote(tx, note.id, { language, revision: note.revision + 1, edited_at: ground.clock.now() })
  return true
}

/** Pictures, topics, place, licence and who sees it. True when something differs. */
async function changeParts(tx: Tx, ground: Ground, note: NoteRow, old: Wording, change: NoteChange): Promise<boolean> {
  const pictures = await changePictures(tx, note, change)
  const title = change.title === undefined ? old.title : noteWording({ ...old, title: change.title }).title
  const kind = kindOfNote({ title, pictures: change.pictures?.length ?? note.pictureCount })
  const topics = await changeTopics(tx, ground, note, old, change)
  const visibility = change.visibility ?? note.visibility
  if (visibility !== note.visibility) {
    checkVisibilityChange(note.visibility, visibility, await isAnswered(tx, note))
    await narrowComments(tx, note.id, note.visibility, visibility)
    // Who may read it has changed: language asks again whether it may go to an engine.
    await keepOriginal(tx, ground, subject('note', note.id), await originalOf(tx, 'note', note.id))
  }
  const placeId = await placeAfterEdit(tx, ground, note, change.placeId)
  const licence = change.licence ?? note.licence
  const differs = placeId !== note.placeId || licence !== note.licence || visibility !== note.visibility || kind !== note.kind
  if (differs) await updateNote(tx, note.id, { place_id: placeId, licence, visibility, kind })
  return differs || topics || pictures
}

async function changePictures(tx: Tx, note: NoteRow, { pictures }: NoteChange): Promise<boolean> {
  if (!pictures) return false
  const claimed = await claimMedia(tx, note.authorId, claimsOf(pictures), subject('note', note.id))
  // A published note never goes back to waiting.
  if (note.state !== 'processing' && claimed.some(({ state }) => state !== 'ready')) throw new Refusal('pictures-not-ready', { field: 'pictures' })
  await updateNote(tx, note.id, { picture_count: pictures.length })
  return true
}

/** A new list replaces the old one; a new body alone exchanges the hashtags of the old body for its own. */
async function changeTopics(tx: Tx, ground: Ground, note: NoteRow, old: Wording, change: NoteChange): Promise<boolean> {
  if (change.topics === undefined && change.body === undefined) return false
  const now = (await topicsOf(tx, [note.id])).get(note.id) ?? []
  const body = change.body ?? old.body
  const written = change.topics ? [] : await topicIds(tx, ground, note.authorId, hashtagsOf(old.body), note.language)
  const kept = change.topics ?? now.filter((topic) => !written.includes(topic))
  const wanted = await asWritten(tx, now, await topicIds(tx, ground, note.authorId, allTopics(kept, body), note.language))
  if (wanted.join('\n') === now.join('\n')) return false
  await putTopics(tx, note.id, wanted, note.publishedAt ?? note.createdAt)
  return true
}

/** Whoever edits is shown the topics that answer for the note's own; those stay as they were written. */
async function asWritten(tx: Tx, now: readonly string[], wanted: readonly string[]): Promise<string[]> {
  const heads = await headsOfTopics(tx, [...now, ...wanted])
  const said = wanted.flatMap((topic) => {
    const same = now.includes(topic) ? [] : now.filter((one) => heads.get(one) === heads.get(topic))
    return same.length > 0 ? same : [topic]
  })
  return [...new Set(said)]
}
