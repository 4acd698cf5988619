import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { features } from '../src/rooms.ts'
import { fillWorld } from './fill.ts'
import { planWorld } from './plan.ts'
import { type DemoNote, readMembers, readNotes } from './world.ts'

/** Few enough to be drawn in seconds, with layers and comments by one another. */
const CAST = ['lin', 'dana', 'mei', 'sora', 'misha']
const MOST = 8

const peopleOf = ({ by, layers = [], comments = [] }: DemoNote): string[] => [
  by,
  ...layers.map((layer) => layer.by),
  ...comments.flatMap((comment) => [comment.by, ...(comment.layer ? [comment.layer.by] : [])]),
]
const members = readMembers().filter(({ handle }) => CAST.includes(handle))
const notes = readNotes()
  .filter((note) => note.layers?.length && note.comments?.length && peopleOf(note).every((handle) => CAST.includes(handle)))
  .slice(0, MOST)

let house: TestHouse
let told = { total: 0, steps: 0 }
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely
const views = new Map<string, any>()
const ask = async (path: string) => {
  const { status, json } = await house.as(null).get(path)
  expect(status, path).toBe(200)
  return json
}

beforeAll(async () => {
  house = await openHouse()
  const progress = {
    total: (count: number) => {
      told = { total: count, steps: 0 }
    },
    step: () => {
      told.steps += 1
    },
  }
  await fillWorld(house.ground, features, { seed: 1, topicKinds: new Map(), progress, members, notes })
  await house.ground.db.transaction((tx) => house.ground.jobs.enqueue(tx, 'feed.rebuild', {}))
  await house.settle()
  for (const handle of CAST)
    for (const { id } of (await ask(`/actors/@${handle}/notes?limit=80`)).items) {
      const view = await ask(`/notes/${id}`)
      views.set(view.text.original.title, view)
    }
}, 120_000)
afterAll(() => house.close())

test('every note is there as it is written, at the moment that is planned for it, with its pictures described', async () => {
  expect(notes.length).toBe(MOST)
  const acts = planWorld(members, notes, 1, house.clock.now().getTime())
  const planned = acts.flatMap((act) => (act.do === 'publish' ? [[act.note.title, Math.trunc(act.at)] as const] : []))
  expect(new Map([...views].map(([title, view]) => [title, Date.parse(view.publishedAt)]))).toEqual(new Map(planned))
  for (const note of notes) {
    const { author, licence, topics, pictures, text } = views.get(note.title)
    expect({ by: author.handle, licence, body: text.original.body }).toEqual({ by: note.by, licence: 'CC0-1.0', body: note.body })
    expect(topics.map(({ id }: { id: string }) => id).sort()).toEqual([...note.topics].sort())
    expect(pictures.map(({ alt }: { alt: string }) => alt)).toEqual(note.alts ?? [])
  }
  expect(views.values().some(({ pictures }) => pictures.length > 0)).toBe(true)
  expect(told.steps).toBe(told.total)
})

test('layers carry who made them, and comments stand with their answers', async () => {
  for (const note of notes) {
    const { id, commentCount, text } = views.get(note.title)
    const layers = text.layers.flatMap((layer: { origin: string; language: string; by: { handle: string } | null }) =>
      layer.origin === 'original' || layer.origin === 'machine' ? [] : [[layer.language, layer.by?.handle, layer.origin]],
    )
    expect(layers.sort()).toEqual((note.layers ?? []).map(({ lang, by }) => [lang, by, by === note.by ? 'author' : 'person']).sort())
    expect(commentCount).toBe(note.comments?.length)
    const first = note.comments?.filter(({ reply }) => reply === undefined) ?? []
    const { items } = await ask(`/notes/${id}/comments?sort=old&limit=80`)
    expect(items.map((one: { text: { original: { body: string } } }) => one.text.original.body)).toEqual(first.map(({ text }) => text))
  }
})

test('its people have faces and a city, like and follow each other, and nobody holds a key to their accounts', async () => {
  for (const member of members) {
    const profile = await ask(`/actors/@${member.handle}`)
    expect(profile).toMatchObject({
      name: member.name,
      avatar: expect.any(Object),
      banner: expect.any(Object),
      place: { id: member.city },
      reads: member.reads,
    })
  }
  const { items } = await ask('/feeds/discover')
  expect(items.length).toBeGreaterThan(0)
  expect([...views.values()].reduce((sum, { likeCount }) => sum + likeCount, 0)).toBeGreaterThan(0)
  const open = await house.ground.db.q.selectFrom('access_tokens').select('id').where('revoked_at', 'is', null).execute()
  expect(open).toEqual([])
})
