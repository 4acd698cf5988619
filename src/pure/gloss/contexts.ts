/**
 * Readings that the words around decide. A rule holds when the text right before ends with one of `before` and the text right
 * after begins with one of `after` (a missing list always holds); the first rule that holds wins, and one without
 * lists is the ordinary reading. `pinyin` as in CC-CEDICT. Written for this project.
 */
export type ReadingRule = { word: string; pinyin: string; before?: readonly string[]; after?: readonly string[] }

const split = (words: string): string[] => words.split(' ')
const DEGREES = split('很 太 非常 特别 真 好 不 多 更 最 挺 还 像 有点 可 超 越来越 那么 这么')

export const readingRules: readonly ReadingRule[] = [
  { word: '还', pinyin: 'huan2', after: split('他的 她的 你的 我的 他们的 他书 你钱 我钱 他钱 她钱 给 钱 书 债 款 贷 清了 清债 账 掉 了') },
  { word: '东西', pinyin: 'dong1 xi1', before: split('分 跨 横贯') },
  { word: '东西', pinyin: 'dong1 xi1', after: split('方 部 向 两 南北 走向') },
  { word: '东西', pinyin: 'dong1 xi5' },
  { word: '为人', pinyin: 'wei2 ren2' },
  {
    word: '得',
    pinyin: 'dei3',
    before: split('我 你 他 她 们 都 也 就 还 总 必 非'),
    after: split('去 走 回 买 看 写 做 加 赶 早 先 把 给 花 等 学 准备 抓紧'),
  },
  { word: '得', pinyin: 'de5', after: DEGREES },
  { word: '长', pinyin: 'zhang3', after: split('得 大 高 成 出 胖 个 痘') },
  { word: '长', pinyin: 'chang2', before: DEGREES },
  { word: '教', pinyin: 'jiao1', after: split('大家 你 我 他 她 孩子 学生 书 会 人 英语 中文 小朋友 一') },
  { word: '好', pinyin: 'hao3' },
  { word: '都', pinyin: 'dou1' },
  { word: '了', pinyin: 'liao3', before: split('不 得') },
  { word: '了', pinyin: 'le5' },
  { word: '的', pinyin: 'de5' },
  { word: '着', pinyin: 'zhe5' },
  { word: '地', pinyin: 'de5', before: split('慢慢 静静 轻轻 好好 默默 疯狂 拼命 不停 开心') },
]
