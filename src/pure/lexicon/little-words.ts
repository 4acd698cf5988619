/** Words that tie others together and say nothing alone, in the languages that questions are asked in most. Written for this project. */
const LITTLE = new Set(
  `a an the of in on at to for with and or my our your from by about is are how
  el la los las un una unos unas de del en con y o para por mi tu su al que como
  le les des du et ou dans avec pour sur mon ma au aux
  的 了 在 和 与 跟 是 吗 呢 把 被 也 都 有 着 地 得 一个 怎么 什么
  の を に は が と で へ も や から まで について`.split(/\s+/),
)

/** Whether a folded word of a question may be left out. */
export const isLittleWord = (word: string): boolean => LITTLE.has(word)
