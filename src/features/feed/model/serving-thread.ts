/** A thread that answers from a model in shared memory; the first of a pool also reads the file. See `serving.ts`. */
import { openDatabase, type Reader } from '#ground/database/index.ts'
import type { NoteId } from '#ground/ids/index.ts'
import { answering } from '#ground/threads/answering.ts'
import {
  type EngineModel,
  type Filters,
  type History,
  layModel,
  makeRoom,
  type NewItem,
  type Room,
  type Server,
  serverOf,
  writerOf,
} from '#pure/recommender/index.ts'
import { factsAfter, type NoteFacts } from '../queries/training.ts'
import { readModel } from './file.ts'
import type { PlaceModel } from './learn.ts'
import { Rows } from './rows.ts'
import { languageBits } from './terms.ts'

/** Place for notes and authors that come until the next model. */
const GROWTH = 1.1
const FEWEST_NEW = 20_000
const AT_ONCE = 5_000

export type Work =
  | { do: 'load'; folder: string; version: number; connection: string; desks: number }
  | { do: 'open'; engine: EngineModel; room: Room; desk: number }
  | { do: 'add'; item: NewItem }
  | { do: 'rate'; history: History; items: Uint32Array; filters: Filters | null }

export interface Loaded {
  model: PlaceModel
  room: Room
  /** Notes that the model does not know. */
  later: NoteFacts[]
}

const grown = (count: number): number => Math.ceil(count * GROWTH) + FEWEST_NEW

/** Takes out what is no longer public, and says what is new. */
async function compare(db: Reader, model: PlaceModel, room: Room): Promise<NoteFacts[]> {
  const rows = new Rows(model.notes)
  const writer = writerOf(room)
  const isThere = new Uint8Array(rows.count)
  const later: NoteFacts[] = []
  let after: NoteId | null = null
  do {
    const page: NoteFacts[] = await factsAfter(db, after, AT_ONCE)
    for (const note of page) {
      const row = rows.of(note.id)
      if (row < 0) later.push(note)
      else {
        isThere[row] = 1
        writer.setLanguages(row, languageBits(model.languages, [note.language, ...note.layers]))
      }
    }
    after = page.at(-1)?.id ?? null
  } while (after !== null)
  for (const [row, there] of isThere.entries()) if (!there) writer.setLanguages(row, 0)
  return later
}

/** Null: no whole file of this version. */
async function load({ folder, version, connection, desks }: Extract<Work, { do: 'load' }>): Promise<Loaded | null> {
  const model = readModel(folder, version) as PlaceModel | null
  if (!model) return null
  const room = makeRoom({ capacity: grown(model.engine.items), authorCapacity: grown(model.authors.length / 4), desks })
  layModel(model.engine, room, (item) => ({ language: model.readable[item] as number, author: model.authorOf[item] as number }))
  const db = openDatabase({ url: connection, max: 1, statementTimeoutMs: 60_000 })
  try {
    return { model, room, later: await compare(db.q, model, room) }
  } finally {
    await db.close()
  }
}

let server: Server | undefined

answering((work: Work) => {
  if (work.do === 'load') return load(work)
  if (work.do === 'open') {
    server = serverOf(work.engine, work.room, work.desk)
    return null
  }
  if (!server) throw new Error('no model is open')
  if (work.do === 'rate') return server.rate(work.history, work.items, work.filters)
  server.add(work.item)
  return null
})
