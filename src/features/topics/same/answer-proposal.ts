import { readsLanguage } from '#features/language/index.ts'
import { checkFlood, checkText } from '#features/moderation/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { countGraphemes } from '#pure/text/graphemes.ts'
import { normaliseLine } from '#pure/text/normalise.ts'
import { tallyOf, type Verdict, verdictOf } from '#pure/topics/verdict.ts'
import { lockGroups } from '../queries/groups.ts'
import { answersOf, lockProposal, type ProposalRow, putAnswer } from '../queries/proposals.ts'
import { labelsAsMade } from '../queries/topics.ts'
import type { ProposalId } from '../tables.ts'
import { decide, step } from './decide.ts'

export const ANSWERS = ['same', 'apart', 'none'] as const
export type GivenAnswer = (typeof ANSWERS)[number]

/** Longest reason, in graphemes. */
export const MOST_REASON = 280

/** Whether somebody reads a label of each side, so that they can tell. */
export function readsSides(reads: readonly string[], sides: readonly (readonly { language: string }[])[]): boolean {
  return sides.every((labels) => labels.some(({ language }) => readsLanguage(reads, language)))
}

export async function readsBoth(db: Reader, { reads }: Pick<Member, 'reads'>, { a, b }: Pick<ProposalRow, 'a' | 'b'>): Promise<boolean> {
  const labels = await labelsAsMade(db, [a, b])
  return readsSides(
    reads,
    [a, b].map((id) => labels.get(id) ?? []),
  )
}

/** A reason in one line. Throws `reason-missing`, `reason-long` {count}. */
export function reasonOf(given: string): string {
  const reason = normaliseLine(given)
  if (reason === '') throw new Refusal('reason-missing', { field: 'reason' })
  if (countGraphemes(reason) > MOST_REASON) throw new Refusal('reason-long', { field: 'reason', count: MOST_REASON })
  return reason
}

/** Counts an answer to a locked proposal and does what the answers come to. */
export async function takeAnswer(
  tx: Tx,
  ground: Ground,
  member: Member,
  proposal: ProposalRow,
  { answer, reason }: { answer: GivenAnswer; reason: string },
): Promise<Verdict> {
  const reads = await readsBoth(tx, member, proposal)
  if (answer === 'same' && !reads) throw new Refusal('reads-one-label')
  const value = answer === 'same' ? 1 : answer === 'apart' ? -1 : 0
  const at = ground.clock.now()
  if (!(await putAnswer(tx, proposal, member.id, { value, readsBoth: reads }, at))) return proposal.state
  await step(tx, ground, proposal.id, ({ same: 'confirmed', apart: 'objected', none: 'withdrew' } as const)[answer], member.id, reason)
  const verdict = verdictOf(proposal.state, tallyOf(await answersOf(tx, proposal)))
  if (verdict !== proposal.state) await decide(tx, ground, proposal, verdict, { by: null, last: member.id })
  return verdict
}

/**
 * Says whether two topics are the same, are not (with a reason; anybody may object), or takes that back. Whoever confirms reads a label of each side.
 * Works for what is decided as well, which may come to something else by it. Throws `not-found`, `reads-one-label`, `reason-missing`, `reason-long`,
 * `slow-down` and what the host's word list says.
 */
export async function answerProposal(
  ground: Ground,
  member: Member,
  id: ProposalId,
  { answer, reason: given }: { answer: GivenAnswer; reason: string },
): Promise<Verdict> {
  const reason = answer === 'apart' ? reasonOf(given) : ''
  await checkFlood(ground, member, 'layer')
  await checkText(ground.db.q, reason)
  return ground.db.transaction(async (tx) => {
    await lockGroups(tx)
    const proposal = await lockProposal(tx, id)
    if (!proposal) throw notFound()
    return takeAnswer(tx, ground, member, proposal, { answer, reason })
  })
}
