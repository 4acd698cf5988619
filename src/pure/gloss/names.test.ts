import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { wholeDictionary } from './dictionary.fixture.ts'
import { glossToken } from './gloss.ts'

const { segmenter, known, lookup } = await wholeDictionary()
const namesIn = (text: string): string[] => segmenter.segment(text, { known }).flatMap(({ text: word, form }) => (form?.isName ? [word] : []))

test.each([
  ['written before the rules', 'names.tsv', 70],
  ['written after them', 'names-later.tsv', 30],
])('names of people are known in sentences, and what begins like one is none: %s', (which, file, count) => {
  const rows = readFileSync(new URL(`./gold/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((row) => row.split('\t'))
  let [right, said, all] = [0, 0, 0]
  for (const [text = '', name = ''] of rows) {
    const heard = namesIn(text)
    right += heard.filter((one) => one === name).length
    said += heard.length
    all += name === '' ? 0 : 1
    if (process.env['GOLD'] && heard.join() !== name) console.log(text, heard)
  }
  console.log(`names, ${which}: ${right} of ${all} found, ${said - right} that are none, in ${rows.length} sentences`)
  expect(rows.length).toBe(count)
  expect(right / all).toBeGreaterThanOrEqual(0.8)
  expect(right / said).toBeGreaterThanOrEqual(0.85)
})

const tap = (text: string, at: string) => glossToken({ text, offset: text.indexOf(at), language: 'zh-Hans', lookup, segmenter })

test('a name is said and left alone; surnames are read as surnames', async () => {
  expect(await tap('昨天和王小明一起去看了演出', '小')).toMatchObject({ text: '王小明', reading: 'Wáng Xiǎomíng', senses: [], parts: [] })
  expect((await tap('曾雅琴唱得真好', '雅')).reading).toBe('Zēng Yǎqín')
  expect(await tap('王老师今天带我们画速写', '王')).toMatchObject({ text: '王', reading: 'Wáng', senses: [] })
  expect((await tap('王老师今天带我们画速写', '老')).senses[0]?.senses[0]).toBe('teacher')
})
