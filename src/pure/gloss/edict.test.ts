import { expect, test } from 'vitest'
import { parseEdictLine } from './edict.ts'

const entry = (word: string, kana: string, senses: string[], isCommon = false) => ({ word, kana, senses, isCommon })

test('a line of EDICT, of EDICT2, and one in kana alone', () => {
  expect(parseEdictLine('食べる [たべる] /(v1,vt) (1) to eat/(2) to live on (e.g. a salary)/to live off/(P)/')).toEqual([
    entry('食べる', 'たべる', ['to eat', 'to live on (e.g. a salary); to live off'], true),
  ])
  expect(parseEdictLine('刺繍(P);刺しゅう;刺繡(oK) [ししゅう] /(n,vs,adj-no) embroidery/(P)/EntL1307470X/')).toEqual([
    entry('刺繍', 'ししゅう', ['embroidery'], true),
    entry('刺しゅう', 'ししゅう', ['embroidery'], true),
    entry('刺繡', 'ししゅう', ['embroidery'], true),
  ])
  expect(parseEdictLine('ラーメン /(n) (uk) ramen/Chinese-style noodles/EntL1136500X/')).toEqual([entry('ラーメン', '', ['ramen; Chinese-style noodles'])])
})

test('readings belong to the writings they name', () => {
  expect(parseEdictLine('明日;翌日 [あした(明日);よくじつ(翌日)] /(n-t) the next day/')).toEqual([
    entry('明日', 'あした', ['the next day']),
    entry('翌日', 'よくじつ', ['the next day']),
  ])
})

test('notes in words stay, signs go', () => {
  expect(parseEdictLine('行く [いく] /(v5k-s,vi) (1) (uk) to go (towards)/(2) {comp} to proceed (a step)/')?.[0]?.senses).toEqual([
    'to go (towards)',
    '{comp} to proceed (a step)',
  ])
})

test('what is no entry is none', () => {
  for (const line of [
    '',
    '食べる',
    '食べる [たべる]',
    '食べる [たべる] //',
    '\uFFFDべる [たべる] /to eat/',
    '[] /x/',
    '食べる [たべる /to eat/',
    '食べる /(P)/',
  ]) {
    expect(parseEdictLine(line), line).toBeUndefined()
  }
})
