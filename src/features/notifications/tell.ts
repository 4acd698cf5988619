import { activeMutes, isBlocked } from '#features/graph/index.ts'
import { memberById } from '#features/people/index.ts'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader } from '#ground/database/index.ts'
import { type Ground, isReadable, type Subject } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { NoticeName } from './notice.ts'
import { mutedKinds } from './queries/mutes.ts'
import { addToNotice } from './queries/notices.ts'

export interface Told {
  member: ActorId
  kind: NoticeName
  subject: Subject
  actor: ActorId
  /** People who did the same under one key share one notice. */
  key: string
  at: Instant
}

/**
 * Tells a member what somebody did, once however often it is called. Nothing happens when they did it themselves, have blocked or muted
 * that person (or were blocked) or this kind, may not read what it is about, or are no active member here.
 */
export async function tell(ground: Ground, { member, actor, subject, ...told }: Told): Promise<void> {
  const { db, house, ids, live, clock } = ground
  if (actor === member) return
  if ((await mutedKinds(db.q, member)).has(told.kind)) return
  const reader = await readerNow(db.q, member)
  if (!reader || !(await isReadable(house, db.q, reader, subject))) return
  if ((await isBlocked(db.q, member, actor)) || (await activeMutes(db.q, member, clock.now())).persons.has(actor)) return
  await db.transaction(async (tx) => {
    const id = await addToNotice(tx, { ...told, id: ids.next(), member, actor, subject })
    if (id) await live.tell(tx, member, { kind: 'notice', data: { id, kind: told.kind } })
  })
}

/** The member as a viewer of what notices are about; undefined when not active here. */
async function readerNow(db: Reader, id: ActorId): Promise<Member | undefined> {
  const row = await memberById(db, id)
  if (row?.state !== 'active') return undefined
  const { handle, role, locale, reads, minor } = row
  return { kind: 'member', id, handle, role, locale, reads, minor, scopes: new Set(), confirmed: true, sessionId: null, strong: false }
}
