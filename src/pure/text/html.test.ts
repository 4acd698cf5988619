import { expect, test } from 'vitest'
import { htmlToText, linesToHtml, sanitiseHtml, sanitiseOwnHtml, textToHtml } from './html.ts'

const links = {
  mention: (handle: string) => (handle === 'mei' ? '/@mei' : null),
  hashtag: (label: string) => `/topics/${encodeURIComponent(label)}`,
}

test('what is allowed stays', () => {
  const html =
    '<p>a<br /><em>b</em><strong>c</strong><b>d</b><i>e</i><u>f</u><s>g</s><del>h</del></p><pre><code>x</code></pre><blockquote>q</blockquote><ul><li>1</li></ul><ol><li>2</li></ol><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>'
  expect(sanitiseHtml(html)).toBe(html)
})

test('headings become paragraphs, links get their rel, microformat classes stay', () => {
  expect(sanitiseHtml('<h1>Big</h1><h6>small</h6>')).toBe('<p>Big</p><p>small</p>')
  expect(sanitiseHtml('<a href="https://a.org/" target="_blank" id="x" class="mention evil" rel="opener">a</a>')).toBe(
    '<a href="https://a.org/" class="mention" rel="nofollow noopener">a</a>',
  )
})

test.each(['http://a.org', 'https://a.org', 'mailto:a@b.org', 'gemini://a.org', 'acct:a@b.org'])('%s may be linked', (href) => {
  expect(sanitiseHtml(`<a href="${href}">x</a>`)).toContain(`href="${href}"`)
})

test.each(['/settings', '//evil.org', 'settings', '#x', 'ftp://a.org', 'data:text/html,x', 'blob:x'])('%s may not be linked by others', (href) => {
  expect(sanitiseHtml(`<a href="${href}">x</a>`)).toBe('<span>x</span>')
})

test('text becomes paragraphs and links', () => {
  expect(textToHtml('hi @mei & @bob\nsee https://a.org/?a=1&b=2\n\n#朋克 <b>', links)).toBe(
    '<p>hi <bdi><a href="/@mei" class="mention">@mei</a></bdi> &amp; <bdi>@bob</bdi><br />' +
      'see <a href="https://a.org/?a=1&amp;b=2" rel="nofollow noopener">https://a.org/?a=1&amp;b=2</a></p>' +
      '<p><a href="/topics/%E6%9C%8B%E5%85%8B" class="mention hashtag">#朋克</a> &lt;b&gt;</p>',
  )
})

test('a callback cannot bring in a script', () => {
  const evil = { mention: () => 'javascript:alert(1)', hashtag: () => '"><script>alert(1)</script>' }
  expect(textToHtml('@mei #a', evil)).not.toMatch(/javascript|<script/)
})

test('own addresses only begin with a single stroke', () => {
  expect(sanitiseOwnHtml('<a href="/x">a</a><a href="//x">b</a><a href="/\\x">c</a>')).toBe('<a href="/x">a</a><span>b</span><span>c</span>')
})

test('HTML becomes text', () => {
  expect(htmlToText('<p>a &amp; b<br>c</p><p>d &lt;e&gt;</p><script>f</script>')).toBe('a & b\nc\n\nd <e>')
  expect(htmlToText('<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字')).toBe('漢字')
  expect(htmlToText('&amp;lt;b&amp;gt;')).toBe('&lt;b&gt;')
})

test.each(['a', ' ', '<', '<b>', '<a href="', '&', '&lt', '<p>', '</p>', '<!--', '<svg>', '<ul><li>', '<h1><p>', '<ruby><rt>', '\ud800', '"'])(
  '100 KB of %j end',
  (unit) => {
    const long = unit.repeat(100_000 / unit.length)
    expect(typeof sanitiseHtml(long)).toBe('string')
    expect(typeof htmlToText(long)).toBe('string')
    expect(htmlToText(textToHtml(long, links))).not.toContain('\u0000')
  },
)

test('sentences become HTML one by one, whatever stands in them', () => {
  const links = { mention: (handle: string) => `/@${handle}`, hashtag: () => null }
  const lines = ['Hi @lin.', '</p><p><script>alert(1)</script>', '', 'two\nlines & more', 'see https://example.org']
  const html = linesToHtml(lines, links)
  expect(html).toHaveLength(lines.length)
  expect(html[0]).toContain('href="/@lin"')
  expect(html[1]).not.toMatch(/<p>|<script/)
  expect(html.slice(2, 4)).toEqual(['', 'two<br />lines &amp; more'])
  expect(linesToHtml([], links)).toEqual([])
})
