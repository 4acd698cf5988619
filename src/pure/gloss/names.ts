/** Names of people in Chinese text, which no dictionary should take apart. */

const SURNAMES = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹易武乔贺赖龚文庞樊兰殷施陶翟颜倪严牛温季俞章鲁葛伍韦申尤毕聂焦柳邢岳齐梅莫庄辛祝左涂祁舒耿牟詹关苗凌费纪靳盛童欧甄项曲游裴席卫屈鲍霍翁隋甘柏宁柯阮桂闵柴冉',
)
const TWO_SIGNS = new Set(['欧阳', '上官', '司马', '诸葛', '皇甫', '慕容', '司徒', '令狐', '尉迟', '夏侯'])
// Said after a surname they make it one: 王老师. 高 and 金 are words too, but not before these.
const TITLES = new Set(['老师', '先生', '女士', '小姐', '同学', '医生', '大夫', '阿姨', '叔叔', '师傅', '教授', '老板', '经理', '爷爷', '奶奶', '大爷', '大妈'])

// Surnames that are as often words: 高, 白. Before a word that is a name too (海燕) they are no surname by that alone.
const WORDS_TOO = new Set('高白黄金石江何马牛方夏任严温安万于成向明常曲单甘古')
// 三张海报 is not about somebody called 张.
const COUNTED = /[一二三四五六七八九十两几这那每半多某\d]$/u
// Signs of names that behind a surname alone are more often something else: 林里.
const LOOSE = new Set('上下里中内外前后来去有在是不又也都就的了着过得吗呢吧')

/** How many signs of a name are the surname; 0: it begins with none. */
export function surnameIn(text: string): number {
  if (TWO_SIGNS.has(text.slice(0, 2))) return 2
  return SURNAMES.has(text.charAt(0)) ? 1 : 0
}

/** A full name as counted in a corpus, where it can be one by its form. */
export const givenIn = (name: string): string | undefined => {
  const surname = surnameIn(name)
  const given = name.slice(surname)
  return surname > 0 && (given.length === 1 || given.length === 2) ? given : undefined
}

/** A word, and whether it names somebody. */
export interface Cut {
  text: string
  isName: boolean
}
interface Heard {
  /** The same text as statistics cut it, with words that no dictionary has. */
  words: readonly string[]
  /** Whether people are called by this sign, or by these two, after their surname. */
  isGiven(given: string): boolean
}

/** Ends of stretches that may be names, by where they begin. */
function stretches({ words, isGiven }: Heard): Map<number, number> {
  const found = new Map<number, number>()
  let start = 0
  for (const [i, word] of words.entries()) {
    const next = words[i + 1] ?? ''
    // Statistics like names of two signs: 魏子|涵.
    const name = givenIn(word)?.length === 1 && next.length === 1 && !LOOSE.has(next) && isGiven(next) ? word + next : word
    const given = givenIn(name)
    const isLikely = given !== undefined && Array.from(given).every(isGiven) && !TITLES.has(given) && !LOOSE.has(given)
    if (isLikely) found.set(start, start + name.length)
    start += word.length
  }
  return found
}

/** Puts names together that a dictionary took apart (王|小|明), and knows surnames by the title after them. `words` are simplified Chinese that together make the text. */
export function joinNames(words: readonly string[], heard: Heard): Cut[] {
  const names = stretches(heard)
  const cuts: Cut[] = []
  let at = 0
  for (let i = 0; i < words.length; ) {
    const { length, isName } = nameFrom(words, i, (names.get(at) ?? at) - at, heard)
    const text = words.slice(i, i + length).join('')
    cuts.push({ text, isName })
    at += text.length
    i += length
  }
  return cuts
}

/** How many words from here are one, when a name of so many signs may begin here. */
function nameFrom(words: readonly string[], from: number, signs: number, heard: Heard): { length: number; isName: boolean } {
  const known = knownFrom(words, from, heard)
  if (known > 0) return { length: known, isName: true }
  let [length, taken] = [0, 0]
  while (taken < signs) {
    taken += words[from + length]?.length ?? signs + 1
    length += 1
  }
  const pieces = words.slice(from, from + length)
  const name = pieces.join('')
  const surname = name.slice(0, surnameIn(name))
  const isApart = pieces[0] === surname || (surname.length === 2 && pieces[0] + (pieces[1] ?? '') === surname)
  if (length > 1 && taken === signs && isApart) return { length, isName: true }
  const [word = '', next = ''] = [words[from], words[from + 1]]
  return { length: 1, isName: surnameIn(word) === word.length && TITLES.has(next) }
}

/** How many words from here are a surname and what people are called in the corpus; 0: they are none. */
function knownFrom(words: readonly string[], from: number, { isGiven }: Heard): number {
  const [before = '', word = '', next = '', last = ''] = [words[from - 1], words[from], words[from + 1], words[from + 2]]
  if (surnameIn(word) !== word.length || COUNTED.test(before) || TITLES.has(next)) return 0
  if (next.length === 2) return isGiven(next) && !WORDS_TOO.has(word) ? 2 : 0
  const isLoose = next.length === 1 && last.length === 1 && !LOOSE.has(next) && !LOOSE.has(last)
  return isLoose && isGiven(next + last) ? 3 : 0
}
