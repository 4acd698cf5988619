import { checkFlood, checkText } from '#features/moderation/index.ts'
import type { Tx } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { normaliseLine } from '#pure/text/normalise.ts'
import { openTopics } from '../open-topics.ts'
import { headsOfTopics, lockGroups } from '../queries/groups.ts'
import { inOrder, putProposal } from '../queries/proposals.ts'
import { findTopic, findTopicAsMade } from '../queries/topics.ts'
import { resolveHashtags } from '../resolve-hashtags.ts'
import type { ProposalId } from '../tables.ts'
import { readsBoth, reasonOf, takeAnswer } from './answer-proposal.ts'
import { step } from './decide.ts'

export interface Asked {
  /** Id or label of another topic, or a name that no topic has yet. */
  other: string
  /** What language a new name is in. */
  language: string
  answer: 'same' | 'apart'
  /** Needed for `apart`, welcome otherwise. */
  reason: string
}

/**
 * Asks whether a topic and another are the same, or says that they are not; the asker's answer counts as one when they read both sides. A name that no
 * topic has becomes one, so that taking it away again leaves nothing behind. Asking what was asked before is an answer to it. Throws `not-found`,
 * `topic-unknown` (a new name cannot be told apart), `topics-one-already`, `reason-missing`, `reason-long`, `slow-down` and what the word list says.
 */
export async function askWhetherSame(
  ground: Ground,
  member: Member,
  idOrLabel: string,
  { other, language, answer, reason: given }: Asked,
): Promise<ProposalId> {
  const reason = answer === 'apart' || given.trim() !== '' ? reasonOf(given) : ''
  const name = normaliseLine(other)
  await checkFlood(ground, member, 'layer')
  await checkText(ground.db.q, [name, reason].join('\n'))
  const topic = await findTopic(ground.db.q, idOrLabel, member.id)
  if (!topic) throw notFound()
  return ground.db.transaction(async (tx) => {
    await lockGroups(tx)
    const second = await secondOf(tx, ground, member, { name, language, answer })
    const heads = await headsOfTopics(tx, [topic.id, second])
    if (answer === 'same' && heads.get(topic.id) === heads.get(second)) throw new Refusal('topics-one-already', { field: 'other' })
    if (topic.id === second) throw new Refusal('topics-one-already', { field: 'other' })
    // Everybody is asked, so everybody may hear of both.
    await openTopics(tx, ground, [topic.id, second], member.id)
    const at = ground.clock.now()
    const row = {
      ...inOrder(topic.id, second),
      state: 'open' as const,
      round: 1,
      asked_by: member.id,
      evidence: '[]',
      score: 0,
      created_at: at,
      changed_at: at,
    }
    const { proposal, made } = await putProposal(tx, { id: ground.ids.next<ProposalId>(), ...row })
    if (made) await step(tx, ground, proposal.id, 'asked', member.id, answer === 'same' ? reason : '')
    if (answer === 'apart' || (await readsBoth(tx, member, proposal))) await takeAnswer(tx, ground, member, proposal, { answer, reason })
    return proposal.id
  })
}

/** The other topic as it was made; a name that nobody wrote before becomes one. */
async function secondOf(
  tx: Tx,
  ground: Ground,
  member: Member,
  { name, language, answer }: { name: string; language: string; answer: string },
): Promise<string> {
  const found = await findTopicAsMade(tx, name, member.id)
  if (found) return found.id
  if (answer === 'apart') throw new Refusal('topic-unknown', { field: 'other' })
  const [made] = await resolveHashtags(tx, ground, [name], language, member.id)
  if (!made) throw new Refusal('topic-unknown', { field: 'other' })
  return made
}
