import { z } from 'zod'
import { STEPS } from './tables.ts'

const zLabel = z.object({ language: z.string(), label: z.string() })

export const zTopicBrief = z.object({ id: z.string(), label: z.string(), labels: z.array(zLabel), url: z.string() }).meta({ id: 'TopicBrief' })

export const zTopicView = zTopicBrief.extend({
  kind: z.string(),
  /** Every label, the shown one of each language first. */
  names: z.array(z.object({ language: z.string(), label: z.string(), aliases: z.array(z.string()) })),
  following: z.boolean(),
  broader: z.array(zTopicBrief),
  narrower: z.array(zTopicBrief),
  related: z.array(zTopicBrief),
  apart: z.array(zTopicBrief).describe('Near, and not the same'),
  merged: z.array(z.object({ label: z.string(), language: z.string(), proposalId: z.string() })).describe('Topics that readers found to be this one'),
  proposed: z.int().describe('Open proposals about it, counted up to 20'),
})

const zVerdict = z.enum(['open', 'same', 'apart'])
const zPerson = z.object({ handle: z.string(), name: z.string() }).nullable()
const zEvidence = z.discriminatedUnion('code', [
  z.object({ code: z.literal('dictionary'), word: z.string(), means: z.string() }),
  z.object({ code: z.literal('word-by-word'), word: z.string(), means: z.string() }),
  z.object({ code: z.literal('sound'), word: z.string(), sound: z.string() }),
  z.object({ code: z.literal('spelling'), word: z.string(), means: z.string() }),
  z.object({ code: z.literal('notes'), count: z.int(), people: z.int() }),
  z.object({ code: z.literal('people'), count: z.int() }),
  z.object({ code: z.literal('layers'), count: z.int() }),
])

export const zProposal = z
  .object({
    id: z.string(),
    state: zVerdict.describe('`same`: one topic answers for both'),
    holds: z.boolean().describe('False when they were found to be the same and something else that was found keeps them apart'),
    topics: z.array(zTopicBrief.extend({ languages: z.array(z.string()) })).describe('The two, as they were made'),
    evidence: z.array(zEvidence),
    same: z.int().describe('Readers of both sides who confirm'),
    against: z.int().describe('Who objects'),
    missing: z.int().describe('How many more would have to confirm'),
    objections: z.array(z.object({ by: zPerson, reason: z.string() })),
    answer: z.enum(['same', 'apart']).nullable().describe('Mine'),
    mayConfirm: z.boolean().describe('I read a label of each side'),
    mayObject: z.boolean(),
    mayOverrule: z.boolean(),
    askedBy: zPerson.describe('null: found by the house, or by somebody who left'),
    createdAt: z.string(),
    changedAt: z.string(),
  })
  .meta({ id: 'TopicProposal' })

export const zStep = z.object({
  act: z.enum(STEPS),
  by: zPerson.describe('null: the house, what answers came to, or somebody who left'),
  reason: z.string(),
  at: z.string(),
})
