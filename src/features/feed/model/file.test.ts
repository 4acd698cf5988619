import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readModel, versionsIn, writeModel } from './file.ts'

const folder = mkdtempSync(join(tmpdir(), 'commonplace-model-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const shared = (values: readonly number[]) => {
  const numbers = new Float32Array(new SharedArrayBuffer(4 * values.length))
  numbers.set(values)
  return numbers
}
const VALUE = { items: 3, words: ['a', '纸'], rows: { small: Int8Array.of(-1, 2, 3), wide: shared([0.5, -2]) }, none: null, empty: new Uint32Array(0) }

test('a model comes back as it was written, in shared memory', () => {
  writeModel(folder, 5, VALUE)
  const read = readModel(folder, 5) as typeof VALUE
  expect(read).toEqual(VALUE)
  expect(read.rows.wide.buffer).toBeInstanceOf(SharedArrayBuffer)
})

test('the newest stands alone, without what a killed training left', () => {
  writeFileSync(join(folder, 'model-0000000000000007.bin.part'), 'half')
  writeModel(folder, 8, VALUE)
  expect(versionsIn(folder)).toEqual([8])
  expect(readdirSync(folder)).toHaveLength(1)
  expect(readModel(folder, 5)).toBeNull()
})

test.each([
  [
    'a byte that changed',
    (path: string) =>
      writeFileSync(
        path,
        readFileSync(path).map((byte, at) => (at === 70 ? byte ^ 1 : byte)),
      ),
  ],
  ['a file cut short', (path: string) => truncateSync(path, 60)],
  ['an empty file', (path: string) => truncateSync(path, 0)],
  ['another form', (path: string) => writeFileSync(path, 'something else that is long enough to be read as if it were a model, and is none')],
])('%s is no model', (_, harm) => {
  writeModel(folder, 9, VALUE)
  harm(join(folder, 'model-0000000000000009.bin'))
  expect(readModel(folder, 9)).toBeNull()
})

test('a folder that is not there has none', () => {
  expect(versionsIn(join(folder, 'nowhere'))).toEqual([])
})
