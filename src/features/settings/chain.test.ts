import { expect, test } from 'vitest'
import { instant } from '#ground/clock/index.ts'
import { follows, hashOf, START_OF_CHAIN } from './chain.ts'

const row = {
  number: 1,
  at: instant('2026-03-01T12:00:00Z'),
  by: null,
  act: 'member.changed',
  subjectKind: 'actor',
  subjectId: 'x',
  facts: { role: 'admin', state: null },
  previousHash: START_OF_CHAIN,
}
const start = { number: 0, hash: START_OF_CHAIN }

test('a row follows the one before by number and hash, whatever order its facts come back in', () => {
  const whole = { ...row, hash: hashOf(row) }
  expect(follows(whole, start)).toBe(true)
  expect(follows({ ...whole, facts: { state: null, role: 'admin' } }, start)).toBe(true)
})

test('a changed fact, a changed hash and a missing row break the chain', () => {
  const whole = { ...row, hash: hashOf(row) }
  expect(follows({ ...whole, facts: { role: 'member', state: null } }, start)).toBe(false)
  expect(follows({ ...whole, hash: 'other' }, start)).toBe(false)
  expect(follows(whole, { number: 1, hash: START_OF_CHAIN })).toBe(false)
})
