import type { z } from 'zod'
import { actorsById } from '#features/people/index.ts'
import { instant } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import { isAtLeast, type Viewer, viewerId } from '#ground/http/viewer.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { decodeCursor, type Page, pageOf, timeStart } from '#pure/cursor/index.ts'
import { baseLanguage } from '#pure/lexicon/languages.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { READERS_NEEDED, type Verdict } from '#pure/topics/verdict.ts'
import type { zProposal, zStep } from '../present.ts'
import { headsOfTopics, oneWith } from '../queries/groups.ts'
import { answersCounted, objectionsTo, type ProposalRow, proposalById, proposalsLike, stepsOf } from '../queries/proposals.ts'
import { findTopic, labelsAsMade } from '../queries/topics.ts'
import type { ProposalId } from '../tables.ts'
import { briefOf } from '../topic.ts'
import { readsSides } from './answer-proposal.ts'

export type ProposalView = z.input<typeof zProposal>

/** Reasons shown with a proposal; the others stand in its history. */
const MOST_REASONS = 5

async function credits({ db }: Ground, ids: readonly (ActorId | null)[]) {
  const people = await actorsById(
    db.q,
    ids.flatMap((id) => id ?? []),
  )
  return (id: ActorId | null) => {
    const actor = id === null ? undefined : people.get(id)
    return actor ? { handle: actor.handle, name: actor.name } : null
  }
}

/** Proposals as the API shows them; five queries, whatever their number. */
async function present(ground: Ground, viewer: Viewer, rows: readonly ProposalRow[]): Promise<ProposalView[]> {
  const { db } = ground
  const topics = rows.flatMap(({ a, b }) => [a, b])
  const ids = rows.map(({ id }) => id)
  const [labels, heads, counted, objections] = await Promise.all([
    labelsAsMade(db.q, topics),
    headsOfTopics(db.q, topics),
    answersCounted(db.q, ids, viewerId(viewer)),
    objectionsTo(db.q, ids, MOST_REASONS),
  ])
  const credit = await credits(ground, [...rows.map(({ askedBy }) => askedBy), ...objections.map(({ byActor }) => byActor)])
  return rows.map((row) => {
    const sides = [row.a, row.b].map((id) => labels.get(id) ?? [])
    const { same = 0, against = 0, mine = null } = counted.get(row.id) ?? {}
    const answer = mine === null ? null : mine === 1 ? ('same' as const) : ('apart' as const)
    return {
      id: row.id,
      state: row.state,
      holds: row.state !== 'same' || heads.get(row.a) === heads.get(row.b),
      topics: [row.a, row.b].map((id, i) => ({
        ...briefOf(id, sides[i] ?? [], viewer.locale),
        languages: [...new Set(sides[i]?.map(({ language }) => language))],
      })),
      evidence: row.evidence,
      same,
      against,
      missing: Math.max(0, READERS_NEEDED + against - same),
      objections: objections.filter(({ id }) => id === row.id).map(({ byActor, reason }) => ({ by: credit(byActor), reason })),
      answer,
      mayConfirm: viewer.kind === 'member' && readsSides(viewer.reads, sides),
      mayObject: viewer.kind === 'member',
      mayOverrule: isAtLeast(viewer, 'moderator'),
      askedBy: credit(row.askedBy),
      createdAt: row.createdAt.toISOString(),
      changedAt: row.changedAt.toISOString(),
    }
  })
}

export async function viewProposal(ground: Ground, viewer: Viewer, id: ProposalId): Promise<ProposalView> {
  const row = await proposalById(ground.db.q, id)
  const [view] = row ? await present(ground, viewer, [row]) : []
  if (!view) throw notFound()
  return view
}

export interface Listed {
  state: Verdict
  /** `mine`: between languages that the viewer reads. */
  languages: 'mine' | 'all'
  topic?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** Proposals, the last changed first. Throws `not-found` for an unknown topic, `bad-cursor`. */
export async function listProposals(ground: Ground, viewer: Viewer, { state, languages, topic, cursor, limit }: Listed): Promise<Page<ProposalView>> {
  const db = ground.db.q
  const place = timeStart(cursor)
  const reads = viewer.kind === 'member' ? viewer.reads : [viewer.locale]
  const found = topic === undefined ? null : await findTopic(db, topic, viewerId(viewer))
  if (found === undefined) throw notFound()
  const wanted = {
    state,
    bases: languages === 'mine' ? reads.map(baseLanguage) : null,
    topics: found && (await oneWith(db, [found.id])),
    before: place && { at: instant(place.key), id: place.id },
  }
  const { items, next } = pageOf(await proposalsLike(db, wanted, limit + 1), limit, (row) => ({ key: row.changedAt.toISOString(), id: row.id }))
  return { items: await present(ground, viewer, items), next }
}

/** What happened to a proposal, newest first. */
export async function historyOf(
  ground: Ground,
  id: ProposalId,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<z.input<typeof zStep>>> {
  if (!(await proposalById(ground.db.q, id))) throw notFound()
  const before = cursor === undefined ? null : decodeCursor(cursor).id
  if (before !== null && !/^[0-9a-f-]{36}$/.test(before)) throw new Refusal('bad-cursor')
  const { items, next } = pageOf(await stepsOf(ground.db.q, id, before, limit + 1), limit, (row) => ({ key: 0, id: row.id }))
  const credit = await credits(
    ground,
    items.map(({ byActor }) => byActor),
  )
  return { items: items.map(({ act, byActor, reason, at }) => ({ act, by: credit(byActor), reason, at: at.toISOString() })), next }
}
