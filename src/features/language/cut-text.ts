import { foreignRuns, frameOf, type Run } from '#pure/lexicon/foreign-runs.ts'
import { languageMatches } from '#pure/lexicon/languages.ts'
import { protect } from '#pure/text/protect.ts'
import { splitSentences } from '#pure/text/sentences.ts'
import { findSpans } from '#pure/text/spans.ts'
import { findTerms, type Term } from '#pure/text/terms.ts'

/** What shall become what: `main` and `also` are the languages of the text, `from` the one of them that is translated. */
export interface Task {
  main: string
  also: readonly string[]
  from: string
  to: string
}

/** A part of a line: `masked` goes to an engine, with markers for what it must not see; `restore` puts those back. Without `masked` it stays. */
export type Part = { text: string; masked?: string; restore?: (said: string) => string }

/** Longer lines go in parts of whole sentences: engines lose the thread of long ones, and an edit costs one part only. */
const LONGEST = 1_000

/** Cuts one line, without line breaks, into parts whose texts together are the line. Time grows linearly with its length, and with the number of terms. */
export function cutLine(line: string, task: Task, terms: readonly Term[] = []): Part[] {
  const trimmed = line.trim()
  const start = line.indexOf(trimmed)
  const runs = foreignWords(trimmed, task) ?? longRuns(trimmed, task.main)
  const parts: Part[] = []
  let at = 0
  for (const run of runs) {
    if (start + run.start > at) parts.push({ text: line.slice(at, start + run.start) })
    parts.push(partOf(trimmed.slice(run.start, run.end), task, terms))
    at = start + run.end
  }
  if (at < line.length) parts.push({ text: line.slice(at) })
  return parts
}

/** A text that holds the reader's own language too: that stays as it is. */
const isMixed = ({ main, also, to }: Task): boolean => [main, ...also].some((language) => languageMatches(language, to))

/** In a sentence of the reader's language the foreign words are translated one by one; undefined when the sentence itself is foreign. */
function foreignWords(text: string, task: Task): Run[] | undefined {
  const { from, to } = task
  return isMixed(task) && languageMatches(frameOf(text, to, from), to) ? foreignRuns(text, to, from) : undefined
}

function partOf(text: string, task: Task, terms: readonly Term[]): Part {
  const kept = isMixed(task) ? (foreignRuns(text, task.from, task.to) ?? []) : []
  const { masked, restore } = protect(text, [...findTerms(text, terms), ...kept])
  if (!/\p{L}/u.test(masked.replaceAll(/\[\[x\d+\]\]/g, ''))) return { text: restore(masked).text }
  return { text, masked, restore: (said) => restore(said).text }
}

/** The whole line, or runs of sentences of at most 1,000 UTF-16 units; a link or a name is never cut. */
function longRuns(line: string, language: string): Run[] {
  if (line.length <= LONGEST) return line === '' ? [] : [{ start: 0, end: line.length }]
  const spans = findSpans(line)
  const outside = (place: number): number => spans.find(({ start, end }) => start < place && place < end)?.end ?? place
  const runs: Run[] = []
  for (const { start, end } of splitSentences(line, language).flatMap((sentence) => pieces(line, sentence))) {
    const last = runs.at(-1)
    const to = outside(end)
    if (last && (start < last.end || to - last.start <= LONGEST)) last.end = Math.max(last.end, to)
    else runs.push({ start, end: to })
  }
  return runs
}

/** A sentence without an end is cut at a space, at worst anywhere between two signs. */
function pieces(line: string, { start, end }: Run): Run[] {
  const made: Run[] = []
  let from = start
  while (end - from > LONGEST) {
    const space = line.lastIndexOf(' ', from + LONGEST)
    let cut = space > from + LONGEST / 2 ? space : from + LONGEST
    if (/[\uDC00-\uDFFF]/.test(line.charAt(cut))) cut -= 1
    made.push({ start: from, end: cut })
    from = cut === space ? cut + 1 : cut
  }
  made.push({ start: from, end })
  return made
}

const EAST = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。！？，、；：」』）…]/u

/** Puts a line together from what was said of its parts, with or without spaces between sentences as the language `to` wants them. */
export function joinParts(parts: readonly Part[], said: (masked: string) => string | undefined): string {
  let line = ''
  let wasSaid = false
  for (const part of parts) {
    const answer = part.masked === undefined ? undefined : said(part.masked)
    const text = answer === undefined ? part.text : (part.restore?.(answer) ?? answer)
    const isSaid = answer !== undefined
    if (isSaid && wasSaid && !EAST.test(line.slice(-1)) && !EAST.test(text.charAt(0))) line += ' '
    if (text.trim() === '' && line !== '' && wasSaid && EAST.test(line.slice(-1)) && part !== parts.at(-1)) continue
    line += text
    wasSaid = isSaid
  }
  return line
}
