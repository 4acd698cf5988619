import type { Reader } from '#ground/database/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { type Crew, contentOf, type EngineModel, trainEngine, weighedInteractionsOf } from '#pure/recommender/index.ts'
import { DONE_KINDS, doneAfter, factsAfter, type LearntAct, type NoteFacts, toldAfter } from '../queries/training.ts'
import { worthOf } from '../signals/kinds.ts'
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
const READERS_AT_ONCE = 200
/** Of one reader so many acts count: what takes time grows with their square. */
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

/** Which row a note has, −1: none; found at once when notes are asked for in their order. */
function rowIn(notes: readonly NoteFacts[]): (id: NoteId) => number {
  let row = 0
  return (id) => {
    if (notes[row]?.id !== id && notes[++row]?.id !== id) {
      let end = notes.length
      row = 0
      while (row < end) {
        const middle = (row + end) >> 1
        if ((notes[middle]?.id as NoteId) < id) row = middle + 1
        else end = middle
      }
    }
    return notes[row]?.id === id ? row : -1
  }
}

/** A row of a reader: what each note says of their taste, in thousandths; whole numbers lie close together. */
type Taste = Map<number, number>
const LIKE = 1_000
/** More than all that can be said for a note: one "no", and it is no longer something they liked. */
const NO = -1_000_000

/** By reader: what the notes that they acted on say, a like 1; a note that was hidden says nothing. One's own do not count. */
async function allActs(db: Reader, notes: readonly NoteFacts[]): Promise<Taste[]> {
  const rowOf = rowIn(notes)
  const readers = new Map<ActorId, Taste>()
  const learn = (act: LearntAct) => {
    const row = rowOf(act.note)
    if (row < 0 || notes[row]?.author === act.reader) return
    const taste = readers.get(act.reader) ?? new Map<number, number>()
    readers.set(act.reader, taste)
    const worth = worthOf(act)
    taste.set(row, (taste.get(row) ?? 0) + (worth < 0 ? NO : Math.round(LIKE * worth)))
  }
  for (const kind of DONE_KINDS)
    for (let page = await doneAfter(db, kind, null, AT_ONCE); page.length > 0; page = await doneAfter(db, kind, page.at(-1) ?? null, AT_ONCE))
      page.forEach(learn)
  for (let page = await toldAfter(db, null, READERS_AT_ONCE); page.last !== null; page = await toldAfter(db, page.last, READERS_AT_ONCE))
    page.acts.forEach(learn)
  return [...readers.values()].map(strongest).filter(({ size }) => size > 0)
}

/** What was liked or more before what was only opened or read, of both the latest notes. */
function strongest(taste: Taste): Taste {
  const wanted = [...taste].filter(([, worth]) => worth > 0)
  const kept = wanted.length > MOST_ACTS ? wanted.sort(([a, x], [b, y]) => Number(y >= LIKE) - Number(x >= LIKE) || b - a).slice(0, MOST_ACTS) : wanted
  return new Map(kept.map(([row, worth]) => [row, worth / LIKE]))
}

/** Terms of several notes get numbers; what one note alone says places nothing. */
function numbered(notes: readonly NoteFacts[]): { terms: string[]; rows: number[][] } {
  const counts = new Map<string, number>()
  for (const note of notes) for (const term of termsOf(note)) counts.set(term, (counts.get(term) ?? 0) + 1)
  const terms = [...counts].flatMap(([term, count]) => (count > 1 ? [term] : [])).sort()
  const numbers = new Map(terms.map((term, at) => [term, at]))
  return { terms, rows: notes.map((note) => termsOf(note).flatMap((term) => numbers.get(term) ?? [])) }
}

/** Learns from everything public in the database and all acts on it, by what each says; null when nobody has done anything. */
export async function learn(db: Reader, crew: Crew): Promise<PlaceModel | null> {
  const notes = await allFacts(db)
  const acts = await allActs(db, notes)
  const count = acts.reduce((sum, taste) => sum + taste.size, 0)
  if (count === 0) return null
  const { terms, rows } = numbered(notes)
  const engine = await trainEngine(
    weighedInteractionsOf(acts, notes.length),
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
