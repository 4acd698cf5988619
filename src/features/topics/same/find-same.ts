import type { Ground } from '#ground/feature.ts'
import type { Job } from '#ground/jobs/index.ts'
import { signsOf } from '#pure/topics/signs.ts'
import { ENOUGH, type Side, UNUSED, type Use, weigh } from '#pure/topics/weigh.ts'
import { setSigns, sharingSigns } from '../queries/keys.ts'
import { inOrder, putProposal, setEvidence } from '../queries/proposals.ts'
import { layersWith, sidesOf, topicsAfter } from '../queries/sides.ts'
import type { ProposalId } from '../tables.ts'
import { step } from './decide.ts'
import { lexiconFor } from './lexicon.ts'

/** Others that a topic is weighed against at once. */
const MOST_ALIKE = 40
const AT_ONCE = 100

/** Two topics that are used together, counted over what everybody may read. */
export interface UsedTogether extends Pick<Use, 'notes' | 'people' | 'each' | 'peopleOfBoth'> {
  a: string
  b: string
}

/** What labels of these topics mean is learnt anew, from the dictionaries as they are. */
async function learn({ db }: Ground, ids: readonly string[]): Promise<void> {
  const sides = await sidesOf(db.q, ids)
  const labels = [...sides.values()].flatMap((side) => side.labels.map(({ label }) => label))
  const lexicon = await lexiconFor(db.q, labels)
  const keys = [...sides.values()].flatMap(({ id, labels: own }) => own.flatMap(({ label }) => signsOf(label, lexicon).map(({ key }) => ({ topic: id, key }))))
  await db.transaction((tx) => setSigns(tx, [...sides.keys()], keys))
}

/** Weighs pairs and puts those that are enough before readers. What was asked before keeps its answers and gets the new evidence. */
export async function weighPairs(ground: Ground, pairs: readonly UsedTogether[]): Promise<void> {
  const { db, clock, ids } = ground
  const sides = await sidesOf(
    db.q,
    pairs.flatMap(({ a, b }) => [a, b]),
  )
  const wanted = pairs.flatMap((pair) => {
    const [a, b] = [sides.get(pair.a), sides.get(pair.b)]
    return a && b && a.head !== b.head ? [{ a, b, pair }] : []
  })
  if (wanted.length === 0) return
  const lexicon = await lexiconFor(db.q, [...new Set(wanted.flatMap(({ a, b }) => [...a.labels, ...b.labels].map(({ label }) => label)))])
  const layers = await layersWith(db.q, pairs)
  for (const { a, b, pair } of wanted) {
    const found = weigh(a as Side, b as Side, lexicon, { ...UNUSED, ...pair, layers: layers.get(`${a.id} ${b.id}`) ?? 0 })
    if (!found || found.score < ENOUGH) continue
    const at = clock.now()
    await db.transaction(async (tx) => {
      const evidence = JSON.stringify(found.evidence)
      const row = { ...inOrder(a.id, b.id), state: 'open' as const, round: 1, asked_by: null, evidence, score: found.score, created_at: at, changed_at: at }
      const { proposal, made } = await putProposal(tx, { id: ids.next<ProposalId>(), ...row })
      if (made) await step(tx, ground, proposal.id, 'found', null)
      else if (proposal.state === 'open') await setEvidence(tx, proposal.id, evidence, found.score)
    })
  }
}

/** Looks for topics that may be the same as these, by what their labels mean, how they sound and how they are written. */
export async function findSame(ground: Ground, ids: readonly string[]): Promise<void> {
  await learn(ground, ids)
  const alike = await sharingSigns(ground.db.q, ids, MOST_ALIKE)
  await weighPairs(
    ground,
    alike.map((pair) => ({ ...pair, ...UNUSED })),
  )
}

/** Every night over all topics, since dictionaries and labels grow; and at once over a topic that everybody may hear of from now on. */
export const findSameJob = (ground: Ground): Job<never> => ({
  name: 'topics.find-same',
  every: '17 2 * * *',
  concurrency: 1,
  deadlineSeconds: 3 * 3600,
  async run(_input: object, signal: AbortSignal) {
    for (let after: string | null = ''; after !== null && !signal.aborted; ) {
      const ids: string[] = await topicsAfter(ground.db.q, after, AT_ONCE)
      await findSame(ground, ids)
      after = ids.length === AT_ONCE ? (ids.at(-1) ?? null) : null
    }
  },
})
