import { api } from './api.ts'
import type { Gloss, GlossedText, GlossSheet } from './api-types.ts'

/** Whose text it is and which layer of it, so that a word that is kept leads back to it. */
export interface Where {
  kind: string
  id: string
  layer: string
}
/** A word of a block of text: `start` and `end` count in the block. */
export interface BlockWord {
  start: number
  end: number
  /** What it means, where that is known before it is asked. */
  entry?: Gloss
}

const sheets = new Map<string, GlossSheet | null>()
const MOST_SHEETS = 200
/** As many as the API answers at once. */
const MOST_AT_ONCE = 80

/** Fetches what all words of these layers mean, each once; the service worker keeps the answers for reading without a connection. */
export async function fetchSheets(layers: readonly string[]): Promise<void> {
  const asked = layers.filter((layer) => layer !== '' && !sheets.has(layer)).slice(0, MOST_AT_ONCE)
  if (asked.length === 0) return
  if (sheets.size + asked.length > MOST_SHEETS) sheets.clear()
  for (const layer of asked) sheets.set(layer, null)
  const found = await api.get<{ items: GlossSheet[] }>('/gloss/texts', { layerIds: asked.join(',') }).catch(() => null)
  for (const layer of asked) sheets.delete(layer)
  for (const sheet of found?.items ?? []) sheets.set(sheet.layerId, sheet)
}

/** The words of a block of that layer, explained; null while its sheet is not here or does not reach so far. */
export function wordsOfBlock({ layer }: Where, block: string): BlockWord[] | null {
  const sheet = sheets.get(layer)
  if (!sheet) return null
  return wordsIn(sheet, sheet.body, block) ?? wordsIn(sheet, sheet.title, block)
}

function wordsIn({ entries }: GlossSheet, { text, words }: GlossedText, block: string): BlockWord[] | null {
  const places = inkOf(block)
  const whole = inkOf(text)
  const at = whole.ink.indexOf(places.ink)
  if (at < 0 || places.ink === '') return null
  const [first = 0, last = 0] = [whole.at[at], whole.at[at + places.ink.length - 1]]
  const here = new Map(places.at.map((place, i) => [whole.at[at + i] ?? -1, place]))
  return words.flatMap(({ start, end, entry }) => {
    const [from, to] = [here.get(start), here.get(end - 1)]
    const meaning = entries[entry]
    return start < first || end - 1 > last || from === undefined || to === undefined || !meaning ? [] : [{ start: from, end: to + 1, entry: meaning }]
  })
}

/** A text without white space, and where each of its letters stood: pages and layers break their lines differently. */
function inkOf(text: string): { ink: string; at: number[] } {
  const at = [...text.matchAll(/\S/g)].map(({ index }) => index)
  return { ink: text.replaceAll(/\s/g, ''), at }
}
