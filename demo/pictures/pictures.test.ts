import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { choose, families, suited } from './families.ts'
import { drawAvatar, drawBanner, drawPicture, type PictureSpec } from './index.ts'
import { drawableScripts, ems, headline, wrap } from './letter.ts'
import { palettes } from './palette.ts'

const KINDS = [
  'art',
  'cooking',
  'craft',
  'dance',
  'everyday-life',
  'fashion',
  'media',
  'music',
  'music-genre',
  'nature',
  'pets',
  'photography',
  'sports',
  'study',
  'travel',
]
const spec = (more: Partial<PictureSpec> = {}): PictureSpec => ({
  seed: 'zh-001/0',
  topics: ['punk'],
  kinds: ['music-genre'],
  title: '纸飞机事故',
  language: 'zh-Hans',
  ...more,
})

const luma = (hex: string): number => {
  const n = Number.parseInt(hex.slice(1), 16)
  return 0.299 * (n >> 16) + 0.587 * ((n >> 8) & 255) + 0.114 * (n & 255)
}

test('the same spec gives the same bytes, another seed others', async () => {
  const [a, b, c] = await Promise.all([drawPicture(spec()), drawPicture(spec()), drawPicture(spec({ seed: 'zh-002/0' }))])
  expect(a.data.equals(b.data)).toBe(true)
  expect(a.data.equals(c.data)).toBe(false)
})

test('a picture is a JPEG of the size it says, in one of the four ratios', async () => {
  for (const n of ['en-001', 'en-002', 'en-003', 'en-004', 'en-005']) {
    const made = await drawPicture(spec({ seed: `${n}/0`, topics: ['tea'] }))
    const meta = await sharp(made.data).metadata()
    expect([meta.format, meta.width, meta.height]).toEqual(['jpeg', made.width, made.height])
    expect(made.width).toBe(810)
    expect([1080, 1013, 810, 608]).toContain(made.height)
  }
  expect((await drawPicture(spec({ ratio: 1.5 }))).height).toBe(540)
})

test('a picture has ink on it: its tones vary', async () => {
  const { channels } = await sharp((await drawPicture(spec({ topics: ['hot-pot'] }))).data).stats()
  expect(Math.max(...channels.map((c) => c.stdev))).toBeGreaterThan(20)
})

test('avatars and banners have their sizes and follow their seeds', async () => {
  const [a, again, b, band] = await Promise.all([
    drawAvatar('lin', '林小满'),
    drawAvatar('lin', '林小满'),
    drawAvatar('dana', 'Dana'),
    drawBanner('lin', ['tea']),
  ])
  expect(a.equals(again)).toBe(true)
  expect(a.equals(b)).toBe(false)
  const [x, y] = await Promise.all([sharp(a).metadata(), sharp(band).metadata()])
  expect([x.width, x.height, y.width, y.height]).toEqual([512, 512, 1500, 500])
})

test('every topic kind has families, and an unknown topic still gets a picture', () => {
  for (const kind of KINDS) expect(families.filter((f) => f.kinds.includes(kind)).length, kind).toBeGreaterThan(0)
  expect(suited(['no-such-topic'], ['no-such-kind']).length).toBeGreaterThan(0)
})

test('a machine without a script gets pictures without that lettering', async () => {
  expect(await drawableScripts()).toBeInstanceOf(Set)
  expect(headline({ title: '', language: 'zh-Hans', scripts: new Set() })).toBe('')
})

test('there are at least 28 families with names of their own', () => {
  expect(new Set(families.map((f) => f.name)).size).toBe(families.length)
  expect(families.length).toBeGreaterThanOrEqual(28)
})

test('pictures of one note come from different families while there are any', () => {
  const names = [0, 1, 2].map((i) => choose('zh-009', i, ['shoegaze', 'guitar'], ['music-genre']).name)
  expect(new Set(names).size).toBe(3)
})

test('the families of the first topic come before those of the others', () => {
  for (let i = 0; i < 20; i++) expect(choose(`x-${i}`, 0, ['hot-pot', 'sea'], []).topics).toContain('hot-pot')
})

test('palettes: seven colours each, ordered from paper to ink, with room between ground and figure', () => {
  expect(palettes.length).toBeGreaterThanOrEqual(24)
  for (const p of palettes) {
    for (const c of [p.paper, p.pale, p.warm, p.hot, p.cool, p.deep, p.ink]) expect(c).toMatch(/^#[0-9a-f]{6}$/)
    expect(luma(p.paper) - luma(p.ink), p.name).toBeGreaterThan(150)
    expect(luma(p.pale), p.name).toBeGreaterThan(luma(p.warm))
    expect(luma(p.hot), p.name).toBeGreaterThan(luma(p.deep) - 5)
    expect(luma(p.deep), p.name).toBeGreaterThan(luma(p.ink))
  }
})

test('a headline is a whole clause of the title and its lines keep every word', () => {
  const l = { title: '第一次卖光票，一共 83 张', language: 'zh-Hans', scripts: new Set<never>() }
  expect(headline(l)).toBe('第一次卖光票')
  expect(headline({ ...l, title: 'An extraordinarily long title without any pause whatsoever in it' })).toBe('')
  const rows = wrap('Thirty-one people in my basement', 'en', 3)
  expect(rows.join(' ')).toBe('Thirty-one people in my basement')
  expect(rows.length).toBeLessThanOrEqual(3)
  expect(ems('永永')).toBe(2)
})

test('no picture code uses chance or time of its own', () => {
  for (const f of ['brush.ts', 'compose.ts', 'index.ts', 'shape.ts', 'emblem.ts', 'objects.ts', 'texture.ts']) {
    expect(readFileSync(new URL(f, import.meta.url), 'utf8')).not.toMatch(/Math\.random|Date\./)
  }
})
