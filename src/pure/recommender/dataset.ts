import { type Content, contentOf } from './content.ts'
import type { Split } from './evaluate.ts'
import { interactionsOf } from './matrix.ts'
import { seeded, shuffled } from './random.ts'

/** A file that does not fit: where, and what was expected. */
export class WrongLine extends Error {
  constructor(file: string, line: number, expected: string) {
    super(`${file}:${line}: expected ${expected}`)
  }
}

export const SPLITS = ['time', 'global-time', 'leave-one-out', 'cold-items'] as const
export type SplitName = (typeof SPLITS)[number]

/** The texts of a folder in one of the two common forms. */
export type Texts = ({ train: string; test: string } | { interactions: string }) & {
  /** `items.tsv`: what the items say of themselves. */
  items?: string
}

/** Of each reader's acts in the order of time, the last this share is held out. */
const HELD = 0.2
/** Every so manieth item of a seeded shuffle loses its acts. */
const COLD = 10
const MOST_NUMBER = 2 ** 31
/** Of `items.tsv`: several in one cell are parted by `|`. */
const TERM_COLUMNS = ['topics', 'language', 'country', 'author']

interface Act {
  reader: number
  item: number
  at: number
}

function linesOf(text: string): [number, string][] {
  return text.split(/\r?\n/).flatMap((line, at) => (line.trim() === '' ? [] : [[at + 1, line.trim()]]))
}

/** `user item item …`, a line a user. */
function parseLists(file: string, text: string): number[][] {
  const rows: number[][] = []
  for (const [at, line] of linesOf(text)) {
    const [user, ...items] = line.split(/\s+/).map((word) => (/^\d+$/.test(word) ? Number(word) : Number.NaN))
    if (user === undefined || [user, ...items].some((number) => !(number < MOST_NUMBER))) throw new WrongLine(file, at, '`user item item …` in whole numbers')
    rows[user] = [...(rows[user] ?? []), ...items]
  }
  return Array.from(rows, (row) => row ?? [])
}

/** `user item kind timestamp` under a header, tabs between, the time a number; users and items may be any words and are numbered as they come. */
function parseActs(text: string): { acts: Act[]; readers: number; items: ReadonlyMap<string, number> } {
  const file = 'interactions.tsv'
  const lines = linesOf(text)
  const head = lines[0]?.[1].split('\t') ?? []
  const [user, item, time] = ['user', 'item', 'timestamp'].map((name) => head.indexOf(name)) as [number, number, number]
  if (user < 0 || item < 0 || time < 0) throw new WrongLine(file, lines[0]?.[0] ?? 1, 'a header with user, item, kind and timestamp, tabs between')
  const [users, things] = [new Map<string, number>(), new Map<string, number>()]
  const number = (known: Map<string, number>, name: string) => {
    if (!known.has(name)) known.set(name, known.size)
    return known.get(name) as number
  }
  const acts = lines.slice(1).map(([at, line]) => {
    const cells = line.split('\t')
    const moment = Number(cells[time] || Number.NaN)
    if (!cells[user] || !cells[item] || Number.isNaN(moment)) throw new WrongLine(file, at, 'user, item and a time as a number')
    return { reader: number(users, cells[user]), item: number(things, cells[item]), at: moment }
  })
  return { acts, readers: users.size, items: things }
}

/** A header with `item` and any of the known columns, tabs between. What no one has acted on is left out. */
function parseItems(text: string, numberOf: (name: string) => number | undefined, items: number): Content {
  const file = 'items.tsv'
  const lines = linesOf(text)
  const head = lines[0]?.[1].split('\t') ?? []
  const item = head.indexOf('item')
  const columns = TERM_COLUMNS.flatMap((name) => (head.includes(name) ? [[name, head.indexOf(name)] as const] : []))
  if (item < 0 || columns.length === 0) throw new WrongLine(file, lines[0]?.[0] ?? 1, `a header with item and any of ${TERM_COLUMNS.join(', ')}, tabs between`)
  const known = new Map<string, number>()
  const rows: number[][] = Array.from({ length: items }, () => [])
  for (const [at, line] of lines.slice(1)) {
    const cells = line.split('\t')
    if (!cells[item]) throw new WrongLine(file, at, 'an item')
    const row = rows[numberOf(cells[item]) ?? -1]
    for (const [column, place] of row ? columns : [])
      for (const word of (cells[place] ?? '').split('|').filter(Boolean)) {
        const term = `${column}\t${word}`
        if (!known.has(term)) known.set(term, known.size)
        row?.push(known.get(term) as number)
      }
  }
  return contentOf(rows, known.size)
}

const rowsOf = (acts: readonly Act[], readers: number): number[][] => {
  const rows: number[][] = Array.from({ length: readers }, () => [])
  for (const { reader, item } of acts) rows[reader]?.push(item)
  return rows
}

function splitInTime(acts: readonly Act[], readers: number, split: SplitName): [number[][], number[][]] {
  const sorted = acts.toSorted((a, b) => a.at - b.at)
  if (split === 'global-time') {
    const cut = Math.floor(sorted.length * (1 - HELD))
    return [rowsOf(sorted.slice(0, cut), readers), rowsOf(sorted.slice(cut), readers)]
  }
  const rows = rowsOf(sorted, readers)
  const heldOf = (row: readonly number[]) => (split === 'leave-one-out' ? 1 : Math.floor(row.length * HELD))
  return [rows.map((row) => row.slice(0, row.length - heldOf(row))), rows.map((row) => row.slice(row.length - heldOf(row)))]
}

/** What is known and what is held out. Of texts in two files, the files are the split, unless cold items are asked for. */
export function datasetOf(texts: Texts, split: SplitName, seed: number): Split {
  if ('train' in texts) return fromLists(texts, split, seed)
  const { acts, readers, items } = parseActs(texts.interactions)
  const content = texts.items === undefined ? null : parseItems(texts.items, (name) => items.get(name), items.size)
  if (split === 'cold-items') return { ...coldItems(rowsOf(acts, readers), items.size, seed), content }
  const [known, held] = splitInTime(acts, readers, split)
  return { ...splitOf(known, held, items.size), content }
}

function fromLists(texts: { train: string; test: string; items?: string }, split: SplitName, seed: number): Split {
  const [train, test] = [parseLists('train.txt', texts.train), parseLists('test.txt', texts.test)]
  const readers = Math.max(train.length, test.length)
  const items = [...train, ...test].reduce((most, row) => row.reduce((a, b) => Math.max(a, b + 1), most), 0)
  const content = texts.items === undefined ? null : parseItems(texts.items, Number, items)
  const [known, held] = [train, test].map((rows) => Array.from({ length: readers }, (_, reader) => rows[reader] ?? [])) as [number[][], number[][]]
  if (split !== 'cold-items') return { ...splitOf(known, held, items), content }
  const all = known.map((row, reader) => [...row, ...(held[reader] ?? [])])
  return { ...coldItems(all, items, seed), content }
}

/** What a reader had done before is no discovery when they do it again. */
function splitOf(known: number[][], held: number[][], items: number): Omit<Split, 'content'> {
  const test = held.map((row, reader) => {
    const before = new Set(known[reader])
    return [...new Set(row)].filter((item) => !before.has(item))
  })
  return { train: interactionsOf(known, items), test, candidates: null }
}

/** Every tenth item is new to everybody; only those are ranked. */
function coldItems(rows: readonly (readonly number[])[], items: number, seed: number): Omit<Split, 'content'> {
  const cold = new Set(shuffled(items, seeded(seed)).filter((_, at) => at % COLD === 0))
  return {
    train: interactionsOf(
      rows.map((row) => row.filter((item) => !cold.has(item))),
      items,
    ),
    test: rows.map((row) => [...new Set(row)].filter((item) => cold.has(item))),
    candidates: [...cold],
  }
}
