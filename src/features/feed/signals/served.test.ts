import { expect, test } from 'vitest'
import { instant } from '#ground/clock/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { LONGEST_STAY, SURFACES, stayOf } from './kinds.ts'
import { MOST_TOKEN_CHARACTERS, open, type Served, seal } from './served.ts'

const idOf = <T extends string>(n: number): T => `0192f000-0000-7000-8000-${String(n).padStart(12, '0')}` as T
const page = (count: number, surface: (typeof SURFACES)[number] = 'discover'): Served => ({
  reader: idOf<ActorId>(999),
  at: instant('2026-03-01T12:00:00Z'),
  surface,
  notes: Array.from({ length: count }, (_, slot) => ({ id: idOf<NoteId>(slot), propensity: slot % 2 === 0 ? null : 1 / (slot + 1) })),
})

test('a token says again what was sealed, for every surface and length of a page', () => {
  for (const surface of SURFACES)
    for (const count of [1, 12, 48, 80]) {
      const given = page(count, surface)
      const token = seal('key', given)
      expect(token.length).toBeLessThanOrEqual(MOST_TOKEN_CHARACTERS)
      const opened = open('key', token)
      expect(opened).toMatchObject({ reader: given.reader, at: given.at, surface })
      expect(opened?.notes.map(({ id }) => id)).toEqual(given.notes.map(({ id }) => id))
      for (const [slot, { propensity }] of given.notes.entries())
        if (propensity === null) expect(opened?.notes[slot]?.propensity).toBeNull()
        else expect(opened?.notes[slot]?.propensity).toBeCloseTo(propensity, 4)
    }
})

test('a page of twelve is short', () => {
  expect(seal('key', page(12)).length).toBeLessThan(400)
})

test('a small chance is never none', () => {
  const given = { ...page(1), notes: [{ id: idOf<NoteId>(1), propensity: 1e-9 }] }
  expect(open('key', seal('key', given))?.notes[0]?.propensity).toBeGreaterThan(0)
})

test('no character of a token can be changed, cut, added or taken from another', () => {
  const token = seal('key', page(3))
  for (let i = 0; i < token.length; i += 1) {
    // The last character of a group holds bits that nothing reads: the seal is over the text, so that it counts too.
    const other = token[i] === 'A' ? 'B' : 'A'
    expect(open('key', token.slice(0, i) + other + token.slice(i + 1)), `character ${i}`).toBeNull()
    expect(open('key', token.slice(0, i)), `cut at ${i}`).toBeNull()
  }
  const [mine = '', seals = ''] = token.split('.')
  const [theirs = ''] = seal('key', { ...page(3), reader: idOf<ActorId>(5) }).split('.')
  for (const forged of [`${theirs}.${seals}`, `${mine}.`, mine, `.${seals}`, '', '.', `${token}.${seals}`, `${token}A`, `${token}${'A'.repeat(5_000)}`, '\0'])
    expect(open('key', forged), forged).toBeNull()
  expect(open('another key', token)).toBeNull()
})

test('stays are told apart coarsely, up to two minutes', () => {
  expect([0, 2, 3, 9, 10, 29, 45, 60, 119, 120, 86_400].map(stayOf)).toEqual([0, 0, 3, 3, 10, 10, 30, 60, 60, LONGEST_STAY, LONGEST_STAY])
})
