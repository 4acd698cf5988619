import { meaningsOf } from '#features/language/index.ts'
import { headsSeen, labelsOf, topicsByLabels } from '#features/topics/index.ts'
import type { Reader } from '#ground/database/index.ts'
import { lemmas } from '#pure/gloss/lemmas.ts'
import { foldLabelLoose } from '#pure/lexicon/fold.ts'
import { chineseForm } from '#pure/lexicon/han.ts'
import { soundTerms } from '#pure/lexicon/readings.ts'
import { queryWords } from '#pure/lexicon/terms.ts'
import { filterTerm } from './filters.ts'
import { occurring } from './queries/documents.ts'
import type { Wanted, Way } from './question.ts'

/** Neighbouring words of the question as one: `street food`, 城市流行. */
interface Span {
  text: string
  from: number
  to: number
}

const LONGEST_SPAN = 4
/** A few each, so that a question costs the same whatever its words mean. */
const MOST_LABELS = 2
const MOST_WAYS = 12
const LABELS_FIRST = ['zh-Hans', 'en', 'ja', 'es', 'ko', 'fr', 'ru', 'ar']

const isLatin = (text: string): boolean => /^\p{Script=Latin}/u.test(text)

/** Longest first. */
function spansOf(wanted: readonly Wanted[]): Span[] {
  const spans: Span[] = []
  for (let length = Math.min(LONGEST_SPAN, wanted.length); length > 0; length -= 1)
    for (let from = 0; from + length <= wanted.length; from += 1) {
      const words = wanted.slice(from, from + length).map((one) => one.text)
      spans.push({ text: words.join(words.some(isLatin) ? ' ' : ''), from, to: from + length })
    }
  return spans
}

const termsOf = (text: string): string[] => [...new Set(queryWords(text).flatMap((word) => word.terms))]

/** Adds to each word the topics of its name, their names in other languages, words that sound like it and words that mean it. Six queries. */
export async function addWays(db: Reader, wanted: Wanted[]): Promise<void> {
  if (wanted.length === 0) return
  const spans = spansOf(wanted)
  const taken = new Set<Wanted>()
  let left = MOST_WAYS
  const add = ({ from, to }: Span, way: Way) => {
    if (left === 0 || way.terms.length === 0) return
    left -= 1
    for (const one of wanted.slice(from, to)) one.ways.push(way)
  }
  const sounds = spans.filter(({ from, to }) => to - from <= 2).map((span) => ({ span, terms: soundTerms(span.text.replaceAll(' ', '')) }))
  const [topics, meanings, heard] = await Promise.all([
    topicsOf(db, spans),
    meaningsOf(db, spans.flatMap(dictionaryForms)),
    occurring(
      db,
      sounds.flatMap(({ terms }) => terms),
    ),
  ])
  for (const span of spans) {
    const words = wanted.slice(span.from, span.to)
    const topic = topics.get(span.text)
    if (topic) add(span, { why: 'topic', by: null, terms: [filterTerm.topic(topic.id)] })
    // What a longer part of the question means, its words do not mean alone.
    if (words.some((one) => taken.has(one))) continue
    const meant = dictionaryForms(span).flatMap((form) => meanings.get(form) ?? [])
    const others = [...new Set([...(topic?.labels ?? []), ...meant])].filter((label) => foldLabelLoose(label) !== foldLabelLoose(span.text))
    if (span.to - span.from > 1 && (topic || others.length > 0)) for (const one of words) taken.add(one)
    for (const by of others) add(span, { why: 'dictionary', by, terms: termsOf(by) })
  }
  for (const { span, terms } of sounds) for (const term of terms.filter((one) => heard.has(one))) add(span, { why: 'reading', by: null, terms: [term] })
}

/** As a dictionary may list it: a Japanese word also in Chinese characters. */
const dictionaryForms = ({ text }: Span): string[] => (isLatin(text) ? [text] : [...new Set([text, chineseForm(text)])])

/** As a label may say it: single words also in their other numbers. */
const labelForms = ({ text }: Span): string[] => (isLatin(text) ? lemmas(text) : [text])

/** Topics that everybody may hear of, by span, with their names in other languages. */
async function topicsOf(db: Reader, spans: readonly Span[]): Promise<Map<string, { id: string; labels: string[] }>> {
  const byLabel = await topicsByLabels(db, [...new Set(spans.flatMap(labelForms))])
  const heads = await headsSeen(db, [...new Set(byLabel.values())], null)
  const labels = await labelsOf(db, [...heads.values()])
  const found = new Map<string, { id: string; labels: string[] }>()
  for (const span of spans) {
    const id = labelForms(span)
      .map((form) => heads.get(byLabel.get(form) ?? ''))
      .find((head) => head !== undefined)
    if (id) found.set(span.text, { id, labels: namesOf(labels.get(id) ?? [], span.text) })
  }
  return found
}

function namesOf(labels: readonly { language: string; label: string; position: number }[], text: string): string[] {
  const first = LABELS_FIRST.flatMap((language) => labels.find((one) => one.language === language && one.position === 0)?.label ?? [])
  const names = new Map(first.map((label) => [foldLabelLoose(label), label]))
  names.delete(foldLabelLoose(text))
  return [...names.values()].slice(0, MOST_LABELS)
}
