import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packIds, Rows } from './rows.ts'

test('every id has its row and every row its id, those that came later after the others', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 40 }), fc.uniqueArray(fc.uuid(), { maxLength: 10 }), (given, later) => {
      const sorted = given.toSorted()
      const rows = new Rows(packIds(sorted))
      for (const [at, id] of sorted.entries()) expect([rows.of(id), rows.idAt(at)]).toEqual([at, id])
      for (const id of later) {
        const row = rows.take(id)
        expect([rows.take(id), rows.of(id), rows.idAt(row)]).toEqual([row, row, id])
        expect(row >= sorted.length).toBe(!sorted.includes(id))
      }
      expect(rows.count).toBe(new Set([...sorted, ...later]).size)
      expect(rows.of('00000000-0000-7000-8000-000000000000')).toBe(-1)
    }),
  )
})
