import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MediaId, NoteId } from '#ground/ids/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  for (const handle of ['lin', 'dana']) await house.a.member({ handle })
})
afterAll(() => house.close())

/** A picture that is uploaded and still waits for the decoder. */
async function waiting(handle: string): Promise<MediaId> {
  const id = house.ground.ids.next<MediaId>()
  const { id: owner_id } = await house.viewer(handle)
  await house.ground.db.q
    .insertInto('media')
    .values({
      id,
      owner_id,
      state: 'checked',
      reason: null,
      hash: id,
      media_type: 'image/png',
      width: null,
      height: null,
      focal_x: 0.5,
      focal_y: 0.5,
      alt: '',
      thumbhash: null,
      preview: null,
      subject_kind: null,
      subject_id: null,
      position: 0,
      bytes: 1,
      created_at: house.clock.now(),
    })
    .execute()
  return id
}
async function finish(id: MediaId, noteId: string): Promise<void> {
  await house.ground.db.transaction(async (tx) => {
    await tx.updateTable('media').set({ state: 'ready', width: 10, height: 10, preview: '', thumbhash: '' }).where('id', '=', id).execute()
    await house.ground.outbox.announce(tx, 'media.ready', { mediaId: id, subjectKind: 'note', subjectId: noteId }, noteId)
  })
  await house.settle()
}
const announced = async (name: string, key: string) =>
  (
    await house.ground.db.q
      .selectFrom('events' as never)
      .select('id' as never)
      .where('name' as never, '=', name as never)
      .where('key' as never, '=', key as never)
      .execute()
  ).length

test('a note waits for its last picture, seen by its author alone, and is then published once with that moment as its date', async () => {
  const [a, b] = [await waiting('lin'), await waiting('lin')]
  const { json } = await house.as('lin').post('/notes', { title: 'soon', pictures: [{ id: a }, { id: b }], coauthors: ['dana'] })
  expect(json).toMatchObject({ state: 'processing', pictureCount: 2 })
  expect((await house.as('dana').get(`/notes/${json.id}`)).status).toBe(404)
  expect((await house.as('lin').put(`/notes/${json.id}/like`)).status).toBe(404)
  await finish(a, json.id)
  expect(await announced('note.published', json.id)).toBe(0)
  house.clock.move(5_000)
  await finish(b, json.id)
  await finish(b, json.id)
  expect((await house.as('dana').get(`/notes/${json.id}`)).json).toMatchObject({ state: 'published', publishedAt: house.clock.now().toISOString() })
  expect([await announced('note.published', json.id), await announced('coauthor.asked', json.id)]).toEqual([1, 1])
})

test('when a picture fails the author reads why, chooses another way, and the note is published', async () => {
  const bad = await waiting('lin')
  const { json } = await house.as('lin').post('/notes', { title: 'broken', pictures: [{ id: bad }] })
  await house.ground.db.transaction(async (tx) => {
    await tx.updateTable('media').set({ state: 'failed', reason: 'picture-broken' }).where('id', '=', bad).execute()
    await house.ground.outbox.announce(tx, 'media.failed', { mediaId: bad, subjectKind: 'note', subjectId: json.id, reason: 'picture-broken' }, json.id)
  })
  await house.settle()
  expect((await house.as('lin').get(`/states?subjectKind=note&subjectId=${json.id}`)).json.items.at(-1)).toMatchObject({
    state: 'processing',
    reason: expect.stringContaining('damaged'),
  })
  expect((await house.as('lin').patch(`/notes/${json.id}`, { pictures: [] })).json).toMatchObject({ state: 'published', kind: 'text' })
  expect(await announced('note.published', json.id as NoteId)).toBe(1)
})

test('a published note does not go back to waiting', async () => {
  const id = await house.a.note('lin')
  expect((await house.as('lin').patch(`/notes/${id}`, { pictures: [{ id: await waiting('lin') }] })).json.type).toBe('/problems/pictures-not-ready')
})
