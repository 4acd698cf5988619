import { type Database, notify, type Reader } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { NoteId } from '#ground/ids/index.ts'
import { factsOf } from '../queries/training.ts'
import { again } from './again.ts'
import { versionsIn } from './file.ts'
import { type Model, openServing, type Serving } from './serving.ts'
import { folderOf, MODEL_CHANNEL } from './train.ts'

export type { Model, RatedNote, WeightedAct, Wish } from './serving.ts'
export { countAct, training } from './train.ts'

/** Says that a note came, changed or went, to every process that serves; in the caller's transaction. */
const NOTE_CHANNEL = 'feed_note'
export const tellOfNote = (tx: Reader, id: NoteId): Promise<void> => notify(tx, NOTE_CHANNEL, id)

type Needed = Pick<Ground, 'db' | 'config' | 'clock' | 'log'>

interface Keeper {
  serving: Serving | null
  /** Opens the newest file, once after the other. */
  load(): Promise<void>
}
const keepers = new WeakMap<Database, Keeper>()

/**
 * The engine of this place; null until a model was learnt, and for the moment in which its file is read: first, and again when a thread that
 * served it broke off. The newest file is taken as it comes, and public notes come and go as they are announced.
 */
export function modelOf(ground: Needed): Model | null {
  return keeperOf(ground).serving
}

/** Resolves when the newest model is open, or there is none. */
export const modelReady = async (ground: Needed): Promise<Model | null> => {
  await keeperOf(ground).load()
  return modelOf(ground)
}

function keeperOf(ground: Needed): Keeper {
  const known = keepers.get(ground.db)
  if (known) return known
  const keeper = keep(ground)
  keepers.set(ground.db, keeper)
  void keeper.load()
  return keeper
}

function keep({ db, config, clock, log }: Needed): Keeper {
  const failed = (err: unknown) => log.warn({ err }, 'the feed’s model')
  let last = Promise.resolve()
  let listening: Promise<unknown> | undefined
  const broken = (err: unknown) => {
    failed(err)
    reopening.later()
  }
  const keeper: Keeper = {
    serving: null,
    load() {
      last = last.then(open).catch(broken)
      return last
    },
  }
  const reopening = again(clock, () => void keeper.load())
  // What is heard while a file is read is put to the model that comes of it, too.
  const heard = new Set<NoteId>()
  let isReading = false
  let opened: number | undefined

  async function open(): Promise<void> {
    listening ??= listen().catch((error: unknown) => {
      listening = undefined
      throw error
    })
    await listening
    const [version] = versionsIn(folderOf(config))
    if (version === undefined || (version === opened && keeper.serving)) return
    if (version !== opened) reopening.forget()
    isReading = true
    heard.clear()
    try {
      let next: Serving | null = null
      next = await openServing({ folder: folderOf(config), version, connection: db.connection }, (error) => {
        if (keeper.serving !== next || !next) return
        keeper.serving = null
        // The threads that did not break off.
        next.close().catch(failed)
        broken(error)
      })
      if (!next) return
      const before = keeper.serving
      keeper.serving = next
      opened = version
      await before?.close()
      for (const id of heard) await follow(id)
    } finally {
      isReading = false
    }
  }

  async function follow(id: NoteId): Promise<void> {
    const { serving } = keeper
    if (!serving) return
    const [note] = await factsOf(db.q, [id])
    if (note) await serving.put(note)
    else serving.remove(id)
  }

  /** An empty word comes after a lost connection: then anything may have been missed. */
  async function listen(): Promise<void> {
    await db.listen(MODEL_CHANNEL, () => void keeper.load())
    await db.listen(NOTE_CHANNEL, (id) => {
      if (id === '') return
      if (isReading) heard.add(id as NoteId)
      follow(id as NoteId).catch(failed)
    })
  }
  return keeper
}
