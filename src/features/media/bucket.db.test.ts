import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { decodersOf } from './decode/decoders.ts'
import { importPicture } from './import-picture.ts'
import { jpeg } from './media.harness.ts'
import { serveFile } from './serve-file.ts'

let house: TestHouse
let server: S3rver
let folder: string
let host: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commonplace-bucket-'))
  server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: folder, configureBuckets: [{ name: 'media', configs: [] }] })
  const { port } = await server.run()
  host = `127.0.0.1:${port}`
  house = await openHouse({
    MEDIA_S3_ENDPOINT: `http://${host}`,
    MEDIA_S3_BUCKET: 'media',
    MEDIA_S3_REGION: 'us-east-1',
    MEDIA_S3_KEY: 'S3RVER',
    MEDIA_S3_SECRET: 'S3RVER',
  })
})
afterAll(async () => {
  decodersOf(house.ground).close()
  await house.close()
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

test('a bucket on another host is never named to a browser: pictures come from the place itself, as its policy allows', async () => {
  const lin = await house.a.member({ handle: 'lin' })
  const picture = await importPicture(house.ground, lin, await jpeg(300, 200))
  const { json } = await house.as('lin').post('/notes', { title: 'In a bucket', pictures: [{ id: picture, alt: 'red' }], visibility: 'public' })
  await house.settle()
  for (const page of [`/notes/${json.id}`, '/feeds/discover', '/actors/lin/notes']) {
    const answer = await house.as(null).get(page)
    const text = JSON.stringify(answer.json)
    expect([page, text]).toEqual([page, expect.stringContaining('/media/files/')])
    expect([page, text]).toEqual([page, expect.not.stringContaining(host)])
    for (const [, address = ''] of text.matchAll(/"url":"([^"]*media[^"]*)"/g)) expect(new URL(address, 'http://place.invalid').host).toBe('place.invalid')
  }
  const note = JSON.stringify((await house.as(null).get(`/notes/${json.id}`)).json)
  const address = /"url":"(\/media\/files\/[^"]+)"/.exec(note)?.[1] ?? ''
  const served = await serveFile(house.ground, new Request(`http://localhost:3000${address}`))
  expect([served.status, served.headers.get('content-type'), served.headers.get('location')]).toEqual([200, 'image/webp', null])
  expect((await served.arrayBuffer()).byteLength).toBe(Number(served.headers.get('content-length')))
})
