import { expect, test } from 'vitest'
import { indexTerms, queryTerms } from './terms.ts'

/** True when a text with these terms answers the query. */
function finds(query: string, text: string): boolean {
  const terms = indexTerms(text)
  const { all, prefix } = queryTerms(query)
  return all.every((t) => terms.includes(t)) && (prefix === undefined || terms.some((t) => t.startsWith(prefix)))
}

test.each([
  ['朋克乐队', '周末的朋克 乐队'],
  ['朋克乐队', '龐克？不，朋克樂隊'],
  ['樂隊', '乐队'],
  ['燥', '太燥了'],
  ['音乐会', '昨天的音乐会'],
  ['盯鞋', '盯鞋乐队'],
  ['post-punk', 'Post-Punk night'],
  ['postpunk ', 'Post-Punk night'],
  ['post pun', 'post punk'],
  ['ete', "l'été"],
  ['ハードコア', 'ﾊｰﾄﾞｺｱ'],
  ['펑크', '오늘은펑크다'],
  ['بانك', 'بَانْك'],
  ['ёлка', 'елка'],
])('%s finds %s', (query, text) => {
  expect(finds(query, text)).toBe(true)
})

test.each([
  ['盯鞋', '盯着他的鞋'],
  ['乐队', '队乐'],
  ['乐队', '快乐的队伍'],
  ['punk rock', 'punk'],
  ['cat ', 'category'],
])('%s does not find %s', (query, text) => {
  expect(finds(query, text)).toBe(false)
})

test('the shape of terms', () => {
  expect(indexTerms('朋克 Post-Punk')).toEqual(['朋', '克', '朋克', 'post', 'punk', 'postpunk'])
  expect(queryTerms('朋克乐队')).toEqual({ all: ['朋克', '乐队'] })
  expect(queryTerms('音乐会')).toEqual({ all: ['音乐', '乐会'] })
  expect(queryTerms('post pu')).toEqual({ all: ['post'], prefix: 'pu' })
  expect(queryTerms('')).toEqual({ all: [] })
  expect(queryTerms('看展览馆', (t) => [t])).toEqual({ all: ['看展', '展览', '览馆'] })
})

test('never more than four thousand', () => {
  const many = Array.from({ length: 9000 }, (_, i) => `w${i}`).join(' ')
  expect(indexTerms(many)).toHaveLength(4000)
})

test.each(['a', ' ', '<', '乐', '朋克', 'a-', "a'", '\u0301'])('100 KB of %j end', (unit) => {
  const long = unit.repeat(100_000 / unit.length)
  expect(indexTerms(long).length).toBeLessThanOrEqual(4000)
  expect(queryTerms(long).all.length).toBeLessThanOrEqual(4000)
})
