import { checkText } from '#features/moderation/index.ts'
import { audit } from '#features/settings/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import { notFound } from '#pure/problem/index.ts'
import type { Verdict } from '#pure/topics/verdict.ts'
import { lockGroups } from '../queries/groups.ts'
import { lockProposal, nextRound } from '../queries/proposals.ts'
import type { ProposalId } from '../tables.ts'
import { reasonOf } from './answer-proposal.ts'
import { decide } from './decide.ts'

/**
 * A curator (moderator) makes two topics one, keeps them apart, or opens the question again; what readers answered before counts no more, and stays in
 * the history. Throws `not-found`, `reason-missing`, `reason-long` and what the word list says.
 */
export async function overruleProposal(
  ground: Ground,
  staff: Member,
  id: ProposalId,
  { state, reason: given }: { state: Verdict; reason: string },
): Promise<void> {
  const reason = reasonOf(given)
  await checkText(ground.db.q, reason)
  await ground.db.transaction(async (tx) => {
    await lockGroups(tx)
    const proposal = await lockProposal(tx, id)
    if (!proposal) throw notFound()
    await nextRound(tx, id)
    await decide(tx, ground, proposal, state, { by: staff.id, last: null, reason })
    const facts = { topic: proposal.a, other: proposal.b, before: proposal.state, after: state }
    await audit(tx, ground, { by: staff.id, act: 'topic-proposal.decided', subject: subject('topic-proposal', id), facts })
  })
}
