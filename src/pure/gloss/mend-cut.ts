const NUMERALS = '〇零一二两三四五六七八九十百千万亿'
const NUMBER = new RegExp(`^第?[${NUMERALS}]+$`, 'u')
const MEASURES =
  '个|只|条|张|本|家|种|排|次|首|杯|件|块|场|天|年|部|座|台|把|双|位|名|朵|棵|份|袋|瓶|碗|盘|顿|遍|句|段|篇|节|层|间|栋|辆|架|颗|粒|根|片|岁|斤|米|秒|圈|夜|针|线|支|群|堆|盆|箱|桶|罐|盒|包|幅|套|款|封|页'
const MEASURED = new RegExp(`^(第?[${NUMERALS.slice(2)}半几多]+)(${MEASURES})(人?)$`, 'u')
// Here number and measure have become one word with a meaning of its own.
const OWN_MEANING = new Set(['第一次', '半天', '一把', '一次', '一节', '千张', '一线天', '多种', '多次', '多年'])
// 了 belongs to these; after any other single character it is the particle.
const WITH_LE = new Set(['为了', '除了', '罢了', '算了', '极了', '酸了', '对了'])
// Headwords (也 …: city; improper use) that in what people post are nearly always two words.
const TWO_WORDS: Readonly<Record<string, readonly [string, string]>> = {
  都会: ['都', '会'],
  不想: ['不', '想'],
  不是: ['不', '是'],
  从来不: ['从来', '不'],
  他用: ['他', '用'],
  自用: ['自', '用'],
  才会: ['才', '会'],
  还好: ['还', '好'],
  好多: ['好', '多'],
}

function piecesOf(word: string): readonly string[] {
  const two = TWO_WORDS[word]
  if (two) return two
  if (word.length === 2 && word.endsWith('了') && !WITH_LE.has(word)) return [word.charAt(0), '了']
  if (OWN_MEANING.has(word)) return [word]
  const [, number, measure, person] = MEASURED.exec(word) ?? []
  if (number === undefined || measure === undefined) return [word]
  return person ? [number, measure, person] : [number, measure]
}

/**
 * Mends what statistics cut against the rules of our gold sentences: a number is one word and its measure another (一|个, 两千|块), the
 * particle 了 stands alone, and some headwords are rarely meant. `words` are simplified Chinese that together make the text.
 */
export function mendCut(words: readonly string[]): string[] {
  const mended: string[] = []
  for (const piece of words.flatMap(piecesOf)) {
    const last = mended.at(-1)
    const together = last !== undefined && NUMBER.test(last) && NUMBER.test(piece) && !piece.startsWith('第')
    if (together) mended[mended.length - 1] = last + piece
    else mended.push(piece)
  }
  return mended
}
