import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { subject } from '#ground/feature.ts'
import type { ActorId, LayerId } from '#ground/ids/index.ts'
import { layersFor } from '../layers-for.ts'
import { insertLayer } from '../queries/layers.ts'
import { forgetMember } from '../queries/people.ts'
import { readerOf } from '../reader.ts'
import { type HouseOfThings, houseOfThings } from '../things.harness.ts'

let house: HouseOfThings
let lin: ActorId
beforeAll(async () => {
  house = await houseOfThings()
  lin = await house.a.member({ handle: 'lin', languages: ['zh-Hans', 'en'] })
  for (const handle of ['dana', 'theo', 'mei', 'ana', 'bo']) await house.a.member({ handle, languages: ['en', 'zh-Hans'] })
  await house.a.member({ handle: 'one_side', languages: ['en'] })
  await house.a.member({ handle: 'keeper', languages: ['en'], role: 'moderator' })
})
afterAll(() => house.close())

const chinese = '今晚煮面。汤要熬五个小时。自己带碗。猫很害羞。饿着来。'
const english = 'Tonight noodles. The soup boils five o’clock. Bring own bowl. The cat is very shy. Come hungry.'

/** A text of lin's with a layer by an engine, or by a member. */
async function layered(by: string | null = null): Promise<{ id: string; layer: LayerId }> {
  const id = await house.thing(lin, '面', { body: chinese, language: 'zh-Hans' })
  if (by) {
    const made = await house.as(by).post('/layers', { subjectKind: 'thing', subjectId: id, language: 'en', title: 'Noodles', body: english })
    return { id, layer: made.json.id }
  }
  const { ids, clock, db } = house.ground
  const at = clock.now()
  const row = {
    language: 'en',
    origin: 'machine' as const,
    by_actor: null,
    engine: 'Test',
    engine_version: '7',
    title: 'Noodles',
    body: english,
    warning: null,
  }
  const fixed = { also: [], language_given: false, revision: 1, source_revision: 1, stale: false, created_at: at, updated_at: at }
  const layer = await db.transaction((tx) => insertLayer(tx, { id: ids.next<LayerId>(), subject_kind: 'thing', subject_id: id, ...row, ...fixed }))
  return { id, layer }
}
const sentences = async (layer: string, who: string | null = 'dana') => (await house.as(who).get(`/layers/${layer}/sentences`)).json.items
const better = 'The broth takes five hours.'
async function propose(layer: string, who = 'dana', text = better, number = 3) {
  const sentence = (await sentences(layer))[number - 1].key
  return house.as(who).post(`/layers/${layer}/mends`, { sentence, text, licence: 'CC0-1.0' })
}
const vote = async (who: string, mend: string, value = 1) => (await house.as(who).put(`/mends/${mend}/vote`, { value })).json
const shownTo = async (who: string, id: string) =>
  (await layersFor(house.ground.db.q, await readerOf(house.ground, await house.viewer(who)), [subject('thing', id)])).get(id)

test('a mend stands beside the sentence with its maker’s name and licence, and changes nothing yet', async () => {
  const { layer } = await layered()
  const { status, json } = await propose(layer)
  expect(status).toBe(201)
  expect(json).toMatchObject({
    number: 3,
    original: '汤要熬五个小时。',
    text: 'The soup boils five o’clock.',
    mends: [{ text: better, by: { handle: 'dana' }, licence: 'CC0-1.0', state: 'proposed', votes: 0, mine: true, mayVote: false, mayRevert: true }],
  })
  expect((await sentences(layer, 'theo'))[2].mends[0]).toMatchObject({ mine: false, mayVote: true, mayRevert: false })
  expect((await sentences(layer, 'one_side'))[2].mends[0]).toMatchObject({ mayVote: false })
  expect((await sentences(layer, null))[2].mends[0]).toMatchObject({ mine: false, mayVote: false, mayRevert: false })
})

test('the third reader of both languages puts it in the engine’s place, with the name of who worded it; nobody counts twice', async () => {
  const { id, layer } = await layered()
  const mend = (await propose(layer)).json.mends[0].id
  expect(await vote('dana', mend)).toMatchObject({ type: '/problems/own-layer' })
  expect(await vote('one_side', mend)).toMatchObject({ type: '/problems/reads-one-side' })
  expect(await vote('theo', mend)).toEqual({ votes: 1, state: 'proposed' })
  expect(await vote('theo', mend)).toEqual({ votes: 1, state: 'proposed' })
  expect(await vote('mei', mend)).toEqual({ votes: 2, state: 'proposed' })
  expect(await vote('mei', mend, 0)).toEqual({ votes: 1, state: 'proposed' })
  expect(await vote('mei', mend)).toEqual({ votes: 2, state: 'proposed' })
  expect(await vote('ana', mend)).toEqual({ votes: 3, state: 'taken' })
  const text = await shownTo('one_side', id)
  expect(text?.shown).toMatchObject({
    origin: 'machine',
    engine: 'Test',
    engineVersion: '7',
    stale: false,
    body: english.replace('The soup boils five o’clock.', better),
  })
  expect(text?.sentences.map(({ shown, by }) => [shown, by?.handle ?? null])).toEqual([
    ['Noodles', null],
    ['Tonight noodles.', null],
    [better, 'dana'],
    ['Bring own bowl.', null],
    ['The cat is very shy.', null],
    ['Come hungry.', null],
  ])
  const history = (await house.as(null).get(`/layers/${layer}/history`)).json.items
  expect(history.map(({ body }: { body: string }) => body.includes(better))).toEqual([true, false])
})

test('three at once take it once', async () => {
  const { layer } = await layered()
  const mend = (await propose(layer)).json.mends[0].id
  await Promise.all(['theo', 'mei', 'ana', 'bo'].map((who) => vote(who, mend)))
  expect((await sentences(layer))[2]).toMatchObject({ text: better, mends: [{ votes: 4, state: 'taken' }] })
  expect((await house.as(null).get(`/layers/${layer}/history`)).json.items).toHaveLength(2)
})

test('the author of the text alone is enough, thanking or mending', async () => {
  const { layer } = await layered()
  const mend = (await propose(layer)).json.mends[0].id
  expect(await vote('lin', mend)).toEqual({ votes: 1, state: 'taken' })
  expect((await propose(layer, 'lin', 'The cats are shy.', 5)).json).toMatchObject({ text: 'The cats are shy.', mends: [{ state: 'taken' }] })
})

test('a person’s words change only when that person or the author says so', async () => {
  const { layer } = await layered('bo')
  const mend = (await propose(layer)).json.mends[0].id
  for (const who of ['theo', 'mei', 'ana']) await vote(who, mend)
  expect((await sentences(layer))[2]).toMatchObject({ text: 'The soup boils five o’clock.', mends: [{ votes: 3, state: 'proposed' }] })
  expect(await vote('bo', mend)).toEqual({ votes: 4, state: 'taken' })
  expect((await propose(layer, 'bo', 'x', 4)).json.type).toBe('/problems/own-layer')
})

test('a taken mend is taken out again by its maker, the author or a moderator, and gives way to a newer one', async () => {
  const { layer } = await layered()
  const first = (await propose(layer)).json.mends[0].id
  await vote('lin', first)
  const second = (await propose(layer, 'theo', 'The broth simmers for five hours.')).json.mends[0].id
  await vote('lin', second)
  expect((await sentences(layer))[2]).toMatchObject({
    text: 'The broth simmers for five hours.',
    mends: [
      { state: 'taken', before: better },
      { state: 'replaced', before: 'The soup boils five o’clock.' },
    ],
  })
  expect((await house.as('mei').delete(`/mends/${second}`)).json.type).toBe('/problems/not-yours')
  expect((await house.as('keeper').delete(`/mends/${second}`)).status).toBe(204)
  expect((await sentences(layer))[2]).toMatchObject({ text: better, mends: [{ state: 'reverted' }, { state: 'replaced' }] })
  expect((await house.as('theo').delete(`/mends/${second}`)).status).toBe(404)
})

test('a proposal is withdrawn or worded again by its maker; the second takes the place of the first', async () => {
  const { layer } = await layered()
  const first = (await propose(layer)).json.mends[0].id
  await vote('theo', first)
  const again = (await propose(layer, 'dana', 'The broth needs five hours.')).json.mends
  expect(again).toMatchObject([{ text: 'The broth needs five hours.', votes: 0 }])
  expect((await house.as('dana').delete(`/mends/${again[0].id}`)).status).toBe(204)
  expect((await sentences(layer))[2].mends).toEqual([])
})

test('after an edit of another sentence it stands; after one of its own sentence it is nowhere', async () => {
  const { id, layer } = await layered()
  await vote('lin', (await propose(layer)).json.mends[0].id)
  await house.write(id, '面', { body: chinese.replace('自己带碗', '碗和筷子自己带') })
  expect((await sentences(layer)).map(({ state }: { state: string }) => state)).toEqual(['fresh', 'fresh', 'fresh', 'stale', 'fresh', 'fresh'])
  expect((await sentences(layer))[2]).toMatchObject({ text: better, mends: [{ state: 'taken' }] })
  // Mending what is stale makes it fresh.
  expect((await propose(layer, 'lin', 'Bring your bowl and chopsticks.', 4)).json).toMatchObject({ state: 'fresh', text: 'Bring your bowl and chopsticks.' })
  await house.write(id, '面', { body: chinese.replace('五个小时', '一整天') })
  expect((await sentences(layer))[2]).toMatchObject({ state: 'stale', mends: [] })
})

describe('a sentence of which the original has changed', () => {
  const outgrown = async () => {
    const made = await layered('bo')
    await house.write(made.id, '面', { body: chinese.replace('五个小时', '五个钟头') })
    return made
  }
  const stillFits = (layer: LayerId, who: string) => propose(layer, who, 'The soup boils five o’clock.')

  test('still fits when the layer’s maker says so, who words nothing anew that way', async () => {
    const { id, layer } = await outgrown()
    expect((await sentences(layer, 'bo'))[2]).toMatchObject({ state: 'stale', mayConfirm: true })
    expect((await propose(layer, 'bo', 'Something else.')).json.type).toBe('/problems/own-layer')
    expect((await stillFits(layer, 'bo')).json).toMatchObject({
      state: 'fresh',
      mayConfirm: false,
      mends: [{ confirms: true, state: 'taken', mayRevert: false }],
    })
    const text = await shownTo('one_side', id)
    expect(text?.shown).toMatchObject({ stale: false, body: english })
    expect(text?.sentences.map(({ by }) => by)).toEqual(Array(6).fill(null))
  })

  test('still fits when four readers of both languages say so, though a person signed it', async () => {
    const { layer } = await outgrown()
    expect((await sentences(layer, 'one_side'))[2]).toMatchObject({ state: 'stale', mayConfirm: false })
    expect((await stillFits(layer, 'one_side')).json.type).toBe('/problems/reads-one-side')
    const mend = (await stillFits(layer, 'dana')).json.mends[0].id
    for (const who of ['theo', 'mei']) expect(await vote(who, mend)).toMatchObject({ state: 'proposed' })
    expect(await vote('ana', mend)).toEqual({ votes: 3, state: 'taken' })
    expect((await sentences(layer))[2]).toMatchObject({ state: 'fresh', text: 'The soup boils five o’clock.' })
  })

  test('stays with the name of who had worded it', async () => {
    const { id, layer } = await layered('bo')
    await vote('bo', (await propose(layer)).json.mends[0].id)
    await house.write(id, '面', { body: chinese.replace('五个小时', '五个钟头') })
    await propose(layer, 'bo', better)
    const text = await shownTo('one_side', id)
    expect(text?.sentences[2]).toMatchObject({ state: 'fresh', by: { handle: 'dana' } })
  })
})

test('takes reading the text; the original, empty words and the words that stand there already are refused', async () => {
  const { id, layer } = await layered()
  const mend = (await propose(layer)).json.mends[0].id
  expect((await propose(layer, 'theo', ' ')).json.type).toBe('/problems/layer-empty')
  expect((await propose(layer, 'theo', 'Bring own bowl.', 4)).json.type).toBe('/problems/mend-same')
  expect((await propose(layer, 'theo', 'x'.repeat(201), 1)).json.type).toBe('/problems/layer-long')
  expect((await house.as('theo').post(`/layers/${layer}/mends`, { sentence: 'nothing', text: 'x' })).status).toBe(404)
  const [original] = (await house.as('lin').get(`/layers?subjectKind=thing&subjectId=${id}`)).json.items
  expect((await house.as('theo').get(`/layers/${original.id}/sentences`)).status).toBe(404)
  house.things.set(id, { owner: lin, isPublic: false, readers: [] })
  expect((await house.as('theo').get(`/layers/${layer}/sentences`)).status).toBe(404)
  expect((await house.as('theo').put(`/mends/${mend}/vote`, { value: 1 })).status).toBe(404)
  expect((await house.as('dana').delete(`/mends/${mend}`)).status).toBe(404)
})

test('the list comes in pages', async () => {
  const { layer } = await layered()
  const first = (await house.as(null).get(`/layers/${layer}/sentences?limit=4`)).json
  expect(first.items.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 4])
  const rest = (await house.as(null).get(`/layers/${layer}/sentences?limit=4&cursor=${first.next}`)).json
  expect([rest.items.map(({ number }: { number: number }) => number), rest.next]).toEqual([[5, 6], null])
  expect((await house.as(null).get(`/layers/${layer}/sentences?key=${first.items[1].key}`)).json.items).toMatchObject([{ number: 2 }])
})

test('who leaves takes proposals and thanks along; what stands in a layer stays without the name', async () => {
  const leaver = await house.a.member({ handle: 'mender_leaving', languages: ['en', 'zh-Hans'] })
  const { layer } = await layered()
  const taken = (await propose(layer, 'mender_leaving')).json.mends[0].id
  await vote('lin', taken)
  await propose(layer, 'mender_leaving', 'Cats are shy.', 5)
  await house.ground.db.transaction((tx) => forgetMember(tx, leaver))
  const now = await sentences(layer)
  expect(now[2]).toMatchObject({ text: better, mends: [{ by: null, state: 'taken' }] })
  expect(now[4].mends).toEqual([])
})
