import type { Tx } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { ActorId, Id } from '#ground/ids/index.ts'
import type { Verdict } from '#pure/topics/verdict.ts'
import '../events.ts'
import { keepStep, type ProposalRow, setState } from '../queries/proposals.ts'
import type { ProposalId, Step } from '../tables.ts'
import { regroup } from './regroup.ts'

/** One line of a proposal's history. */
export const step = (tx: Tx, { ids, clock }: Pick<Ground, 'ids' | 'clock'>, proposal: ProposalId, act: Step, by: ActorId | null, reason = '') =>
  keepStep(tx, { id: ids.next<Id<'topic-step'>>(), proposal_id: proposal, act, by_actor: by, reason, at: clock.now() })

/** A locked proposal comes to a verdict: the groups follow, and whoever asked is told. `by`: staff, or null when answers came to it; `last` gave the last. */
export async function decide(
  tx: Tx,
  ground: Ground,
  proposal: ProposalRow,
  state: Verdict,
  { by, last, reason = '' }: { by: ActorId | null; last: ActorId | null; reason?: string },
): Promise<void> {
  await setState(tx, proposal.id, state, ground.clock.now())
  await step(tx, ground, proposal.id, state, by, reason)
  await regroup(tx, ground, [proposal.a, proposal.b])
  await ground.outbox.announce(tx, 'topics.decided', { proposalId: proposal.id, state, askedBy: proposal.askedBy, byActor: by ?? last }, proposal.id)
}
