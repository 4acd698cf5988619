import { readdir } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { HOUR } from '#ground/clock/index.ts'
import { LOW_WATER_BYTES } from '#ground/storage/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { uploadFolder } from './begin-upload.ts'
import { sweepStorage } from './clean-up.ts'
import { decodersOf } from './decode/decoders.ts'
import { bodyOf, jpeg, keysOf, upload } from './media.harness.ts'
import { limits } from './picture.ts'
import { processMedia } from './process-media.ts'
import { receiveBody } from './receive-body.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse({ MEDIA_MAX_MEGABYTES: '2' })
  for (const handle of ['lin', 'dana']) await house.a.member({ handle })
})
afterEach(async () => {
  // Whatever happened, no upload is left lying about.
  expect(await readdir(uploadFolder(house.ground)).catch(() => [])).toEqual([])
})
afterAll(async () => {
  decodersOf(house.ground).close()
  await house.close()
})

const plenty = async () => 100 * LOW_WATER_BYTES

test('a picture becomes ready in known widths, with a preview, and is never made larger', async () => {
  const id = await upload(house, 'lin', await jpeg(900, 600))
  const { json } = await house.as('lin').get(`/media/${id}`)
  expect(json).toMatchObject({ state: 'ready', picture: { width: 900, height: 600, moving: null, focal: { x: 0.5, y: 0.5 } } })
  expect(json.picture.variants.map((v: { width: number; height: number; type: string }) => [v.width, v.height, v.type])).toEqual([
    [320, 213, 'image/webp'],
    [640, 427, 'image/avif'],
    [640, 427, 'image/webp'],
    [900, 600, 'image/webp'],
  ])
  expect(json.picture.preview).toMatch(/^data:image\/webp;base64,/)
  expect(json.picture.preview.length).toBeLessThan(1000)
  expect((await house.as('dana').get(`/media/${id}`)).status).toBe(404)
})

test.each([
  ['an SVG with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['HTML that calls itself a JPEG', '<!doctype html><script>alert(1)</script>'],
  ['a PDF', '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj'],
  ['XML', '<?xml version="1.0"?><rss/>'],
  ['nothing', ''],
])('%s is refused by its bytes', async (_name, text) => {
  const request = bodyOf(Buffer.from(text), { 'content-type': 'image/jpeg', 'content-disposition': 'attachment; filename="cat.jpg"' })
  await expect(receiveBody(house.ground, await house.viewer('lin'), request)).rejects.toMatchObject({ code: 'unsupported-media' })
})

test('a GIF that is a script as well is served as pixels only', async () => {
  const gif = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#b8382a' } })
    .gif()
    .toBuffer()
  const id = await upload(house, 'lin', Buffer.concat([gif, Buffer.from('/*=1;alert("polyglot")//')]))
  const { json } = await house.as('lin').get(`/media/${id}`)
  expect(json.state).toBe('ready')
  const keys = (await keysOf(house)).filter((key) => key.endsWith('-64.webp'))
  expect(keys).toHaveLength(1)
  expect((await sharp(await house.ground.storage.bytes(keys[0] ?? '')).metadata()).format).toBe('webp')
  for (const key of await keysOf(house)) expect(Buffer.from(await house.ground.storage.bytes(key)).includes('polyglot')).toBe(false)
})

test('a damaged picture fails with a sentence', async () => {
  const whole = await jpeg(900, 600, '#123456')
  const id = await upload(house, 'lin', whole.subarray(0, whole.length / 2))
  const { json } = await house.as('lin').get(`/media/${id}`)
  expect(json).toMatchObject({ state: 'failed', reason: 'picture-broken', picture: null })
  expect(json.sentence).toMatch(/damaged/)
})

test('more bytes than allowed are refused before they are read, or at the first byte too many', async () => {
  const lin = await house.viewer('lin')
  let read = 0
  const endless = () =>
    new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          read += 65_536
          controller.enqueue(new Uint8Array(65_536))
        },
      },
      { highWaterMark: 0 },
    )
  const send = (headers: Record<string, string>) =>
    receiveBody(house.ground, lin, new Request('http://localhost:3000/', { method: 'POST', body: endless(), headers, duplex: 'half' } as RequestInit), plenty)
  await expect(send({ 'content-length': '300000000' })).rejects.toMatchObject({ code: 'too-large' })
  expect(read).toBe(0)
  await expect(send({})).rejects.toMatchObject({ code: 'too-large' })
  expect(read).toBeLessThan(4 * 1024 * 1024)
})

test('a nearly full disk takes no uploads and still shows pictures', async () => {
  const id = await upload(house, 'lin', await jpeg(320, 200))
  await expect(receiveBody(house.ground, await house.viewer('lin'), bodyOf(await jpeg()), async () => LOW_WATER_BYTES)).rejects.toMatchObject({
    code: 'storage-full',
  })
  expect((await house.as('lin').get(`/media/${id}`)).json.state).toBe('ready')
})

test('a decoder that is killed is tried again, and given up at last with a sentence', async () => {
  const id = await receiveBody(house.ground, await house.viewer('lin'), bodyOf(await jpeg(640, 480, '#aa2266')))
  const decoders = decodersOf(house.ground)
  const murdered = {
    ...decoders,
    decode: async (question: Parameters<typeof decoders.decode>[0]) => {
      const answer = decoders.decode(question)
      for (const pid of decoders.pids()) process.kill(pid, 'SIGKILL')
      return answer
    },
  }
  await expect(processMedia(house.ground, id, murdered)).rejects.toMatchObject({ name: 'DecoderDied' })
  expect((await house.as('lin').get(`/media/${id}`)).json.state).toBe('checked')
  await house.settle()
  expect((await house.as('lin').get(`/media/${id}`)).json.state).toBe('ready')

  const deadly = await receiveBody(house.ground, await house.viewer('lin'), bodyOf(await jpeg(640, 480, '#aa2267')))
  for (let i = 0; i < 3; i += 1) await expect(processMedia(house.ground, deadly, murdered)).rejects.toMatchObject({ name: 'DecoderDied' })
  await house.settle()
  expect((await house.as('lin').get(`/media/${deadly}`)).json).toMatchObject({
    state: 'failed',
    reason: 'picture-too-hard',
    sentence: expect.stringContaining('JPEG'),
  })
})

test('a picture that is taken back while it is decoded leaves no file behind', async () => {
  const before = await keysOf(house)
  const lin = house.as('lin')
  const decoders = decodersOf(house.ground)
  for (const isSwept of [true, false]) {
    const id = await receiveBody(house.ground, await house.viewer('lin'), bodyOf(await jpeg(640, 480, isSwept ? '#104080' : '#804010')))
    await processMedia(house.ground, id, {
      ...decoders,
      decode: async (question) => {
        const answer = await decoders.decode(question)
        expect((await lin.delete(`/media/${id}`)).status).toBe(204)
        if (isSwept) await sweepStorage(house.ground)
        return answer
      },
    })
    await sweepStorage(house.ground)
    expect((await keysOf(house)).sort()).toEqual(before.sort())
  }
  await house.settle()
})

test('unfinished uploads are counted per member and forgotten after a day', async () => {
  const { beginUpload } = await import('./begin-upload.ts')
  const dana = await house.viewer('dana')
  for (let i = 0; i < limits.unfinishedUploads; i += 1) await beginUpload(house.ground, dana, 1000, plenty)
  await expect(beginUpload(house.ground, dana, 1000, plenty)).rejects.toMatchObject({ code: 'too-many-uploads' })
  await expect(upload(house, 'lin', await jpeg(321, 200))).resolves.toBeTypeOf('string')
  house.clock.move(25 * HOUR)
  const { dropForgottenMedia, sweepStorage } = await import('./clean-up.ts')
  await dropForgottenMedia(house.ground)
  await sweepStorage(house.ground)
  await expect(beginUpload(house.ground, dana, 1000, plenty)).resolves.toBeTypeOf('string')
})
