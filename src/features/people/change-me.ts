import { isTaken } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Call } from '#ground/http/route.ts'
import type { Member } from '#ground/http/viewer.ts'
import { Refusal } from '#pure/problem/index.ts'
import './events.ts'
import { checkEmail } from './email.ts'
import { enqueueLetter } from './letters.ts'
import { canonical, checkTimeZone, type ReaderSettings } from './member.ts'
import { proveSelf } from './prove.ts'
import { memberById, settingsOf, updateMember } from './queries/members.ts'

export interface MeChange {
  locale?: string | undefined
  reads?: string[] | undefined
  writes?: string[] | undefined
  timeZone?: string | undefined
  settings?: { [K in keyof ReaderSettings]?: ReaderSettings[K] | undefined } | undefined
}

/** Languages, time zone and settings of one's own pages. Throws Refusal `time-zone`, `language-unknown`. */
export async function changeMe({ db, outbox }: Ground, member: Member, change: MeChange): Promise<void> {
  if (change.timeZone !== undefined) checkTimeZone(change.timeZone)
  await db.transaction(async (tx) => {
    const row = await memberById(tx, member.id)
    if (!row) return
    const given = Object.fromEntries(Object.entries(change.settings ?? {}).filter(([, value]) => value !== undefined))
    await updateMember(tx, member.id, {
      ...(change.locale === undefined ? {} : { locale: change.locale }),
      ...(change.reads === undefined ? {} : { reads: canonical(change.reads, 'reads') }),
      ...(change.writes === undefined ? {} : { writes: canonical(change.writes, 'writes') }),
      ...(change.timeZone === undefined ? {} : { time_zone: change.timeZone }),
      settings: JSON.stringify({ ...settingsOf(row), ...given }),
    })
    await outbox.announce(tx, 'actor.changed', { actorId: member.id }, member.id)
  })
}

/**
 * Asks for another address. With mail it stays pending until its letter is answered; without, it changes at once.
 * Throws Refusal of proveSelf, `email-form`, `email-taken` (only without mail).
 */
export async function changeEmail(
  ground: Ground,
  member: Member,
  { email, password }: { email: string; password?: string | undefined },
  call: Call,
): Promise<void> {
  const { db, clock, mail } = ground
  const address = checkEmail(email)
  await proveSelf(ground, member, password, call)
  if (mail.available) {
    await db.transaction(async (tx) => {
      await updateMember(tx, member.id, { pending_email: address })
      await enqueueLetter(ground, tx, { kind: 'confirm', actorId: member.id })
    })
    return
  }
  try {
    await db.transaction((tx) => updateMember(tx, member.id, { email: address, email_confirmed_at: clock.now() }))
  } catch (error) {
    if (isTaken(error, 'members_email')) throw new Refusal('email-taken', { field: 'email' })
    throw error
  }
}
