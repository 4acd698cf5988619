import { importPicture } from '#features/media/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { ActorId, MediaId } from '#ground/ids/index.ts'
import { drawPicture } from './pictures/index.ts'
import type { DemoNote } from './world.ts'

/** Pictures at once: one is decoded while another is drawn. */
const AT_ONCE = 2

export interface Drawing {
  /** The pictures of a note, in order; waits until they are drawn. */
  of(note: DemoNote): Promise<MediaId[]>
}

/**
 * Draws the pictures of all notes in their order while the story is told: telling waits for the database, drawing for the processor.
 */
export function startDrawing(
  ground: Ground,
  notes: readonly DemoNote[],
  { owners, kinds, drawn }: { owners: ReadonlyMap<string, { id: ActorId }>; kinds: ReadonlyMap<string, string>; drawn(): void },
): Drawing {
  const wanted = notes.flatMap((note) => Array.from({ length: note.pictures ?? 0 }, (_, index) => ({ note, index, ...Promise.withResolvers<MediaId>() })))
  const byNote = Map.groupBy(wanted, ({ note }) => note.id)
  const queue = wanted.values()
  const draw = async ({ note, index }: { note: DemoNote; index: number }): Promise<MediaId> => {
    const owner = owners.get(note.by)
    if (!owner) throw new Error(`nobody is called ${note.by}`)
    const { data } = await drawPicture({
      seed: `${note.id}/${index}`,
      topics: note.topics,
      kinds: note.topics.flatMap((topic) => kinds.get(topic) ?? []),
      title: note.title,
      language: note.lang,
      ...(note.place ? { place: note.place } : {}),
    })
    return importPicture(ground, owner.id, data, { alt: note.alts?.[index] ?? '' })
  }
  const drawer = async (): Promise<void> => {
    for (const one of queue) {
      // Who publishes the note hears of a failure; nobody else waits for it.
      one.promise.catch(() => {})
      await draw(one).then(one.resolve, one.reject)
      drawn()
    }
  }
  for (let i = 0; i < AT_ONCE; i++) void drawer()
  return { of: (note) => Promise.all((byNote.get(note.id) ?? []).map(({ promise }) => promise)) }
}
