import { pinyin } from 'pinyin-pro'
import { kanaKey, romajiKey } from './kana.ts'
import { foldText, wordsIn } from './terms.ts'

/** Terms for how Chinese and Japanese words sound, told apart from words by a sign that no word has. */
const PINYIN = '~'
const ROMAJI = '^'

const RUNS = /\p{Script=Han}+|[\p{Script=Katakana}ー]+|\p{Script=Hiragana}+/gu
const LONGEST_NAME = 8
const LONGEST_TYPED = 30
const SYLLABLE =
  /^(?![fhgkw]i)(?:[bpmfdtnlgkhjqxzcsryw]|[zcs]h)?(?:[iu]ang|iong|ang|eng|ing|ong|iao?|ian|uai|uan|ai|ao|an|ei|en|er|ie|iu|in|ou|u[aeino]|[aeiu]|(?<=^[bpmfwyl]?)o)$/
const LONGEST_SYLLABLE = 6

const pinyinOf = (word: string): string => pinyin(word, { toneType: 'none', type: 'array' }).join('').replaceAll('ü', 'u').toLowerCase()

/** Sounds of the words in titles, names and topic labels, e.g. `~yaogun` of 摇滚, `^ramen` of ラーメン. Short runs also as a whole. No doubles. */
export function readingTerms(text: string): string[] {
  const terms = new Set<string>()
  for (const [run] of foldText(text).matchAll(RUNS)) {
    const length = [...run].length
    if (!/^\p{Script=Han}/u.test(run)) {
      const key = length > 1 ? kanaKey(run) : ''
      if (key) terms.add(ROMAJI + key)
      continue
    }
    const words = wordsIn(run).filter((word) => [...word].length > 1)
    for (const word of length <= LONGEST_NAME ? [...words, run] : words) terms.add(PINYIN + pinyinOf(word))
  }
  return [...terms]
}

/** Whether it can be cut into syllables of pinyin. */
function isPinyin(word: string): boolean {
  const reached = [true]
  for (let end = 1; end <= word.length; end += 1) {
    reached[end] = false
    for (let from = Math.max(0, end - LONGEST_SYLLABLE); from < end && !reached[end]; from += 1)
      reached[end] = reached[from] === true && SYLLABLE.test(word.slice(from, end))
  }
  return word.length > 1 && reached[word.length] === true
}

/** Under which of those terms a folded Latin word is found, when it can be pinyin or romaji. At most two. */
export function soundTerms(word: string): string[] {
  if (word.length > LONGEST_TYPED || !/^[a-z]+$/.test(word)) return []
  const flat = word.replaceAll('v', 'u')
  const key = romajiKey(word)
  return [...(isPinyin(flat) ? [PINYIN + flat] : []), ...(key.length > 2 ? [ROMAJI + key] : [])]
}
