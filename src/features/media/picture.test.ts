import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blobKey, checkAlt, checkFocal, checkSize, isDecoded, limits, WIDTHS, widthsFor } from './picture.ts'

test.each([
  [100, [100]],
  [320, [320]],
  [340, [320]],
  [400, [320, 400]],
  [1080, [320, 640, 1080]],
  [1200, [320, 640, 1080, 1200]],
  [1600, [320, 640, 1080, 1600]],
  [9000, [320, 640, 1080, 1600]],
])('a picture %i wide is served %j wide', (width, widths) => expect(widthsFor(width)).toEqual(widths))

test('widths rise, never above the picture or the widest, and there is always one near its own', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: limits.side }), (width) => {
      const widths = widthsFor(width)
      expect(widths).toEqual([...new Set(widths)].sort((a, b) => a - b))
      const last = widths.at(-1) ?? 0
      expect(last).toBeLessThanOrEqual(Math.min(width, Math.max(...WIDTHS)))
      expect(last * 1.1).toBeGreaterThanOrEqual(Math.min(width, Math.max(...WIDTHS)))
    }),
  )
})

test('what passes the size check fits every limit', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1, max: 40_000 }),
      fc.integer({ min: -1, max: 40_000 }),
      fc.integer({ min: 1, max: 2_000 }),
      fc.boolean(),
      (width, height, frames, heic) => {
        const fits = width > 0 && height > 0 && width <= 16_384 && height <= 16_384 && width * height <= (heic ? 50_000_000 : 100_000_000) && frames <= 1_000
        const check = () => checkSize({ width, height, frames, heic })
        if (fits) expect(check).not.toThrow()
        else expect(check).toThrow()
      },
    ),
  )
})

test('only picture types that the decoder knows are taken', () => {
  for (const type of ['image/jpeg', 'image/png', 'image/apng', 'image/webp', 'image/avif', 'image/gif', 'image/heic']) expect(isDecoded(type)).toBe(true)
  for (const type of [undefined, 'image/svg+xml', 'application/pdf', 'text/html', 'application/xml', 'image/tiff', 'video/mp4', 'image/x-icon'])
    expect(isDecoded(type)).toBe(false)
})

test('a description is counted in graphemes', () => {
  expect(checkAlt(`  ${'👩‍👩‍👧'.repeat(1_500)} `)).toHaveLength('👩‍👩‍👧'.length * 1_500)
  expect(() => checkAlt('朋'.repeat(1_501))).toThrow(expect.objectContaining({ code: 'alt-length' }))
})

test.each([
  [-0.01, 0.5],
  [0.5, 1.01],
  [Number.NaN, 0],
])('a focal point at %d, %d is outside', (x, y) => expect(() => checkFocal({ x, y })).toThrow())

test('keys are made of the hash, two folders deep', () => expect(blobKey('abcdef01', '640.webp')).toBe('ab/cd/abcdef01-640.webp'))
