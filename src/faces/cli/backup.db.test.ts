import { mkdtempSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importPicture } from '#features/media/index.ts'
import { migrate, type Schema } from '#ground/database/migrate.ts'
import { openSnapshot } from '#ground/database/snapshot.ts'
import type { Feature } from '#ground/feature.ts'
import { allMigrations, type OpenGround } from '#ground/open.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { difference } from './archive.ts'
import { backup } from './backup.ts'
import { measure, restore } from './restore.ts'

const quiet = { total() {}, step() {}, end() {} }
const folder = mkdtempSync(join(tmpdir(), 'commonplace-backup-test-'))
const file = join(folder, 'place.tar')
let first: TestHouse
let second: TestHouse

beforeAll(async () => {
  first = await openHouse()
  second = await openHouse()
  const lin = await first.a.member({ handle: 'lin', languages: ['zh-Hans'], password: 'paper plane accident' })
  const picture = await importPicture(
    first.ground,
    lin,
    await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#B8382A' } })
      .jpeg()
      .toBuffer(),
  )
  await first.as('lin').post('/notes', {
    kind: 'photo',
    title: '纸飞机\t事故\\',
    body: '第一行\n第二行 "引号" \\N',
    topics: ['朋克', '只有这里有的标签'],
    pictures: [{ id: picture, alt: '红色' }],
  })
  await first.as('lin').post('/notes', { kind: 'text', title: 'Waiting jobs come along', body: 'Nobody has indexed this yet.' })
})
afterAll(async () => {
  await first.close()
  await second.close()
  await rm(folder, { recursive: true, force: true })
})

test('a backup of a living place, restored into an empty one, is equal row by row and file by file, and its open jobs go on', async () => {
  const manifest = await backup(first.ground, file, quiet)
  expect(manifest.tables.notes?.rows).toBe(2)
  expect(Object.keys(manifest.blobs).length).toBeGreaterThan(1)
  expect(manifest.jobs).toBeGreaterThan(0)
  await restore(second.ground, file, quiet)
  const snapshot = await openSnapshot(second.ground.db.connection)
  expect(difference(manifest, await measure(snapshot, second.ground.storage, manifest))).toBeNull()
  await snapshot.close()
  await second.settle()
  const found = await second.as(null).get('/search?q=Nobody')
  expect(found.json.items).toMatchObject([{ kind: 'note', tile: { title: 'Waiting jobs come along' } }])
  expect((await second.as(null).post('/session', { login: 'lin', password: 'paper plane accident' })).status).toBe(200)
})

test('a place with members is not restored over', async () => {
  await expect(restore(first.ground, file, quiet)).rejects.toMatchObject({ code: 'not-empty' })
})

test('a damaged file leaves the place empty', async () => {
  const third = await openHouse()
  try {
    await writeFile(join(folder, 'half.tar'), (await import('node:fs')).readFileSync(file).subarray(0, 60_000))
    await expect(restore(third.ground, join(folder, 'half.tar'), quiet)).rejects.toThrow()
    expect((await third.as(null).get('/feeds/discover')).json.items).toEqual([])
  } finally {
    await third.close()
  }
})

/** A feature that has had one migration, or all. */
const oldAndNew = (names: string[]): Feature => ({
  name: 'letter-box',
  migrations: Object.fromEntries(
    Object.entries({
      '0001-letters': { up: (db: Schema) => sql`create table letters (id integer primary key generated always as identity, words text not null)`.execute(db) },
      '0002-signed': { up: (db: Schema) => sql`alter table letters add column signed text not null default 'nobody'`.execute(db) },
      '0003-stamps': { up: (db: Schema) => sql`create table stamps (id integer primary key); insert into stamps values (7)`.execute(db) },
    }).filter(([name]) => names.includes(name)),
  ) as never,
})
const ageOf = (house: TestHouse, ...names: string[]): OpenGround => ({
  ...house.ground,
  house: { ...house.ground.house, features: [oldAndNew(names), ...house.ground.house.features] },
})

test('a backup of an older version is restored as it was and then brought up; one of a newer version is refused and changes nothing', async () => {
  const [old, now] = [await openHouse(), await openHouse()]
  try {
    const oldGround = ageOf(old, '0001-letters')
    await migrate(old.ground.db.q, allMigrations(oldGround.house.features))
    await sql`insert into letters (words) values ('第一封'), ('zweiter')`.execute(old.ground.db.q)
    await old.a.member({ handle: 'mei' })
    const older = join(folder, 'older.tar')
    await backup(oldGround, older, quiet)

    await expect(restore(now.ground, older, quiet)).rejects.toMatchObject({ code: 'backup-newer' })
    expect((await now.as(null).get('/actors/mei')).status).toBe(404)
    expect(Object.keys((await now.as(null).get('/feeds/discover')).json)).toContain('items')

    await restore(ageOf(now, '0001-letters', '0002-signed', '0003-stamps'), older, quiet)
    const { q } = now.ground.db
    await sql`insert into letters (words) values ('after')`.execute(q)
    expect((await sql`select id, words, signed from letters order by id`.execute(q)).rows).toEqual([
      { id: 1, words: '第一封', signed: 'nobody' },
      { id: 2, words: 'zweiter', signed: 'nobody' },
      { id: 3, words: 'after', signed: 'nobody' },
    ])
    expect((await sql`select id from stamps`.execute(q)).rows).toEqual([{ id: 7 }])
    expect((await now.as(null).get('/actors/mei')).json.handle).toBe('mei')
    expect(await migrate(q, allMigrations(ageOf(now, '0001-letters', '0002-signed', '0003-stamps').house.features))).toEqual([])
  } finally {
    await old.close()
    await now.close()
  }
})
