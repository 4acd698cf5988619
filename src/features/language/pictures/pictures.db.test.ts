import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { claimMedia, releaseMedia } from '#features/media/index.ts'
import { jpeg, upload } from '#features/media/media.harness.ts'
import { SECOND } from '#ground/clock/index.ts'
import { subject } from '#ground/feature.ts'
import type { ActorId, MediaId } from '#ground/ids/index.ts'
import { fakeEngine } from '../engines/fakes.harness.ts'
import { exportLayers } from '../export-layers.ts'
import { textsInPictures } from '../index.ts'
import { forgetMember } from '../queries/people.ts'
import { type HouseOfThings, houseOfThings } from '../things.harness.ts'

let house: HouseOfThings
let engine: Awaited<ReturnType<typeof fakeEngine>>
let lin: ActorId
let dana: ActorId
let thing: string
let picture: MediaId
const [A, B] = [
  { x: 0.1, y: 0.1, width: 0.5, height: 0.1 },
  { x: 0.1, y: 0.3, width: 0.5, height: 0.1 },
]

beforeAll(async () => {
  engine = await fakeEngine('libretranslate')
  engine.say((text) => `<${text}>`)
  house = await houseOfThings({ TRANSLATE_ENGINES: JSON.stringify([{ type: 'libretranslate', name: 'Fake', url: engine.url, pairs: ['zh-Hans>en'] }]) })
  lin = await house.a.member({ handle: 'lin', languages: ['zh-Hans'] })
  dana = await house.a.member({ handle: 'dana', languages: ['en', 'zh-Hans'] })
  await house.a.member({ handle: 'mei', languages: ['zh-Hans', 'en'] })
  await house.a.member({ handle: 'mod', languages: ['en'], role: 'moderator' })
  await house.a.member({ handle: 'theo', languages: ['en', 'zh-Hans'] })
})
afterAll(async () => {
  await house.close()
  await engine.close()
})
beforeEach(async () => {
  thing = await house.thing(lin, '海报')
  picture = await hung(thing)
})

async function hung(on: string): Promise<MediaId> {
  const id = await upload(house, 'lin', await jpeg(300, 200))
  await house.ground.db.transaction((tx) => claimMedia(tx, lin, [{ id }], subject('thing', on)))
  return id
}
const path = (id: string = picture, into?: string) => `/pictures/${id}/words${into ? `?into=${into}` : ''}`
const poster = [
  { ...A, words: '今晚八点', meaning: 'Tonight at eight' },
  { ...B, words: '河边小店', meaning: 'The shop by the river' },
]
const place = (who: string | null, more: object = {}, id: string = picture) =>
  house.as(who).put(path(id), { revision: 0, language: 'zh-Hans', into: 'en', boxes: poster, ...more })
const look = async (who: string | null, id: string = picture) => (await house.as(who).get(path(id, 'en'))).json
const layers = async (who = 'lin') => (await house.as(who).get(`/layers?subjectKind=picture&subjectId=${picture}`)).json.items

describe('writing down', () => {
  test('a helper’s words and translation stand over the picture with their name', async () => {
    expect((await place('dana')).status).toBe(200)
    const { words, mine, other, address, picture: shown } = await look('theo')
    expect(words.boxes).toEqual([
      { ...A, original: '今晚八点', shown: '', state: 'fresh' },
      { ...B, original: '河边小店', shown: '', state: 'fresh' },
    ])
    expect(words.text.original).toMatchObject({ language: 'zh-Hans', by: { handle: 'dana' } })
    expect(other).toMatchObject({ origin: 'person', by: { handle: 'dana' }, meanings: ['Tonight at eight', 'The shop by the river'] })
    expect([mine, address, shown.id]).toEqual([null, `/things/${thing}`, picture])
    // Whoever does not read Chinese gets the translation at once.
    const english = (await house.as(null).get(path())).json.words
    expect(english.text.shown).toMatchObject({ language: 'en', by: { handle: 'dana' }, stale: false })
    expect(english.boxes.map((box: { shown: string }) => box.shown)).toEqual(['Tonight at eight', 'The shop by the river'])
  })

  test('the owner’s translation is the author’s own and stands before a helper’s', async () => {
    await place('dana')
    await place('lin', { revision: 1, boxes: poster.map((box) => ({ ...box, meaning: `${box.meaning}, says Lin` })) })
    expect((await house.as(null).get(path())).json.words.text.shown).toMatchObject({ origin: 'author', body: expect.stringContaining('says Lin') })
    expect((await layers()).map(({ origin }: { origin: string }) => origin)).toEqual(['original', 'person', 'author'])
  })

  test('anybody mends what a helper wrote down; what the owner wrote down is theirs, and still put into languages by all', async () => {
    const wider = [{ ...poster[0], width: 0.8, words: '今晚八点半' }, poster[1]]
    await place('dana')
    expect((await place('theo', { revision: 1, boxes: wider })).status).toBe(200)
    expect((await place('lin', { revision: 2 })).status).toBe(200)
    expect((await place('theo', { revision: 3, boxes: wider })).json.type).toBe('/problems/not-yours')
    expect((await place('mei', { revision: 3, boxes: poster.map((box) => ({ ...box, meaning: 'Mine' })) })).json.mine.meanings).toEqual(['Mine', 'Mine'])
    expect([(await look('theo')).mayPlace, (await look('lin')).mayPlace, (await look(null)).mayPlace]).toEqual([false, true, false])
  })

  test('who wrote over an older wording hears so', async () => {
    await place('dana')
    await place('theo', { revision: 1, boxes: [poster[0]] })
    expect((await place('mei', { revision: 1 })).json).toMatchObject({ type: '/problems/conflict' })
    expect((await place('mei')).json).toMatchObject({ type: '/problems/conflict' })
  })

  test('two at once: one is first', async () => {
    const answers = await Promise.all(['dana', 'theo', 'mei'].map((who) => place(who, { boxes: [{ ...A, words: `${who} 写的` }], into: undefined })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  })

  test('an empty translation takes the layer away, and only one’s own', async () => {
    await place('dana')
    await place('theo', { revision: 1 })
    await place('dana', { revision: 1, boxes: poster.map(({ meaning: _none, ...box }) => box) })
    expect((await layers()).map(({ by }: { by: { handle: string } }) => by.handle)).toEqual(['dana', 'theo'])
  })

  test('limits: how many, where, how long, which language, never empty', async () => {
    const refused = async (boxes: object[], more: object = {}) => (await place('dana', { boxes, ...more })).json
    expect(await refused([])).toMatchObject({ type: '/problems/boxes-count', field: 'boxes' })
    expect(await refused(Array.from({ length: 41 }, () => poster[0] as object))).toMatchObject({ type: '/problems/boxes-count' })
    expect(await refused([{ ...A, x: 0.8, words: '字' }])).toMatchObject({ type: '/problems/box-outside', field: 'boxes.0' })
    expect(await refused([{ ...A, width: 0.001, words: '字' }])).toMatchObject({ type: '/problems/box-outside' })
    expect(await refused([{ ...A, x: 2, words: '字' }])).toMatchObject({ type: '/problems/bad-input' })
    expect(await refused([poster[0] as object, { ...B, words: ' \n ' }])).toMatchObject({ type: '/problems/box-empty', field: 'boxes.1.words' })
    expect(await refused([{ ...A, words: '字'.repeat(401) }])).toMatchObject({ type: '/problems/layer-long', field: 'boxes.0.words' })
    expect(await refused([{ ...A, words: '字', meaning: 'x'.repeat(401) }])).toMatchObject({ type: '/problems/layer-long', field: 'boxes.0.meaning' })
    expect(await refused(poster, { into: 'zh-CN' })).toMatchObject({ type: '/problems/same-language' })
    expect(await look('dana')).toMatchObject({ words: null, mayPlace: true })
    expect(
      (
        await refused(
          Array.from({ length: 40 }, () => poster[0] as object),
          { into: undefined },
        )
      ).words.boxes,
    ).toHaveLength(40)
  })

  test('a visitor cannot, and there are no words in what is no picture', async () => {
    expect((await place(null)).status).toBe(401)
    expect((await place('dana', {}, house.ground.ids.next())).status).toBe(404)
    expect((await place('lin', {}, await upload(house, 'lin', await jpeg(40, 40)))).status).toBe(404)
  })
})

describe('the rooms of layers', () => {
  test('readers of both languages thank, the best rated stands first, and nobody rates what they do not read', async () => {
    await place('dana')
    await place('theo', { revision: 1, boxes: poster.map((box) => ({ ...box, meaning: 'Better' })) })
    const [, hers, his] = await layers('mei')
    expect((await house.as('mei').put(`/layers/${his.id}/vote`, { value: 1 })).json).toEqual({ rating: 1 })
    expect((await house.as('lin').put(`/layers/${hers.id}/vote`, { value: 1 })).json.type).toBe('/problems/reads-one-side')
    expect((await house.as(null).get(path())).json.words.text.shown.by.handle).toBe('theo')
    expect((await house.as('mei').post('/reports', { subjectKind: 'layer', subjectId: hers.id, kind: 'wrong-translation', words: '' })).status).toBe(201)
  })

  test('every wording is kept with who wrote it, and brought back with its places', async () => {
    await place('dana')
    const moved = [{ ...poster[0], y: 0.8 }]
    await place('theo', { revision: 1, boxes: moved, into: undefined })
    const [original, hers] = await layers()
    expect(hers.stale).toBe(true)
    const history = (await house.as(null).get(`/layers/${original.id}/history`)).json.items
    expect(history.map(({ revision, by }: { revision: number; by: { handle: string } }) => [revision, by.handle])).toEqual([
      [2, 'theo'],
      [1, 'dana'],
    ])
    expect((await house.as('mei').post(`/layers/${original.id}/revert`, { revision: 1 })).json).toMatchObject({ revision: 3, body: '今晚八点\n河边小店' })
    const { words } = (await house.as(null).get(path())).json
    expect(words.boxes).toMatchObject([
      { ...A, shown: 'Tonight at eight', state: 'fresh' },
      { ...B, shown: 'The shop by the river', state: 'fresh' },
    ])
    expect(words.text.shown.stale).toBe(false)
    expect((await house.as('mei').post(`/layers/${original.id}/revert`, { revision: 9 })).status).toBe(404)
  })

  test('an edit of one box marks that one alone', async () => {
    await place('dana')
    await place('lin', { revision: 1, boxes: [poster[0], { ...poster[1], words: '山上小店' }], into: undefined })
    expect((await house.as(null).get(path())).json.words.boxes).toMatchObject([{ state: 'fresh' }, { state: 'stale', shown: 'The shop by the river' }])
  })

  test('said to fit still, by the same words again, a layer stays with its boxes, those without a meaning too', async () => {
    await place('dana', { boxes: [poster[0], { ...poster[1], meaning: '' }] })
    const [, hers] = await layers()
    await place('theo', { revision: 1, into: undefined, boxes: [{ ...poster[0], words: '今晚九点' }, poster[1]] })
    const shown = async () => (await house.as(null).get(path())).json.words.boxes.map((box: { shown: string; state: string }) => [box.shown, box.state])
    expect(await shown()).toEqual([
      ['Tonight at eight', 'stale'],
      ['', 'missing'],
    ])
    expect((await house.as('dana').patch(`/layers/${hers.id}`, { title: '', body: hers.body })).status).toBe(200)
    expect(await shown()).toEqual([
      ['Tonight at eight', 'fresh'],
      ['', 'missing'],
    ])
  })

  test('who wrote it down takes it out as long as it is theirs alone; the owner and moderators always', async () => {
    await place('dana')
    const id = async () => (await layers())[0].id
    expect([(await look('dana')).mayTake, (await look('theo')).mayTake, (await look('lin')).mayTake]).toEqual([true, false, true])
    await place('theo', { revision: 1 })
    expect((await house.as('dana').delete(`/layers/${await id()}`)).json.type).toBe('/problems/not-yours')
    expect((await house.as('mod').delete(`/layers/${await id()}`)).status).toBe(204)
    expect(await look(null)).toMatchObject({ words: null })
    const acts = await house.ground.db.q.selectFrom('audit_log').select('act').execute()
    expect(acts.map(({ act }) => act)).toContain('layer.deleted')
    await place('dana')
    expect((await house.as('dana').delete(`/layers/${await id()}`)).status).toBe(204)
    await place('dana')
    expect((await house.as('lin').delete(`/layers/${await id()}`)).status).toBe(204)
    expect(await layers()).toEqual([])
  })

  test('one sentence is mended as in any layer', async () => {
    await place('dana')
    const [, hers] = await layers()
    const { items } = (await house.as('theo').get(`/layers/${hers.id}/sentences`)).json
    const said = await house.as('theo').post(`/layers/${hers.id}/mends`, { sentence: items[1].key, text: 'The riverside shop' })
    expect((await house.as('dana').put(`/mends/${said.json.mends[0].id}/vote`, { value: 1 })).status).toBe(200)
    expect((await house.as(null).get(path())).json.words.boxes).toMatchObject([{ shown: 'Tonight at eight' }, { shown: 'The riverside shop' }])
  })
})

describe('engines', () => {
  test('one makes a draft line by line when asked, and never of what is not public', async () => {
    await place('dana', { into: undefined, boxes: poster })
    await house.settle()
    const draft = await look('theo')
    expect(draft.other).toMatchObject({ origin: 'machine', engine: 'Fake', meanings: ['<今晚八点>', '<河边小店>'] })
    house.things.set(thing, { owner: lin, isPublic: false, readers: [dana] })
    const secret = await hung(thing)
    engine.received.length = 0
    await place('dana', { into: undefined, boxes: [{ ...A, words: '只给朋友' }] }, secret)
    await house.settle()
    expect((await look('dana', secret)).canAsk).toBe(false)
    const asked = await house.as('dana').post('/translations', { subjectKind: 'picture', subjectId: secret, language: 'en' })
    expect(asked.json.type).toBe('/problems/text-stays-here')
    expect(engine.received).toEqual([])
  })
})

describe('who may not see the picture', () => {
  test('sees no words, and adds, asks, reports and rates none', async () => {
    house.things.set(thing, { owner: lin, isPublic: false, readers: [dana] })
    await place('dana')
    const [original, hers] = await layers('dana')
    for (const who of ['theo', null]) {
      const stranger = house.as(who)
      expect((await stranger.get(path())).status).toBe(404)
      expect((await stranger.get(`/layers?subjectKind=picture&subjectId=${picture}`)).status).toBe(404)
      expect((await stranger.get(`/layers/${original.id}/history`)).status).toBe(404)
      if (who === null) continue
      expect((await place(who, { revision: 1 })).status).toBe(404)
      expect((await stranger.put(`/layers/${hers.id}/vote`, { value: 1 })).status).toBe(404)
      expect((await stranger.post(`/layers/${original.id}/revert`, { revision: 1 })).status).toBe(404)
      expect((await stranger.post('/reports', { subjectKind: 'layer', subjectId: original.id, kind: 'spam', words: '' })).status).toBe(404)
    }
  })
})

describe('what is gone', () => {
  test('the words go with the picture: at once for readers, then from the tables', async () => {
    await place('dana')
    await house.ground.db.transaction((tx) => releaseMedia(tx, subject('thing', thing)))
    expect((await house.as('dana').get(path())).status).toBe(404)
    house.clock.move(60 * SECOND)
    await house.ground.jobs.enqueue(house.ground.db.q, 'media.sweep-storage', {})
    await house.settle()
    expect(await textsInPictures(house.ground.db.q, [picture])).toEqual([])
  })

  test('who leaves takes their translation along and leaves what they read off the picture, without their name', async () => {
    const zoe = await house.a.member({ handle: `zoe${picture.slice(-6)}`, languages: ['en', 'zh-Hans'] })
    await place(`zoe${picture.slice(-6)}`)
    const kept: object[] = []
    for await (const row of exportLayers(house.ground.db.q, zoe)) kept.push(row)
    expect(kept).toMatchObject([
      { subjectKind: 'picture', body: '今晚八点\n河边小店', boxes: [A, B] },
      { language: 'en', body: 'Tonight at eight\nThe shop by the river' },
    ])
    await house.ground.db.transaction(async (tx) => {
      await forgetMember(tx, zoe)
      await house.ground.outbox.announce(tx, 'member.left', { actorId: zoe }, zoe)
    })
    await house.settle()
    const { words } = (await house.as(null).get(path())).json
    expect(words.text.original).toMatchObject({ by: null, body: '今晚八点\n河边小店' })
    expect(words.text.layers.filter(({ origin }: { origin: string }) => origin === 'person')).toEqual([])
    expect((await place('mei', { revision: 1, boxes: [poster[0]] })).status).toBe(200)
  })
})
