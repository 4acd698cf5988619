import type { Ground } from '#ground/feature.ts'
import type { NoteId } from '#ground/ids/index.ts'
import type { Job } from '#ground/jobs/index.ts'
import { projectNote } from './queries/projection.ts'

const AT_ONCE = 200

/** Makes the projection of every note anew, e.g. after a change of what it holds: `feed.rebuild`. */
export const rebuild = ({ db, house }: Ground): Job<never> => ({
  name: 'feed.rebuild',
  concurrency: 1,
  deadlineSeconds: 4 * 3600,
  async run(_: object, signal: AbortSignal) {
    const notes = house.searchable.get('note')
    let after: string | null = null
    do {
      const ids: string[] = (await notes?.ids(db.q, after, AT_ONCE)) ?? []
      for (const id of ids) await db.transaction((tx) => projectNote(tx, id as NoteId))
      after = ids.length === AT_ONCE ? (ids.at(-1) ?? null) : null
    } while (after !== null && !signal.aborted)
  },
})
