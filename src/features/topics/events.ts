import type { ActorId } from '#ground/ids/index.ts'
import type { Verdict } from '#pure/topics/verdict.ts'
import type { ProposalId } from './tables.ts'

declare module '#ground/outbox/index.ts' {
  interface Events {
    /** Which topic answers for these, or what else is one with them, is not what it was. */
    'topics.regrouped': { topicIds: string[] }
    /** A proposal came to something; `byActor` gave the last answer, or is staff. */
    'topics.decided': { proposalId: ProposalId; state: Verdict; askedBy: ActorId | null; byActor: ActorId | null }
    /** Everybody may hear of these from now on. */
    'topics.opened': { topicIds: string[] }
  }
}
