import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#tests/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  await house.a.member({ handle: 'lin' })
})
afterAll(() => house.close())

const NASTY = ['\u0000', 'a\u0000b', '\ud800', '\udfff x', '%', "'; drop table notes; --", '\u202e', `e${'\u0301'.repeat(200)}`, '\uffff', ' ']
const cursor = (key: unknown, id = '019a0000-0000-7000-8000-000000000000') => Buffer.from(JSON.stringify([1, key, id])).toString('base64url')

test('no text in any field is a bug', async () => {
  const lin = house.as('lin')
  const note = await house.a.note('lin')
  const draft = (await lin.post('/drafts', { content: {} })).json.id
  for (const nasty of NASTY) {
    const answers = [
      await lin.post('/notes', { title: `t ${nasty}`, body: nasty, warning: nasty, topics: [nasty], visibility: 'public' }),
      await lin.post('/notes', { title: 't', placeId: nasty }),
      await lin.post('/notes', { title: 't', coauthors: [nasty] }),
      await lin.post('/notes', { title: 't', layers: [{ language: 'fr', title: nasty, body: nasty }] }),
      await lin.post('/notes', { title: 't', language: nasty }),
      await lin.post(`/notes/${note}/comments`, { body: nasty }),
      await lin.post(`/notes/${encodeURIComponent(nasty.toWellFormed())}/comments`, { body: 'x' }),
      await lin.patch(`/notes/${note}`, { title: `t ${nasty}`, body: nasty }),
      await lin.post('/drafts', { content: { title: nasty, body: nasty, topics: [nasty] } }),
      await lin.put(`/drafts/${draft}`, { content: { body: nasty }, version: 1 }),
      await lin.get(`/actors/${encodeURIComponent(nasty.toWellFormed())}/notes`),
      await lin.post('/reports', { subjectKind: 'note', subjectId: note, kind: 'danger', words: nasty }),
      await lin.post('/reports', { subjectKind: 'note', subjectId: nasty, kind: 'danger' }),
    ]
    for (const { status, json } of answers) expect([JSON.stringify(nasty), status < 500 ? 'no bug' : json]).toEqual([JSON.stringify(nasty), 'no bug'])
  }
})

test('a forged cursor is refused or leads nowhere', async () => {
  const note = await house.a.note('lin')
  await house.as('lin').post(`/notes/${note}/comments`, { body: 'one' })
  for (const key of [1e12, -1e12, 8.64e15, 1.5, 9e15, '0', 'x', null, '1970-01-01']) {
    for (const path of [
      `/notes/${note}/comments?sort=liked&`,
      `/notes/${note}/comments?sort=new&`,
      `/notes/${note}/comments?sort=old&`,
      '/actors/lin/notes?',
      '/drafts?',
    ]) {
      for (const made of [cursor(key), cursor(key, 'x'), cursor(key, "' or 1=1")])
        expect((await house.as('lin').get(`${path}cursor=${made}`)).status).toBeLessThan(500)
    }
  }
})
