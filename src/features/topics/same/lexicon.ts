import { dictionaryEntries } from '#features/language/index.ts'
import type { Reader } from '#ground/database/index.ts'
import { foldLabelLoose } from '#pure/lexicon/fold.ts'
import { type Lexicon, wordsAskedFor } from '#pure/topics/signs.ts'
import { labelsAsMade, topicsByLabels } from '../queries/topics.ts'

/** What dictionary and topics say of these labels and of their parts. Three queries. */
export async function lexiconFor(db: Reader, labels: readonly string[]): Promise<Lexicon> {
  const words = wordsAskedFor(labels)
  const [entries, topics] = await Promise.all([dictionaryEntries(db, words), topicsByLabels(db, words, 'zh-Hans')])
  const english = await labelsAsMade(db, [...topics.values()])
  const named = new Map([...topics].map(([word, id]) => [foldLabelLoose(word), (english.get(id) ?? []).filter(({ language }) => language === 'en')]))
  return {
    entries: (word) => entries.get(word) ?? [],
    topicsIn: (word) => named.get(foldLabelLoose(word))?.map(({ label }) => label) ?? [],
  }
}
