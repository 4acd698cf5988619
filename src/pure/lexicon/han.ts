import shinjitaiTable from 'opencc-js/dict/JPShinjitaiCharacters'
import simplifiedTable from 'opencc-js/dict/STCharacters'
import traditionalTable from 'opencc-js/dict/TSCharacters'

function rowsOf(table: string): string[][] {
  return table.split('|').map((row) => row.split(' '))
}

const toSimplified = new Map(rowsOf(traditionalTable).map(([from = '', to = from]) => [from, to]))
// Simplified forms that also are ordinary traditional characters (皇后, 公里, 天干) tell nothing.
const AMBIGUOUS = new Set(
  '后里干台云松只谷丑卷曲斗困冲准范郁余制周胡须几折征吁吊咸舍杯才占叶仆朴辟岳帘注奸凶蔑霉托采叹扎游弥蒙涂局秋升栗御夸佣姜沈丰借出家志愿念咨淀灶症向千朱漓筑腊衅伙恤布表致系回面同合尽',
)
const onlySimplified = new Set(rowsOf(simplifiedTable).flatMap(([from = '']) => (AMBIGUOUS.has(from) || toSimplified.has(from) ? [] : [from])))
// 会, 国 and their like are Japanese and simplified Chinese alike, so they tell nothing about Japanese.
const chinese = new Set([...toSimplified.keys(), ...toSimplified.values(), ...rowsOf(simplifiedTable).map(([from = '']) => from)])
const onlyJapanese = new Set(rowsOf(shinjitaiTable).flatMap(([from = '']) => (chinese.has(from) ? [] : [from])))

/** Writes every traditional character of `text` in its simplified form, one by one (no phrases). Source: OpenCC. */
export function simplifyCharacters(text: string): string {
  let out = ''
  for (const ch of text) out += toSimplified.get(ch) ?? ch
  return out
}

const toTraditional = new Map(rowsOf(shinjitaiTable).map(([from = '', to = from]) => [from, to]))

/** A Japanese word as Chinese writes it, sign by sign: 図書館 → 图书馆. For dictionaries; the meaning may differ. Source: OpenCC. */
export const chineseForm = (word: string): string => simplifyCharacters([...word].map((ch) => toTraditional.get(ch) ?? ch).join(''))

/** Which writing a Han character belongs to; `shared` when it says nothing. */
export function hanVariant(ch: string): 'simplified' | 'traditional' | 'japanese' | 'shared' {
  if (onlySimplified.has(ch)) return 'simplified'
  if (toSimplified.has(ch) && toSimplified.get(ch) !== ch) return 'traditional'
  return onlyJapanese.has(ch) ? 'japanese' : 'shared'
}

// Everyday words of Chinese that Japanese does not write.
const CHINESE_WORDS = new Set('你您们這这吗嗎呢吧啊哪很她')

/** True of characters that tell Chinese from Japanese: forms that only one of them writes, and little words. */
export const isOnlyChinese = (ch: string): boolean => (onlySimplified.has(ch) && !toTraditional.has(ch)) || CHINESE_WORDS.has(ch)
