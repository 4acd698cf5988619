import { expect, test } from 'vitest'
import { ankiLines, type Card } from './anki.ts'

const card = (more: Partial<Card> = {}): Card => ({
  headword: '加油',
  reading: 'jiāyóu',
  senses: ['to cheer on', 'to refuel'],
  sentence: '加油！',
  language: 'zh-Hans',
  link: null,
  ...more,
})
const line = (more: Partial<Card>) => [...ankiLines([card(more)])][1]

test('a header that Anki reads, then a line a card', () => {
  expect([...ankiLines([card()])].join('')).toBe(
    '#separator:tab\n#html:false\n#columns:Word\tReading\tMeanings\tSentence\tLanguage\tLink\n加油\tjiāyóu\tto cheer on; to refuel\t加油！\tzh-Hans\t\n',
  )
})

test('no field can break its line, open a quotation or begin a comment', () => {
  expect(line({ sentence: 'two\nlines\tand a tab' })).toContain('\ttwo lines and a tab\t')
  expect(line({ headword: '#punk' })).toMatch(/^"#punk"\t/)
  expect(line({ sentence: 'she said "no"' })).toContain('\t"she said ""no"""\t')
})
