import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { subject } from '#ground/feature.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { keepAuthorLayer } from './add-layer.ts'
import { exportLayers } from './export-layers.ts'
import type { TextReader } from './layer.ts'
import { layersFor } from './layers-for.ts'
import { lockOriginal, othersOf } from './queries/layers.ts'
import { forgetMember } from './queries/people.ts'
import { type HouseOfThings, houseOfThings } from './things.harness.ts'

let house: HouseOfThings
let lin: ActorId
let dana: ActorId
beforeAll(async () => {
  house = await houseOfThings()
  lin = await house.a.member({ handle: 'lin', languages: ['zh-Hans', 'en'] })
  dana = await house.a.member({ handle: 'dana', languages: ['en'] })
  await house.a.member({ handle: 'theo', languages: ['en', 'zh-Hans'] })
})
afterAll(() => house.close())

const of = (id: string) => ({ subjectKind: 'thing', subjectId: id })
const add = (who: string, id: string, title: string, more: object = {}) =>
  house.as(who).post('/layers', { ...of(id), language: 'en', title, body: '', ...more })
const list = async (who: string | null, id: string) => (await house.as(who).get(`/layers?subjectKind=thing&subjectId=${id}`)).json.items

test('layers come in pages, the original before each; those of one language, of one kind, or one alone can be asked for', async () => {
  const id = await house.thing(lin, '在河边散步')
  for (const language of ['en', 'fr', 'es']) await add('dana', id, `A walk, in ${language}`, { language })
  await add('lin', id, 'Walking', { language: 'en' })
  const page = async (query: string) => (await house.as(null).get(`/layers?subjectKind=thing&subjectId=${id}&${query}`)).json
  const said = ({ items }: { items: { title: string }[] }) => items.map(({ title }) => title)
  const first = await page('limit=2')
  expect(said(first)).toEqual(['在河边散步', 'A walk, in en', 'A walk, in fr'])
  const last = await page(`limit=2&cursor=${first.next}`)
  expect(said(last)).toEqual(['在河边散步', 'A walk, in es', 'Walking'])
  expect(last.next).toBeNull()
  expect(said(await page('language=en'))).toEqual(['在河边散步', 'A walk, in en', 'Walking'])
  expect(said(await page('origin=author'))).toEqual(['在河边散步', 'Walking'])
  expect(said(await page(`layerId=${first.items[2].id}`))).toEqual(['在河边散步', 'A walk, in fr'])
  expect(said(await page(`layerId=${first.items[0].id}`))).toEqual(['在河边散步'])
  expect((await house.as(null).get(`/layers?subjectKind=thing&subjectId=${id}&cursor=nowhere`)).json.type).toBe('/problems/bad-cursor')
})

test('whoever made a layer says under which licence others may use it: that of the text, or none at all', async () => {
  const id = await house.thing(lin, '在河边散步')
  const layer = (await add('dana', id, 'A walk')).json
  expect(layer.licence).toBe('text')
  expect((await add('theo', id, 'Walking', { licence: 'CC0-1.0' })).json.licence).toBe('CC0-1.0')
  const change = (body: object) => house.as('dana').patch(`/layers/${layer.id}`, { title: 'A stroll', body: '', ...body })
  expect((await change({ licence: 'CC0-1.0' })).json).toMatchObject({ title: 'A stroll', licence: 'CC0-1.0' })
  expect((await change({})).json.licence).toBe('CC0-1.0')
  expect((await change({ licence: 'mine' })).json.type).toBe('/problems/bad-input')
  const kept: object[] = []
  for await (const one of exportLayers(house.ground.db.q, dana)) kept.push(one)
  expect(kept).toContainEqual(expect.objectContaining({ id: layer.id, licence: 'CC0-1.0' }))
})

describe('adding', () => {
  test('the owner’s layer is the author’s own, anyone else’s carries their name', async () => {
    const id = await house.thing(lin, '在河边散步')
    expect((await add('dana', id, 'A walk by the river')).json).toMatchObject({
      origin: 'person',
      by: { handle: 'dana', url: '/@dana' },
      language: 'en',
      title: 'A walk by the river',
      mine: true,
      stale: false,
    })
    expect((await add('lin', id, 'Walking by the river')).json).toMatchObject({ origin: 'author', by: { handle: 'lin' } })
    expect((await add('theo', id, 'By the river')).status).toBe(201)
    expect((await list(null, id)).map(({ origin }: { origin: string }) => origin)).toEqual(['original', 'person', 'author', 'person'])
  })

  test('one layer a person and language, never in the language of the text itself, never empty, never endless', async () => {
    const id = await house.thing(lin, '在河边散步')
    await add('dana', id, 'A walk')
    expect((await add('dana', id, 'Another walk')).json).toMatchObject({ type: '/problems/layer-exists', field: 'language' })
    expect((await add('dana', id, '散步', { language: 'zh-CN' })).json.type).toBe('/problems/same-language')
    expect((await add('theo', id, ' ')).json.type).toBe('/problems/layer-empty')
    expect((await add('theo', id, 'x'.repeat(201))).json.type).toBe('/problems/layer-long')
    expect((await add('theo', id, 'walk', { language: 'xx-yy-zz' })).json.type).toMatch(/language-unknown|bad-input/)
  })

  test('mixed text may get a layer in its main language', async () => {
    const id = await house.thing(lin, '这个 vibe 太 chill 了')
    expect((await add('lin', id, '这个氛围太放松了', { language: 'zh-Hans' })).status).toBe(201)
  })

  test('ten layers of one text are as many as one person may add; others go on', async () => {
    const id = await house.thing(lin, '在河边散步')
    const add10 = await Promise.all(['en', 'ja', 'ko', 'es', 'fr', 'ru', 'ar', 'de', 'it', 'pt', 'nl'].map((language) => add('dana', id, 'x', { language })))
    expect(add10.map(({ status }) => status).sort()).toEqual([...Array(10).fill(201), 422])
    expect(add10.find(({ status }) => status === 422)?.json).toMatchObject({ type: '/problems/layers-full', title: expect.stringContaining('10') })
    expect((await add('theo', id, 'A walk')).status).toBe(201)
  })

  test('a visitor cannot add', async () => {
    const id = await house.thing(lin, '在河边散步')
    expect((await house.as(null).post('/layers', { ...of(id), language: 'en', title: 'x', body: '' })).status).toBe(401)
  })

  test('the author’s layers that come with an edit replace the earlier ones', async () => {
    const id = await house.thing(lin, '在河边散步')
    const keep = (title: string) =>
      house.ground.db.transaction((tx) => keepAuthorLayer(tx, house.ground, { id: lin }, subject('thing', id), { language: 'en', title, body: '' }))
    await keep('First')
    await house.write(id, '在江边散步')
    await keep('Second')
    const layers = await list(null, id)
    expect(layers).toHaveLength(2)
    expect(layers[1]).toMatchObject({ title: 'Second', stale: false, origin: 'author' })
  })
})

describe('who may not read a text', () => {
  test('gets not-found for its layers, and cannot add, vote, change or ask', async () => {
    const id = await house.thing(lin, '只给朋友看的晚饭', { isPublic: false, readers: [dana] })
    const layer = (await add('dana', id, 'Dinner for friends only')).json
    expect(await list('dana', id)).toHaveLength(2)
    for (const who of ['theo', null]) {
      const stranger = house.as(who)
      expect((await stranger.get(`/layers?subjectKind=thing&subjectId=${id}`)).status).toBe(404)
      expect((await stranger.get(`/layers/${layer.id}/history`)).status).toBe(404)
      expect((await stranger.get(`/gloss?subjectKind=thing&subjectId=${id}&offset=0&part=title`)).status).toBe(404)
      expect((await stranger.get(`/gloss/tokens?subjectKind=thing&subjectId=${id}`)).status).toBe(404)
    }
    const theo = house.as('theo')
    expect((await add('theo', id, 'x')).status).toBe(404)
    expect((await theo.put(`/layers/${layer.id}/vote`, { value: -1 })).status).toBe(404)
    expect((await theo.patch(`/layers/${layer.id}`, { title: 'x', body: '' })).status).toBe(404)
    expect((await theo.delete(`/layers/${layer.id}`)).status).toBe(404)
    expect((await theo.post(`/layers/${layer.id}/revert`, { revision: 1 })).status).toBe(404)
    expect((await theo.post('/translations', { ...of(id), language: 'en' })).status).toBe(404)
    expect((await theo.patch(`/texts/thing/${id}`, { language: 'en' })).status).toBe(404)
  })

  test('a reader who may no longer read loses the layer they made too', async () => {
    const id = await house.thing(lin, '只给朋友看的晚饭', { isPublic: false, readers: [dana] })
    const layer = (await add('dana', id, 'Dinner')).json
    house.things.set(id, { owner: lin, isPublic: false, readers: [] })
    expect((await house.as('dana').patch(`/layers/${layer.id}`, { title: 'x', body: '' })).status).toBe(404)
    expect((await house.as('dana').get(`/layers/${layer.id}/history`)).status).toBe(404)
  })

  test('ids that cannot be ids are not there', async () => {
    expect((await house.as('dana').get('/layers?subjectKind=thing&subjectId=nothing')).status).toBe(404)
    expect((await house.as('dana').get('/layers?subjectKind=unheard-of&subjectId=01900000-0000-7000-8000-000000000000')).status).toBe(404)
  })
})

test('the page of layers with one of them on it is the first, or begins with it; a cursor goes on from there', async () => {
  const id = await house.thing(lin, '在河边散步')
  const added: string[] = []
  for (const language of ['de', 'fr', 'es', 'it', 'pt']) added.push((await add('dana', id, `Walk ${language}`, { language })).json.id)
  const page = async (query: string) => (await house.as('dana').get(`/layers?subjectKind=thing&subjectId=${id}&limit=2${query}`)).json
  const ids = ({ items }: { items: { id: string }[] }) => items.slice(1).map((one) => one.id)
  expect(ids(await page(`&at=${added[1]}`))).toEqual(added.slice(0, 2))
  const behind = await page(`&at=${added[2]}`)
  expect(ids(behind)).toEqual(added.slice(2, 4))
  expect(ids(await page(`&at=${added[2]}&cursor=${encodeURIComponent(behind.next)}`))).toEqual(added.slice(4))
  expect(ids(await page(`&at=${house.ground.ids.next()}`))).toEqual([])
})

test('the list of layers says where the text stands', async () => {
  const id = await house.thing(lin, '在河边散步')
  expect((await house.as(null).get(`/layers?subjectKind=thing&subjectId=${id}`)).json.address).toBe(`/things/${id}`)
})

describe('improving', () => {
  test('keeps earlier wordings, newest first, and brings one back', async () => {
    const id = await house.thing(lin, '在河边散步')
    const dana = house.as('dana')
    const layer = (await add('dana', id, 'one')).json
    for (const title of ['two', 'three']) await dana.patch(`/layers/${layer.id}`, { title, body: '' })
    const first = (await dana.get(`/layers/${layer.id}/history?limit=2`)).json
    expect(first.items).toMatchObject([
      {
        revision: 3,
        title: 'three',
        changes: {
          title: [
            { kind: 'removed', text: 'two' },
            { kind: 'added', text: 'three' },
          ],
          body: [],
        },
      },
      {
        revision: 2,
        title: 'two',
        changes: {
          title: [
            { kind: 'removed', text: 'one' },
            { kind: 'added', text: 'two' },
          ],
        },
      },
    ])
    expect((await dana.get(`/layers/${layer.id}/history?limit=2&cursor=${first.next}`)).json).toMatchObject({
      items: [{ revision: 1, title: 'one', changes: null }],
      next: null,
    })
    expect((await dana.post(`/layers/${layer.id}/revert`, { revision: 1 })).json).toMatchObject({ title: 'one', revision: 4 })
    expect((await dana.post(`/layers/${layer.id}/revert`, { revision: 99 })).status).toBe(404)
  })

  test('is for the one who made the layer; others get a sentence why', async () => {
    const id = await house.thing(lin, '在河边散步')
    const layer = (await add('dana', id, 'one')).json
    for (const who of ['theo', 'lin']) {
      expect((await house.as(who).patch(`/layers/${layer.id}`, { title: 'mine now', body: '' })).json.type).toBe('/problems/not-yours')
      expect((await house.as(who).delete(`/layers/${layer.id}`)).json.type).toBe('/problems/not-yours')
    }
    const [original] = await list('lin', id)
    expect((await house.as('lin').patch(`/layers/${original.id}`, { title: 'x', body: '' })).json.type).toBe('/problems/not-yours')
    expect((await house.as('lin').delete(`/layers/${original.id}`)).json.type).toBe('/problems/not-yours')
  })

  test('after an edit of the text makes the layer fresh again', async () => {
    const id = await house.thing(lin, '在河边散步')
    const layer = (await add('dana', id, 'A walk by the river')).json
    await house.write(id, '在江边散步')
    expect((await list(null, id))[1].stale).toBe(true)
    await house.as('dana').patch(`/layers/${layer.id}`, { title: 'A walk by the stream', body: '' })
    expect((await list(null, id))[1]).toMatchObject({ stale: false, title: 'A walk by the stream' })
  })

  test('a deleted layer is gone, and one may be added again', async () => {
    const id = await house.thing(lin, '在河边散步')
    const layer = (await add('dana', id, 'A walk')).json
    expect((await house.as('dana').delete(`/layers/${layer.id}`)).status).toBe(204)
    expect(await list(null, id)).toHaveLength(1)
    expect((await add('dana', id, 'A walk')).status).toBe(201)
  })
})

describe('rating', () => {
  test('each member has one vote, changes it and takes it back; nobody rates their own', async () => {
    const id = await house.thing(lin, '在河边散步')
    const layer = (await add('dana', id, 'A walk')).json
    const vote = async (who: string, value: number) => (await house.as(who).put(`/layers/${layer.id}/vote`, { value })).json
    expect(await vote('theo', 1)).toEqual({ rating: 1 })
    expect(await vote('theo', 1)).toEqual({ rating: 1 })
    expect(await vote('lin', 1)).toEqual({ rating: 2 })
    expect(await vote('theo', -1)).toEqual({ rating: 0 })
    expect((await list('theo', id))[1]).toMatchObject({ rating: 0, myVote: -1 })
    expect(await vote('theo', 0)).toEqual({ rating: 1 })
    expect((await vote('dana', 1)).type).toBe('/problems/own-layer')
  })

  test('takes reading both languages; who may is told so', async () => {
    const id = await house.thing(lin, '在河边散步')
    const layer = (await add('lin', id, 'A walk')).json
    expect((await house.as('dana').put(`/layers/${layer.id}/vote`, { value: -1 })).json.type).toBe('/problems/reads-one-side')
    const may = async (who: string | null) => (await list(who, id)).map(({ mayVote }: { mayVote: boolean }) => mayVote)
    expect([await may('theo'), await may('dana'), await may('lin'), await may(null)]).toEqual([
      [false, true],
      [false, false],
      [false, false],
      [false, false],
    ])
    await house.as('theo').put(`/layers/${layer.id}/vote`, { value: 1 })
    expect((await list(null, id))[1]).toMatchObject({ thanks: 1, rating: 1 })
    await house.as('theo').put(`/layers/${layer.id}/vote`, { value: -1 })
    expect((await list(null, id))[1]).toMatchObject({ thanks: 0, rating: -1 })
  })

  test('twenty votes at once are twenty', async () => {
    const id = await house.thing(lin, '在河边散步')
    const layer = (await add('dana', id, 'A walk')).json
    const handles = Array.from({ length: 20 }, (_, i) => `voter_${i}`)
    for (const handle of handles) await house.a.member({ handle, languages: ['en', 'zh-Hans'] })
    await Promise.all(handles.map((handle) => house.as(handle).put(`/layers/${layer.id}/vote`, { value: 1 })))
    expect((await list(null, id))[1].rating).toBe(20)
  })

  test('a member who leaves takes their votes and layers along', async () => {
    const gone = await house.a.member({ handle: 'leaver', languages: ['en', 'zh-Hans'] })
    const id = await house.thing(lin, '在河边散步')
    const layer = (await add('dana', id, 'A walk')).json
    await house.as('leaver').put(`/layers/${layer.id}/vote`, { value: -1 })
    await add('leaver', id, 'Going')
    await house.ground.db.transaction(async (tx) => {
      await forgetMember(tx, gone)
      await house.ground.outbox.announce(tx, 'member.left', { actorId: gone }, gone)
    })
    await house.settle()
    expect(await list(null, id)).toMatchObject([{ origin: 'original' }, { title: 'A walk', rating: 0 }])
  })
})

describe('who blocked one another', () => {
  test('neither meet each other’s layers nor judge them; everybody else does', async () => {
    const ana = await house.a.member({ handle: 'ana', languages: ['en', 'zh-Hans'] })
    await house.a.member({ handle: 'ben', languages: ['en', 'zh-Hans'] })
    const id = await house.thing(lin, '在河边散步')
    const layer = (await add('ana', id, 'By the river')).json
    const mine = (await add('ben', id, 'On the bank')).json
    await house.as('ben').put(`/actors/${ana}/block`)
    const titles = async (who: string | null) => (await list(who, id)).map(({ title }: { title: string }) => title)
    expect(await titles('ben')).toEqual(['在河边散步', 'On the bank'])
    expect(await titles('ana')).toEqual(['在河边散步', 'By the river'])
    expect(await titles('theo')).toEqual(['在河边散步', 'By the river', 'On the bank'])
    for (const answer of [
      await house.as('ben').put(`/layers/${layer.id}/vote`, { value: -1 }),
      await house.as('ben').get(`/layers/${layer.id}/sentences`),
      await house.as('ana').get(`/layers/${mine.id}/history`),
      await house.as('ana').post(`/layers/${mine.id}/mends`, { sentence: 'x', text: 'y' }),
    ])
      expect(answer.status).toBe(404)
    const shown = (reader: Partial<TextReader>) =>
      layersFor(house.ground.db.q, { reads: ['en'], show: 'translation', keepOriginal: [], locale: 'en', ...reader }, [subject('thing', id)])
    expect((await shown({})).get(id)).toMatchObject({ shown: { title: 'By the river' } })
    expect((await shown({ apart: new Set([ana]) })).get(id)).toMatchObject({
      shown: { title: 'On the bank' },
      layers: [{ origin: 'original' }, { id: mine.id }],
    })
  })
})

test('a warning is held against the word list as every other word is, and what was allowed before is not brought back', async () => {
  const id = await house.thing(lin, '在河边散步')
  const layer = (await add('dana', id, 'A walk', { warning: 'frobnicates' })).json
  await house.as('dana').patch(`/layers/${layer.id}`, { title: 'A walk', body: '' })
  await house.ground.db.q
    .insertInto('filter_terms')
    .values({ id: house.ground.ids.next(), kind: 'word', term: 'frobnicates', folded: 'frobnicates', note: '', created_by: lin, created_at: house.clock.now() })
    .execute()
  const refused = [
    await add('theo', id, 'A walk', { warning: 'frobnicates' }),
    await house.as('dana').patch(`/layers/${layer.id}`, { title: 'A walk', body: '', warning: 'frobnicates' }),
    await house.as('dana').post(`/layers/${layer.id}/revert`, { revision: 1 }),
  ]
  expect(refused.map(({ json }) => json.type)).toEqual(['/problems/forbidden-word', '/problems/forbidden-word', '/problems/forbidden-word'])
})

test('a layer can be improved while its text is being edited: neither waits for the other', async () => {
  const { ground } = house
  const id = await house.thing(lin, '在河边散步')
  const layer = (await add('dana', id, 'A walk')).json
  const isWaiting = async () =>
    (
      await sql<{ n: number }>`select count(*)::integer as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
        ground.db.q,
      )
    ).rows[0]?.n ?? 0
  const improved = await ground.db.transaction(async (tx) => {
    await lockOriginal(tx, subject('thing', id))
    const improving = house.as('dana').patch(`/layers/${layer.id}`, { title: 'A long walk', body: '' })
    await expect.poll(isWaiting).toBe(1)
    await othersOf(tx, subject('thing', id))
    return [improving]
  })
  expect((await improved[0])?.status).toBe(200)
})

describe('reporting a layer', () => {
  const report = (who: string, id: string) =>
    house.as(who).post('/reports', { subjectKind: 'layer', subjectId: id, kind: 'wrong-translation', words: 'A walk?' })

  test('names the layer, and the queue has its words, its maker and its place on the page of all layers', async () => {
    const id = await house.thing(lin, '在河边散步')
    const layer = (await add('dana', id, 'A walk by the sea')).json
    expect(await report('theo', layer.id)).toMatchObject({ status: 201, json: { subjectKind: 'layer', subjectId: layer.id, kind: 'wrong-translation' } })
    const rows = await house.ground.db.q.selectFrom('report_cases').selectAll().where('subject_kind', '=', 'layer').where('subject_id', '=', layer.id).execute()
    expect(rows).toHaveLength(1)
    const kind = house.ground.house.subjects.get('layer')
    expect([
      (await kind?.owners(house.ground.db.q, [layer.id]))?.get(layer.id),
      (await kind?.addresses(house.ground.db.q, [layer.id]))?.get(layer.id),
      (await kind?.excerpts(house.ground.db.q, [layer.id]))?.get(layer.id),
      await kind?.isPublic(house.ground.db.q, layer.id),
    ]).toEqual([dana, `/layers?subjectKind=thing&subjectId=${id}&at=${layer.id}#l-${layer.id}`, 'A walk by the sea', true])
  })

  test('takes reading the text, and the original is no layer to report', async () => {
    const id = await house.thing(lin, '在河边散步', { isPublic: false, readers: [dana] })
    const layer = (await add('dana', id, 'A walk')).json
    const [original] = await list('lin', id)
    expect((await report('theo', layer.id)).status).toBe(404)
    expect((await report('lin', layer.id)).status).toBe(201)
    expect((await report('lin', original.id)).status).toBe(404)
    expect((await report('lin', 'nothing')).status).toBe(404)
  })

  test('a layer has no layers of its own', async () => {
    const id = await house.thing(lin, '在河边散步')
    const layer = (await add('dana', id, 'A walk')).json
    const of = { subjectKind: 'layer', subjectId: layer.id }
    expect((await house.as('theo').post('/layers', { ...of, language: 'fr', title: 'Une promenade', body: '' })).status).toBe(404)
    expect((await house.as('theo').post('/translations', { ...of, language: 'fr' })).status).toBe(404)
    expect((await house.as('dana').patch(`/texts/layer/${layer.id}`, { language: 'fr' })).status).toBe(404)
  })
})

describe('a language that was heard wrong', () => {
  const say = (who: string, id: string, language: string) => house.as(who).patch(`/texts/thing/${id}`, { language })
  const languageOf = async (who: string | null, id: string) => (await house.as(who).get(`/texts/thing/${id}/language`)).json

  test('three readers of it correct it, one word each; an edit keeps what they said, and others may say it better', async () => {
    for (const handle of ['ines', 'rui', 'joao', 'nuno', 'gal', 'sol']) await house.a.member({ handle, languages: ['pt', 'es'] })
    const id = await house.thing(lin, 'Domingo de chuva', { declared: ['es'] })
    const heard = (await languageOf(null, id)).language
    expect(heard).toBe('es')
    expect((await say('dana', id, 'pt')).json.type).toBe('/problems/language-unread')
    await say('ines', id, 'pt')
    await say('ines', id, 'pt')
    await say('rui', id, 'pt')
    expect(await languageOf('rui', id)).toEqual({
      language: heard,
      saidBy: 'heard',
      mine: false,
      myWord: 'pt',
      voices: [{ language: 'pt', count: 2 }],
      needed: 3,
    })
    expect((await say('joao', id, 'pt')).json.original.language).toBe('pt')
    expect(await languageOf(null, id)).toMatchObject({ language: 'pt', saidBy: 'readers', myWord: null })
    await house.write(id, 'Domingo de chuva e sopa', { declared: ['es'] })
    expect((await languageOf(null, id)).language).toBe('pt')
    for (const who of ['nuno', 'gal', 'sol']) await say(who, id, 'es')
    expect((await languageOf(null, id)).language).toBe('pt')
    expect((await say('rui', id, 'es')).json.original.language).toBe('es')
  })

  test('what its author said stands', async () => {
    for (const handle of ['ada', 'bea', 'cleo']) await house.a.member({ handle, languages: ['pt'] })
    const id = await house.thing(lin, 'Mole')
    for (const who of ['ada', 'bea', 'cleo']) await say(who, id, 'pt')
    expect((await say('lin', id, 'es')).json.original.language).toBe('es')
    expect(await languageOf('lin', id)).toMatchObject({ language: 'es', saidBy: 'author', mine: true, voices: [] })
    expect((await say('ada', id, 'pt')).json.type).toBe('/problems/language-named')
  })
})

test('the author corrects the language at once', async () => {
  const id = await house.thing(lin, 'Mole')
  expect((await house.as('lin').patch(`/texts/thing/${id}`, { language: 'es' })).json.original.language).toBe('es')
  await house.write(id, 'Mole and rice for everybody in the house')
  expect((await list(null, id))[0].language).toBe('es')
})
