import type { Reader } from '#ground/database/index.ts'
import type { NoteId } from '#ground/ids/index.ts'
import { type Crew, contentOf, type EngineModel, interactionsOf, trainEngine } from '#pure/recommender/index.ts'
import { ACT_KINDS, actsAfter, factsAfter, type NoteFacts } from '../queries/training.ts'
import { packIds } from './rows.ts'
import { commonest, languageBits, termsOf } from './terms.ts'

/** What lies in a model's file. Only public notes are in it, and of readers nothing but what was learnt from all of them together. */
export interface PlaceModel {
  engine: EngineModel
  /** The notes' ids in the order of the engine's items. */
  notes: Uint32Array
  authors: Uint32Array
  /** By item: which of `authors`. */
  authorOf: Uint32Array
  /** Those that have a bit of their own. */
  languages: string[]
  /** By item: bits of the languages it can be read in. */
  readable: Int32Array
  /** Names of the engine's terms. */
  terms: string[]
  /** Acts that were learnt from. */
  acts: number
}

const AT_ONCE = 20_000
/** Of one reader so many acts count, those on the latest notes: what takes time grows with their square. */
const MOST_ACTS = 1_000
/** Above so many acts the weights of content are not learnt but the usual ones: it would cost as much again as everything else. */
const MOST_TO_LEARN = 300_000
/** Items that a reader's scores are measured against. */
const REFERENCE = 512
const SEED = 1

async function allFacts(db: Reader): Promise<NoteFacts[]> {
  const notes: NoteFacts[] = []
  for (let page = await factsAfter(db, null, AT_ONCE); page.length > 0; page = await factsAfter(db, (page.at(-1) as NoteFacts).id, AT_ONCE)) notes.push(...page)
  return notes
}

/** By reader: the rows of the notes they acted on. */
async function allActs(db: Reader, notes: readonly NoteFacts[]): Promise<number[][]> {
  const numbers = new Map<string, number>()
  const rows: Set<number>[] = []
  for (const kind of ACT_KINDS) {
    let item = 0
    for (let page = await actsAfter(db, kind, null, AT_ONCE); page.length > 0; page = await actsAfter(db, kind, page.at(-1)?.key ?? null, AT_ONCE))
      for (const { note, reader } of page) {
        // Both are in the order of notes.
        while (item < notes.length && (notes[item]?.id as NoteId) < note) item++
        if (notes[item]?.id !== note) continue
        const known = numbers.get(reader) ?? numbers.size
        numbers.set(reader, known)
        const row = rows[known]
        if (row) row.add(item)
        else rows.push(new Set([item]))
      }
  }
  return rows.map((row) => [...row].sort((a, b) => a - b).slice(-MOST_ACTS))
}

/** Terms of several notes get numbers; what one note alone says places nothing. */
function numbered(notes: readonly NoteFacts[]): { terms: string[]; rows: number[][] } {
  const counts = new Map<string, number>()
  for (const note of notes) for (const term of termsOf(note)) counts.set(term, (counts.get(term) ?? 0) + 1)
  const terms = [...counts].flatMap(([term, count]) => (count > 1 ? [term] : [])).sort()
  const numbers = new Map(terms.map((term, at) => [term, at]))
  return { terms, rows: notes.map((note) => termsOf(note).flatMap((term) => numbers.get(term) ?? [])) }
}

/** Learns from everything public in the database and all acts on it; null when nobody has done anything. */
export async function learn(db: Reader, crew: Crew): Promise<PlaceModel | null> {
  const notes = await allFacts(db)
  const acts = await allActs(db, notes)
  const count = acts.reduce((sum, row) => sum + row.length, 0)
  if (count === 0) return null
  const { terms, rows } = numbered(notes)
  const engine = await trainEngine(
    interactionsOf(acts, notes.length),
    { seed: SEED, content: terms.length > 0 ? contentOf(rows, terms.length) : null, crew },
    { reference: REFERENCE, learns: count <= MOST_TO_LEARN },
  )
  const languages = commonest(new Map([...Map.groupBy(notes, ({ language }) => language)].map(([language, group]) => [language, group.length])))
  const authors = [...new Set(notes.map(({ author }) => author))].sort()
  const authorRows = new Map(authors.map((author, at) => [author, at]))
  return {
    engine,
    notes: packIds(notes.map(({ id }) => id)),
    authors: packIds(authors),
    authorOf: Uint32Array.from(notes, ({ author }) => authorRows.get(author) as number),
    languages,
    readable: Int32Array.from(notes, ({ language, layers }) => languageBits(languages, [language, ...layers])),
    terms,
    acts: count,
  }
}
