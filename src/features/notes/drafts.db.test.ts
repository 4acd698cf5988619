import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importPicture } from '#features/media/index.ts'
import { MINUTE } from '#ground/clock/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { publishDue } from './publish-draft.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  for (const handle of ['lin', 'dana']) await house.a.member({ handle })
})
afterAll(() => house.close())

const titles = async (handle: string) => (await house.as(null).get(`/actors/${handle}/notes?limit=80`)).json.items.map((tile: { title: string }) => tile.title)
const keep = async (handle: string, content: object, more: object = {}) => (await house.as(handle).post('/drafts', { content, ...more })).json

test('a draft is written on one device and found on another; an older copy is answered with the newer one', async () => {
  const draft = await keep('lin', { title: 'half a' })
  expect(draft).toMatchObject({ version: 1, content: { title: 'half a' } })
  const saved = await house.as('lin').put(`/drafts/${draft.id}`, { content: { title: 'half a title', body: 'and more' }, version: 1 })
  expect(saved.json).toMatchObject({ version: 2 })
  const late = await house.as('lin').put(`/drafts/${draft.id}`, { content: { title: 'overwritten' }, version: 1 })
  expect(late.status).toBe(409)
  expect(JSON.parse(late.json.facts.draft)).toMatchObject({ version: 2, content: { title: 'half a title', body: 'and more' } })
  expect((await house.as('lin').get(`/drafts/${draft.id}`)).json.content).toEqual({ title: 'half a title', body: 'and more' })
  expect((await house.as('lin').get('/drafts')).json.items).toHaveLength(1)
})

test('nobody else sees, saves, publishes or drops a draft', async () => {
  const draft = await keep('lin', { title: 'private' })
  const dana = house.as('dana')
  for (const answer of [
    await dana.get(`/drafts/${draft.id}`),
    await dana.put(`/drafts/${draft.id}`, { content: {}, version: 1 }),
    await dana.post(`/drafts/${draft.id}/publish`),
    await dana.delete(`/drafts/${draft.id}`),
  ])
    expect(answer.status).toBe(404)
  expect((await dana.get('/drafts')).json.items).toEqual([])
  expect((await house.as('lin').delete(`/drafts/${draft.id}`)).status).toBe(204)
  expect((await house.as('lin').delete(`/drafts/${draft.id}`)).status).toBe(404)
})

test('a draft keeps its pictures and hands them to the note; published twice it is one note', async () => {
  const { id: owner } = await house.viewer('lin')
  const picture = await importPicture(
    house.ground,
    owner,
    await sharp({ create: { width: 340, height: 340, channels: 3, background: 'teal' } })
      .png()
      .toBuffer(),
  )
  const draft = await keep('lin', { title: 'with a picture', visibility: 'public', pictures: [{ id: picture, alt: 'teal' }] })
  expect(draft.pictures).toMatchObject([{ id: picture, alt: 'teal' }])
  const answers = await Promise.all(Array.from({ length: 5 }, () => house.as('lin').post(`/drafts/${draft.id}/publish`)))
  expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(201))
  expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1)
  expect(answers[0]?.json.pictures).toMatchObject([{ id: picture }])
  expect((await house.as('lin').get(`/drafts/${draft.id}`)).status).toBe(404)
  expect((await house.as('lin').post(`/drafts/${draft.id}/publish`)).json.id).toBe(answers[0]?.json.id)
})

test('the composer may publish what it has and take the draft along, with what only the draft had', async () => {
  const { id: owner } = await house.viewer('lin')
  const bytes = (background: string) =>
    sharp({ create: { width: 340, height: 340, channels: 3, background } })
      .png()
      .toBuffer()
  const [kept, dropped] = [await importPicture(house.ground, owner, await bytes('navy')), await importPicture(house.ground, owner, await bytes('olive'))]
  const draft = await keep('lin', { title: 'old words', pictures: [{ id: kept }, { id: dropped }] })
  const { q } = house.ground.db
  await q
    .insertInto('translations_cache')
    .values({ hash: `of ${draft.id}`, subject_kind: 'draft', subject_id: draft.id, text: 'paid', refused: null, created_at: house.clock.now() })
    .execute()
  const theirs = await keep('dana', { title: 'mine', pictures: [] })
  expect((await house.as('lin').post('/notes', { title: 'not of another', draftId: theirs.id })).status).toBe(201)
  expect((await house.as('dana').get(`/drafts/${theirs.id}`)).status).toBe(200)
  await house.as('dana').delete(`/drafts/${theirs.id}`)
  const note = await house.as('lin').post('/notes', { title: 'new words', draftId: draft.id, pictures: [{ id: kept }] })
  expect(note.json.title).toBe('new words')
  expect((await house.as('lin').get(`/drafts/${draft.id}`)).status).toBe(404)
  expect((await house.as('lin').get(`/media/${kept}`)).status).toBe(200)
  expect((await house.as('lin').get(`/media/${dropped}`)).status).toBe(404)
  expect(await q.selectFrom('translations_cache').select('subject_kind').where('subject_id', 'in', [draft.id, note.json.id]).execute()).toEqual([
    { subject_kind: 'note' },
  ])
})

test('an unfinished draft is kept but not published; content out of shape or too large is refused', async () => {
  const draft = await keep('lin', { body: 'no title yet' })
  expect((await house.as('lin').post(`/drafts/${draft.id}/publish`)).json.type).toBe('/problems/title-needed')
  expect((await house.as('lin').get(`/drafts/${draft.id}`)).status).toBe(200)
  expect((await house.as('lin').post('/drafts', { content: { title: 5 } })).status).toBe(400)
  expect((await house.as('lin').post('/drafts', { content: { body: 'x'.repeat(65 * 1024) } })).status).toBe(413)
})

test('a scheduled draft is published once when its time comes, by however many workers', async () => {
  const when = new Date(house.clock.now().getTime() + 10 * MINUTE).toISOString()
  const draft = await keep('dana', { title: 'at noon', visibility: 'public' }, { scheduledFor: when })
  expect(draft.scheduledFor).toBe(when)
  await publishDue(house.ground)
  expect(await titles('dana')).toEqual([])
  house.clock.move(11 * MINUTE)
  await Promise.all([publishDue(house.ground), publishDue(house.ground), publishDue(house.ground)])
  await publishDue(house.ground)
  expect(await titles('dana')).toEqual(['at noon'])
  expect((await house.as('dana').get('/drafts')).json.items).toEqual([])
})

test('what cannot be published then stays a draft and says why; moving or cancelling works before', async () => {
  await house.a.member({ handle: 'host', role: 'admin' })
  const soon = () => new Date(house.clock.now().getTime() + MINUTE).toISOString()
  const bad = await keep('dana', { title: 'about turnips', visibility: 'public' }, { scheduledFor: soon() })
  const cancelled = await keep('dana', { title: 'cancelled', visibility: 'public' }, { scheduledFor: soon() })
  expect((await house.as('dana').put(`/drafts/${cancelled.id}`, { content: cancelled.content, version: 1, scheduledFor: null })).json.scheduledFor).toBeNull()
  const { addTerm } = await import('#features/moderation/change-terms.ts')
  await addTerm(house.ground, await house.viewer('host'), { kind: 'word', term: 'turnips', note: '' })
  house.clock.move(2 * MINUTE)
  await publishDue(house.ground)
  expect((await house.as('dana').get(`/drafts/${bad.id}`)).json).toMatchObject({
    scheduledFor: null,
    refusal: { code: 'forbidden-word', facts: { word: 'turnips' } },
  })
  expect(await titles('dana')).toEqual(['at noon'])
  expect((await house.as('dana').post('/drafts', { content: { title: 'x' }, scheduledFor: '2020-01-01T00:00:00Z' })).json.type).toBe('/problems/schedule-past')
  expect((await house.as('dana').post('/drafts', { content: { body: 'no title' }, scheduledFor: soon() })).json.type).toBe('/problems/title-needed')
})

test('what a note cannot hold is not saved over a scheduled draft; an unscheduled one keeps it', async () => {
  const scheduledFor = new Date(house.clock.now().getTime() + 60 * MINUTE).toISOString()
  const draft = await keep('lin', { title: 'later', visibility: 'public' }, { scheduledFor })
  const odd = { title: 'later', visibility: 'public', coauthors: [''] }
  const refused = await house.as('lin').put(`/drafts/${draft.id}`, { content: odd, version: 1 })
  expect([refused.status, refused.json.type, refused.json.field]).toEqual([400, '/problems/bad-input', 'coauthors.0'])
  expect((await house.as('lin').put(`/drafts/${draft.id}`, { content: odd, version: 1, scheduledFor: null })).status).toBe(200)
  expect((await house.as('lin').post(`/drafts/${draft.id}/publish`)).json.type).toBe('/problems/bad-input')
})

test('a scheduled draft that goes wrong keeps nobody else waiting', async () => {
  const handles = ['rae', 'ida', 'uma']
  for (const handle of handles) await house.a.member({ handle })
  const { q } = house.ground.db
  const made: Record<string, string> = {}
  for (const handle of handles) {
    const scheduledFor = new Date(house.clock.now().getTime() + MINUTE).toISOString()
    made[handle] = (await keep(handle, { title: `of ${handle}`, visibility: 'public' }, { scheduledFor })).id
    house.clock.move(1000)
  }
  await q
    .updateTable('drafts')
    .set({ content: JSON.stringify({ title: 'x', coauthors: [''] }) })
    .where('id', '=', made.rae ?? '')
    .execute()
  const ida = (await house.viewer('ida')).id
  await sql`alter table notes add constraint not_ida check (author_id <> ${sql.lit(ida)}) not valid`.execute(q)
  house.clock.move(2 * MINUTE)
  await publishDue(house.ground)
  expect(await titles('uma')).toEqual(['of uma'])
  expect((await house.as('rae').get(`/drafts/${made.rae}`)).json).toMatchObject({ scheduledFor: null, refusal: { code: 'bad-input' } })
  await sql`alter table notes drop constraint not_ida`.execute(q)
  house.clock.move(2 * MINUTE)
  await publishDue(house.ground)
  expect(await titles('ida')).toEqual(['of ida'])
})

test('two hundred drafts are enough, also when they come at once', async () => {
  await house.a.member({ handle: 'kai' })
  const { id } = await house.viewer('kai')
  const at = house.clock.now()
  await house.ground.db.q
    .insertInto('drafts')
    .values(
      Array.from({ length: 195 }, () => ({
        id: house.ground.ids.next(),
        author_id: id,
        content: '{}',
        version: 1,
        scheduled_for: null,
        refusal: null,
        created_at: at,
        updated_at: at,
      })),
    )
    .execute()
  const answers = await Promise.all(Array.from({ length: 10 }, () => house.as('kai').post('/drafts', { content: {} })))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(5)
  expect(answers.find(({ status }) => status !== 201)?.json.type).toBe('/problems/drafts-full')
})

test('many drafts due in one minute do not flood: the rest follows in the next minutes', async () => {
  const strict = await openHouse({ RATE_LIMITS: 'on' })
  try {
    await strict.a.member({ handle: 'tao' })
    const { id } = await strict.viewer('tao')
    const at = strict.clock.now()
    await strict.ground.db.q
      .insertInto('drafts')
      .values(
        Array.from({ length: 13 }, (_, i) => ({
          id: strict.ground.ids.next(),
          author_id: id,
          content: JSON.stringify({ title: `due ${i}`, visibility: 'public' }),
          version: 1,
          scheduled_for: at,
          refusal: null,
          created_at: at,
          updated_at: at,
        })),
      )
      .execute()
    const count = async () => (await strict.as(null).get('/actors/tao/notes?limit=80')).json.items.length
    await publishDue(strict.ground)
    expect(await count()).toBe(10)
    strict.clock.move(MINUTE)
    await publishDue(strict.ground)
    expect(await count()).toBe(13)
  } finally {
    await strict.close()
  }
})
