import { placeName } from '#features/settings/index.ts'
import { after, DAY, HOUR, MINUTE } from '#ground/clock/index.ts'
import type { Reader } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import { type ActorId, fingerprint } from '#ground/ids/index.ts'
import type { Job } from '#ground/jobs/index.ts'
import { say } from '#pure/words/index.ts'
import { deleteMailToken, insertMailToken, liveMailTokens } from './queries/mail-tokens.ts'
import { type MemberRow, memberByEmail, memberById } from './queries/members.ts'

/**
 * What is to be written, not the letter itself: who it goes to is decided when it is sent, and its token is made then,
 * so no queue ever holds a secret and a request does the same work whether an address is known or not (security A2).
 */
export type LetterInput =
  | { kind: 'confirm' | 'approved'; actorId: ActorId }
  | { kind: 'reset'; email: string }
  | { kind: 'address-changed'; actorId: ActorId; email: string }

export const LETTER_JOB = 'people.send-letter'
const MOST_LIVE = 3
const RESET_MINUTES = 30
const CONFIRM_DAYS = 3

export async function enqueueLetter({ jobs, mail }: Pick<Ground, 'jobs' | 'mail'>, db: Reader, letter: LetterInput): Promise<void> {
  if (mail.available) await jobs.enqueue(db, LETTER_JOB, letter)
}

/** One at a time: a slow mail server must not let a whole batch run out, whose letters would all be sent again. */
export const letterJob = (ground: Ground): Job<LetterInput> => ({ name: LETTER_JOB, batch: 1, run: (input) => sendLetter(ground, input) })

async function sendLetter(ground: Ground, input: LetterInput): Promise<void> {
  if (!ground.mail.available) return
  if (input.kind === 'reset') return sendReset(ground, input.email)
  const member = await memberById(ground.db.q, input.actorId)
  if (!member) return
  if (input.kind === 'confirm') return sendConfirm(ground, member)
  if (input.kind === 'address-changed') return write(ground, member, input.email, 'address-changed', {})
  const to = member.email ?? member.pendingEmail
  // An address that is not confirmed may be someone else's.
  if (to && (member.email || !(await memberByEmail(ground.db.q, to)))) await write(ground, member, to, 'approved', { link: `${ground.config.origin}/sign-in` })
}

async function sendReset(ground: Ground, email: string): Promise<void> {
  const member = await memberByEmail(ground.db.q, email)
  if (!member?.email || (member.state !== 'active' && member.state !== 'waiting')) return
  await writeReset(ground, member, member.email, 'reset')
}

/** To the address that was asked for; when it is another member's already, they are told instead. */
async function sendConfirm(ground: Ground, member: MemberRow): Promise<void> {
  if (!member.pendingEmail) return
  const owner = await memberByEmail(ground.db.q, member.pendingEmail)
  if (owner && owner.id !== member.id) {
    if (owner.email) await writeReset(ground, owner, owner.email, 'taken')
    return
  }
  const to = member.pendingEmail
  await withToken(ground, member, { purpose: 'confirm', email: to, ms: CONFIRM_DAYS * DAY }, (token) =>
    write(ground, member, to, 'confirm', { link: `${ground.config.origin}/confirm-email/${token}`, hours: (CONFIRM_DAYS * DAY) / HOUR }),
  )
}

const writeReset = (ground: Ground, member: MemberRow, to: string, letter: 'reset' | 'taken'): Promise<void> =>
  withToken(ground, member, { purpose: 'reset', email: to, ms: RESET_MINUTES * MINUTE }, (token) =>
    write(ground, member, to, letter, { link: `${ground.config.origin}/reset-password/${token}`, minutes: RESET_MINUTES }),
  )

/** 128 bits, kept as a fingerprint, and only when the letter went out; nothing is sent when this address has had enough letters of the kind. */
async function withToken(
  { db, ids, clock }: Ground,
  member: MemberRow,
  { purpose, email, ms }: { purpose: 'confirm' | 'reset'; email: string; ms: number },
  send: (token: string) => Promise<void>,
): Promise<void> {
  const now = clock.now()
  if ((await liveMailTokens(db.q, member.id, purpose, email, now)) >= MOST_LIVE) return
  const token = ids.secret(16)
  const hash = fingerprint(token)
  // Before the letter: its link must work at once.
  await insertMailToken(db.q, { hash, actor_id: member.id, purpose, email, expires_at: after(now, ms) })
  try {
    await send(token)
  } catch (error) {
    await deleteMailToken(db.q, hash)
    throw error
  }
}

async function write({ mail, db }: Ground, member: MemberRow, to: string, letter: string, facts: Record<string, string | number>): Promise<void> {
  const all = { ...facts, place: await placeName(db.q), handle: member.handle }
  await mail.send({ to, subject: say(member.locale, `letter.${letter}.subject`, all), text: say(member.locale, `letter.${letter}.text`, all) })
}
