import type { z } from 'zod'
import { aroundPlace, namesakes, placeBriefs } from '#features/places/index.ts'
import { after, DAY, type Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import './events.ts'
import { checkPlace } from './prepare-note.ts'
import type { zPlaceRules } from './present.ts'
import { lockNote, type NoteRow, updateNote } from './queries/notes.ts'
import { dropWaiting, notesWithDuePlace, type PlaceRules, putRules, putWaiting, rulesOf, type WaitingPlace, waitingPlaces } from './queries/places.ts'

/** How the places of one's notes are shown (security V4): later than the note, and never those one keeps for oneself. */

const DAYS: Record<PlaceRules['wait'], number> = { none: 0, day: 1, week: 7 }
/** Of all members, in one run; the next run is a minute away. */
const MOST_A_RUN = 500

/** A place as its member lets it be shown: itself, else the next larger one around all that are kept back and that has not the name of one of them, else none. */
export async function shownPlace(db: Reader, member: ActorId, placeId: string): Promise<string | null> {
  return outside(db, (await rulesOf(db, member)).never, placeId)
}

async function outside(db: Reader, never: readonly string[], placeId: string): Promise<string | null> {
  if (never.length === 0) return placeId
  const around = await aroundPlace(db, placeId)
  const kept = around.filter((one) => never.includes(one))
  // Who keeps Berlin back is not helped by the state of Berlin.
  const closed = new Set([...kept, ...(await namesakes(db, kept, around))])
  return around[around.findLastIndex((one) => closed.has(one)) + 1] ?? null
}

/** What stands on a note that is written `at` this moment, and what has to wait. */
export async function placeAtFirst(
  tx: Tx,
  author: ActorId,
  placeId: string | null,
  at: Instant,
): Promise<{ placeId: string | null; waiting: WaitingPlace | null }> {
  if (placeId === null) return { placeId, waiting: null }
  const { wait, never } = await rulesOf(tx, author)
  const shown = await outside(tx, never, placeId)
  if (shown === null || wait === 'none') return { placeId: shown, waiting: null }
  return { placeId: null, waiting: { placeId: shown, due: dueFrom(at, wait) } }
}

const dueFrom = (published: Instant, wait: PlaceRules['wait']): Instant => after(published, DAYS[wait] * DAY)

/**
 * The place of a note after an edit by its author (`wanted` undefined: not touched): answers what stands on it now. One that waited
 * goes on waiting until the day that was said, whatever takes its turn; a new one waits from when the note was published. The row is locked.
 */
export async function placeAfterEdit(tx: Tx, { clock }: Ground, note: NoteRow, wanted: string | null | undefined): Promise<string | null> {
  const waiting = (await waitingPlaces(tx, [note.id])).get(note.id)
  const before = waiting?.placeId ?? note.placeId
  const { wait, never } = await rulesOf(tx, note.authorId)
  const given = wanted === undefined ? before : wanted
  const shown = given === null ? null : await outside(tx, never, given)
  if (shown === before) return note.placeId
  await dropWaiting(tx, note.id)
  const due = waiting?.due ?? dueFrom(note.publishedAt ?? note.createdAt, wait)
  // What is not published has not begun to wait.
  const isBegun = note.state !== 'processing' || due <= note.createdAt
  if (shown === null || (isBegun && due <= clock.now())) return shown
  await putWaiting(tx, note.id, { placeId: shown, due })
  return null
}

/** What waits for this note's author to know: the place as it will be shown, and from when. */
export async function placeLater(db: Reader, note: NoteRow): Promise<WaitingPlace | null> {
  const waiting = (await waitingPlaces(db, [note.id])).get(note.id)
  const placeId = waiting ? await shownPlace(db, note.authorId, waiting.placeId) : null
  return waiting && placeId ? { ...waiting, placeId } : null
}

/** Puts every place on its note whose day has come, each in a transaction of its own that tells the house: exactly once after any crash. */
export async function showDuePlaces(ground: Ground): Promise<void> {
  for (const id of await notesWithDuePlace(ground.db.q, ground.clock.now(), MOST_A_RUN)) await ground.db.transaction((tx) => showPlace(tx, ground, id))
}

async function showPlace(tx: Tx, { clock, outbox }: Ground, id: NoteId): Promise<void> {
  const note = await lockNote(tx, id)
  const waiting = (await waitingPlaces(tx, [id])).get(id)
  if (!note || !waiting || note.state === 'processing' || waiting.due > clock.now()) return
  await dropWaiting(tx, id)
  // It may have been kept back since.
  const placeId = await shownPlace(tx, note.authorId, waiting.placeId)
  if (placeId === null) return
  await updateNote(tx, id, { place_id: placeId })
  if (note.state === 'published') await outbox.announce(tx, 'note.edited', { noteId: id }, id)
}

/** A member's own rules; with `placeId` also how a note with that place will be shown. Throws Refusal `place-unknown`. */
export async function rulesFor({ db }: Ground, member: Member, placeId: string | null): Promise<z.output<typeof zPlaceRules>> {
  await checkPlace(db.q, placeId)
  const { wait, never } = await rulesOf(db.q, member.id)
  const shown = placeId === null ? null : await outside(db.q, never, placeId)
  const briefs = await placeBriefs(db.q, shown === null ? never : [...never, shown], member.locale)
  return { wait, never: never.flatMap((id) => briefs.get(id) ?? []), shownAs: briefs.get(shown ?? '') ?? null }
}

/** For notes from now on; what stands or waits already stays as it was said, until it is edited or due. Throws Refusal `place-unknown`. */
export async function changeRules(
  { db }: Ground,
  member: Member,
  { wait, never }: { wait?: PlaceRules['wait'] | undefined; never?: string[] | undefined },
): Promise<void> {
  const known = await placeBriefs(db.q, never ?? [], 'en')
  if (never?.some((id) => !known.has(id))) throw new Refusal('place-unknown', { field: 'never' })
  await putRules(db.q, member.id, { wait, never: never && [...new Set(never)] })
}
