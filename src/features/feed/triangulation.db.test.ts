import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#tests/house.ts'

/** Who wants to know where somebody is asks Nearby from everywhere (security V4). A cell is a city, and never smaller than this. */
const CELL_KM = 1
const QUERIES = 1_000

interface Spot {
  id: string
  latitude: number
  longitude: number
}

let house: TestHouse
let spots: Spot[]
/** Two in one city, who are somewhere else in it each; one in the next. */
const notes: Record<string, string> = {}
/** What each of the queries said of each note: its band in km. */
const heard: { from: Spot; km: Record<string, number> }[] = []

beforeAll(async () => {
  house = await openHouse()
  spots = await house.ground.db.q
    .selectFrom('places')
    .select(['id', 'latitude', 'longitude'])
    .where('kind', '=', 'city')
    .orderBy('id')
    .$narrowType<Spot>()
    .execute()
  for (const [handle, placeId, latitude] of [
    ['lin', 'osaka', 34.7301],
    ['dana', 'osaka', 34.6499],
    ['mei', 'kobe', 34.6901],
  ] as const) {
    await house.a.member({ handle })
    // A program that sends where the device is: nobody asked for it.
    const note = {
      kind: 'text',
      title: `Rain on the roof of ${handle}`,
      body: 'All night.',
      placeId,
      latitude,
      longitude: 135.5023,
      position: [latitude, 135.5023],
    }
    notes[handle] = (await house.as(handle).post('/notes', note)).json.id
  }
  await house.settle()
  for (let i = 0; i < QUERIES; i += 1) {
    const from = spots[i % spots.length] as Spot
    const { json } = await house.as(null).get(`/feeds/nearby?placeId=${from.id}&limit=${10 + (i % 30)}`)
    const km: Record<string, number> = {}
    for (const { id, why } of json.items) km[id] = why.facts.km
    heard.push({ from, km })
  }
}, 120_000)
afterAll(() => house.close())

test('a thousand queries hear bands alone, never less than the cell', () => {
  expect(heard).toHaveLength(QUERIES)
  const bands = new Set(heard.flatMap(({ km }) => Object.values(km)))
  expect([...bands].filter((band) => ![5, 25, 50].includes(band))).toEqual([])
  expect(bands.size).toBeGreaterThan(1)
  expect(Math.min(...bands)).toBeGreaterThanOrEqual(CELL_KM)
})

test('two in one city are told apart by none of them', () => {
  expect(heard.filter(({ km }) => notes.lin && km[notes.lin] !== undefined).length).toBeGreaterThan(2)
  expect(heard.filter(({ km }) => km[notes.lin ?? ''] !== km[notes.dana ?? ''])).toEqual([])
  // They would be, if there were something to tell: the next city is.
  expect(heard.filter(({ km }) => km[notes.lin ?? ''] !== km[notes.mei ?? ''])).not.toEqual([])
})

test.each(['lin', 'mei'])('where all circles meet there is room for more than the cell (%s)', (handle) => {
  const STEP_KM = 0.5
  const told = heard.map(({ from, km }) => ({ from, most: km[notes[handle] ?? ''] ?? Number.POSITIVE_INFINITY }))
  const circles = told.filter(({ from }) => distance(from, { latitude: 34.7, longitude: 135.4 }) < 200)
  let area = 0
  for (let y = -60; y <= 60; y += STEP_KM)
    for (let x = -60; x <= 60; x += STEP_KM) {
      const here = { latitude: 34.7 + y / 111.2, longitude: 135.4 + x / (111.2 * Math.cos((34.7 * Math.PI) / 180)) }
      if (circles.every(({ from, most }) => isIn(distance(from, here), most))) area += STEP_KM ** 2
    }
  expect(area).toBeGreaterThan(CELL_KM ** 2)
})

test('places lie on a grid of a hundredth of a degree, and nothing else in the database has coordinates', async () => {
  const fine = spots.filter((spot) => [spot.latitude, spot.longitude].some((degrees) => Math.abs(degrees * 100 - Math.round(degrees * 100)) > 1e-6))
  expect(fine).toEqual([])
  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema')
      and (column_name ~ '(^|_)(lat|latitude|lng|lon|longitude|geo|coordinates?)(_|$)' or udt_name in ('point', 'box', 'circle', 'polygon', 'geography', 'geometry'))
    order by 1`.execute(house.ground.db.q)
  expect(rows.map(({ name }) => name)).toEqual(['places.latitude', 'places.longitude'])
  const { json } = await house.as('lin').get(`/notes/${notes.lin}`)
  expect(JSON.stringify(json)).not.toMatch(/34\.73|135\.50|latitude/)
})

const EDGES = [0, 5, 25, 50, Number.POSITIVE_INFINITY]
const isIn = (km: number, most: number): boolean => km <= most && km > (EDGES[EDGES.indexOf(most) - 1] ?? 0) - 1e-9

/** Great-circle distance in km, by the spherical law of cosines: not the house's own sum. */
function distance(a: { latitude: number; longitude: number }, b: { latitude: number; longitude: number }): number {
  const rad = Math.PI / 180
  const cosine =
    Math.sin(a.latitude * rad) * Math.sin(b.latitude * rad) +
    Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.cos((a.longitude - b.longitude) * rad)
  return 6371 * Math.acos(Math.min(1, cosine))
}
