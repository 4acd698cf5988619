import { expect, test } from 'vitest'
import { protect } from './protect.ts'

const text = '@mei 周末去 #朋克 现场吗？人均50块 🎸🔥 https://example.org/a'

test('the engine sees no span', () => {
  const { masked } = protect(text)
  expect(masked).toBe('[[x0]] 周末去 [[x1]] 现场吗？人均[[x2]]块 [[x3]] [[x4]]')
})

test.each([
  ['as it was', (m: string) => m],
  ['added spaces', (m: string) => m.replace(/\[\[x(\d)\]\]/g, '[ [ x $1 ] ]')],
  ['upper case', (m: string) => m.toUpperCase()],
  ['full width', (m: string) => m.replace(/\[\[x(\d)\]\]/g, '［［ｘ$1］］')],
  ['one bracket', (m: string) => m.replace(/\[\[x(\d)\]\]/g, '[X$1]')],
  ['Chinese brackets', (m: string) => m.replace(/\[\[x(\d)\]\]/g, '【【x$1】】')],
  ['Arabic digits', (m: string) => m.replace(/\[\[x(\d)\]\]/g, (_, d: string) => `[[x${String.fromCharCode(0x660 + Number(d))}]]`)],
])('%s: comes back', (_name, engine) => {
  const { masked, restore } = protect(text)
  expect(restore(engine(masked))).toEqual({ text, intact: true })
})

test('order may change', () => {
  expect(protect('a @b c #d').restore('[[x1]] und [[x0]]')).toEqual({ text: '#d und @b', intact: true })
})

test.each([
  ['lost', 'nur [[x0]]', 'nur @b'],
  ['doubled', '[[x0]] [[x0]] [[x1]]', '@b @b #d'],
  ['invented', '[[x0]] [[x1]] [[x7]]', '@b #d '],
])('%s: says so', (_name, translated, expected) => {
  expect(protect('a @b c #d').restore(translated)).toEqual({ text: expected, intact: false })
})

test('a text that looks like a placeholder stays itself', () => {
  const { masked, restore } = protect('write [[x9]] to @a')
  expect(restore(masked)).toEqual({ text: 'write [[x9]] to @a', intact: true })
})

test.each(['[', '[[x', '[ ', '@a ', '1 '])('100 KB of %j end', (unit) => {
  const long = unit.repeat(100_000 / unit.length)
  const { masked, restore } = protect(long)
  expect(restore(masked)).toEqual({ text: long, intact: true })
})
