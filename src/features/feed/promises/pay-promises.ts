import { type Standing, standingsOf } from '#features/people/index.ts'
import type { Instant } from '#ground/clock/index.ts'
import type { Tx } from '#ground/database/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { isAcross } from '#pure/recommender/promises/due.ts'
import { mayPay, type Person } from '#pure/recommender/promises/kin.ts'
import { settle } from '#pure/recommender/promises/settle.ts'
import { type Payment, paidBy, paymentKey, writePayments } from '../queries/payments.ts'
import { lockOpen, marksOfPromises, type PromiseRow } from '../queries/promises.ts'

/** A note that a member really saw. */
export interface SeenNote {
  noteId: NoteId
  readerId: ActorId
  at: Instant
}

/**
 * Counts impressions towards what their notes are owed, in the transaction that records them: once a promise, reader and day (UTC), by people who
 * count and are no kin of the author. Sent again it changes nothing. Locks the promises until `tx` ends.
 */
export async function payPromises(tx: Tx, impressions: readonly SeenNote[]): Promise<void> {
  const floors = await lockOpen(
    tx,
    impressions.map(({ noteId }) => noteId),
  )
  if (floors.length === 0) return
  const ids = floors.map(({ id }) => id)
  const readers = impressions.map(({ readerId }) => readerId)
  const standings = await standingsOf(tx, [...floors.map(({ authorId }) => authorId), ...readers])
  const marks = await marksOfPromises(tx, ids)
  const paid = await paidBy(tx, ids, readers)
  const payments: Payment[] = []
  const after: PromiseRow[] = []
  for (const floor of floors) {
    const author = standings.get(floor.authorId)
    if (!author) continue
    const settled = settle(
      floor,
      able(floor, { ...personOf(floor.authorId, author), marks: [...author.marks, ...(marks.get(floor.id) ?? [])] }, impressions, standings, paid),
    )
    if (settled.paid.length === 0) continue
    payments.push(...settled.paid.map(({ readerId, seenAt, across }) => ({ promiseId: floor.id, readerId, at: seenAt, across })))
    after.push({ ...floor, ...settled.floor })
  }
  if (payments.length > 0) await writePayments(tx, payments, after)
}

export const personOf = (id: ActorId, { joinedAt, invitedBy, inviterJoinedAt, marks }: Standing): Person => ({
  id,
  joinedAt: joinedAt.getTime(),
  invitedBy,
  inviterJoinedAt: inviterJoinedAt?.getTime() ?? null,
  marks,
})

/** Impressions of this note that may count and did not yet, the first of each reader and day. */
function able(floor: PromiseRow, author: Person, impressions: readonly SeenNote[], standings: Map<ActorId, Standing>, paid: ReadonlySet<string>) {
  const firsts = new Map<string, { reader: string; readerId: ActorId; at: number; seenAt: Instant; across: boolean }>()
  for (const { noteId, readerId, at } of impressions) {
    const reader = standings.get(readerId)
    const key = paymentKey(floor.id, readerId, at)
    if (noteId !== floor.noteId || !reader || paid.has(key) || !mayPay(author, personOf(readerId, reader), at.getTime())) continue
    const first = firsts.get(key)
    if (first && first.seenAt <= at) continue
    firsts.set(key, { reader: readerId, readerId, at: at.getTime(), seenAt: at, across: isAcross(new Set(reader.reads), floor.language) })
  }
  return [...firsts.values()]
}
