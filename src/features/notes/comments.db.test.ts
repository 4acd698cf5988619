import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NoteId } from '#ground/ids/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { overlap } from '#tests/overlap.ts'
import { wholeScans } from '#tests/scans.ts'
import { deleteNote } from './delete-note.ts'
import { postComment } from './post-comment.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  for (const handle of ['lin', 'dana', 'mei', 'tom']) await house.a.member({ handle })
})
afterAll(() => house.close())

const say = async (handle: string, noteId: string, body: string, more: object = {}) => {
  house.clock.move(1000)
  return (await house.as(handle).post(`/notes/${noteId}/comments`, { body, ...more })).json
}
const bodies = (page: { items: { text: { original: { body: string } } }[] }) => page.items.map((one) => one.text.original.body)

test('comments come new, old and by likes, page by page, the pinned one first', async () => {
  const note = await house.a.note('lin')
  const made: string[] = []
  for (const body of ['a', 'b', 'c', 'd', 'e']) made.push((await say('dana', note, body)).id)
  await house.as('mei').put(`/notes/${made[1]}/like`)
  await house.as('tom').put(`/notes/${made[1]}/like`)
  await house.as('tom').put(`/notes/${made[3]}/like`)
  const all = async (sort: string) => {
    const found: string[] = []
    for (let next = ''; ; ) {
      const page = (await house.as('mei').get(`/notes/${note}/comments?sort=${sort}&limit=2${next && `&cursor=${next}`}`)).json
      found.push(...bodies(page))
      if (!page.next) return found.join('')
      next = page.next
    }
  }
  expect(await all('new')).toBe('edcba')
  expect(await all('old')).toBe('abcde')
  expect((await all('liked')).slice(0, 2)).toBe('bd')
  expect(await all('liked')).toHaveLength(5)
  expect((await house.as('dana').put(`/notes/${note}/pinned-comment`, { commentId: made[2] })).status).toBe(404)
  expect((await house.as('lin').put(`/notes/${note}/pinned-comment`, { commentId: made[2] })).status).toBe(204)
  expect(await all('new')).toBe('cedba')
  expect((await house.as('mei').get(`/notes/${note}/comments?limit=1`)).json.items[0]).toMatchObject({ pinned: true, mine: false })
  expect((await house.as('mei').get(`/notes/${note}`)).json).toMatchObject({ commentCount: 5, pinnedCommentId: made[2] })
  await house.as('lin').delete(`/notes/${note}/pinned-comment`)
  expect(await all('new')).toBe('edcba')
})

test('replies fold at three, and the rest is one page away', async () => {
  const note = await house.a.note('lin')
  const top = await say('dana', note, 'top')
  for (const body of ['1', '2', '3', '4']) await say('mei', note, body, { parentId: top.id })
  const nested = (await house.as(null).get(`/comments/${top.id}/replies`)).json.items[3]
  await say('tom', note, '4a', { parentId: nested.id })
  const [shown] = (await house.as(null).get(`/notes/${note}/comments`)).json.items
  expect(shown).toMatchObject({ replyCount: 4, url: `/@lin/${note}?thread=${top.id}#c-${top.id}`, parentId: null })
  expect(bodies({ items: shown.replies })).toEqual(['1', '2', '3'])
  expect(bodies((await house.as(null).get(`/comments/${top.id}/replies`)).json)).toEqual(['1', '2', '3', '4'])
  expect((await house.as(null).get(`/comments/${nested.id}`)).json).toMatchObject({ replyCount: 1, parentId: top.id })
  expect((await house.as(null).get(`/notes/${note}`)).json.commentCount).toBe(6)
})

test('a comment answers only its own note, and needs words', async () => {
  const [one, two] = [await house.a.note('lin'), await house.a.note('lin')]
  const top = await say('dana', one, 'here')
  const elsewhere = await house.as('dana').post(`/notes/${two}/comments`, { body: 'lost', parentId: top.id })
  expect(elsewhere.status).toBe(404)
  expect((await house.as('dana').post(`/notes/${top.id}/comments`, { body: 'under a comment' })).status).toBe(404)
  expect((await house.as('dana').post(`/notes/${one}/comments`, { body: '  ' })).json.type).toBe('/problems/comment-empty')
  expect((await house.as(null).post(`/notes/${one}/comments`, { body: 'who' })).status).toBe(401)
})

test('the same key gives the same comment, also at once, and is counted once', async () => {
  const note = await house.a.note('lin')
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => house.as('dana').post(`/notes/${note}/comments`, { body: 'once' }, { 'idempotency-key': 'c1' })),
  )
  expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1)
  expect((await house.as('lin').get(`/notes/${note}`)).json.commentCount).toBe(1)
})

test('an edited comment says so and keeps its history; only its author changes or deletes it', async () => {
  const note = await house.a.note('lin')
  const comment = await say('dana', note, 'so nice')
  const reply = await say('mei', note, 'indeed', { parentId: comment.id })
  expect((await house.as('lin').patch(`/comments/${comment.id}`, { body: 'mine now' })).status).toBe(404)
  expect((await house.as('dana').patch(`/comments/${comment.id}`, { body: 'so very nice' })).json).toMatchObject({
    editedAt: expect.any(String),
    text: { original: { body: 'so very nice' } },
  })
  expect((await house.as('lin').get(`/notes/${comment.id}/history`)).json.items).toHaveLength(2)
  expect((await house.as('lin').delete(`/comments/${comment.id}`)).status).toBe(404)
  expect((await house.as('dana').delete(`/comments/${comment.id}`)).status).toBe(204)
  expect((await house.as('lin').get(`/comments/${comment.id}`)).status).toBe(404)
  const page = (await house.as('lin').get(`/notes/${note}/comments`)).json
  expect(page.items).toMatchObject([{ id: reply.id, parentId: null }])
  expect((await house.as('lin').get(`/notes/${note}`)).json.commentCount).toBe(1)
})

test('twenty comments at once are counted as twenty', async () => {
  const note = await house.a.note('lin')
  await Promise.all(Array.from({ length: 20 }, (_, i) => house.as('dana').post(`/notes/${note}/comments`, { body: `comment ${i}` })))
  expect((await house.as('lin').get(`/notes/${note}`)).json.commentCount).toBe(20)
})

test('a deleted comment is unpinned, and nothing is read through for it', async () => {
  const note = await house.a.note('lin')
  const comment = await say('dana', note, 'pinned, then gone')
  await house.as('lin').put(`/notes/${note}/pinned-comment`, { commentId: comment.id })
  const dana = await house.viewer('dana')
  const scans = await wholeScans(house, (tx) => deleteNote({ ...house.ground, db: { ...house.ground.db, transaction: (work) => work(tx) } }, dana, comment.id))
  expect(scans).not.toContain('notes')
  expect((await house.as('lin').get(`/notes/${note}`)).json).toMatchObject({ commentCount: 0, pinnedCommentId: null })
})

test('nothing is said under a note, or to a comment, that is being deleted', async () => {
  const note = (await house.a.note('lin')) as NoteId
  const comment = (await say('dana', note, 'soon gone')).id as NoteId
  const [lin, dana, mei] = [await house.viewer('lin'), await house.viewer('dana'), await house.viewer('mei')]
  for (const [author, gone, parentId] of [
    [dana, comment, comment],
    [lin, note, undefined],
  ] as const) {
    const [, said] = await overlap(
      house,
      'note.removed',
      (ground) => deleteNote(ground, author, gone),
      (ground) => postComment(ground, mei, note, { body: 'too late', ...(parentId ? { parentId } : {}) }),
    )
    expect(said).toMatchObject({ status: 'rejected', reason: { code: 'not-found' } })
  }
})

test('comments are counted for whoever may see them', async () => {
  await house.a.member({ handle: 'zoe' })
  const note = await house.a.note('lin')
  for (const by of ['dana', 'mei', 'tom']) await say(by, note, `by ${by}`)
  const tom = (await house.viewer('tom')).id
  await house.as('zoe').put(`/actors/${tom}/block`)
  const count = async (who: string | null) => (await house.as(who).get(`/notes/${note}`)).json.commentCount
  expect([await count('zoe'), await count('lin'), await count(null)]).toEqual([2, 3, 3])
})
