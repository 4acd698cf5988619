import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { joinNote } from './answer-coauthor.ts'
import type { Visibility } from './note.ts'
import { postComment } from './post-comment.ts'

let house: TestHouse
const READERS = ['nobody', 'stranger', 'follower', 'waiting', 'ex_follower', 'blocked', 'blocker', 'mentioned', 'asked', 'joined', 'author'] as const
type Reader = (typeof READERS)[number]
const client = (reader: Reader) => house.as(reader === 'nobody' ? null : reader)
const ids: Record<string, string> = {}
const comments: Record<string, string> = {}

/** Who reads what, beside author and joined co-author, who always do. */
const EXPECTED: Record<Visibility, Reader[]> = {
  public: ['nobody', 'stranger', 'follower', 'waiting', 'ex_follower', 'mentioned', 'asked', 'joined', 'author'],
  unlisted: ['nobody', 'stranger', 'follower', 'waiting', 'ex_follower', 'mentioned', 'asked', 'joined', 'author'],
  followers: ['follower', 'mentioned', 'asked', 'joined', 'author'],
  mentioned: ['mentioned', 'asked', 'joined', 'author'],
  self: ['asked', 'joined', 'author'],
}

beforeAll(async () => {
  house = await openHouse()
  const { q } = house.ground.db
  const id = {} as Record<Reader, never>
  for (const handle of READERS) if (handle !== 'nobody') id[handle] = (await house.a.member({ handle })) as never
  const at = house.clock.now()
  await q
    .insertInto('follows')
    .values([
      { follower_id: id.follower, followee_id: id.author, state: 'accepted', created_at: at },
      { follower_id: id.blocked, followee_id: id.author, state: 'accepted', created_at: at },
      { follower_id: id.waiting, followee_id: id.author, state: 'pending', created_at: at },
      { follower_id: id.ex_follower, followee_id: id.author, state: 'accepted', created_at: at },
    ])
    .execute()
  await q
    .insertInto('blocks')
    .values([
      { actor_id: id.author, target_id: id.blocked, created_at: at },
      { actor_id: id.blocker, target_id: id.author, created_at: at },
    ])
    .execute()
  const author = await house.viewer('author')
  for (const visibility of Object.keys(EXPECTED) as Visibility[]) {
    const note = await house.a.note('author', { title: `seen by ${visibility}`, body: 'hello @mentioned', visibility, coauthors: ['asked', 'joined'] })
    await joinNote(house.ground, await house.viewer('joined'), note)
    ids[visibility] = note
    comments[visibility] = await postComment(house.ground, author, note, { body: `said under ${visibility}` })
  }
  await q.deleteFrom('follows').where('follower_id', '=', id.ex_follower).execute()
})
afterAll(() => house.close())

for (const [visibility, allowed] of Object.entries(EXPECTED)) {
  for (const reader of READERS) {
    const may = allowed.includes(reader)
    test(`a ${visibility} note is ${may ? 'read' : 'not there'} for ${reader}`, async () => {
      const id = ids[visibility]
      const absent = await client(reader).get('/notes/019a0000-0000-7000-8000-000000000000')
      for (const path of [
        `/notes/${id}`,
        `/notes/${id}/comments`,
        `/notes/${id}/history`,
        `/notes/${id}/similar`,
        `/comments/${comments[visibility]}`,
        `/comments/${comments[visibility]}/replies`,
      ]) {
        const answer = await client(reader).get(path)
        expect([path, answer.status]).toEqual([path, may ? 200 : 404])
        if (!may) expect(answer.json).toEqual(absent.json)
      }
      const listed = (await client(reader).get('/actors/author/notes')).json.items.map((tile: { id: string }) => tile.id)
      expect(listed.includes(id)).toBe(may)
      if (reader === 'nobody' || may) return
      for (const answer of [
        await client(reader).put(`/notes/${id}/like`),
        await client(reader).put(`/notes/${id}/boost`),
        await client(reader).post(`/notes/${id}/comments`, { body: 'let me in' }),
        await client(reader).put(`/notes/${comments[visibility]}/like`),
      ])
        expect(answer.status).toBe(404)
    })
  }
}

test('a follower of the note’s author reads a stranger’s comment under a followers-only note', async () => {
  const comment = await client('mentioned').post(`/notes/${ids.followers}/comments`, { body: 'from one of us' })
  expect(comment.status).toBe(201)
  const said = (await client('follower').get(`/notes/${ids.followers}/comments`)).json.items.map(
    (one: { text: { original: { body: string } } }) => one.text.original.body,
  )
  expect(said).toContain('from one of us')
  expect((await client('stranger').get(`/comments/${comment.json.id}`)).status).toBe(404)
})

test('comments of someone blocked are not seen, and the count of replies does not tell of them', async () => {
  const top = await client('follower').post(`/notes/${ids.public}/comments`, { body: 'top' })
  await client('stranger').post(`/notes/${ids.public}/comments`, { body: 'reply of a stranger', parentId: top.json.id })
  const follower = await house.viewer('follower')
  const stranger = await house.viewer('stranger')
  await house.ground.db.q.insertInto('blocks').values({ actor_id: follower.id, target_id: stranger.id, created_at: house.clock.now() }).execute()
  const find = async (reader: Reader) =>
    (await client(reader).get(`/notes/${ids.public}/comments`)).json.items.find((one: { id: string }) => one.id === top.json.id)
  expect(await find('follower')).toMatchObject({ replyCount: 0, replies: [] })
  expect(await find('author')).toMatchObject({ replyCount: 1 })
  expect(await find('stranger')).toBeUndefined()
  expect((await client('stranger').post(`/notes/${ids.public}/comments`, { body: 'x', parentId: top.json.id })).status).toBe(404)
})

test('the registry answers as the routes do', async () => {
  const kind = house.ground.house.subjects.get('note')
  const stranger = await house.viewer('stranger')
  const readable = await kind?.readable(house.ground.db.q, stranger, [...Object.values(ids), 'not-an-id'])
  expect(readable).toEqual(new Set([ids.public, ids.unlisted]))
  expect(await kind?.isPublic(house.ground.db.q, ids.followers ?? '')).toBe(false)
  expect(await kind?.isPublic(house.ground.db.q, ids.public ?? '')).toBe(true)
  expect(await kind?.addresses(house.ground.db.q, [ids.public ?? ''])).toEqual(new Map([[ids.public, `/@author/${ids.public}`]]))
  const comment = house.ground.house.subjects.get('comment')
  expect(await comment?.readable(house.ground.db.q, stranger, Object.values(comments))).toEqual(new Set([comments.public, comments.unlisted]))
  expect(await comment?.isPublic(house.ground.db.q, comments.followers ?? '')).toBe(false)
  expect(await comment?.addresses(house.ground.db.q, [comments.public ?? ''])).toEqual(
    new Map([[comments.public, `/@author/${ids.public}?thread=${comments.public}#c-${comments.public}`]]),
  )
  expect(await comment?.excerpts(house.ground.db.q, [comments.public ?? ''])).toEqual(new Map([[comments.public, 'said under public']]))
})

test('only public notes are offered to the index', async () => {
  const searchable = house.ground.house.searchable.get('note')
  expect(await searchable?.load(house.ground.db.q, ids.public ?? '')).toMatchObject({ texts: [{ title: 'seen by public' }] })
  for (const visibility of ['unlisted', 'followers', 'mentioned', 'self']) expect(await searchable?.load(house.ground.db.q, ids[visibility] ?? '')).toBeNull()
  expect(await house.ground.house.searchable.get('comment')?.load(house.ground.db.q, comments.followers ?? '')).toBeNull()
})
