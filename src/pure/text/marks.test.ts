import fc from 'fast-check'
import { expect, test } from 'vitest'
import { htmlToText, linesToHtml, textToHtml } from './html.ts'
import { type Mark, markedHtml } from './marks.ts'

const links = { mention: () => null, hashtag: (label: string) => `/topics/${label}` }
const mark = (text: string, word: string, more: Partial<Mark> = { reading: 'r' }): Mark => ({
  start: text.indexOf(word),
  end: text.indexOf(word) + word.length,
  ...more,
})
const ruby = (word: string, reading: string) =>
  `<ruby>${word}<rp aria-hidden="true">(</rp><rt aria-hidden="true">${reading}</rt><rp aria-hidden="true">)</rp></ruby>`

test('a word stands under its reading, which a screen reader passes over', () => {
  const text = '我们的乐队'
  expect(textToHtml(text, links, [mark(text, '乐队', { reading: 'yuèduì' })])).toBe(`<p>我们的${ruby('乐队', 'yuèduì')}</p>`)
})

test('a word that comes back is marked, with and without a reading', () => {
  const text = '乐队和朋友'
  const marks = [mark(text, '乐队', { again: 'w' }), mark(text, '朋友', { again: 'w', reading: 'péngyou' })]
  expect(textToHtml(text, links, marks)).toBe(`<p><mark>乐队</mark>和${ruby('<mark>朋友</mark>', 'péngyou')}</p>`)
})

test('marks count over paragraphs and lines', () => {
  const text = '一\n\n二三\n四\n\n\n五六'
  const marks = [mark(text, '二三'), mark(text, '四'), mark(text, '六')]
  expect(textToHtml(text, links, marks)).toBe(`<p>一</p><p>${ruby('二三', 'r')}<br />${ruby('四', 'r')}</p><p>五${ruby('六', 'r')}</p>`)
  expect(linesToHtml(['一二', '三'], links, [[], [mark('三', '三')]])).toEqual(['一二', ruby('三', 'r')])
})

test('a topic keeps its link, and what overlaps keeps the first', () => {
  const text = '听 #后朋克 的人'
  expect(textToHtml(text, links, [mark(text, '朋克'), mark(text, '人')])).toBe(
    `<p>听 <a href="/topics/后朋克" class="mention hashtag">#后朋克</a> 的${ruby('人', 'r')}</p>`,
  )
  expect(markedHtml('abc', 0, 3, [mark('abc', 'ab'), mark('abc', 'bc')])).toBe(`${ruby('ab', 'r')}c`)
})

test('readings never become markup', () => {
  const text = '坏<b>'
  expect(textToHtml(text, links, [mark(text, '坏', { reading: '<img src=x onerror=alert(1)>' })])).not.toMatch(/<img|<b>/)
})

test('whatever is marked, the text stays the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.tuple(fc.nat(40), fc.nat(8), fc.boolean())), (text, places) => {
      const marks = places.map(([start, length, again]): Mark => ({ start, end: start + length, reading: 'x', ...(again ? { again: 'w' } : {}) }))
      expect(htmlToText(textToHtml(text, links, marks))).toBe(htmlToText(textToHtml(text, links)))
    }),
  )
})
