import { expect, test } from 'vitest'
import { CSV_HEAD, csvOf, type LedgerLine } from './ledger.ts'

const line: LedgerLine = {
  kind: 'newcomer',
  state: 'open',
  noteId: 'n1',
  owed: 100,
  owedAcross: 0,
  given: 5,
  givenAcross: 2,
  madeOn: '2026-03-01',
  dueOn: '2026-03-11',
  closedOn: null,
  days: [
    { day: '2026-03-01', given: 4, givenAcross: 2 },
    { day: '2026-03-02', given: 1, givenAcross: 0 },
  ],
}

test('the table has a line for each promise and day, whose sums are those of the promise', () => {
  const rows = csvOf(line).trimEnd().split('\r\n')
  expect(rows).toEqual(['n1,newcomer,open,100,0,2026-03-01,2026-03-11,,2026-03-01,4,2', 'n1,newcomer,open,100,0,2026-03-01,2026-03-11,,2026-03-02,1,0'])
  expect(rows[0]?.split(',')).toHaveLength(CSV_HEAD.trimEnd().split(',').length)
})

test('a promise that was given nothing, for a note that is gone, stands there too', () => {
  expect(csvOf({ ...line, noteId: null, state: 'void', closedOn: '2026-03-02', days: [] })).toBe(
    ',newcomer,void,100,0,2026-03-01,2026-03-11,2026-03-02,,0,0\r\n',
  )
})
