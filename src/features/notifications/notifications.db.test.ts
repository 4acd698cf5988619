import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { jpeg, upload } from '#features/media/media.harness.ts'
import { leave } from '#features/people/leave.ts'
import { after, DAY, SECOND } from '#ground/clock/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { Job } from '#ground/jobs/index.ts'
import { type Announced, jobOfSubscription } from '#ground/outbox/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'

let house: TestHouse
const id: Record<string, ActorId> = {}
beforeAll(async () => {
  house = await openHouse()
  for (const handle of ['lin', 'dana', 'mei', 'kai']) id[handle] = await house.a.member({ handle })
})
afterAll(() => house.close())

interface Seen {
  kind: string
  count: number
  unread: boolean
  url: string
  sentence: string
  actors: { handle: string }[]
}
const notices = async (handle: string): Promise<Seen[]> => {
  await house.settle()
  return (await house.as(handle).get('/notices')).json.items
}
const unread = async (handle: string): Promise<number> => (await house.as(handle).get('/notices/unread')).json.count
/** Somebody whom nothing has happened to yet. */
let number = 0
async function fresh(input: object = {}): Promise<string> {
  number += 1
  const handle = `fresh${number}`
  id[handle] = await house.a.member({ handle, ...input })
  return handle
}
const comment = async (by: string, note: string, body: string, parentId?: string): Promise<string> =>
  (await house.as(by).post(`/notes/${note}/comments`, { body, ...(parentId ? { parentId } : {}) })).json.id

test('likes of one note on one day are one notice, counted by people; taking one back takes it out', async () => {
  const me = await fresh()
  const note = await house.a.note(me, { title: 'Dumplings' })
  for (const by of ['dana', 'mei', 'kai']) {
    house.clock.move(SECOND)
    await house.as(by).put(`/notes/${note}/like`)
  }
  await house.as(me).put(`/notes/${note}/like`)
  expect(await notices(me)).toMatchObject([
    {
      kind: 'like',
      count: 3,
      unread: true,
      url: `/@${me}/${note}`,
      sentence: 'kai, mei and 1 more liked this',
      excerpt: 'Dumplings',
      actors: [{ handle: 'kai' }, { handle: 'mei' }, { handle: 'dana' }],
    },
  ])
  await house.as('kai').delete(`/notes/${note}/like`)
  expect(await notices(me)).toMatchObject([{ count: 2, sentence: 'mei and dana liked this' }])
  for (const by of ['mei', 'dana']) await house.as(by).delete(`/notes/${note}/like`)
  expect(await notices(me)).toEqual([])
  await house.as('kai').put(`/notes/${note}/like`)
  house.clock.move(DAY)
  await house.as('mei').put(`/notes/${note}/like`)
  expect((await notices(me)).map(({ count }) => count)).toEqual([1, 1])
})

test('an event that is heard twice tells once', async () => {
  const me = await fresh()
  const note = await house.a.note(me)
  await house.as('dana').put(`/notes/${note}/like`)
  await comment('dana', note, 'Twice?')
  await house.as('dana').put(`/actors/${id[me]}/follow`)
  const before = await notices(me)
  expect(before.map(({ kind }) => kind).sort()).toEqual(['comment', 'follow', 'like'])
  await house.as(me).put('/notices/read')
  const { rows } = await sql<Announced>`select id, name, payload, at from events where name in ('note.liked', 'comment.published', 'follow.accepted')`.execute(
    house.ground.db.q,
  )
  const jobs = new Map((house.ground.allJobs as Job[]).map((job) => [job.name, job]))
  expect(new Set(rows.map(({ name }) => name)).size).toBe(3)
  for (const event of rows) {
    const job = jobs.get(jobOfSubscription('notifications', event.name))
    if (!job) throw new Error(`nobody hears ${event.name}`)
    await job.run(event, new AbortController().signal)
  }
  expect((await notices(me)).map(({ kind, count }) => ({ kind, count }))).toEqual(before.map(({ kind, count }) => ({ kind, count })))
  expect(await unread(me)).toBe(0)
})

test('a comment is one notice each: answer before mention before comment', async () => {
  const [author, other] = [await fresh(), await fresh()]
  const note = await house.a.note(author, { title: 'Noodles' })
  const first = await comment(other, note, 'Which flour?')
  const answer = await comment('dana', note, `@${other} @${author} @mei this one`, first)
  expect((await notices(other)).map(({ kind, url }) => ({ kind, url }))).toEqual([{ kind: 'reply', url: `/@${author}/${note}?thread=${answer}#c-${answer}` }])
  expect((await notices(author)).map(({ kind }) => kind).sort()).toEqual(['comment', 'mention'])
  expect((await notices('mei'))[0]).toMatchObject({ kind: 'mention', sentence: 'dana mentioned you' })
  await house.as('dana').delete(`/comments/${answer}`)
  expect(await notices(other)).toEqual([])
})

test('mentions in a note, also by a later edit, are told once', async () => {
  const [one, two] = [await fresh(), await fresh()]
  const { json } = await house.as('dana').post('/notes', { title: 'Hello', body: `@${one}`, visibility: 'public' })
  await house.as('dana').patch(`/notes/${json.id}`, { body: `@${one} @${two}` })
  for (const me of [one, two]) expect(await notices(me)).toMatchObject([{ kind: 'mention', count: 1 }])
})

test('follows, requests and their answers', async () => {
  const [open, locked] = [await fresh(), await fresh()]
  await house.as(locked).patch('/profile', { locked: true })
  await house.as('mei').put(`/actors/${id[open]}/follow`)
  expect(await notices(open)).toMatchObject([{ kind: 'follow', url: '/@mei', sentence: 'mei follows you' }])
  await house.as(open).put(`/actors/${id[locked]}/follow`)
  expect(await notices(locked)).toMatchObject([{ kind: 'request', url: `/@${open}` }])
  await house.as(locked).put(`/follow-requests/${id[open]}`)
  expect(await notices(locked)).toEqual([])
  expect((await notices(open))[0]).toMatchObject({ kind: 'accepted', url: `/@${locked}` })
  await house.as('mei').delete(`/actors/${id[open]}/follow`)
  expect((await notices(open)).map(({ kind }) => kind)).toEqual(['accepted'])
})

test('a request goes when who asked follows an account that opened', async () => {
  const [asks, opens] = [await fresh(), await fresh()]
  await house.as(opens).patch('/profile', { locked: true })
  await house.as(asks).put(`/actors/${id[opens]}/follow`)
  expect(await notices(opens)).toMatchObject([{ kind: 'request' }])
  await house.as(opens).patch('/profile', { locked: false })
  await house.as(asks).put(`/actors/${id[opens]}/follow`)
  expect(await notices(opens)).toMatchObject([{ kind: 'follow', url: `/@${asks}` }])
})

test('boosts, co-authors and translations by people are told', async () => {
  const [author, guest] = [await fresh(), await fresh()]
  const { json } = await house
    .as(author)
    .post('/notes', { title: 'Together we cook', body: 'We cook and we eat together.', visibility: 'public', language: 'en', coauthors: [guest] })
  expect(await notices(guest)).toMatchObject([{ kind: 'coauthor-asked' }])
  await house.as(guest).put(`/notes/${json.id}/coauthors/me`)
  await house.as('kai').put(`/notes/${json.id}/boost`)
  const said = await comment(author, json.id, 'And then we wash up.')
  await house.as('mei').post('/layers', { subjectKind: 'note', subjectId: json.id, language: 'de', title: 'Zusammen kochen', body: 'Wir kochen.' })
  await house.as('mei').post('/layers', { subjectKind: 'comment', subjectId: said, language: 'de', title: '', body: 'Dann spülen wir.' })
  expect((await notices(author)).map(({ kind }) => kind).sort()).toEqual(['boost', 'coauthor-joined', 'comment-layer', 'layer'])
})

test('nothing is told of people one blocked or muted, before or after', async () => {
  const me = await fresh()
  const note = await house.a.note(me)
  await house.as(me).post('/mutes', { kind: 'person', value: id.mei })
  await house.as('mei').put(`/notes/${note}/like`)
  await comment('dana', note, 'Before the block')
  await house.as('kai').put(`/notes/${note}/like`)
  expect((await notices(me)).map(({ actors }) => actors[0]?.handle).sort()).toEqual(['dana', 'kai'])
  await house.as(me).put(`/actors/${id.dana}/block`)
  await house.as(me).post('/mutes', { kind: 'person', value: id.kai })
  expect(await notices(me)).toEqual([])
  expect(await unread(me)).toBe(0)
  await house.as('kai').put(`/actors/${id[me]}/follow`)
  expect(await notices(me)).toEqual([])
})

test('a member is not told of kinds they do not want, nor counted to; what was told before comes back when they want it again', async () => {
  const me = await fresh()
  const note = await house.a.note(me)
  const said = await comment(me, note, 'Who is there?')
  await house.as('mei').put(`/notes/${note}/like`)
  expect((await notices(me)).map(({ kind }) => kind)).toEqual(['like'])
  const kinds = async (muted?: string[]) => {
    const { json } = muted ? await house.as(me).put('/notices/kinds', { muted }) : await house.as(me).get('/notices/kinds')
    return json.items.filter(({ told }: { told: boolean }) => !told).map(({ kind }: { kind: string }) => kind)
  }
  expect(await kinds()).toEqual([])
  expect(await kinds(['like', 'reply', 'like'])).toEqual(['reply', 'like'])
  expect([await notices(me), await unread(me)]).toEqual([[], 0])
  await house.as('kai').put(`/notes/${note}/like`)
  // An answer that is not told as one is told as the comment that it is.
  await comment('kai', note, 'I am', said)
  expect((await notices(me)).map(({ kind, count }) => [kind, count])).toEqual([['comment', 1]])
  expect(await kinds([])).toEqual([])
  expect((await notices(me)).map(({ kind, count }) => [kind, count])).toEqual([
    ['comment', 1],
    ['like', 1],
  ])
  expect((await house.as(me).put('/notices/kinds', { muted: ['everything'] })).status).toBe(400)
  expect((await house.as('dana').get('/notices/kinds')).json.items.every(({ told }: { told: boolean }) => told)).toBe(true)
  expect((await house.as('dana').get('/notices/kinds')).json.items[3]).toEqual({ kind: 'like', sentence: 'Somebody liked this', told: true })
})

test('nothing is told of what one may not read, nor stays when one no longer may', async () => {
  const [author, named] = [await fresh(), await fresh()]
  const quiet = await house.a.note(author, { title: 'For followers', visibility: 'followers' })
  await house.as(named).put(`/actors/${id[author]}/follow`)
  const said = await comment(named, quiet, 'I see it')
  await comment(author, quiet, `@dana do you?`, said)
  expect((await notices('dana')).filter(({ url }) => url.includes(quiet))).toEqual([])
  expect((await notices(named)).map(({ kind }) => kind)).toEqual(['reply'])
  await house.as(named).delete(`/actors/${id[author]}/follow`)
  expect(await notices(named)).toEqual([])
})

test('reading marks what was there until then; a page goes on where it ended', async () => {
  const me = await fresh()
  for (const by of ['dana', 'mei', 'kai']) {
    house.clock.move(SECOND)
    await house.as(by).put(`/actors/${id[me]}/follow`)
  }
  const [latest, second] = await notices(me)
  expect(await unread(me)).toBe(3)
  const page = (await house.as(me).get('/notices?limit=2')).json
  expect(page.items).toHaveLength(2)
  expect((await house.as(me).get(`/notices?limit=2&cursor=${page.next}`)).json).toMatchObject({ items: [{ actors: [{ handle: 'dana' }] }], next: null })
  expect((await house.as(me).put('/notices/read', { until: (second as unknown as { at: string }).at })).json).toEqual({ count: 1 })
  expect((await notices(me)).map((one) => one.unread)).toEqual([true, false, false])
  expect(latest?.actors[0]?.handle).toBe('kai')
  expect((await house.as(null).get('/notices')).status).toBe(401)
})

test('who left is taken out, and their own notices go', async () => {
  const [me, leaver] = [await fresh(), await fresh()]
  const note = await house.a.note(me)
  for (const by of [leaver, 'dana']) await house.as(by).put(`/notes/${note}/like`)
  await house.as(me).put(`/actors/${id[leaver]}/follow`)
  expect(await notices(leaver)).toHaveLength(1)
  await leave(house.ground, id[leaver] as ActorId)
  expect(await notices(me)).toMatchObject([{ count: 1, actors: [{ handle: 'dana' }] }])
  expect(
    await house.ground.db.q
      .selectFrom('notices')
      .select('id')
      .where('member_id', '=', id[leaver] as ActorId)
      .execute(),
  ).toEqual([])
})

test('old notices are tidied away', async () => {
  const me = await fresh()
  await house.as('dana').put(`/actors/${id[me]}/follow`)
  expect(await notices(me)).toHaveLength(1)
  const tidy = (house.ground.allJobs as Job[]).find(({ name }) => name === 'notifications.tidy')
  const run = () => tidy?.run({}, new AbortController().signal)
  house.clock.set(after(house.clock.now(), 100 * DAY))
  await run()
  expect(await notices(me)).toHaveLength(1)
  await house.as(me).put('/notices/read')
  await run()
  expect(await notices(me)).toEqual([])
})

/** What a stream says, event by event. */
async function listen(handle: string, path = '/live') {
  const token = await house.a.token(handle)
  const response = await house.api.fetch(new Request(`http://localhost:3000/api/commonplace/v1${path}`, { headers: { authorization: `Bearer ${token}` } }), {
    address: '127.0.0.1',
  })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  return { response, next: async () => (await reader?.read())?.value, stop: () => reader?.cancel() }
}

test('thanks for a layer, sentences of it worded anew, and one’s own that were taken are told, one notice a day each', async () => {
  const [author, maker] = [await fresh({ languages: ['en', 'de'] }), await fresh({ languages: ['en', 'de'] })]
  const readers = await Promise.all([1, 2, 3].map(() => fresh({ languages: ['en', 'de'] })))
  const [dana = '', theo = ''] = readers
  const note = await house.a.note(author, { title: 'Soup', body: 'The soup is hot. Bring a bowl.' })
  const of = { subjectKind: 'note', subjectId: note }
  const layer = (await house.as(maker).post('/layers', { ...of, language: 'de', title: 'Suppe', body: 'Die Suppe kocht. Bring Schüssel.' })).json.id
  for (const who of [dana, theo]) await house.as(who).put(`/layers/${layer}/vote`, { value: 1 })
  expect(await notices(maker)).toMatchObject([
    { kind: 'layer-thanked', count: 2, excerpt: 'Suppe', url: `/layers?subjectKind=note&subjectId=${note}&at=${layer}#l-${layer}` },
  ])
  for (const who of [dana, theo]) await house.as(who).put(`/layers/${layer}/vote`, { value: -1 })
  expect(await notices(maker)).toEqual([])

  const [, soup, bowl] = (await house.as(null).get(`/layers/${layer}/sentences`)).json.items
  const propose = async (who: string, sentence: string, text: string) =>
    (await house.as(who).post(`/layers/${layer}/mends`, { sentence, text })).json.mends.find(({ mine }: { mine: boolean }) => mine).id
  const mend = await propose(dana, soup.key, 'Die Suppe ist heiß.')
  await propose(dana, bowl.key, 'Bring eine Schüssel mit.')
  house.clock.move(SECOND)
  const other = await propose(theo, soup.key, 'Heiß ist die Suppe.')
  expect(await notices(maker)).toMatchObject([{ kind: 'mend', count: 2, sentence: `${theo} and ${dana} would say a sentence of your layer differently` }])
  await house.as(theo).delete(`/mends/${other}`)
  expect(await notices(maker)).toMatchObject([{ kind: 'mend', count: 1, actors: [{ handle: dana }] }])
  await house.as(theo).put(`/mends/${mend}/vote`, { value: 1 })
  await house.as(maker).put(`/mends/${mend}/vote`, { value: 1 })
  expect(await notices(dana)).toMatchObject([{ kind: 'mend-taken', count: 2 }])
  // That the words still fit is nothing to tell.
  await house.as(author).patch(`/notes/${note}`, { title: 'Soup', body: 'The soup is very hot. Bring a bowl.' })
  const [, stale] = (await house.as(null).get(`/layers/${layer}/sentences`)).json.items
  await house.as(theo).post(`/layers/${layer}/mends`, { sentence: stale.key, text: stale.text })
  expect(await notices(maker)).toMatchObject([{ kind: 'mend', count: 1 }])
})

test('an open page hears of a notice, and of comments and layers under its note', async () => {
  const me = await fresh()
  const note = await house.a.note(me, { title: 'Live', body: 'Something to translate here.', language: 'en' })
  const [mine, page] = [await listen(me), await listen('kai', `/live?note=${note}`)]
  expect(mine.response.headers.get('content-type')).toContain('text/event-stream')
  expect([await mine.next(), await page.next()]).toEqual(['retry: 5000\n\n', 'retry: 5000\n\n'])
  const said = await comment('dana', note, 'Here I am')
  await house.settle()
  expect(await mine.next()).toMatch(/^event: notice\ndata: \{"id":"[0-9a-f-]+","kind":"comment"\}\n\n$/)
  expect(await page.next()).toBe(`event: comment\ndata: ${JSON.stringify({ rootId: note, commentId: said })}\n\n`)
  await house.as('dana').post('/layers', { subjectKind: 'note', subjectId: note, language: 'fr', title: 'En direct', body: 'Quelque chose.' })
  await house.settle()
  expect(await page.next()).toContain('event: layer')
  await Promise.all([mine.stop(), page.stop()])
})

test('a stream needs a member who may read the note, and ends on sign-out everywhere', async () => {
  const me = await fresh()
  const secret = await house.a.note('lin', { visibility: 'self' })
  expect((await listen(me, `/live?note=${secret}`)).response.status).toBe(404)
  expect((await house.as(null).get('/live')).status).toBe(401)
  const stream = await listen(me)
  await stream.next()
  await house.ground.live.endStreams(house.ground.db.q, id[me] as ActorId)
  expect(await stream.next()).toBeUndefined()
})

test('who is asked to keep a board together is told which, and the owner who said yes', async () => {
  const [owner, guest] = [await fresh(), await fresh()]
  const board = (await house.as(owner).post('/boards', { name: 'Noodles', secret: true })).json
  await house.as(owner).put(`/boards/${board.id}/people/${id[guest]}`)
  expect(await notices(guest)).toMatchObject([
    { kind: 'board-asked', url: board.url, excerpt: 'Noodles', sentence: `${owner} asks you to keep a board together` },
  ])
  await house.as(guest).put(`/boards/${board.id}/part`)
  expect(await notices(owner)).toMatchObject([{ kind: 'board-joined', url: board.url, actors: [{ handle: guest }] }])
  await house.as(owner).delete(`/boards/${board.id}/people/${id[guest]}`)
  expect(await notices(guest)).toEqual([])
})

test('the words somebody reads off a picture, with what they mean, are one notice', async () => {
  const author = await fresh()
  const picture = await upload(house, author, await jpeg(300, 200))
  const { json } = await house
    .as(author)
    .post('/notes', { title: 'The menu', visibility: 'public', language: 'en', pictures: [{ id: picture, alt: 'a menu' }] })
  const boxes = [{ x: 0.1, y: 0.1, width: 0.5, height: 0.2, words: '今日限定', meaning: 'Today only' }]
  await house.as('mei').put(`/pictures/${picture}/words`, { revision: 0, language: 'zh-Hans', into: 'en', boxes })
  expect(await notices(author)).toMatchObject([
    { kind: 'picture-words', count: 1, url: `/@${author}/${json.id}`, sentence: 'mei read the words in your picture', actors: [{ handle: 'mei' }] },
  ])
  const other = await fresh()
  const own = await upload(house, other, await jpeg(300, 201))
  await house.as(other).post('/notes', { title: 'My menu', visibility: 'public', pictures: [{ id: own }] })
  await house.as(other).put(`/pictures/${own}/words`, { revision: 0, language: 'zh-Hans', into: 'en', boxes })
  expect(await notices(other)).toEqual([])
})
