import { type Insertable, sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { ActorId, Id } from '#ground/ids/index.ts'
import type { Answer, Tally, Verdict } from '#pure/topics/verdict.ts'
import type { ProposalId, Step, TopicProposalsTable } from '../tables.ts'

const columns = [
  'id',
  'a_id as a',
  'b_id as b',
  'state',
  'round',
  'asked_by as askedBy',
  'evidence',
  'score',
  'created_at as createdAt',
  'changed_at as changedAt',
] as const

export type ProposalRow = NonNullable<Awaited<ReturnType<typeof proposalById>>>

export const proposalById = (db: Reader, id: ProposalId) => db.selectFrom('topic_proposals').select(columns).where('id', '=', id).executeTakeFirst()
export const proposalsById = async (db: Reader, ids: readonly ProposalId[]): Promise<ProposalRow[]> =>
  ids.length === 0
    ? []
    : db
        .selectFrom('topic_proposals')
        .select(columns)
        .where('id', 'in', [...ids])
        .execute()
export const lockProposal = (tx: Tx, id: ProposalId) => tx.selectFrom('topic_proposals').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()

/** The two ids of a pair as a proposal keeps them. */
export const inOrder = (one: string, other: string): { a_id: string; b_id: string } => {
  const [a_id = one, b_id = other] = [one, other].toSorted((a, b) => (a < b ? -1 : 1))
  return { a_id, b_id }
}

/** The proposal about this pair, made if nobody asked before; `made` says which. */
export async function putProposal(tx: Tx, row: Insertable<TopicProposalsTable>): Promise<{ proposal: ProposalRow; made: boolean }> {
  const made = await tx
    .insertInto('topic_proposals')
    .values(row)
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst()
  const proposal = await tx
    .selectFrom('topic_proposals')
    .select(columns)
    .where('a_id', '=', row.a_id)
    .where('b_id', '=', row.b_id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { proposal, made: made !== undefined }
}

export const setState = (tx: Tx, id: ProposalId, state: Verdict, at: Instant) =>
  tx.updateTable('topic_proposals').set({ state, changed_at: at }).where('id', '=', id).execute()

export const setEvidence = (tx: Tx, id: ProposalId, evidence: string, score: number) =>
  tx.updateTable('topic_proposals').set({ evidence, score }).where('id', '=', id).execute()

/** Answers so far are history. */
export const nextRound = (tx: Tx, id: ProposalId) => tx.updateTable('topic_proposals').set({ round: sql`round + 1` }).where('id', '=', id).execute()

/** One person's answer of this round; 0 takes it back. True when something changed. */
export async function putAnswer(
  tx: Tx,
  { id, round }: Pick<ProposalRow, 'id' | 'round'>,
  actor: ActorId,
  { value, readsBoth }: { value: 1 | -1 | 0; readsBoth: boolean },
  at: Instant,
): Promise<boolean> {
  if (value === 0) {
    const gone = tx.deleteFrom('topic_answers').where('proposal_id', '=', id).where('round', '=', round).where('actor_id', '=', actor)
    return (await gone.executeTakeFirst()).numDeletedRows > 0n
  }
  const changed = await tx
    .insertInto('topic_answers')
    .values({ proposal_id: id, round, actor_id: actor, value, reads_both: readsBoth, at })
    .onConflict((on) =>
      on.columns(['proposal_id', 'round', 'actor_id']).doUpdateSet({ value, reads_both: readsBoth, at }).where('topic_answers.value', '<>', value),
    )
    .returning('value')
    .executeTakeFirst()
  return changed !== undefined
}

export const answersOf = async (tx: Tx, { id, round }: Pick<ProposalRow, 'id' | 'round'>): Promise<Answer[]> =>
  (await tx.selectFrom('topic_answers').select(['value', 'reads_both as readsBoth']).where('proposal_id', '=', id).where('round', '=', round).execute()).map(
    (row) => row,
  )

export type Counted = Tally & { mine: 1 | -1 | null }

/** Answers of the present round, counted; proposals without any are missing. */
export async function answersCounted(db: Reader, ids: readonly ProposalId[], me: ActorId | null): Promise<Map<ProposalId, Counted>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('topic_answers as a')
    .innerJoin('topic_proposals as p', (join) => join.onRef('p.id', '=', 'a.proposal_id').onRef('p.round', '=', 'a.round'))
    .select([
      'p.id',
      sql<number>`count(*) filter (where value = 1 and reads_both)::integer`.as('same'),
      sql<number>`count(*) filter (where value = -1)::integer`.as('against'),
      sql<number>`count(*) filter (where value = -1 and reads_both)::integer`.as('readersAgainst'),
      sql<1 | -1 | null>`max(value) filter (where actor_id = ${me}::uuid)`.as('mine'),
    ])
    .where('p.id', 'in', [...ids])
    .groupBy('p.id')
    .execute()
  return new Map(rows.map(({ id, ...counted }) => [id, counted]))
}

export const keepStep = (tx: Tx, row: { id: Id<'topic-step'>; proposal_id: ProposalId; act: Step; by_actor: ActorId | null; reason: string; at: Instant }) =>
  tx.insertInto('topic_steps').values(row).execute()

/** What happened, newest first, before the step `before`. */
export function stepsOf(db: Reader, id: ProposalId, before: string | null, limit: number) {
  const query = db
    .selectFrom('topic_steps')
    .select(['id', 'act', 'by_actor as byActor', 'reason', 'at'])
    .where('proposal_id', '=', id)
    .orderBy('id', 'desc')
    .limit(limit)
  return (before === null ? query : query.where('id', '<', before as Id<'topic-step'>)).execute()
}

/** Newest reasons of those who object now, at most `limit` a proposal. */
export async function objectionsTo(db: Reader, ids: readonly ProposalId[], limit: number) {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: ProposalId; byActor: ActorId; reason: string }>`
    select wanted.id, s.by_actor as "byActor", s.reason from unnest(${[...ids]}::uuid[]) as wanted (id), lateral (
      select distinct on (t.by_actor) t.by_actor, t.reason, t.id from topic_steps t join topic_proposals p on p.id = t.proposal_id
      join topic_answers a on a.proposal_id = t.proposal_id and a.round = p.round and a.actor_id = t.by_actor and a.value = -1
      where t.proposal_id = wanted.id and t.act = 'objected' order by t.by_actor, t.id desc limit ${limit}) s order by s.id desc`.execute(db)
  return rows
}

export interface Wanted {
  state: Verdict
  /** Only between labels in these languages (base tags: `zh`); null: all. */
  bases: readonly string[] | null
  /** Only about these topics; null: all. */
  topics: readonly string[] | null
  before: { at: Instant; id: string } | null
}

/** Proposals, the last changed first. */
export function proposalsLike(db: Reader, { state, bases, topics, before }: Wanted, limit: number) {
  let query = db.selectFrom('topic_proposals').select(columns).where('state', '=', state)
  if (bases) {
    const readable = (side: 'a_id' | 'b_id') =>
      sql<boolean>`exists (select from topic_labels l where l.topic_id = ${sql.ref(side)} and split_part(l.language, '-', 1) = any(${[...bases, 'und']}::text[]))`
    query = query.where(readable('a_id')).where(readable('b_id'))
  }
  if (topics) query = query.where((eb) => eb.or([eb('a_id', 'in', [...topics]), eb('b_id', 'in', [...topics])]))
  if (before) query = query.where((eb) => eb(eb.refTuple('changed_at', 'id'), '<', eb.tuple(before.at, before.id as ProposalId)))
  return query.orderBy('changed_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** What readers made one among these topics. */
export const madeOne = (db: Reader, ids: readonly string[]) =>
  db
    .selectFrom('topic_proposals')
    .select(['id', 'a_id as a', 'b_id as b'])
    .where('state', '=', 'same')
    .where('a_id', 'in', [...ids])
    .where('b_id', 'in', [...ids])
    .orderBy('changed_at')
    .limit(60)
    .execute()

/** A member leaves: answers of what is still open go; what stands stays, and its history without the name. */
export async function forgetAnswers(tx: Tx, member: ActorId): Promise<void> {
  const open = tx.selectFrom('topic_proposals').select('id').where('state', '=', 'open')
  await tx.deleteFrom('topic_answers').where('actor_id', '=', member).where('proposal_id', 'in', open).execute()
  await sql`update topic_answers set actor_id = gen_random_uuid() where actor_id = ${member}`.execute(tx)
  await tx.updateTable('topic_proposals').set({ asked_by: null }).where('asked_by', '=', member).execute()
  await tx.updateTable('topic_steps').set({ by_actor: null, reason: '' }).where('by_actor', '=', member).execute()
}

/** A member's steps for their archive, oldest first. */
export const stepsBy = (db: Reader, member: ActorId, after: string | null, limit: number) => {
  const query = db
    .selectFrom('topic_steps as s')
    .innerJoin('topic_proposals as p', 'p.id', 's.proposal_id')
    .select(['s.id', 'p.a_id as a', 'p.b_id as b', 's.act', 's.reason', 's.at'])
    .where('s.by_actor', '=', member)
    .orderBy('s.id')
    .limit(limit)
  return (after === null ? query : query.where('s.id', '>', after as Id<'topic-step'>)).execute()
}
