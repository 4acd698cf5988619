import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importPicture, picturesOf } from '#features/media/index.ts'
import { leave } from '#features/people/leave.ts'
import type { NoteId } from '#ground/ids/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  for (const handle of ['lin', 'dana', 'mei']) await house.a.member({ handle })
})
afterAll(() => house.close())

const announced = async (name: string, key: string) =>
  (
    await house.ground.db.q
      .selectFrom('events' as never)
      .select('id' as never)
      .where('name' as never, '=', name as never)
      .where('key' as never, '=', key as never)
      .execute()
  ).length
let shade = 0
const picture = async (handle: string) => {
  shade += 9
  return importPicture(
    house.ground,
    (await house.viewer(handle)).id,
    await sharp({ create: { width: 330, height: 330, channels: 3, background: { r: shade, g: 0, b: 99 } } })
      .png()
      .toBuffer(),
  )
}

test('only what is given changes, and the old wording stays in the history with its words compared', async () => {
  const id = await house.a.note('lin', { title: 'Red pork', body: 'Two spoons of soy. #punk', topics: ['cooking'], placeId: 'chengdu', warning: 'meat' })
  house.clock.move(60_000)
  const edited = await house.as('lin').patch(`/notes/${id}`, { body: 'Three spoons of soy. #shoegaze' })
  expect(edited.json).toMatchObject({ title: 'Red pork', warning: 'meat', revision: 2, editedAt: '2026-03-01T12:01:00.000Z', place: { id: 'chengdu' } })
  expect(edited.json.topics.map((one: { id: string }) => one.id)).toEqual(['cooking', 'shoegaze'])
  const { items } = (await house.as('dana').get(`/notes/${id}/history`)).json
  expect(items.map((one: { revision: number }) => one.revision)).toEqual([2, 1])
  expect(items[1]).toMatchObject({ body: 'Two spoons of soy. #punk', changes: null })
  expect(items[0].changes.body.slice(0, 2)).toEqual([
    { kind: 'removed', text: 'Two' },
    { kind: 'added', text: 'Three' },
  ])
  expect(await announced('note.edited', id)).toBe(1)
})

test('a long history comes a page at a time, each wording against the one before', async () => {
  const id = await house.a.note('lin', { title: 'Draft 1' })
  for (let i = 2; i <= 5; i += 1) await house.as('lin').patch(`/notes/${id}`, { title: `Draft ${i}` })
  const seen: { revision: number; title: string; changes: unknown }[] = []
  for (let next: string | null = ''; next !== null; ) {
    const { json } = await house.as('dana').get(`/notes/${id}/history?limit=2${next && `&cursor=${next}`}`)
    seen.push(...json.items)
    next = json.next
  }
  expect(seen.map(({ revision, title, changes }) => [revision, title, changes !== null])).toEqual([
    [5, 'Draft 5', true],
    [4, 'Draft 4', true],
    [3, 'Draft 3', true],
    [2, 'Draft 2', true],
    [1, 'Draft 1', false],
  ])
  expect((await house.as('dana').get(`/notes/${id}/history?cursor=x`)).json.type).toBe('/problems/bad-cursor')
})

test('an edit that changes nothing leaves no trace', async () => {
  const id = await house.a.note('lin', { title: 'Same', body: 'as before' })
  const same = await house.as('lin').patch(`/notes/${id}`, { title: 'Same', body: 'as before ', topics: [], visibility: 'public' })
  expect(same.json).toMatchObject({ revision: 1, editedAt: null })
  expect(await announced('note.edited', id)).toBe(0)
})

test('an older revision is refused with the number of the one that stands; of two at once one wins', async () => {
  const id = await house.a.note('lin', { title: 'Race' })
  const answers = await Promise.all(['one', 'two'].map((title) => house.as('lin').patch(`/notes/${id}`, { title, revision: 1 })))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(answers.find(({ status }) => status === 409)?.json.facts).toEqual({ revision: 2 })
})

test('visibility only narrows, with the comments; from oneself alone it may become anything', async () => {
  const id = await house.a.note('lin', { title: 'Open' })
  await house.as('dana').post(`/notes/${id}/comments`, { body: 'first' })
  expect((await house.as('lin').patch(`/notes/${id}`, { visibility: 'followers' })).status).toBe(200)
  expect((await house.as('dana').get(`/notes/${id}`)).status).toBe(404)
  expect((await house.as('lin').get(`/notes/${id}/comments`)).json.items).toHaveLength(1)
  expect((await house.as('lin').patch(`/notes/${id}`, { visibility: 'public' })).json.type).toBe('/problems/visibility-wider')
  const mine = await house.a.note('lin', { title: 'Mine', visibility: 'self' })
  expect((await house.as('lin').patch(`/notes/${mine}`, { visibility: 'public' })).status).toBe(200)
  expect((await house.as('dana').get(`/notes/${mine}`)).status).toBe(200)
})

test('what was worded while only its author could read it is not in the history that others read', async () => {
  const wordings = async (path: string) => JSON.stringify((await house.as('dana').get(path)).json)
  const id = await house.a.note('lin', {
    title: 'Mine',
    body: 'call 555-0101',
    visibility: 'self',
    layers: [{ language: 'es', title: 'Mía', body: 'llama al 555-0102' }],
  })
  await house
    .as('lin')
    .post(`/notes/${id}/comments`, { body: 'or 555-0103' })
    .then(({ json }) => house.as('lin').patch(`/notes/${json.id}`, { body: 'or not' }))
  await house.as('lin').patch(`/notes/${id}`, { body: 'call 555-0104', layers: [{ language: 'es', title: 'Mía', body: 'llama' }] })
  expect((await house.as('lin').get(`/notes/${id}/history`)).json.items).toHaveLength(2)
  // One edit that does both.
  expect((await house.as('lin').patch(`/notes/${id}`, { body: 'write to me', visibility: 'public' })).status).toBe(200)
  const comments = (await house.as('dana').get(`/notes/${id}/comments`)).json.items as { id: string }[]
  const layers = await house.ground.db.q.selectFrom('layers').select('id').where('subject_id', '=', id).where('origin', '=', 'author').execute()
  expect([comments.length, layers.length]).toEqual([1, 1])
  for (const path of [`/notes/${id}/history`, `/notes/${comments[0]?.id}/history`, `/layers/${layers[0]?.id}/history`]) {
    expect((await house.as('dana').get(path)).json.items).toHaveLength(1)
    expect(await wordings(path)).not.toContain('555-')
  }
  await house.as('lin').patch(`/notes/${id}`, { body: 'write' })
  expect(await wordings(`/notes/${id}/history`)).toContain('write to me')
})

test('a note that others answered in their circle does not become public by way of its author alone', async () => {
  const id = await house.a.note('lin', { title: 'Among us', body: '@dana', visibility: 'mentioned' })
  const answer = (await house.as('dana').post(`/notes/${id}/comments`, { body: 'between us' })).json.id
  expect((await house.as('lin').patch(`/notes/${id}`, { visibility: 'self' })).status).toBe(200)
  expect((await house.as('lin').patch(`/notes/${id}`, { visibility: 'public' })).json.type).toBe('/problems/visibility-wider')
  expect((await house.as('mei').get(`/comments/${answer}`)).status).toBe(404)
})

test('whoever leaves is not read any more, before the job has cleared anything away', async () => {
  await house.a.member({ handle: 'zoe' })
  const id = await house.a.note('zoe', { title: 'farewell', layers: [{ language: 'es', title: 'adiós', body: '' }] })
  await house.as('zoe').patch(`/notes/${id}`, { title: 'so long' })
  const layer = await house.ground.db.q.selectFrom('layers').select('id').where('subject_id', '=', id).where('origin', '=', 'author').executeTakeFirstOrThrow()
  const paths = [`/notes/${id}`, `/notes/${id}/history`, `/layers/${layer.id}/history`]
  for (const path of paths) expect([path, (await house.as('dana').get(path)).status]).toEqual([path, 200])
  await leave(house.ground, (await house.viewer('zoe')).id)
  for (const path of paths) expect([path, (await house.as('dana').get(path)).status]).toEqual([path, 404])
})

test('someone else’s note is not there to be edited, a deleted one neither', async () => {
  const id = await house.a.note('lin')
  expect((await house.as('dana').patch(`/notes/${id}`, { title: 'mine' })).status).toBe(404)
  await house.as('lin').delete(`/notes/${id}`)
  expect((await house.as('lin').patch(`/notes/${id}`, { title: 'back' })).status).toBe(404)
})

test('pictures are exchanged and ordered anew; a photo note without its last picture needs a title', async () => {
  const [a, b, c] = [await picture('lin'), await picture('lin'), await picture('lin')]
  const { json } = await house.as('lin').post('/notes', { pictures: [{ id: a }, { id: b }] })
  const edited = await house.as('lin').patch(`/notes/${json.id}`, { pictures: [{ id: c }, { id: a }] })
  expect(edited.json.pictures.map((one: { id: string }) => one.id)).toEqual([c, a])
  expect(edited.json).toMatchObject({ pictureCount: 2, kind: 'photo' })
  expect((await house.as('lin').patch(`/notes/${json.id}`, { pictures: [] })).json.type).toBe('/problems/title-needed')
  expect((await house.as('lin').patch(`/notes/${json.id}`, { pictures: [], title: 'Words' })).json).toMatchObject({
    kind: 'text',
    pictureCount: 0,
    cover: null,
  })
})

test('a deleted note leaves no word, picture, mark or comment behind, but its states', async () => {
  const { json } = await house
    .as('lin')
    .post('/notes', { title: 'uniqueword', body: 'gone soon @dana', topics: ['punk'], pictures: [{ id: await picture('lin') }], coauthors: ['mei'] })
  const id = json.id as NoteId
  await house.as('lin').patch(`/notes/${id}`, { body: 'uniqueword again' })
  await house.as('dana').put(`/notes/${id}/like`)
  await house.as('dana').put(`/notes/${id}/boost`)
  const comment = (await house.as('dana').post(`/notes/${id}/comments`, { body: 'uniqueword in a comment' })).json
  await house.as('mei').post(`/notes/${id}/comments`, { body: 'reply', parentId: comment.id })
  expect((await house.as('dana').delete(`/notes/${id}`)).status).toBe(404)
  expect((await house.as('lin').delete(`/notes/${id}`)).status).toBe(204)
  for (const handle of ['lin', 'dana', 'mei', null])
    for (const path of [`/notes/${id}`, `/notes/${id}/comments`, `/notes/${id}/history`, `/comments/${comment.id}`])
      expect((await house.as(handle).get(path)).status).toBe(404)
  await house.settle()
  const { q } = house.ground.db
  for (const table of ['note_topics', 'note_mentions', 'note_coauthors', 'note_history', 'likes', 'boosts'] as const)
    expect([table, await q.selectFrom(table).selectAll().where('note_id', 'in', [id, comment.id]).execute()]).toEqual([table, []])
  expect(await q.selectFrom('layers').select('id').where('subject_id', 'in', [id, comment.id]).execute()).toEqual([])
  expect((await picturesOf(house.ground, q, [{ kind: 'note', id }])).size).toBe(0)
  expect(await q.selectFrom('notes').select('id').where('root_id', '=', id).where('state', '<>', 'author-deleted').execute()).toEqual([])
  const states = await q.selectFrom('state_log').select('state').where('subject_id', '=', id).orderBy('id').execute()
  expect(states.map(({ state }) => state)).toEqual(['published', 'author-deleted'])
  expect(await announced('note.removed', id)).toBe(1)
  expect((await house.as('lin').delete(`/notes/${id}`)).status).toBe(404)
})

test('an archived note is its author’s alone and comes back with its date, comments and counts', async () => {
  const id = await house.a.note('lin', { title: 'rest a while' })
  await house.as('dana').put(`/notes/${id}/like`)
  await house.as('dana').post(`/notes/${id}/comments`, { body: 'stay' })
  const before = (await house.as('dana').get(`/notes/${id}`)).json
  expect((await house.as('dana').put(`/notes/${id}/archive`)).status).toBe(404)
  expect((await house.as('lin').put(`/notes/${id}/archive`)).status).toBe(204)
  expect((await house.as('lin').put(`/notes/${id}/archive`)).status).toBe(204)
  expect((await house.as('dana').get(`/notes/${id}`)).status).toBe(404)
  expect((await house.as('lin').get(`/notes/${id}`)).json.state).toBe('archived')
  const ids = (page: { items: { id: string }[] }) => page.items.map((tile) => tile.id)
  expect(ids((await house.as('lin').get('/actors/lin/notes?state=archived')).json)).toEqual([id])
  expect(ids((await house.as('lin').get('/actors/lin/notes')).json)).not.toContain(id)
  expect((await house.as('dana').get('/actors/lin/notes?state=archived')).status).toBe(404)
  await house.as('lin').delete(`/notes/${id}/archive`)
  expect((await house.as('dana').get(`/notes/${id}`)).json).toMatchObject({
    publishedAt: before.publishedAt,
    likeCount: 1,
    commentCount: 1,
    state: 'published',
  })
  expect([await announced('note.removed', id), await announced('note.edited', id)]).toEqual([1, 1])
  const states = await house.as('lin').get(`/states?subjectKind=note&subjectId=${id}`)
  expect(states.json.items.map((one: { state: string }) => one.state)).toEqual(['published', 'archived', 'published'])
  expect((await house.as('dana').get(`/states?subjectKind=note&subjectId=${id}`)).status).toBe(404)
})

test('a co-author joins, stands on both profiles, and may leave', async () => {
  const id = await house.a.note('lin', { title: 'by two', coauthors: ['@mei'] })
  const onProfile = async () => (await house.as(null).get('/actors/mei/notes')).json.items.map((tile: { id: string }) => tile.id)
  expect((await house.as('mei').get(`/notes/${id}`)).json).toMatchObject({ asked: true, coauthors: [] })
  expect(await onProfile()).not.toContain(id)
  expect((await house.as('dana').put(`/notes/${id}/coauthors/me`)).status).toBe(404)
  expect((await house.as('mei').put(`/notes/${id}/coauthors/me`)).status).toBe(204)
  expect((await house.as('mei').put(`/notes/${id}/coauthors/me`)).status).toBe(204)
  expect(await onProfile()).toContain(id)
  expect((await house.as(null).get(`/notes/${id}`)).json.coauthors).toMatchObject([{ handle: 'mei' }])
  expect([await announced('coauthor.asked', id), await announced('coauthor.joined', id)]).toEqual([1, 1])
  expect((await house.as('mei').delete(`/notes/${id}/coauthors/me`)).status).toBe(204)
  expect((await house.as('mei').delete(`/notes/${id}/coauthors/me`)).status).toBe(404)
  expect(await onProfile()).not.toContain(id)
})

test('everything of a member who left goes, page by page, with their comments', async () => {
  await house.a.member({ handle: 'kai' })
  const others = await house.a.note('lin', { title: 'stays' })
  await house.as('kai').post(`/notes/${others}/comments`, { body: 'by kai' })
  const own: NoteId[] = []
  for (let i = 0; i < 55; i += 1) own.push(await house.a.note('kai', { title: `kai ${i}` }))
  const { id } = await house.viewer('kai')
  await house.ground.db.transaction((tx) => house.ground.outbox.announce(tx, 'member.left', { actorId: id }, id))
  await house.settle()
  const left = await house.ground.db.q.selectFrom('notes').select('id').where('author_id', '=', id).where('state', '<>', 'author-deleted').execute()
  expect(left).toEqual([])
  expect((await house.as('lin').get(`/notes/${others}`)).json.commentCount).toBe(0)
  expect(await announced('note.removed', own[54] ?? '')).toBe(1)
})

test('a corrected language reaches the note, its tile and search', async () => {
  const house = await openHouse()
  try {
    await house.a.member({ handle: 'lin', languages: ['zh-Hans'] })
    const { json: note } = await house.as('lin').post('/notes', { kind: 'text', title: 'Chill vibe only', body: 'vibe', language: 'en' })
    await house.settle()
    await house.as('lin').patch(`/texts/note/${note.id}`, { language: 'es' })
    await house.settle()
    expect((await house.as(null).get(`/search?q=chill&language=es`)).json.items).toMatchObject([{ tile: { id: note.id, originalLanguage: 'es' } }])
  } finally {
    await house.close()
  }
})
