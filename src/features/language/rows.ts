import type { Wording } from './keep-original.ts'
import { type Pair, type Part, pairUp, textOf, type Unit, unitsOf, type Worded } from './pairs.ts'

/** `fresh`: renders what the original says. `stale`: the original says something else there. `gone`: it says nothing there any more. `missing`: nobody has rendered it. */
export type RowState = 'fresh' | 'stale' | 'gone' | 'missing'

/** One line of *both*: sentences of the original (indexes into its units) and what a layer has for them. */
export interface Row {
  part: Part
  units: number[]
  pair: Pair | null
  state: RowState
}

/** Where each sentence of the original stands; a sentence is given away once, the first of equals first. */
function finder(units: readonly Unit[]): (part: Part, text: string) => number[] {
  const places = Map.groupBy(units.keys(), (i) => `${units[i]?.part}\n${units[i]?.text}`)
  return (part, text) => {
    const place = places.get(`${part}\n${text}`)?.shift()
    return place === undefined ? [] : [place]
  }
}

/**
 * A layer's pairs laid beside the original as it is now: sentences that stayed or moved keep their rendering, a changed one has the stale rendering of
 * what stood between the same neighbours. In the order of the original; what is gone stands where it stood.
 */
export function rowsOf(units: readonly Unit[], pairs: readonly Pair[]): Row[] {
  const find = finder(units)
  const claims = pairs.map(({ part, source }) => source.flatMap((text) => find(part, text)))
  const kept = pairs.map(({ source }, i) => claims[i]?.length === source.length)
  const free = new Set(units.keys())
  for (const places of claims) for (const place of places) free.delete(place)
  for (const [i, { part }] of pairs.entries()) {
    if (claims[i]?.length !== 0 || kept[i]) continue
    // Sentences nobody claimed, between what the neighbours claimed.
    const left = Math.max(-1, ...(claims.slice(0, i).findLast((places) => places.length > 0) ?? []))
    const right = Math.min(units.length, ...(claims.slice(i + 1).find((places) => places.length > 0) ?? []))
    const place = [...free].find((one) => one > left && one < right && units[one]?.part === part)
    if (place === undefined) continue
    free.delete(place)
    claims[i] = [place]
  }
  return inOrder(units, pairs, claims, kept, free)
}

function inOrder(units: readonly Unit[], pairs: readonly Pair[], claims: number[][], kept: boolean[], free: ReadonlySet<number>): Row[] {
  const rows: { at: number; row: Row }[] = []
  let at = -1
  for (const [i, pair] of pairs.entries()) {
    const places = claims[i] ?? []
    at = places.length > 0 ? Math.min(...places) : at + 1 / (pairs.length + 1)
    rows.push({ at, row: { part: pair.part, units: places, pair, state: kept[i] ? 'fresh' : places.length > 0 ? 'stale' : 'gone' } })
  }
  for (const place of free) rows.push({ at: place, row: { part: units[place]?.part ?? 'body', units: [place], pair: null, state: 'missing' } })
  return rows.sort((a, b) => a.at - b.at).map(({ row }) => row)
}

/** Whether a layer with these rows has to be worked on, and whether more of it is stale than not. */
export function ageOf(rows: readonly Row[]): { stale: boolean; outdated: boolean } {
  const changed = rows.filter(({ state }) => state !== 'fresh').length
  return { stale: changed > 0, outdated: changed * 2 > rows.length }
}

/** A layer beside its original; `pairs` null: it was written for the original as it is now, or (stale) before that was counted by the sentence. */
export type Beside = Worded & { pairs: Pair[] | null; stale: boolean }

export const pairsOf = (original: Worded, layer: Beside): Pair[] => layer.pairs ?? pairUp(original, layer)

/** The rows of a layer as it is stored. */
export function rowsBeside(original: Worded, layer: Beside): Row[] {
  const rows = rowsOf(unitsOf(original), pairsOf(original, layer))
  if (layer.pairs || !layer.stale) return rows
  return rows.map((row) => (row.state === 'fresh' ? { ...row, state: 'stale' } : row))
}

/** What stands between two sentences of one line. */
export const joiner = (language: string): string => (/^(?:zh|ja|th|lo|km|my)\b/.test(language) ? '' : ' ')

/** White space before a sentence of a layer: lines and paragraphs are the original's. */
export function gapBefore(unit: Pick<Unit, 'gap'>, language: string): string {
  const lines = unit.gap.match(/\n/g)?.length ?? 0
  return lines > 0 ? '\n'.repeat(Math.min(lines, 2)) : joiner(language)
}

/**
 * A layer put together again in the order of the original, with `said` in place of its sentences where that has a text (by row); rows that lost their
 * sentence are left out. `pairs` point into the new wording and hold the original as it is now where the row is fresh or newly said.
 */
export function reworded(original: Worded, layer: Worded & { pairs: Pair[] }, said: ReadonlyMap<number, string>): { wording: Wording; pairs: Pair[] } {
  const units = unitsOf(original)
  const texts: Record<Part, string> = { title: '', warning: '', body: '' }
  const pairs: Pair[] = []
  for (const [i, row] of rowsOf(units, layer.pairs).entries()) {
    const first = units[row.units[0] ?? -1]
    const text = said.get(i) ?? (row.pair ? textOf(layer, row.pair) : '')
    if (row.state === 'gone' || text === '') continue
    const gap = texts[row.part] === '' || !first ? '' : gapBefore(first, layer.language)
    const start = texts[row.part].length + gap.length
    texts[row.part] += gap + text
    const isNow = said.has(i) || row.state === 'fresh'
    pairs.push({ part: row.part, start, end: start + text.length, source: isNow ? row.units.flatMap((n) => units[n]?.text ?? []) : (row.pair?.source ?? []) })
  }
  return { wording: { title: texts.title, body: texts.body, warning: texts.warning || null }, pairs }
}
