import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#tests/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('every place serves the contract of its API, with an operation for each route', async () => {
  const { status, json } = await house.as(null).get('/openapi.json')
  expect(status).toBe(200)
  expect(json.openapi).toBe('3.1.0')
  const operations = Object.entries(json.paths as Record<string, object>).flatMap(([path, item]) => Object.keys(item).map((method) => `${method} ${path}`))
  expect(operations.sort()).toEqual(house.api.routes.map((route) => `${route.method} ${route.path}`).sort())
})

test('a list says where it goes on, also in the Link header', async () => {
  await house.a.member({ handle: 'lin' })
  for (let i = 0; i < 3; i += 1) await house.as('lin').post('/notes', { kind: 'text', title: `Note ${i}`, body: 'Some words.' })
  const first = await house.as('lin').get('/feeds/following?limit=2')
  expect(first.headers.get('link')).toBe(`</api/commonplace/v1/feeds/following?limit=2&cursor=${first.json.next}>; rel="next"`)
  expect((await house.as('lin').get('/feeds/following?cursor=nonsense')).json).toMatchObject({ type: '/problems/bad-cursor', status: 400 })
})
