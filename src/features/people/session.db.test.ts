import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#tests/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  await house.a.member({ handle: 'lin', password: 'paper plane accident', languages: ['zh-Hans'] })
})
afterAll(() => house.close())

test('a member signs in, is known by the cookie, and signs out', async () => {
  const send = (method: string, cookie = '', body?: object) =>
    house.api.fetch(
      new Request('http://localhost:3000/-/api/session', {
        method,
        headers: { origin: 'http://localhost:3000', cookie, 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
      { address: '127.0.0.1' },
    )
  const signedIn = await send('POST', '', { login: 'lin', password: 'paper plane accident' })
  expect(signedIn.status).toBe(200)
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  expect(await (await send('GET', cookie)).json()).toMatchObject({ viewer: { handle: 'lin', reads: ['zh-Hans'] } })
  await send('DELETE', cookie)
  expect(await (await send('GET', cookie)).json()).toMatchObject({ viewer: null })
})

test('a wrong password is refused in the reader’s language, and an unknown name the same way', async () => {
  const nobody = house.as(null)
  const wrong = await nobody.post('/session', { login: 'lin', password: 'not this one' })
  const unknown = await nobody.post('/session', { login: 'nobody_here', password: 'not this one' })
  expect(wrong.status).toBe(401)
  expect(wrong.json).toEqual(unknown.json)
})
