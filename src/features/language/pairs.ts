import { alignSentences, type Paragraphs } from '#pure/text/align.ts'
import { splitSentences } from '#pure/text/sentences.ts'
import type { Wording } from './keep-original.ts'

/** Which sentence of a layer renders which of the original; no database. */

export type Part = 'title' | 'warning' | 'body'
/** A wording with the language it is in (BCP 47). */
export type Worded = Wording & { language: string }

/** One sentence as it stands in a wording. A title or a warning is one, whatever it holds. */
export interface Unit {
  part: Part
  text: string
  start: number
  end: number
  /** White space before it: empty at the beginning. */
  gap: string
}

/** A stretch of a layer (UTF-16 offsets into that part) and the sentences of the original it was made from, as they were then. */
export interface Pair {
  part: Part
  start: number
  end: number
  source: string[]
}

/** Sentences in order: title, warning, body. */
export function unitsOf({ title, warning, body, language }: Worded): Unit[] {
  const whole = (part: Part, text: string): Unit[] => (text.trim() === '' ? [] : [{ part, text, start: 0, end: text.length, gap: '' }])
  let from = 0
  const sentences = splitSentences(body, language).map((sentence) => {
    const gap = body.slice(from, sentence.start)
    from = sentence.end
    return { part: 'body' as const, ...sentence, gap }
  })
  return [...whole('title', title), ...whole('warning', warning ?? ''), ...sentences]
}

const groupedBy = (units: readonly Unit[], end: RegExp): string[][] => {
  const groups: string[][] = []
  for (const { text, gap } of units) {
    const last = groups.at(-1)
    if (last && !end.test(gap)) last.push(text)
    else groups.push([text])
  }
  return groups
}

/** Lines are the best anchors, then paragraphs; without either the lengths must do. */
function anchored(source: readonly Unit[], target: readonly Unit[]): [Paragraphs, Paragraphs] {
  for (const end of [/\n/, /\n\s*\n/]) {
    const [one, other] = [groupedBy(source, end), groupedBy(target, end)]
    if (one.length === other.length) return [one, other]
  }
  return [[source.map(({ text }) => text)], [target.map(({ text }) => text)]]
}

/** Pairs a layer that renders this original as it is now. Every sentence of the layer is in one pair; what has no counterpart goes with its neighbour. */
export function pairUp(original: Worded, layer: Worded): Pair[] {
  const [from, to] = [unitsOf(original), unitsOf(layer)]
  const wholes = to.flatMap(({ part, start, end }) => (part === 'body' ? [] : [{ part, start, end, source: textsIn(from, part) }]))
  const [source, target] = [from, to].map((units) => units.filter(({ part }) => part === 'body')) as [Unit[], Unit[]]
  const pairs: Pair[] = []
  let early: string[] = []
  for (const bead of alignSentences(...anchored(source, target))) {
    const texts = bead.source.flatMap((i) => source[i]?.text ?? [])
    const [first, last] = [target[bead.target[0] ?? -1], target[bead.target.at(-1) ?? -1]]
    const before = pairs.at(-1)
    if (first && last && (texts.length > 0 || !before)) pairs.push({ part: 'body', start: first.start, end: last.end, source: [...early.splice(0), ...texts] })
    else if (first && last && before) before.end = last.end
    else if (before) before.source.push(...texts)
    else early = [...early, ...texts]
  }
  return [...wholes, ...pairs]
}

const textsIn = (units: readonly Unit[], wanted: Part): string[] => units.flatMap(({ part, text }) => (part === wanted ? [text] : []))

/** What the text of a pair says. */
export const textOf = (layer: Wording, { part, start, end }: Pair): string => (layer[part] ?? '').slice(start, end)
