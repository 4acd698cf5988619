import type { ColumnType, Generated } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { ActorId, Id, NoteId } from '#ground/ids/index.ts'
import type { Evidence } from '#pure/topics/evidence.ts'
import type { Verdict } from '#pure/topics/verdict.ts'

export type ProposalId = Id<'topic-proposal'>

/** A concept with labels in many languages. Reference tables, but for the follows. */
export interface TopicsTable {
  /** Readable id: `punk`; of members' own topics the folded label. */
  id: string
  kind: string
  created_by: ActorId | null
  created_at: Instant
  /** Whether everybody may hear of it; false until a public or unlisted note bears it. */
  is_open: Generated<boolean>
  /** The topic that answers for it: itself, or another that readers found to be the same. */
  head_id: string
}

/** Who wrote a topic that is not open yet, beside whoever coined it. Distribution key: reader. */
export interface TopicWritersTable {
  topic_id: string
  member_id: ActorId
  /** Their own spelling; null where they named the topic by its id. */
  label: string | null
  /** Of the label. */
  language: string | null
}

export interface TopicLabelsTable {
  topic_id: string
  language: string
  label: string
  /** Key under which spellings of one label meet. */
  folded: string
  /** The same without accents and with simplified characters: the second try. */
  loose: string
  /** 0 is the one shown; others are aliases. */
  position: number
}

/** What is written between two topics; `none`: a curator took it away, so that the seed does not bring it back. */
export interface TopicLinksTable {
  from_id: string
  to_id: string
  kind: 'narrower' | 'related' | 'apart' | 'none'
}

/** The question whether two topics (as they were made, `a_id < b_id`) are one, and what came of it. Reference. */
export interface TopicProposalsTable {
  id: ProposalId
  a_id: string
  b_id: string
  state: Verdict
  /** Grows when a curator decides: answers of earlier rounds count no more. */
  round: number
  /** null: found by the house, or by somebody who left. */
  asked_by: ActorId | null
  evidence: ColumnType<Evidence[], string, string>
  /** 0 to 1, of the rule that found it; 0 by hand. */
  score: number
  created_at: Instant
  /** When its state last changed. */
  changed_at: Instant
}

/** Distribution key: proposal. */
export interface TopicAnswersTable {
  proposal_id: ProposalId
  round: number
  actor_id: ActorId
  value: 1 | -1
  /** Whether they read both sides when they answered. */
  reads_both: boolean
  at: Instant
}

export const STEPS = ['found', 'asked', 'confirmed', 'objected', 'withdrew', 'same', 'apart', 'open'] as const
export type Step = (typeof STEPS)[number]

/** All that ever happened to a proposal. Distribution key: proposal. */
export interface TopicStepsTable {
  id: Id<'topic-step'>
  proposal_id: ProposalId
  act: Step
  /** null: the house, what answers came to, or somebody who left. */
  by_actor: ActorId | null
  reason: string
  at: Instant
}

/** Distribution key: reader. */
export interface TopicFollowsTable {
  member_id: ActorId
  topic_id: string
  created_at: Instant
}

/** Under what a topic is found while typing, and signs by which two may be the same. Reference. */
export interface TopicKeysTable {
  topic_id: string
  kind: 'typed' | 'sign'
  key: string
  /** Not from the beginning of a label: such a key finds the topic after the others. */
  inside: boolean
}

/** Somebody who put a note into another language wrote one topic where the author wrote the other. Distribution key: note. */
export interface TopicSightingsTable {
  note_id: NoteId
  a_id: string
  b_id: string
  actor_id: ActorId
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    topics: TopicsTable
    topic_labels: TopicLabelsTable
    topic_writers: TopicWritersTable
    topic_links: TopicLinksTable
    topic_follows: TopicFollowsTable
    topic_proposals: TopicProposalsTable
    topic_answers: TopicAnswersTable
    topic_steps: TopicStepsTable
    topic_keys: TopicKeysTable
    topic_sightings: TopicSightingsTable
  }
}
