import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Member } from '#ground/http/viewer.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { askWhetherSame } from './ask-whether-same.ts'
import { overruleProposal } from './overrule-proposal.ts'

const NAMES = ['rooftopgig', 'basementshow', '楼顶演出', '地下演出', 'punk', '朋克之夜'] as const
let house: TestHouse
let keeper: Member
beforeAll(async () => {
  house = await openHouse()
  for (const handle of ['mei', 'dana']) await house.a.member({ handle, languages: ['en', 'zh-Hans'] })
  await house.a.member({ handle: 'keeper', languages: ['en', 'zh-Hans'], role: 'moderator' })
  keeper = await house.viewer('keeper')
  for (const [i, name] of NAMES.entries()) {
    await house.a.note('mei', { title: `Night ${i}`, topics: [name, NAMES[(i + 1) % NAMES.length] ?? name] })
    if (i % 2 === 0) await house.as('dana').put(`/topics/${encodeURIComponent(name)}/follow`)
  }
  await house.settle()
  await house.as('dana').post('/mutes', { kind: 'topic', value: await idOf('basementshow') })
})
afterAll(() => house.close())

const idOf = async (label: string) =>
  (await house.ground.db.q.selectFrom('topic_labels').select('topic_id').where('label', '=', label).executeTakeFirstOrThrow()).topic_id

/** Everything that a merge could have touched: what members said, and what was worked out from it. */
async function everything(): Promise<Record<string, unknown[]>> {
  const tables = {
    topics: sql`select id, kind, created_by, is_open, head_id from topics order by id`,
    labels: sql`select * from topic_labels order by topic_id, language, label`,
    links: sql`select * from topic_links order by from_id, to_id`,
    follows: sql`select * from topic_follows order by member_id, topic_id`,
    tags: sql`select * from note_topics order by note_id, position`,
    mutes: sql`select member_id, kind, value from mutes order by value`,
    feed: sql`select note_id, topics from feed_notes order by note_id`,
    pages: sql`select topic_id, note_id, language from feed_topics order by topic_id, note_id`,
    search: sql`select kind, id, (select array_agg(k order by k) from unnest(keys) k) as keys from search_documents order by kind, id`,
  }
  const rows = await Promise.all(Object.values(tables).map((query) => query.execute(house.ground.db.q)))
  return Object.fromEntries(Object.keys(tables).map((name, i) => [name, rows[i]?.rows ?? []]))
}

const act = fc.record({
  pair: fc.uniqueArray(fc.nat(NAMES.length - 1), { minLength: 2, maxLength: 2 }),
  state: fc.constantFrom('same', 'same', 'apart', 'open'),
})

test('whatever was made one and taken apart, in any order: when nothing stands, everything is what it was', async () => {
  const before = await everything()
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 10 }), async (acts) => {
      const touched = new Set<Awaited<ReturnType<typeof askWhetherSame>>>()
      const findings: [string, string, string][] = []
      for (const { pair, state } of acts) {
        const [one = '', other = ''] = pair.map((i) => NAMES[i] ?? '')
        house.clock.move(1_000)
        const id = await proposalOf(await idOf(one), await idOf(other))
        touched.add(id)
        await overruleProposal(house.ground, keeper, id, { state, reason: 'So it is.' })
        findings.push([one, other, state])
      }
      await house.settle()
      await expectAnswers()
      for (const id of touched) await overruleProposal(house.ground, keeper, id, { state: 'open', reason: 'Never mind.' })
      await house.settle()
      expect(await everything(), JSON.stringify(findings)).toEqual(before)
    }),
    { numRuns: 8 },
  )
})

/** A proposal about exactly these two, whatever answers for them now. */
async function proposalOf(one: string, other: string) {
  const found = await house.ground.db.q
    .selectFrom('topic_proposals')
    .select('id')
    .where('a_id', 'in', [one, other])
    .where('b_id', 'in', [one, other])
    .executeTakeFirst()
  if (found) return found.id
  const heads = await house.ground.db.q.selectFrom('topics').select(['id', 'head_id']).where('id', 'in', [one, other]).execute()
  const isHead = (id: string) => heads.some((row) => row.id === id && row.head_id === id)
  const [page, second] = isHead(one) ? [one, other] : [other, one]
  if (!isHead(page) || heads[0]?.head_id === heads[1]?.head_id) return insertOpen(one, other)
  return askWhetherSame(house.ground, keeper, page, { other: second, language: 'en', answer: 'same', reason: '' })
}

async function insertOpen(one: string, other: string) {
  const { inOrder, putProposal } = await import('../queries/proposals.ts')
  const at = house.ground.clock.now()
  const row = { ...inOrder(one, other), state: 'open' as const, round: 1, asked_by: null, evidence: '[]', score: 0, created_at: at, changed_at: at }
  return house.ground.db.transaction(async (tx) => (await putProposal(tx, { id: house.ground.ids.next(), ...row })).proposal.id)
}

/** While things are one, every label opens the page of its head, and the page holds the notes of all that are one. */
async function expectAnswers(): Promise<void> {
  const heads = await house.ground.db.q
    .selectFrom('topics')
    .innerJoin('topic_labels', 'topic_id', 'topics.id')
    .select(['head_id', 'topic_id', 'label'])
    .where('label', 'in', [...NAMES])
    .execute()
  for (const { head_id, label } of heads) {
    const path = `/topics/${encodeURIComponent(label)}`
    const group = heads.filter((row) => row.head_id === head_id).map((row) => row.topic_id)
    const tagged = await house.ground.db.q.selectFrom('note_topics').select('note_id').distinct().where('topic_id', 'in', group).execute()
    const shown = (await house.as(null).get(`${path}/notes?limit=40`)).json.items
    expect((await house.as(null).get(path)).json.id).toBe(head_id)
    expect(shown.map((tile: { id: string }) => tile.id).sort()).toEqual(tagged.map((row) => row.note_id).sort())
  }
}
