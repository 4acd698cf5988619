import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ActorId } from '#ground/ids/index.ts'
import { type FakeEngine, fakeEngine } from './engines/fakes.harness.ts'
import { monthUse } from './queries/engine-use.ts'
import { type HouseOfThings, houseOfThings } from './things.harness.ts'

let engine: FakeEngine
let house: HouseOfThings
let lin: ActorId
let dana: ActorId
async function open(settings: Record<string, string> = {}): Promise<void> {
  house = await houseOfThings({ TRANSLATE_ENGINES: JSON.stringify([{ type: 'libretranslate', name: 'Fake', url: engine.url }]), ...settings })
  lin = await house.a.member({ handle: 'lin', languages: ['zh-Hans'] })
  dana = await house.a.member({ handle: 'dana', languages: ['en'] })
}
beforeEach(async () => {
  engine = await fakeEngine('libretranslate')
  engine.say((_text, _from, to) => (to === 'zh-Hans' ? '这条路一块蛋糕，[[x0]]' : 'This road is a piece of pie, [[x0]]'))
})
afterEach(async () => {
  await house.close()
  await engine.close()
})
const reply = 'That way was a piece of cake, @lin'
const bridge = (who: string | null, id: string, text = reply) => house.as(who).post('/translations/bridge', { subjectKind: 'thing', subjectId: id, text })

test('a writer sees how it will be read, the way back and what engines miss; the second look costs nothing', async () => {
  await open()
  const id = await house.thing(lin, '从青城山下来的那条路难走吗')
  expect(engine.received).toEqual([])
  const first = await bridge('dana', id)
  expect(first.json).toEqual({
    from: 'en',
    to: 'zh-Hans',
    text: '这条路一块蛋糕，@lin',
    engine: 'Fake',
    back: 'This road is a piece of pie, @lin',
    warnings: [{ phrase: 'piece of cake', meaning: 'very easy' }],
  })
  expect(engine.received.map(({ body }) => body.target)).toEqual(['zh-Hans', 'en'])
  const paid = await monthUse(house.ground.db.q, '2026-03')
  expect((await bridge('dana', id)).json).toEqual(first.json)
  expect([engine.received.length, await monthUse(house.ground.db.q, '2026-03')]).toEqual([2, paid])
})

test('under what is not public nothing is sent, unless the host allows it; who may not read it finds nothing', async () => {
  await open()
  const id = await house.thing(lin, '只给关注我的人看', { isPublic: false, readers: [dana] })
  expect((await bridge('dana', id)).json.type).toBe('/problems/text-stays-here')
  await house.a.member({ handle: 'stranger', languages: ['en'] })
  expect((await bridge('stranger', id)).status).toBe(404)
  expect(engine.received).toEqual([])
  await house.close()
  await open({ TRANSLATE_PRIVATE: 'on' })
  const allowed = await house.thing(lin, '只给关注我的人看', { isPublic: false, readers: [dana] })
  expect((await bridge('dana', allowed)).json.text).toBe('这条路一块蛋糕，@lin')
})

test('in the language of the note there is nothing to bridge, and without an engine it says so', async () => {
  await open()
  const id = await house.thing(lin, '从青城山下来的那条路难走吗')
  expect((await bridge('dana', id, '不难走，风景也很好')).json.type).toBe('/problems/same-language')
  engine.say(() => '')
  expect((await bridge('dana', id, 'Not at all, and no cap')).json).toMatchObject({ text: null, back: null, warnings: [{ phrase: 'no cap' }] })
  await house.close()
  await open({ TRANSLATE_ENGINES: '' })
  const other = await house.thing(lin, '从青城山下来的那条路难走吗')
  expect((await bridge('dana', other)).json.type).toBe('/problems/no-engine')
})
