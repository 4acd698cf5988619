import { expect, test } from 'vitest'
import { foldLabel, foldLabelLoose, stripAccents } from './fold.ts'

test.each([
  ['＃Post-Punk', 'postpunk'],
  ['post punk', 'postpunk'],
  ['ПОСТ‑панк', 'постпанк'],
  ['Ёлка', 'елка'],
  ['ﾊｰﾄﾞ・ｺｱ', 'ハードコア'],
  ['بَانْــك', 'بانك'],
  ['أدب', 'ادب'],
  ['#朋克', '朋克'],
  ['Été', 'été'],
  ['', ''],
])('%s → %s', (label, key) => {
  expect(foldLabel(label)).toBe(key)
})

test('the long mark of katakana tells words apart', () => {
  expect(foldLabel('ビル')).not.toBe(foldLabel('ビール'))
})

test('the second try', () => {
  expect(foldLabelLoose('Été')).toBe('ete')
  expect(foldLabelLoose('後龐克 樂隊')).toBe('后庞克乐队')
  expect(foldLabelLoose('ガラス')).toBe('ガラス')
  expect(stripAccents('Ærø łódź й')).toBe('Ærø łodz й'.replace('ø', 'o').replace('ł', 'l'))
})
