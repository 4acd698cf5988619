import type { Evidence } from '#pure/topics/evidence.ts'
import type { Verdict } from '#pure/topics/verdict.ts'
import type { TopicBrief } from './api-types.ts'

type Person = { handle: string; name: string } | null

/** Whether two topics are the same, and what speaks for it. */
export interface TopicProposal {
  id: string
  state: Verdict
  /** False when something else that was found keeps them apart. */
  holds: boolean
  topics: (TopicBrief & { languages: string[] })[]
  evidence: Evidence[]
  same: number
  against: number
  missing: number
  objections: { by: Person; reason: string }[]
  answer: 'same' | 'apart' | null
  mayConfirm: boolean
  mayObject: boolean
  mayOverrule: boolean
  askedBy: Person
  createdAt: string
  changedAt: string
}

export interface TopicStep {
  act: string
  by: Person
  reason: string
  at: string
}
