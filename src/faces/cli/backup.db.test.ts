import { mkdtempSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importPicture } from '#features/media/index.ts'
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
  expect(difference(manifest, await measure(second.ground, manifest))).toBeNull()
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
