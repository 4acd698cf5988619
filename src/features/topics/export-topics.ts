import type { Reader } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { followsOf } from './queries/follows.ts'
import { stepsBy } from './queries/proposals.ts'

const PAGE = 500

/** What a member follows, and what they said about pairs of topics, for their archive. */
export async function* exportTopics(db: Reader, member: ActorId): AsyncGenerator<object> {
  for (let after = ''; ; ) {
    const rows = await followsOf(db, member, after, PAGE)
    yield* rows.map(({ topic, since }) => ({ follows: topic, since: since.toISOString() }))
    if (rows.length < PAGE) break
    after = rows.at(-1)?.topic ?? ''
  }
  for (let after: string | null = null; ; ) {
    const rows: Awaited<ReturnType<typeof stepsBy>> = await stepsBy(db, member, after, PAGE)
    yield* rows.map(({ a, b, act, reason, at }) => ({ topics: [a, b], act, reason, at: at.toISOString() }))
    if (rows.length < PAGE) return
    after = rows.at(-1)?.id ?? null
  }
}
