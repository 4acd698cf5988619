import { dict } from '@node-rs/jieba/dict.js'

/** Counts of some 350,000 simplified words in jieba's corpus, for `invertCedict`. Takes memory: make it, use it, let it go. */
export function wordFrequencies(): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of new TextDecoder().decode(dict).split('\n')) {
    const [word, count] = line.split(' ')
    if (word && count) counts.set(word, Number(count))
  }
  return counts
}
