import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import type { Job } from '#ground/jobs/index.ts'
import { unscaled } from '#pure/recommender/page/calibration.ts'
import { priorHeads } from '#pure/recommender/page/heads.ts'
import { composition } from '#pure/recommender/page/weights.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { headsOf } from './learn-heads.ts'

const TOPICS = ['punk', 'hiking', 'noodles', 'cat', 'running', 'film', 'jazz', 'knitting']
const EACH = 14
const AUTHORS = 28
const languageOf = (author: number) => (author % 3 === 2 ? 'zh-Hans' : 'en')
const LIKERS = { 'zh-Hans': 4, ja: 3, en: 5 } as const

let house: TestHouse
const id: Record<string, ActorId> = {}
const notes: { id: string; topic: string; language: string }[] = []

interface Shown {
  id: string
  topics: { id: string }[]
  originalLanguage: string
  why: { code: string; facts: Record<string, unknown> }
}
const page = async (who: string | null, query = ''): Promise<{ items: Shown[]; next: string | null; served: string | null }> =>
  (await house.as(who).get(`/feeds/discover${query}`)).json
/** The first page for a seed, as of now. */
const seeded = (who: string) => page(who, `?cursor=${Buffer.from(JSON.stringify([1, '', `7@${house.clock.now().toISOString()}`])).toString('base64url')}`)
const shareOf = (tiles: readonly Shown[], topics: readonly string[]) =>
  tiles.filter((tile) => tile.topics.some((topic) => topics.includes(topic.id))).length / tiles.length
const like = async (who: string, note: string) => {
  house.clock.move(1_000)
  expect((await house.as(who).put(`/notes/${note}/like`)).status).toBeLessThan(300)
}

beforeAll(async () => {
  house = await openHouse()
  for (let i = 0; i < AUTHORS; i += 1) await house.a.member({ handle: `author${i}`, languages: [languageOf(i)] })
  for (const handle of ['dana', 'tom', 'ellie', 'kai', 'mei', 'ada']) id[handle] = await house.a.member({ handle, languages: ['en'] })
  for (const [language, count] of Object.entries(LIKERS))
    for (let i = 0; i < count; i += 1) await house.a.member({ handle: `reader_${language.slice(0, 2)}${i}`, languages: [language] })
  for (let i = 0; i < EACH * TOPICS.length; i += 1) {
    house.clock.move(60_000)
    const topic = TOPICS[i % TOPICS.length] as string
    const language = languageOf(i % AUTHORS)
    const note = await house.a.note(`author${i % AUTHORS}`, { title: `Day ${i}`, body: `What came of day ${i}.`, language, topics: [topic] })
    notes.push({ id: note, topic, language })
  }
  await house.settle()
}, 120_000)
afterAll(() => house.close())

test('ten likes of a new reader bring their topics to the next page, and one like changes it', async () => {
  const liked = ['punk', 'jazz']
  const before = await seeded('dana')
  expect(before.items).toHaveLength(composition.slots)
  const ten = notes.filter(({ topic, language }) => liked.includes(topic) && language === 'en').slice(0, 10)
  await like('dana', ten[0]?.id ?? '')
  const afterOne = await seeded('dana')
  expect(afterOne.items.map((tile) => tile.id)).not.toEqual(before.items.map((tile) => tile.id))
  for (const note of ten.slice(1)) await like('dana', note.id)
  const after = await seeded('dana')
  const [share, sharePlus] = [shareOf(before.items, liked), shareOf(after.items, liked)]
  expect(sharePlus, `from ${share}`).toBeGreaterThanOrEqual(0.5)
  expect(sharePlus).toBeGreaterThanOrEqual(share + 0.2)
  expect(after.items.some(({ why }) => why.code === 'liked' && liked.includes(String(why.facts.topic)))).toBe(true)
})

test('who has done nothing yet is offered topics, and those they choose make at least half of their first page', async () => {
  const offered = async () => (await house.as('ada').get('/feeds/first-topics')).json.items as { id: string; labels: unknown[] }[]
  const before = await offered()
  expect(new Set(before.slice(0, TOPICS.length).map((topic) => topic.id))).toEqual(new Set(TOPICS))
  expect(before.map((topic) => topic.id)).toContain('cooking')
  expect(before.every(({ labels }) => labels.length === 2)).toBe(true)
  const chosen = ['noodles', 'jazz', 'knitting']
  for (const topic of chosen) expect((await house.as('ada').put(`/topics/${topic}/follow`)).status).toBeLessThan(300)
  expect((await offered()).filter(({ id }) => chosen.includes(id))).toEqual([])
  const isFree = ({ why }: Shown) => !['across', 'explore', 'promise'].includes(why.code)
  const first = await seeded('ada')
  expect(first.items).toHaveLength(composition.slots)
  expect(shareOf(first.items.filter(isFree), chosen)).toBeGreaterThanOrEqual(0.5)
  expect(new Set(first.items.flatMap((tile) => tile.topics.map((topic) => topic.id)).filter((topic) => chosen.includes(topic))).size).toBe(chosen.length)
})

test('a like on the way changes the next page of the same scroll, which repeats nothing', async () => {
  const first = await page('tom')
  const second = await page('tom', `?cursor=${first.next}`)
  await like('tom', notes.find(({ topic }) => topic === 'cat')?.id ?? '')
  await like('tom', notes.findLast(({ topic }) => topic === 'cat')?.id ?? '')
  const again = await page('tom', `?cursor=${first.next}`)
  expect(again.items.map((tile) => tile.id)).not.toEqual(second.items.map((tile) => tile.id))
  expect(shareOf(again.items, ['cat'])).toBeGreaterThan(0)
  const shown = new Set(first.items.map((tile) => tile.id))
  expect(again.items.filter((tile) => shown.has(tile.id))).toEqual([])
})

test('what was made ready for a reader is made anew when they mute or block, also within the same moment', async () => {
  const first = await page('kai')
  const [muted, blocked] = first.items.map((tile) => (tile as unknown as { author: { id: string; handle: string } }).author)
  expect((await house.as('kai').post('/mutes', { kind: 'person', value: muted?.id })).status).toBeLessThan(300)
  expect((await house.as('kai').put(`/actors/${blocked?.id}/block`)).status).toBeLessThan(300)
  for (const cursor of ['', `?cursor=${first.next}`]) {
    const authors = (await page('kai', cursor)).items.map((tile) => (tile as unknown as { author: { id: string } }).author.id)
    expect(authors).not.toContain(muted?.id)
    expect(authors).not.toContain(blocked?.id)
  }
})

test('Across names whose readers like a note, three and more of each, and nothing that one side alone likes', async () => {
  const [bridge, narrow] = [
    notes.find(({ language, topic }) => language === 'zh-Hans' && topic === 'knitting'),
    notes.find(({ language }) => language === 'en'),
  ]
  if (!bridge || !narrow) throw new Error('no notes')
  for (const [language, count] of Object.entries(LIKERS))
    for (let i = 0; i < count; i += 1) {
      await like(`reader_${language.slice(0, 2)}${i}`, bridge.id)
      // Two of the others: too few to be counted.
      if (language === 'en' || i < 2) await like(`reader_${language.slice(0, 2)}${i}`, narrow.id)
    }
  const job = (house.ground.allJobs as Job[]).find(({ name }) => name === 'feed.keep-bridging')
  await job?.run({}, new AbortController().signal)
  house.clock.move(10_000)
  const { json } = await house.as(null).get('/feeds/across')
  expect(json.items.map((tile: Shown) => [tile.id, tile.why])).toEqual([
    [bridge.id, { code: 'across', facts: { languages: ['en', 'zh-Hans', 'ja'], likes: ['5', '4', '3'] } }],
  ])
  const first = await page('ellie')
  expect(first.items.filter(({ why }) => why.code === 'across')).toHaveLength(composition.across)
  expect(first.items.slice(6, 9).map((tile) => tile.originalLanguage)).toEqual(['zh-Hans', 'zh-Hans', 'zh-Hans'])
  expect(first.items.find((tile) => tile.id === bridge.id)?.why.facts.languages).toEqual(['en', 'zh-Hans', 'ja'])
  // Who sees it and passes by is one more whom it could have reached.
  const scoreOf = async () =>
    (
      await house.ground.db.q
        .selectFrom('feed_notes')
        .select('bridging')
        .where('note_id', '=', bridge.id as NoteId)
        .executeTakeFirst()
    )?.bridging ?? 0
  const before = await scoreOf()
  const slot = first.items.findIndex((tile) => tile.id === bridge.id)
  expect((await house.as('ellie').post('/signals', { served: first.served, events: [[slot, 'impression']] })).status).toBe(204)
  await job?.run({}, new AbortController().signal)
  expect(await scoreOf()).toBeLessThan(before)
  await house.as('reader_ja0').delete(`/notes/${bridge.id}/like`)
  for (let i = 0; i < LIKERS['zh-Hans']; i += 1) await house.as(`reader_zh${i}`).delete(`/notes/${bridge.id}/like`)
  await job?.run({}, new AbortController().signal)
  house.clock.move(10_000)
  expect((await house.as(null).get('/feeds/across')).json.items).toEqual([])
})

test('the slider of Across is obeyed from none to six', async () => {
  expect((await house.as('kai').get('/me/sliders')).json).toEqual({ across: composition.across, unexpected: 0, far: 0 })
  for (const across of [0, 6]) {
    await house.as('kai').patch('/me/sliders', { across })
    const { items } = await page('kai')
    expect(items.filter(({ why }) => why.code === 'across')).toHaveLength(across)
  }
  expect((await house.as('kai').get('/me/sliders')).json).toMatchObject({ across: 6, far: 0 })
  expect((await house.as('kai').patch('/me/sliders', { across: 7 })).status).toBe(400)
})

test('where a note would stand without a topic is where it stands once the topic is not followed', async () => {
  await house.as('mei').put('/topics/noodles/follow')
  house.clock.move(10_000)
  const note = (await page('mei')).items.find((tile) => tile.why.code === 'topic')
  if (!note) throw new Error('no note on a followed topic')
  const why = async () => (await house.as('mei').get(`/notes/${note.id}/why`)).json
  const before = await why()
  expect(before.reasons.length).toBeLessThanOrEqual(4)
  const sum = (of: 'contribution' | 'share') =>
    before.reasons.reduce((all: number, one: Record<typeof of, number>) => all + Math.max(of === 'share' ? 0 : -9, one[of]), 0)
  expect(sum('contribution')).toBeCloseTo(before.score, 9)
  expect(sum('share')).toBeCloseTo(1, 9)
  const told = before.changes.find(({ kind, id: topic }: { kind: string; id: string }) => kind === 'unfollow-topic' && topic === 'noodles')
  expect(told.place).toBeGreaterThan(before.place)
  await house.as('mei').delete('/topics/noodles/follow')
  expect((await why()).place).toBe(told.place)
})

test('what readers do with what they see moves the ranking, once, and nothing is shown twice within two days', async () => {
  const { json: first } = await house.as('ellie').get('/feeds/discover')
  const events = first.items.flatMap((_: Shown, slot: number) => [
    [slot, 'impression'],
    [slot, 'open'],
  ])
  expect((await house.as('ellie').post('/signals', { served: first.served, events })).status).toBe(204)
  const seen = new Set(first.items.map((tile: Shown) => tile.id))
  expect((await page('ellie')).items.filter((tile) => seen.has(tile.id))).toEqual([])
  house.clock.move(3 * 3_600_000)
  const job = (house.ground.allJobs as Job[]).find(({ name }) => name === 'feed.learn-heads')
  const learnt = async () => {
    await job?.run({}, new AbortController().signal)
    return (await house.ground.db.q.selectFrom('feed_heads').select('learnt').executeTakeFirstOrThrow()).learnt
  }
  const { heads, calibration } = await learnt()
  expect(heads.open.bias).toBeGreaterThan(priorHeads.open.bias)
  expect(heads.hide.bias).toBeLessThan(priorHeads.hide.bias)
  expect(heads.follow).toEqual(priorHeads.follow)
  // Pages are ranked with the heads as they were calibrated.
  expect(calibration?.open).not.toEqual(unscaled)
  expect(calibration?.follow).toEqual(unscaled)
  const { open } = await headsOf(house.ground)
  expect(open.bias).toBeCloseTo((calibration?.open.slope as number) * heads.open.bias + (calibration?.open.offset as number), 12)
  expect(await learnt()).toMatchObject({ heads, calibration })
  house.clock.move(48 * 3_600_000)
  expect((await page('ellie')).items.some((tile) => seen.has(tile.id))).toBe(true)
})
