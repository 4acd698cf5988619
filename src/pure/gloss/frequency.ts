import { dict } from '@node-rs/jieba/dict.js'
import { givenIn } from './names.ts'

/** Counts of some 350,000 simplified words in jieba's corpus, for `invertCedict`. Takes memory: make it, use it, let it go. */
export function wordFrequencies(): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of new TextDecoder().decode(dict).split('\n')) {
    const [word, count] = line.split(' ')
    if (word && count) counts.set(word, Number(count))
  }
  return counts
}

const COMMON = 20
// 首歌 and 八十年代 begin with a number or a measure word; 书上 and 这家 are held together by a little word: not words to look up.
const LOOSE = /^[〇零一二两三四五六七八九十百千万亿几半多这那哪每某整全首道张节场条只件本家种块杯次]|[上下里中内外前后来去吧呢吗的了着过]$/u

// Of the names in jieba's corpus; what fewer are called by is more often something else.
const NAMED = { sign: 15, pair: 2 }

/**
 * Out of jieba's corpus: everyday nouns and a few others (很多), to be kept whole where a dictionary lacks them, some 40,000; and what people
 * are called after their surname, signs and pairs of them.
 */
export function corpusWords(): { nouns: string[]; given: Set<string> } {
  const nouns: string[] = []
  const counts = new Map<string, number>()
  for (const line of new TextDecoder().decode(dict).split('\n')) {
    const [word = '', count, tag = ''] = line.split(' ')
    const given = tag === 'nr' ? (givenIn(word) ?? '') : ''
    for (const part of given.length === 2 ? [given, ...given] : given) counts.set(part, (counts.get(part) ?? 0) + 1)
    if (Number(count) >= COMMON && (tag === 'n' || tag === 'm') && word.length > 1 && !LOOSE.test(word)) nouns.push(word)
  }
  return { nouns, given: new Set([...counts].flatMap(([part, count]) => (count >= (part.length === 1 ? NAMED.sign : NAMED.pair) ? [part] : []))) }
}
