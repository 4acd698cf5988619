import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importPicture } from '#features/media/index.ts'
import type { NoteId } from '#ground/ids/index.ts'
import type { LiveMessage } from '#ground/live/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { heldUp } from '#tests/overlap.ts'
import { lockNote } from './queries/notes.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  for (const handle of ['lin', 'dana', 'mei', 'kai']) await house.a.member({ handle })
})
afterAll(() => house.close())

interface Layer {
  language: string
  origin: string
  title: string
  stale: boolean
}
const layersOf = async (id: string): Promise<Layer[]> => (await house.as('lin').get(`/layers?subjectKind=note&subjectId=${id}`)).json.items
const handles = (list: { handle: string }[]) => list.map(({ handle }) => handle)
const kinds = async (handle: string) => (await house.as(handle).get('/notices')).json.items.map(({ kind }: { kind: string }) => kind)

test('an edit adds, rewords and takes away the author’s layers; what it leaves alone stays stale when the original moved on', async () => {
  const { json } = await house
    .as('lin')
    .post('/notes', { title: '下雨了', body: '今天一直在下雨，没有出门。', language: 'zh-Hans', layers: [{ language: 'en', title: 'It rains', body: '' }] })
  const [en, es] = [
    { language: 'en', title: 'It rains', body: '' },
    { language: 'es', title: 'Llueve', body: 'Todo el día.' },
  ]
  expect((await house.as('lin').patch(`/notes/${json.id}`, { layers: [en, es] })).status).toBe(200)
  expect((await layersOf(json.id)).filter(({ origin }) => origin === 'author')).toMatchObject([{ language: 'en' }, { language: 'es', title: 'Llueve' }])
  // New words, and only one layer follows them.
  await house.as('lin').patch(`/notes/${json.id}`, { title: '雨停了', layers: [{ ...en, title: 'The rain has stopped' }, es] })
  expect((await layersOf(json.id)).filter(({ origin }) => origin === 'author')).toMatchObject([
    { language: 'en', title: 'The rain has stopped', stale: false },
    { language: 'es', stale: true },
  ])
  // Left out of the edit: they stay. Left out of the list: they go.
  await house.as('lin').patch(`/notes/${json.id}`, { warning: 'wet' })
  expect((await layersOf(json.id)).length).toBe(3)
  await house.as('lin').patch(`/notes/${json.id}`, { layers: [es] })
  expect((await layersOf(json.id)).map(({ language }) => language)).toEqual(['zh-Hans', 'es'])
  expect((await house.as('lin').patch(`/notes/${json.id}`, { layers: [{ language: 'zh-Hans', title: '同', body: '' }] })).json.type).toBe(
    '/problems/same-language',
  )
})

test('a layer that somebody else wrote is not the author’s to change by an edit', async () => {
  const id = await house.a.note('lin', { title: '一碗面', body: '楼下的面馆今天开门了，我去吃了。', language: 'zh-Hans' })
  await house.as('dana').post('/layers', { subjectKind: 'note', subjectId: id, language: 'en', title: 'A bowl of noodles', body: 'The shop opened.' })
  await house.as('lin').patch(`/notes/${id}`, { layers: [] })
  expect((await layersOf(id)).map(({ origin }) => origin)).toEqual(['original', 'person'])
})

test('another is asked, an ask is withdrawn with its notice, one who joined is taken off', async () => {
  const id = await house.a.note('lin', { title: 'A duet' })
  const asked = await house.as('lin').patch(`/notes/${id}`, { coauthors: ['@dana', 'mei'] })
  expect(handles(asked.json.askedToo)).toEqual(['dana', 'mei'])
  await house.settle()
  expect(await kinds('mei')).toContain('coauthor-asked')
  await house.as('dana').put(`/notes/${id}/coauthors/me`)
  // Who is not the author sees who joined, and not who was asked.
  expect((await house.as('kai').get(`/notes/${id}`)).json).toMatchObject({ coauthors: [{ handle: 'dana' }], askedToo: [] })
  const withdrawn = await house.as('lin').patch(`/notes/${id}`, { coauthors: ['dana', 'kai'] })
  expect([handles(withdrawn.json.coauthors), handles(withdrawn.json.askedToo)]).toEqual([['dana'], ['kai']])
  await house.settle()
  expect(await kinds('mei')).not.toContain('coauthor-asked')
  expect((await house.as('mei').put(`/notes/${id}/coauthors/me`)).status).toBe(404)
  const alone = await house.as('lin').patch(`/notes/${id}`, { coauthors: [] })
  expect([alone.json.coauthors, alone.json.askedToo]).toEqual([[], []])
  await house.settle()
  expect(await kinds('lin')).not.toContain('coauthor-joined')
})

test('who answers as co-author takes the note before their own row, as an edit does', async () => {
  const id = (await house.a.note('lin', { title: 'In turn' })) as NoteId
  await house.as('lin').patch(`/notes/${id}`, { coauthors: ['dana'] })
  for (const answer of [() => house.as('dana').put(`/notes/${id}/coauthors/me`), () => house.as('dana').delete(`/notes/${id}/coauthors/me`)]) {
    const [free, ended] = await heldUp(
      house,
      (tx) => lockNote(tx, id),
      [answer],
      (tx) => tx.selectFrom('note_coauthors').select('state').where('note_id', '=', id).forUpdate().skipLocked().execute(),
    )
    expect(free).toHaveLength(1)
    expect(ended).toMatchObject({ value: { status: 204 } })
  }
})

test('nobody can be asked who has blocked the author; who blocked later does not stand in the way of other edits', async () => {
  const id = await house.a.note('lin', { title: 'Two hands' })
  const lin = (await house.viewer('lin')).id
  await house.as('lin').patch(`/notes/${id}`, { coauthors: ['dana'] })
  for (const handle of ['dana', 'mei']) await house.as(handle).put(`/actors/${lin}/block`)
  expect((await house.as('lin').patch(`/notes/${id}`, { coauthors: ['dana', 'mei'] })).json.type).toBe('/problems/coauthor-unknown')
  expect((await house.as('lin').patch(`/notes/${id}`, { coauthors: ['dana'], title: 'Four hands' })).json.title).toBe('Four hands')
  expect((await house.as('mei').patch(`/notes/${id}`, { coauthors: ['mei'] })).status).toBe(404)
})

test('pages that have a waiting note open hear that it is out', async () => {
  const id = await house.a.note('kai', { title: 'Soon' })
  await house.ground.db.q.updateTable('notes').set({ state: 'processing', published_at: null }).where('id', '=', id).execute()
  const heard = new Promise<LiveMessage>((done) => house.ground.live.subscribe(`note:${id}`, done))
  await house.ground.db.transaction((tx) =>
    house.ground.outbox.announce(tx, 'media.ready', { mediaId: house.ground.ids.next(), subjectKind: 'note', subjectId: id }, id),
  )
  await house.settle()
  expect(await heard).toEqual({ kind: 'state', data: { subjectKind: 'note', subjectId: id, state: 'published' } })
})

test('what was read off a picture while nobody but the author could see it stays with the author when the note is opened', async () => {
  const lin = house.as('lin')
  const drawn = await sharp({ create: { width: 330, height: 330, channels: 3, background: { r: 9, g: 9, b: 9 } } })
    .png()
    .toBuffer()
  const picture = await importPicture(house.ground, (await house.viewer('lin')).id, drawn)
  const { json: note } = await lin.post('/notes', { title: '来找我', language: 'zh-Hans', visibility: 'self', pictures: [{ id: picture }] })
  const box = { x: 0.1, y: 0.1, width: 0.5, height: 0.1 }
  const say = (revision: number, words: string) => lin.put(`/pictures/${picture}/words`, { revision, language: 'zh-Hans', boxes: [{ ...box, words }] })
  const { json: words } = await say(0, '门牌八号')
  expect((await say(1, '门牌')).status).toBe(200)
  const history = async (who: string | null) =>
    (await house.as(who).get(`/layers/${words.words.text.original.id}/history`)).json.items.map(({ body }: { body: string }) => body)
  expect(await history('lin')).toEqual(['门牌', '门牌八号'])
  expect((await lin.patch(`/notes/${note.id}`, { visibility: 'public' })).json).toMatchObject({ visibility: 'public' })
  expect(await history(null)).toEqual(['门牌'])
})
