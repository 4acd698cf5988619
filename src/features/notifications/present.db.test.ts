import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { heldUp } from '#tests/overlap.ts'
import { queriesOf } from '#tests/scans.ts'
import { presentNotices } from './present.ts'
import { noticePage, takeFromNotices } from './queries/notices.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  for (const handle of ['lin', 'dana']) await house.a.member({ handle })
})
afterAll(() => house.close())

test('a page of notices asks as many queries as one of each kind of thing', async () => {
  const dana = (await house.viewer('dana')).id
  for (let i = 0; i < 4; i += 1) {
    const note = await house.a.note('lin', { title: `Note ${i}` })
    await house.as('dana').put(`/notes/${note}/like`)
    const { json } = await house.as('lin').post(`/notes/${note}/comments`, { body: `and ${i}` })
    await house.as('dana').post(`/notes/${note}/comments`, { body: `answer ${i}`, parentId: json.id })
    const board = (await house.as('lin').post('/boards', { name: `Board ${i}` })).json.id
    await house.as('lin').put(`/boards/${board}/people/${dana}`)
  }
  await house.settle()
  for (const handle of ['lin', 'dana']) {
    const me = await house.viewer(handle)
    const rows = await noticePage(house.ground.db.q, me.id, { except: [], cursor: null, limit: 50 })
    const few = [...new Map(rows.map((row) => [row.subject.kind, row])).values()]
    expect(rows.length).toBeGreaterThanOrEqual(few.length * 4)
    const queries = (some: typeof rows) => queriesOf(house, (ground) => presentNotices(ground, me, some))
    expect(await queries(rows)).toBe(await queries(few))
    const shown = await presentNotices(house.ground, me, rows)
    expect(new Set(shown.map(({ url }) => url)).size).toBeGreaterThanOrEqual(4)
    expect(shown.every(({ excerpt }) => /\d$/.test(excerpt))).toBe(true)
  }
})

test('two who leave a notice at once are both counted out', async () => {
  for (const handle of ['mei', 'kai', 'tom']) await house.a.member({ handle })
  const [tom, mei, kai] = [await house.viewer('tom'), await house.viewer('mei'), await house.viewer('kai')]
  const note = await house.a.note('tom')
  for (const by of ['dana', 'mei', 'kai']) await house.as(by).put(`/notes/${note}/like`)
  await house.settle()
  await heldUp(
    house,
    (tx) => takeFromNotices(tx, mei.id, { member: tom.id }),
    [() => house.ground.db.transaction((tx) => takeFromNotices(tx, kai.id, { member: tom.id }))],
    async () => null,
  )
  expect(await noticePage(house.ground.db.q, tom.id, { except: [], cursor: null, limit: 5 })).toMatchObject([
    { kind: 'like', count: 1, actors: [(await house.viewer('dana')).id] },
  ])
})
