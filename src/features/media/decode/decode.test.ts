import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '#ground/clock/index.ts'
import { animation, bomb } from './bombs.harness.ts'
import { type Decoders, decoderLimits, makeDecoders } from './decoders.ts'

let folder: string
const decoders: Decoders = makeDecoders(systemClock)
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commonplace-decode-'))
})
afterAll(async () => {
  decoders.close()
  await rm(folder, { recursive: true, force: true })
})

async function decode(bytes: Uint8Array, type: string, by = decoders) {
  const path = join(folder, 'file')
  await writeFile(path, bytes)
  return by.decode({ path, type, quality: 'full' })
}

test('a small PNG of 30,000 × 30,000 pixels is refused by its header', async () => {
  const file = bomb(30_000)
  expect(file.length).toBeLessThan(200_000)
  await expect(decode(file, 'image/png')).rejects.toMatchObject({ code: 'picture-too-wide' })
  expect(decoders.pids()).toHaveLength(1)
})

test('a picture of 11,000 × 11,000 pixels is refused by its header', async () => {
  await expect(decode(bomb(11_000), 'image/png')).rejects.toMatchObject({ code: 'picture-too-many-pixels', facts: { count: 100 } })
})

test('a GIF of 5,000 frames is refused, one of 5 is shown still and moving', async () => {
  await expect(decode(animation(5_000), 'image/gif')).rejects.toMatchObject({ code: 'picture-too-many-frames' })
  const frames = ['#f00', '#0f0', '#00f'].map((background) => ({ create: { width: 40, height: 30, channels: 3 as const, background } }))
  const gif = await sharp(await Promise.all(frames.map((input) => sharp(input).png().toBuffer())), { join: { animated: true } })
    .gif()
    .toBuffer()
  const { variants } = await decode(gif, 'image/gif')
  expect(variants.map(({ name, width, height }) => [name, width, height])).toEqual([
    ['40.webp', 40, 30],
    ['animated.webp', 40, 30],
  ])
  expect((await sharp(variants[1]?.data).metadata()).pages).toBe(3)
})

const SECRETS = ['SecretCamera', 'GPS', 'xpacket', 'Exif', 'ICC_PROFILE', 'acsp', 'Photoshop']

test('place, camera and every other tag end with the decoder, and the picture stands upright', async () => {
  const file = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#b8382a' } })
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Make: 'SecretCamera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
    .withXmp(
      '<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta><?xpacket end="w"?>',
    )
    .withIccProfile('p3', { attach: true })
    .jpeg()
    .toBuffer()
  for (const word of ['SecretCamera', 'xpacket', 'ICC_PROFILE']) expect(file.includes(word)).toBe(true)
  const made = await decode(file, 'image/jpeg')
  expect([made.width, made.height]).toEqual([200, 400])
  expect(made.variants.map(({ name }) => name)).toEqual(['200.webp'])
  for (const { data } of made.variants) {
    for (const word of SECRETS) expect(Buffer.from(data).includes(word)).toBe(false)
    expect(await sharp(data).metadata()).toMatchObject({ width: 200, height: 400, hasProfile: false })
  }
})

test('colours of another profile are turned into sRGB', async () => {
  const plain = { create: { width: 40, height: 40, channels: 3 as const, background: { r: 30, g: 200, b: 60 } } }
  const wide = await sharp(plain).withIccProfile('p3').png().toBuffer()
  // The same look in another space: other numbers in the file …
  const stored = await sharp(wide, { ignoreIcc: true }).raw().toBuffer()
  expect(Math.abs((stored[0] ?? 0) - 30)).toBeGreaterThan(20)
  const { variants } = await decode(wide, 'image/png')
  // … and the first numbers again when it is served.
  const [r, g, b] = await sharp(variants[0]?.data).raw().toBuffer()
  for (const [seen, meant] of [
    [r, 30],
    [g, 200],
    [b, 60],
  ])
    expect(Math.abs((seen ?? 0) - (meant ?? 0))).toBeLessThan(8)
})

test('a HEIC picture is decoded, without its place', async () => {
  const file = await readFile(new URL('../fixtures/red.heic', import.meta.url))
  expect(file.includes('SecretCamera')).toBe(true)
  const { width, height, variants } = await decode(file, 'image/heic')
  expect([width, height]).toEqual([64, 96])
  const [r, g] = await sharp(variants[0]?.data).removeAlpha().raw().toBuffer()
  expect(r).toBeGreaterThan(180)
  expect(g).toBeLessThan(80)
  for (const { data } of variants) for (const word of SECRETS) expect(Buffer.from(data).includes(word)).toBe(false)
  await expect(decode(file.subarray(0, 500), 'image/heic')).rejects.toMatchObject({ code: 'picture-broken' })
})

test('a file whose type was guessed wrongly opens no other reader', async () => {
  await expect(decode(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 'image/png')).rejects.toMatchObject({
    code: 'picture-broken',
  })
})

test('a decoder that takes too long or too much memory is ended, and the next picture gets a new one', async () => {
  const slow = makeDecoders(systemClock, { ...decoderLimits, timeoutMs: 1 })
  const small = makeDecoders(systemClock, { ...decoderLimits, memoryKiB: 800_000 })
  // Node and V8 take some 680 MB of what is counted; a progressive JPEG must be held whole: some 250 MB more.
  const large = await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: '#fff' } })
    .jpeg({ progressive: true })
    .toBuffer()
  try {
    await expect(decode(large, 'image/jpeg', slow)).rejects.toMatchObject({ name: 'DecoderDied' })
    await expect(decode(large, 'image/jpeg', small)).rejects.toSatisfy((error) => error.code === 'picture-too-hard' || error.name === 'DecoderDied')
    await expect(decode(large, 'image/jpeg')).resolves.toMatchObject({ width: 9_000 })
    const fine = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    expect((await decode(fine, 'image/png', small)).width).toBe(64)
  } finally {
    slow.close()
    small.close()
  }
})

test('many pictures share two decoders', async () => {
  const file = await sharp({ create: { width: 200, height: 100, channels: 3, background: '#abc' } })
    .png()
    .toBuffer()
  const path = join(folder, 'many')
  await writeFile(path, file)
  const made = await Promise.all(Array.from({ length: 12 }, () => decoders.decode({ path, type: 'image/png', quality: 'quick' })))
  expect(new Set(made.map(({ thumbhash }) => thumbhash)).size).toBe(1)
  expect(decoders.pids().length).toBeLessThanOrEqual(2)
})
