import { describe, expect, test } from 'vitest'
import { EngineFault } from './engine.ts'
import { translateLines } from './fakes.harness.ts'
import { isConversion, opencc } from './opencc.ts'

const never = new AbortController().signal
const [HANS, HANT] = ['zh-Hans', 'zh-Hant']
const traditional = (lines: string[]) => translateLines(opencc, lines, HANS, HANT)
const simplified = (lines: string[]) => translateLines(opencc, lines, HANT, HANS)

describe('one simplified character that is several traditional ones', () => {
  test.each([
    ['头发很长，公司发展得快，换了发型', '頭髮很長，公司發展得快，換了髮型'],
    ['皇后在后面，以后再说', '皇后在後面，以後再說'],
    ['干杯！干燥的树干，干部不相干，若干年', '乾杯！乾燥的樹幹，幹部不相干，若干年'],
    ['家里到学校三公里，这里面有邻里', '家裡到學校三公里，這裡面有鄰里'],
    ['一只猫只有一个面包，面子和表面', '一隻貓只有一個麵包，面子和表面'],
    ['复杂的事反复了，答复我', '複雜的事反覆了，答覆我'],
    ['钟表和手表，代表钟爱', '鐘錶和手錶，代表鍾愛'],
    ['制造的制度，台风吹过台湾', '製造的制度，颱風吹過臺灣'],
    ['松树下放松，准备好标准', '松樹下放鬆，準備好標準'],
  ])('%s', async (hans, hant) => {
    expect(await traditional([hans])).toEqual([hant])
  })
})

test('characters that stay in simplified text stay: 乾隆, 瞭望, 著名', async () => {
  expect(await simplified(['乾隆皇帝的後面', '頭髮乾了', '著名的瞭望臺', '看著他做麵條'])).toEqual([
    '乾隆皇帝的后面',
    '头发干了',
    '著名的瞭望台',
    '看着他做面条',
  ])
})

test('what is called otherwise is called so, there and back; what only a computer calls so is left alone', async () => {
  expect(await traditional(['坐出租车看视频，网络很慢', '找对象，支持乐队，包罗万象', '新西兰的奶酪'])).toEqual([
    '坐計程車看影片，網路很慢',
    '找對象，支持樂隊，包羅萬象',
    '紐西蘭的乳酪',
  ])
  expect(await simplified(['在計程車上用滑鼠', '這部影片很好看', '與觀眾互動'])).toEqual(['在出租车上用鼠标', '这部影片很好看', '与观众互动'])
})

test('links, names, topics, emoji, code, markers and line order stay', async () => {
  const line = '和 @lin 在 https://example.org/头发?a=头发 看 #头发 🎸 `头发` 剪头发'
  expect(await traditional([line, '后来', line])).toEqual([
    '和 @lin 在 https://example.org/头发?a=头发 看 #头发 🎸 `头发` 剪頭髮',
    '後來',
    '和 @lin 在 https://example.org/头发?a=头发 看 #头发 🎸 `头发` 剪頭髮',
  ])
})

test('angle brackets, ampersands, Latin and kana stay; a text that is the same in both scripts is no rubbish', async () => {
  expect(await traditional(['后来 <3 & "愛" rock カラオケ', '你好'])).toEqual(['後來 <3 & "愛" rock カラオケ', '你好'])
})

test('10,000 characters come back whole, and so does nothing', async () => {
  const [said] = await traditional(['我们沿着河走了很久，然后吃了一碗很辣的面条。'.repeat(450)])
  expect(said === '我們沿著河走了很久，然後吃了一碗很辣的麵條。'.repeat(450)).toBe(true)
  expect(await opencc.translate([], HANS, HANT, never)).toEqual([])
})

test('it knows its two scripts and nothing else', async () => {
  expect([isConversion(HANS, 'zh-TW'), isConversion(HANT, 'zh-CN'), isConversion(HANS, HANS), isConversion('en', HANT), isConversion('ja', HANS)]).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
  await expect(opencc.translate(['hello'], 'en', HANT, never)).rejects.toThrow(EngineFault)
})
