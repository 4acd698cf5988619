import type { Reader } from '#ground/database/index.ts'
import type { SubjectKind } from '#ground/feature.ts'
import { isUuid } from '#ground/ids/index.ts'
import { proposalsById } from '../queries/proposals.ts'
import { labelsAsMade } from '../queries/topics.ts'
import type { ProposalId } from '../tables.ts'

const found = (db: Reader, ids: readonly string[]) => proposalsById(db, ids.filter(isUuid) as ProposalId[])

/** `topic-proposal`: so that whoever asked can be told, and what people wrote there be reported. Everybody may read them. */
export const proposalSubject: SubjectKind = {
  async readable(db, _viewer, ids) {
    return new Set((await found(db, ids)).map(({ id }) => id))
  },
  owners: async (db, ids) => new Map((await found(db, ids)).flatMap(({ id, askedBy }) => (askedBy ? [[id, askedBy] as const] : []))),
  isPublic: async (db, id) => (await found(db, [id])).length > 0,
  addresses: async (db, ids) => new Map((await found(db, ids)).map(({ id }) => [id, `/topic-proposals/${id}`])),
  async excerpts(db, ids) {
    const proposals = await found(db, ids)
    const labels = await labelsAsMade(
      db,
      proposals.flatMap(({ a, b }) => [a, b]),
    )
    const words = (topic: string) => labels.get(topic)?.[0]?.label ?? topic
    return new Map(proposals.map(({ id, a, b }) => [id, `${words(a)} · ${words(b)}`]))
  },
}
