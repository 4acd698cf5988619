import type { Reader } from '#ground/database/index.ts'
import { englishOf } from '#pure/gloss/invert.ts'
import { lemmas } from '#pure/gloss/lemmas.ts'
import { entriesOf, reverseHolding, reverseOf } from '../queries/dictionary.ts'

const LATIN = /^[a-z]/
const HAN = /^\p{Script=Han}/u
/** Of one word: the first are the likeliest. */
const MOST = 3
const MOST_PHRASES = 6
const LONGEST_ENGLISH = 2

/**
 * What words and phrases mean in the other language of the dictionaries, likeliest first, at most three each: `basement` → 地下室 …,
 * 刺绣 → embroider …; `braised pork` also finds what is listed as *red braised pork*. Lower case in; unknown words are left out. Three queries.
 */
export async function meaningsOf(db: Reader, words: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  const add = (word: string, meanings: Iterable<string>) => {
    const all = [...new Set([...(found.get(word) ?? []), ...meanings])].slice(0, MOST)
    if (all.length > 0) found.set(word, all)
  }
  const latin = words.filter((word) => LATIN.test(word))
  const forms = new Map(latin.map((word) => [word, lemmas(word)]))
  const reverse = Map.groupBy(await reverseOf(db, [...new Set([...forms.values()].flat())]), ({ headword }) => headword)
  for (const [word, own] of forms)
    add(
      word,
      own.flatMap((form) => (reverse.get(form) ?? []).map((row) => row.word)),
    )
  const phrases = latin.filter((word) => word.includes(' ') && !found.has(word)).slice(0, MOST_PHRASES)
  for (const { phrase, word } of await reverseHolding(db, phrases, MOST)) add(phrase, [word])
  const han = words.filter((word) => HAN.test(word))
  const isShort = (english: string) => english.split(' ').length <= LONGEST_ENGLISH
  for (const row of await entriesOf(db, han, ['zh-Hans'])) {
    const english = row.senses.flatMap(englishOf).filter(isShort)
    for (const word of new Set([row.headword, row.variant])) if (han.includes(word)) add(word, english)
  }
  return found
}
