/** A promise as everybody may read it. */
export interface LedgerLine {
  kind: string
  state: 'open' | 'paid' | 'expired' | 'void'
  /** Null: not for everybody any more. */
  noteId: string | null
  owed: number
  owedAcross: number
  given: number
  givenAcross: number
  /** Days, UTC: `2026-11-23`. */
  madeOn: string
  dueOn: string
  closedOn: string | null
  days: { day: string; given: number; givenAcross: number }[]
}

const COLUMNS = ['note', 'kind', 'state', 'owed', 'owed_across', 'made_on', 'due_on', 'closed_on', 'day', 'given', 'given_across']
export const CSV_HEAD = `${COLUMNS.join(',')}\r\n`

/** One line a promise and day, one for a promise without any (RFC 4180). Nothing in it needs quotes. */
export function csvOf({ days, ...one }: LedgerLine): string {
  const about = [one.noteId ?? '', one.kind, one.state, one.owed, one.owedAcross, one.madeOn, one.dueOn, one.closedOn ?? '']
  const given = days.length > 0 ? days : [{ day: '', given: 0, givenAcross: 0 }]
  return given.map((day) => `${[...about, day.day, day.given, day.givenAcross].join(',')}\r\n`).join('')
}
