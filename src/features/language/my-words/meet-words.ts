import { instant } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import { type Meeting, meet } from '#pure/gloss/meet-again.ts'
import type { DueWord } from '../layer.ts'
import { dueBefore, lockWords, remember } from '../queries/saved-words.ts'

/** A member's words that are due, those that wait longest first. */
export const dueWords = ({ db, clock }: Ground, member: Member, limit: number): Promise<DueWord[]> => dueBefore(db.read(), member.id, clock.now(), limit)

const DAY = 86_400_000

/** Notes that these words were met; those that are not the member's are passed over. Answers in how many days each comes back, null: it rests. */
export function meetWords({ db, clock }: Ground, member: Member, ids: readonly string[], how: Meeting): Promise<{ id: string; days: number | null }[]> {
  return db.transaction(async (tx) => {
    const now = clock.now()
    const rows = await lockWords(tx, member.id, ids)
    const met = rows.map(({ id, step, dueAt, meetings }) => ({ id, ...meet({ step, due: dueAt?.getTime() ?? null, meetings }, how, now.getTime()) }))
    await remember(
      tx,
      met.map(({ due, ...row }) => ({ ...row, due: due === null ? null : instant(due) })),
    )
    return met.map(({ id, due }) => ({ id, days: due === null ? null : Math.max(0, Math.ceil((due - now.getTime()) / DAY)) }))
  })
}
