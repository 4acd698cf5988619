import { expect, test } from 'vitest'
import { hiraganaOf, romajiOf } from './romaji.ts'

test.each([
  ['トーキョー', 'tōkyō'],
  ['ガッコー', 'gakkō'],
  ['マッチャ', 'matcha'],
  ['シンイチ', "shin'ichi"],
  ['シンブン', 'shinbun'],
  ['オモウ', 'omou'],
  ['ジュギョー', 'jugyō'],
  ['フジサン', 'fujisan'],
  ['ツヅク', 'tsuzuku'],
  ['パーティー', 'pātī'],
  ['チェック', 'chekku'],
  ['ファン', 'fan'],
  ['ウィーク', 'wīku'],
  ['しゅくだい', 'shukudai'],
  ['ｺｰﾋｰ', 'kōhī'],
  ['東京', ''],
])('%s is written %s', (kana, latin) => expect(romajiOf(kana)).toBe(latin))

test('katakana become hiragana, and nothing else does', () => expect(hiraganaOf('タベル ー abc 東')).toBe('たべる ー abc 東'))
