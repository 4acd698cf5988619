import type { Ground } from '#ground/feature.ts'
import { subject } from '#ground/feature.ts'
import type { Job } from '#ground/jobs/index.ts'
import { indexSubject } from './index-subject.ts'

const AT_ONCE = 200

/** Indexes everything that can be found anew, e.g. after a change of how text is cut: `search.rebuild`, one kind a run. */
export const rebuild = (ground: Ground): Job<never> => ({
  name: 'search.rebuild',
  concurrency: 1,
  deadlineSeconds: 4 * 3600,
  async run({ kind }: { kind: string }, signal: AbortSignal) {
    const contribution = ground.house.searchable.get(kind)
    if (!contribution) return
    let after: string | null = null
    do {
      const ids = await contribution.ids(ground.db.q, after, AT_ONCE)
      for (const id of ids) await indexSubject(ground, subject(kind, id))
      after = ids.length === AT_ONCE ? (ids.at(-1) ?? null) : null
    } while (after !== null && !signal.aborted)
  },
})

const REBUILD_TOPICS = 'search.rebuild-topics'

/** Indexes anew what stands under these topics: which of them answers for the others is no longer what it was. */
export const askForTopics = ({ jobs, db }: Ground, { payload: { topicIds } }: { payload: { topicIds: string[] } }): Promise<void> =>
  jobs.enqueue(db.q, REBUILD_TOPICS, { topicIds }, { key: topicIds[0] ?? '' })

export const rebuildTopics = (ground: Ground): Job<never> => ({
  name: REBUILD_TOPICS,
  concurrency: 1,
  keyed: true,
  deadlineSeconds: 4 * 3600,
  async run({ topicIds }: { topicIds: string[] }, signal: AbortSignal) {
    for (const [kind, { underTopics }] of ground.house.searchable) {
      let after: string | null = null
      do {
        const ids: string[] = underTopics ? await underTopics(ground.db.read(), topicIds, after, AT_ONCE) : []
        for (const id of ids) await indexSubject(ground, subject(kind, id))
        after = ids.length === AT_ONCE ? (ids.at(-1) ?? null) : null
      } while (after !== null && !signal.aborted)
    }
  },
})
