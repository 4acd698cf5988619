import { availableParallelism } from 'node:os'
import type { Instant } from '#ground/clock/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { openPool, type Pool } from '#ground/threads/pool.ts'
import { ALL_LANGUAGES, type Filters, type History, placingNew, type Rated, writerOf } from '#pure/recommender/index.ts'
import type { NoteFacts } from '../queries/training.ts'
import { Rows } from './rows.ts'
import type { Loaded, Work } from './serving-thread.ts'
import { languageBits, termsOf } from './terms.ts'

/** Something a reader did with a note: weight > 0 for a like (1) and its kin, < 0 for hide and *less like this*. */
export interface WeightedAct {
  id: NoteId
  weight: number
  at: Instant
}

/** A note with what the engine gives it for a reader, in standard deviations. */
export interface RatedNote {
  id: NoteId
  score: number
  /** The reader is likely to like it, of all that there is. */
  isNear: boolean
}

export interface Wish {
  /** How many at most. */
  limit: number
  /** Left out, as is what the reader acted on. */
  skip?: Iterable<NoteId>
  /** Only what can be read in one of these, the original or a layer; unset: any. */
  languages?: Iterable<string>
  /** Authors who are left out. */
  blocked?: Iterable<ActorId>
}

/** The engine, as a place has learnt it. It knows public notes alone; who may see one is for the gate to say. */
export interface Model {
  /**
   * Of these notes those that the engine knows, in their order; after them, best first, what else the reader is likely to like. Nothing when
   * none of the acts are known. Without a wish nothing is looked for.
   */
  rate(acts: readonly WeightedAct[], ids: Iterable<NoteId>, wish?: Wish): Promise<RatedNote[]>
}

/** A model with the threads that answer from it. */
export interface Serving extends Model {
  /** What a note says of itself now; a new one gets its place at once. */
  put(note: NoteFacts): Promise<void>
  /** It is not public any more, or gone. */
  remove(id: NoteId): void
  close(): Promise<void>
}

/** Of a reader so many acts are asked with, newest first. */
const MOST_ACTS = 200
const SCRIPT = new URL('./serving-thread.ts', import.meta.url)
export const servingThreads = (): number => Math.min(2, availableParallelism())

/** Reads a model's file and opens threads over it; null when there is no whole file of this version. `ended`: a thread broke off, nothing more is answered. */
export async function openServing(
  given: { folder: string; version: number; connection: string },
  ended: (error: Error) => void,
  threads = servingThreads(),
): Promise<Serving | null> {
  const pool = openPool(SCRIPT, threads, ended)
  try {
    const loaded = await pool.ask<Loaded | null>({ do: 'load', ...given, desks: threads } satisfies Work)
    if (loaded) {
      const { model, room } = loaded
      await pool.askAll((desk) => ({ do: 'open', engine: model.engine, room, desk }) satisfies Work)
      const serving = servingFrom(pool, loaded)
      for (const note of loaded.later) await serving.put(note)
      return serving
    }
  } catch (error) {
    await pool.close()
    throw error
  }
  await pool.close()
  return null
}

function servingFrom(pool: Pool, { model, room }: Loaded): Serving {
  const notes = new Rows(model.notes)
  const authors = new Rows(model.authors)
  const terms = new Map(model.terms.map((term, at) => [term, at]))
  const place = placingNew(model.engine)
  const writer = writerOf(room)
  let last: Promise<unknown> = Promise.resolve()

  const historyOf = (acts: readonly WeightedAct[]): History =>
    acts
      .toSorted((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? -1 : 1))
      .slice(0, MOST_ACTS)
      .flatMap(({ id, weight }) => {
        const row = notes.of(id)
        return row < 0 ? [] : [[row, weight] as const]
      })
  const rowsOf = (rows: Rows, ids: Iterable<string>) => Array.from(ids, (id) => rows.of(id)).filter((row) => row >= 0)
  const filtersOf = ({ limit, skip = [], languages, blocked = [] }: Wish): Filters => ({
    limit,
    skip: rowsOf(notes, skip),
    blocked: rowsOf(authors, blocked),
    languages: languages ? languageBits(model.languages, languages) : ALL_LANGUAGES,
  })

  /** The row first and then what threads keep of it, one note after the other: so rows have the same numbers everywhere. */
  async function add(note: NoteFacts, bits: number): Promise<void> {
    const placed = place(termsOf(note).flatMap((term) => terms.get(term) ?? []))
    if (!placed) return
    const row = writer.add({ vector: placed.vector, language: bits, author: authors.take(note.author) })
    if (row === null) return
    notes.take(note.id)
    await pool.askAll(() => ({ do: 'add', item: placed }) satisfies Work)
  }

  return {
    async rate(acts, ids, wish) {
      const history = historyOf(acts)
      if (history.length === 0) return []
      // What was asked for keeps the name it was asked by.
      const asked = new Map<number, NoteId>()
      for (const id of ids) {
        const row = notes.of(id)
        if (row >= 0) asked.set(row, id)
      }
      const work: Work = { do: 'rate', history, items: Uint32Array.from(asked.keys()), filters: wish ? filtersOf(wish) : null }
      const { items, scores, near } = await pool.ask<Rated>(work)
      return Array.from(items, (item, at) => ({
        id: asked.get(item) ?? (notes.idAt(item) as NoteId),
        score: scores[at] as number,
        isNear: near[at] === 1,
      }))
    },
    put(note) {
      const bits = languageBits(model.languages, [note.language, ...note.layers])
      const work = async () => {
        const row = notes.of(note.id)
        if (row >= 0) writer.setLanguages(row, bits)
        else await add(note, bits)
      }
      const next = last.then(work)
      last = next.catch(() => undefined)
      return next
    },
    remove(id) {
      const row = notes.of(id)
      if (row >= 0) writer.setLanguages(row, 0)
    },
    close: () => pool.close(),
  }
}
