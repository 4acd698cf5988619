import { afterAll, beforeAll, expect, test } from 'vitest'
import { jpeg } from '#features/media/media.harness.ts'
import { receiveBody } from '#features/media/receive-body.ts'
import { complaints } from '#pure/text/judge.harness.ts'
import { xssVectors } from '#pure/text/xss-vectors.fixture.ts'
import { type Client, openHouse, type TestHouse } from '../house.ts'

let house: TestHouse
let lin: Client
let picture: string
beforeAll(async () => {
  house = await openHouse()
  for (const handle of ['lin', 'reader']) await house.a.member({ handle })
  lin = house.as('lin')
  picture = await receiveBody(
    house.ground,
    await house.viewer('lin'),
    new Request('http://localhost:3000/media', { method: 'POST', body: (await jpeg(60, 40)) as never }),
  )
  await house.settle()
}, 60_000)
afterAll(() => house.close())

/** Every `html` in an answer, wherever it stands. */
function htmlIn(json: unknown): string[] {
  if (Array.isArray(json)) return json.flatMap(htmlIn)
  if (typeof json !== 'object' || json === null) return []
  return Object.entries(json).flatMap(([key, value]) => (key === 'html' && typeof value === 'string' ? [value] : htmlIn(value)))
}

/** Sends what may be refused for its form; a bug is never the answer. */
async function given(asked: Promise<{ status: number; json: { id?: string } | null }>): Promise<string | null> {
  const { status, json } = await asked
  expect(status).toBeLessThan(500)
  return status < 300 ? (json?.id ?? '') : null
}

const short = (text: string, length: number): string => text.slice(0, length)

test('sixty and more vectors through every field that members write come out harmless', { timeout: 120_000 }, async () => {
  let judged = 0
  const faults: string[] = []
  for (const [index, vector] of xssVectors.entries()) {
    house.clock.move(3_600_000)
    const pages = await writeEverywhere(vector, index)
    for (const page of pages) {
      const { status, json, headers } = await house.as(index % 2 === 0 ? null : 'reader').get(page)
      expect([page, status]).toEqual([page, 200])
      expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
      for (const html of htmlIn(json)) {
        judged += 1
        for (const complaint of complaints(html, true)) faults.push(`${page} ${vector}: ${complaint}`)
      }
    }
  }
  expect(faults).toEqual([])
  // A page without any html would be judged harmless too.
  expect(judged).toBeGreaterThan(xssVectors.length * 6)
})

/** Answers the pages on which it is read. */
async function writeEverywhere(vector: string, index: number): Promise<string[]> {
  const note = await given(
    lin.post('/notes', {
      title: short(vector, 60) || 'x',
      body: `${vector}\n\n@${vector} #${vector} https://a.example/${vector}`,
      warning: short(vector, 120),
      visibility: 'public',
      language: 'en',
      topics: [short(vector, 40)],
      layers: [{ language: 'de', title: short(vector, 60), body: vector }],
    }),
  )
  expect(note, vector).not.toBeNull()
  const comment = await given(house.as('reader').post(`/notes/${note}/comments`, { body: `${vector} @lin` }))
  const board = await given(lin.post('/boards', { name: short(vector, 50), description: vector }))
  await given(
    lin.patch('/profile', {
      name: short(vector, 60),
      bio: short(vector, 150),
      links: [{ label: short(vector, 30), url: `https://a.example/${encodeURIComponent(vector.toWellFormed())}` }],
    }),
  )
  await given(lin.post('/layers', { subjectKind: 'note', subjectId: note, language: 'fr', title: short(vector, 60), body: vector }))
  await given(lin.patch(`/media/${picture}`, { alt: vector }))
  if (index === 0) await given(lin.post('/notes', { title: 'With a picture', pictures: [{ id: picture, alt: vector }], visibility: 'public' }))
  return [
    `/notes/${note}`,
    `/notes/${note}/comments`,
    `/notes/${note}/history`,
    `/layers?subjectKind=note&subjectId=${note}`,
    ...(comment ? [`/comments/${comment}`] : []),
    ...(board ? [`/boards/${board}`] : []),
    '/actors/lin',
  ]
}
