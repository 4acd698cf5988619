import { readFileSync } from 'node:fs'
import { parseCedict } from './cedict.ts'
import { cedictText } from './cedict-source.ts'
import { cedictToEntry, reverseToEntry, slangToEntry } from './entries.ts'
import { wordFrequencies } from './frequency.ts'
import type { Entry, Lookup } from './gloss.ts'
import { invertCedict } from './invert.ts'
import { createSegmenter } from './segment.ts'
import { parseSlang, slangFile } from './slang.ts'

/** The whole dictionary in memory, as a host would have it in a table. */
export async function wholeDictionary() {
  const entries = parseCedict(await cedictText())
  const slang = parseSlang(readFileSync(slangFile, 'utf8'))
  const table = new Map<string, Entry[]>()
  const keep = (word: string, entry: Entry) => {
    const list = table.get(word)
    if (list) list.push(entry)
    else table.set(word, [entry])
  }
  for (const entry of entries) {
    for (const word of new Set([entry.simplified, entry.traditional])) keep(word, cedictToEntry(entry))
  }
  for (const word of slang) keep(word.word, slangToEntry(word, 'en'))
  const counts = wordFrequencies()
  const reverse = invertCedict(entries, (word) => counts.get(word) ?? 0)
  const english = (word: string) => reverse.get(word)
  const lookup: Lookup = async (words) =>
    new Map(
      words.flatMap((w) => {
        const back = english(w)
        const found = [...(table.get(w) ?? []), ...(back ? [reverseToEntry(w, back)] : [])]
        return found.length > 0 ? [[w, found] as const] : []
      }),
    )
  const segmenter = createSegmenter({ userWords: [...table.keys()] })
  const readings = (word: string) => (table.get(word) ?? []).flatMap((e) => (e.reading && /\d/.test(e.reading) ? [e.reading] : []))
  return { entries, slang, reverse, lookup, segmenter, readings, known: (word: string) => table.has(word) }
}
