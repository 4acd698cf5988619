import type { Reader } from '#ground/database/index.ts'
import type { SubjectKind } from '#ground/feature.ts'
import { isUuid } from '#ground/ids/index.ts'
import { proposalById } from '../queries/proposals.ts'
import { labelsAsMade } from '../queries/topics.ts'
import type { ProposalId } from '../tables.ts'

const found = (db: Reader, id: string) => (isUuid(id) ? proposalById(db, id as ProposalId) : Promise.resolve(undefined))

/** `topic-proposal`: so that whoever asked can be told, and what people wrote there be reported. Everybody may read them. */
export const proposalSubject: SubjectKind = {
  async readable(db, _viewer, ids) {
    const wanted = ids.filter(isUuid) as ProposalId[]
    if (wanted.length === 0) return new Set()
    const rows = await db.selectFrom('topic_proposals').select('id').where('id', 'in', wanted).execute()
    return new Set(rows.map((row) => row.id as string))
  },
  owner: async (db, id) => (await found(db, id))?.askedBy ?? null,
  isPublic: async (db, id) => (await found(db, id)) !== undefined,
  address: async (db, id) => ((await found(db, id)) ? `/topic-proposals/${id}` : null),
  async excerpt(db, id) {
    const proposal = await found(db, id)
    if (!proposal) return ''
    const labels = await labelsAsMade(db, [proposal.a, proposal.b])
    return [proposal.a, proposal.b].map((topic) => labels.get(topic)?.[0]?.label ?? topic).join(' · ')
  },
}
