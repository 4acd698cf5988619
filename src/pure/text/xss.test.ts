import fc from 'fast-check'
import { expect, test } from 'vitest'
import { htmlToText, sanitiseHtml, sanitiseOwnHtml, textToHtml } from './html.ts'
import { complaints } from './judge.harness.ts'
import { xssVectors } from './xss-vectors.fixture.ts'

test('the judge sees evil', () => {
  for (const evil of ['<script>1</script>', '<p onclick=a>', '<a href="javascript:1">', '<!--x-->', '<p>a < b', '<span class="x">']) {
    expect(complaints(evil), evil).not.toEqual([])
  }
})

test('there are at least sixty vectors, all different', () => {
  expect(new Set(xssVectors).size).toBeGreaterThanOrEqual(60)
})

test.each(xssVectors)('%s comes out harmless', (vector) => {
  const clean = sanitiseHtml(vector)
  expect(complaints(clean)).toEqual([])
  expect(sanitiseHtml(clean)).toBe(clean)
  expect(complaints(sanitiseOwnHtml(vector), true)).toEqual([])
})

test.each(xssVectors)('%s as plain text is shown, not run', (vector) => {
  const html = textToHtml(`${vector} @${vector} #${vector} https://a.org/${vector}`, { mention: (h) => h, hashtag: (l) => `javascript:${l}` })
  expect(complaints(html, true)).toEqual([])
})

const splice = fc.array(
  fc.oneof(fc.constantFrom(...xssVectors), fc.constantFrom('<', '>', '"', "'", '&', '/', '=', '<!--', '-->', '<h1>', '</p>', '<li>', ' '), fc.string()),
  { maxLength: 8 },
)

test('spliced vectors come out harmless, stable, and so does their text', () => {
  fc.assert(
    fc.property(splice, fc.nat(40), (parts, cut) => {
      const dirty = parts.join('').slice(cut)
      const clean = sanitiseHtml(dirty)
      expect(complaints(clean)).toEqual([])
      expect(sanitiseHtml(clean)).toBe(clean)
      expect(complaints(textToHtml(htmlToText(dirty), { mention: () => null, hashtag: () => null }), true)).toEqual([])
    }),
    { numRuns: 400 },
  )
})

test('text survives the way into HTML and back', () => {
  const bare = (t: string) => t.replace(/\s+/g, ' ').trim()
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), (t) => {
      expect(bare(htmlToText(textToHtml(t, { mention: () => '/@x', hashtag: () => '/t' })))).toBe(bare(t))
    }),
  )
})
