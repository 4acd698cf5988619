import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { wholeDictionary } from './dictionary.fixture.ts'
import { readingFor } from './read.ts'

const { segmenter, readings, known } = await wholeDictionary()

const rowsOf = (file: string): string[] =>
  readFileSync(new URL(`./gold/${file}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
const even = (_: string, i: number): boolean => i % 2 === 0
const odd = (_: string, i: number): boolean => i % 2 === 1
/** Which rows of what: rules are made for those that are seen, never for the others. */
const PARTS = [
  ['seen', '.tsv', even],
  ['held out', '.tsv', odd],
  ['written after the rules', '-later.tsv', () => true],
] as const
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

/** Where words begin and end, as `start-end`; punctuation does not count. */
function borders(words: readonly string[]): Set<string> {
  const found = new Set<string>()
  let at = 0
  for (const word of words) {
    if (/[\p{L}\p{N}]/u.test(word)) found.add(`${at}-${at + word.length}`)
    at += word.length
  }
  return found
}

const cut = (text: string): string[] => segmenter.segment(text, { known }).map((t) => t.text)

test.each(PARTS)('Chinese is cut into words: F1 of what is %s', (name, file, part) => {
  let [right, ours, gold] = [0, 0, 0]
  for (const row of rowsOf(`sentences${file}`).filter(part)) {
    const words = row.split('|')
    const [mine, theirs] = [borders(cut(words.join(''))), borders(words)]
    right += mine.intersection(theirs).size
    ours += mine.size
    gold += theirs.size
    if (process.env['GOLD'] && name !== 'held out' && mine.symmetricDifference(theirs).size > 0) console.log(`${row}\n${cut(words.join('')).join('|')}\n`)
  }
  const f1 = (2 * right) / (ours + gold)
  console.log(`segmentation, ${name}: F1 ${f1.toFixed(3)}, ${gold} words`)
  expect(f1).toBeGreaterThanOrEqual(0.93)
})

/** The reading that a tap on the character at `at` shows for it. */
function heardAt(text: string, at: number): string {
  const token = segmenter.segment(text, { known }).find((t) => t.start <= at && at < t.end)
  if (!token) return ''
  const syllables = readingFor(token.text, text, token.start, readings(token.text)).toLowerCase().split(' ')
  return syllables[at - token.start] ?? ''
}

test.each(PARTS)('characters of several readings, where they stand: what is %s', (name, file, part) => {
  const rows = rowsOf(`polyphones${file}`).filter(part)
  const wrong = rows.filter((row) => {
    const [marked = '', reading] = row.split('\t')
    const [before = '', at = '', after = ''] = marked.split(/[[\]]/)
    const heard = heardAt(before + at + after, before.length)
    const right = reading?.split('/').includes(heard) === true
    if (process.env['GOLD'] && name !== 'held out' && !right) console.log(row, heard)
    return !right
  })
  const share = 1 - wrong.length / rows.length
  console.log(`polyphones, ${name}: ${percent(share)} of ${rows.length}`)
  expect(share).toBeGreaterThanOrEqual(0.9)
})

test('ordinary words in their sentences are read right', () => {
  let [right, all] = [0, 0]
  for (const row of rowsOf('readings.tsv')) {
    const [text = '', words = ''] = row.split('\t')
    let from = 0
    for (const pair of words.split('|')) {
      const [word = '', ...syllables] = pair.split(' ')
      const at = text.indexOf(word, from)
      from = at + word.length
      const heard = readingFor(word, text, at, readings(word)).toLowerCase()
      all += 1
      if (syllables.join(' ').split('/').includes(heard)) right += 1
      else if (process.env['GOLD']) console.log(pair, heard, text)
    }
  }
  console.log(`ordinary words: ${percent(right / all)} of ${all}`)
  expect(all).toBeGreaterThanOrEqual(300)
  expect(right / all).toBeGreaterThanOrEqual(0.99)
})

test('words of the net and of scenes are known and come out whole', () => {
  const words = rowsOf('scene-words.tsv')
    .slice(1)
    .map((row) => row.split('\t')[0] ?? '')
  const missing = words.filter((word) => !known(word) || !cut(`今天聊聊${word}，大家怎么看`).includes(word))
  console.log(`scene words: ${words.length - missing.length} of ${words.length}; missing: ${missing.join(' ')}`)
  expect(words.length).toBe(100)
  expect(missing.length).toBeLessThanOrEqual(10)
})
